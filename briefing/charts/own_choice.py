"""Which of the officer's own figures a chart shows: indicator, countries, years, as it is wanted.

What the officer leaves open is chosen here: the first indicator that the chart suits, and the
countries of the request with those that a small table brings besides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.charts.chart import NotEnough
from briefing.charts.checking import as_cell
from briefing.charts.own import LONGEST, Shown
from briefing.model import Selection, Taxonomy
from briefing.own_data import (
    BARS,
    DOTS,
    LINES,
    IndicatorTable,
    OwnChart,
    regions_within,
    shape_of,
    tables_of,
    writing_of,
)
from briefing.wording import listed

_FEW = 12
"""Countries of a file that has been put together for the brief; of a larger one only those asked
for are shown."""
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Room:
    """How many countries a chart has room for."""

    countries: int
    beside: int
    """Where some are there for comparison only, and nobody has chosen them."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Regions of which figures are wanted."""

    asked: tuple[str, ...]
    """By the request."""
    chosen: tuple[str, ...]
    """For this chart; empty: none in particular."""
    taxonomy: Taxonomy

    @property
    def wanted(self) -> tuple[str, ...]:
        """Those whose figures would be missed."""
        return self.chosen or self.asked

    def within(self, ids: Iterable[str], table: IndicatorTable) -> list[str]:
        """Return regions and what they are made of, as far as a table has figures on them."""
        made_of = regions_within(ids, self.taxonomy)
        return [one for one in made_of if one in table.values and one in self.taxonomy.regions]


def shown(
    selection: Selection,
    taxonomy: Taxonomy,
    wanted: OwnChart,
    room: Room,
    enough: Callable[[Shown], bool],
) -> Shown | NotEnough:
    """Return the first indicator that a chart can show as wanted, those that suit it best first.

    ``enough`` says whether there is anything to be seen of one.
    """
    request = selection.request
    if not any(file.series for file in request.data):
        return NotEnough("No chart of own data: no table of figures has been added.")
    tables = wanted.tables(request)
    if not tables:
        return NotEnough(f"No chart of {_called(wanted)}: no table of figures has it.")
    places = _Places(request.regions, wanted.regions(taxonomy), taxonomy)
    named = [table.name for table in tables_of(replace(request, indicators=()))]
    for table in sorted(tables, key=lambda one: shape_of(one) != wanted.form):
        has_namesake = named.count(table.name) > 1
        made = replace(_shown(table, places, room), has_namesake=has_namesake)
        if made.names and enough(made):
            return made
    return NotEnough(_too_thin(wanted, tables, places))


_TOO_THIN = {
    LINES: "No line chart of {}: no country has figures for three years or more{}.",
    BARS: "No bar chart of {}: in no year do three countries have figures{}.",
    DOTS: "No chart of two years of {}: fewer than two countries have figures for both{}.",
}


def _too_thin(wanted: OwnChart, tables: Sequence[IndicatorTable], places: _Places) -> str:
    """Say why a chart is left out."""
    if places.wanted and not any(places.within(places.wanted, table) for table in tables):
        which = "chosen" if places.chosen else "asked for"
        return f"No chart of {_called(wanted)}: it has no figures on the countries {which}."
    begun = f" from {wanted.first}" if wanted.first else ""
    years = begun + (f" to {wanted.last}" if wanted.last else "")
    return _TOO_THIN[wanted.form].format(_called(wanted), years)


def _called(wanted: OwnChart) -> str:
    return as_cell(wanted.indicator[:LONGEST]) or "own data"


def _shown(table: IndicatorTable, places: _Places, room: Room) -> Shown:
    known = [region for region in table.values if region in places.taxonomy.regions]
    first = places.within(places.asked, table) if places.asked else known
    if places.chosen:
        of = places.within(places.chosen, table)
        first = [one for one in first if one in of] or of
        regions = [*first, *(one for one in of if one not in first)][: room.countries]
    else:
        of, regions = first, first[: room.countries]
        beside = [one for one in known if one not in first] if first and len(known) <= _FEW else []
        regions += beside[: max(0, room.beside - len(regions))]
    numbers = [value.number for one in regions for value in table.values[one].values()]
    return Shown(
        table=table,
        names={one: as_cell(places.taxonomy.regions[one].name) for one in regions},
        asked=tuple(one for one in first if one in regions),
        writing=writing_of(numbers, table.unit),
        note=_cut(len(of), room) + _lacking(table, places),
    )


def _cut(countries: int, room: Room) -> str:
    """Say that there are more countries than are shown."""
    return (
        f" The first {room.countries} of {countries} countries."
        if countries > room.countries
        else ""
    )


def _lacking(table: IndicatorTable, places: _Places) -> str:
    """Say which of the regions that were named have no figures, they and what they are made of."""
    names = [
        as_cell(places.taxonomy.regions[one].name)
        for one in places.wanted
        if one in places.taxonomy.regions and not places.within([one], table)
    ]
    told = (
        names if len(names) <= _NAMED else [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} more"]
    )
    return f" No figures: {listed(told)}." if told else ""
