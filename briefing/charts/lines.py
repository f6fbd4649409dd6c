"""Lines: how an indicator of the officer's own has gone over the years, a line a country."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.lines_drawing import MOST_LINES, MOST_YEARS, check_lines, draw_lines
from briefing.charts.own import NO_VALUE, Shown
from briefing.charts.own_choice import Room, shown
from briefing.charts.own_words import in_how_many, where_most
from briefing.charts.scale import scale_over
from briefing.model import ChartData, Selection, Taxonomy
from briefing.own_data import LINES as FORM
from briefing.own_data import OwnChart

_ANY = OwnChart(FORM)
_ROOM = Room(MOST_LINES, beside=5)
_LEAST_VALUES = 3


def lines_data(
    selection: Selection, taxonomy: Taxonomy, wanted: OwnChart = _ANY
) -> ChartData | NotEnough:
    """Return a row a year and a column a country, years without any value included."""
    made = shown(selection, taxonomy, wanted, _ROOM, _is_enough)
    if isinstance(made, NotEnough):
        return made
    years = _years(made)
    rows = tuple((str(year), *(made.cell(region, year) for region in made.names)) for year in years)
    points = (made.point(region, year) for region in made.names for year in years)
    return ChartData(
        chart=wanted.id,
        question=f"How has {made.indicator} changed since {years[0]}?",
        answer=_answer(made, years),
        basis=made.basis(years, _on_scale(made, years), " A gap in a line: no value."),
        alt=_alt(made, years),
        columns=("Year", *map(made.head, made.names)),
        rows=rows,
        points=tuple(point for point in points if point),
    )


def _is_enough(made: Shown) -> bool:
    return any(len(made.table.values[region]) >= _LEAST_VALUES for region in made.asked)


def _years(made: Shown) -> range:
    found = [year for region in made.names for year in made.table.values[region]]
    return range(max(min(found), max(found) - MOST_YEARS + 1), max(found) + 1)


def _answer(made: Shown, years: range) -> str:
    """Say how the countries asked for have gone from their first value to their last."""
    gone = [one for region in made.asked if (one := _went(made, region, years))]
    if len(gone) < 2:
        return _one(made, gone[0], years) if gone else _scattered(made, years)
    changes = [one.last - one.first for one in gone]
    changed = in_how_many(changes)
    most = max(gone, key=lambda one: abs(one.last - one.first))
    if most.first == most.last:
        return f"{changed}, at the end of the years shown."
    way = made.from_to(most.first, most.last, most.years)
    name = made.names[most.region]
    return f"{changed}; {where_most(changes, name, most.last - most.first, way)}."


@dataclass(frozen=True, slots=True)
class _Way:
    """A country's first value and its last."""

    region: str
    years: tuple[int, int]
    first: float
    last: float


def _went(made: Shown, region: str, years: range) -> _Way | None:
    found = {y: v.number for y, v in made.table.values[region].items() if y in years}
    if len(found) < 2:
        return None
    from_, to = min(found), max(found)
    return _Way(region, (from_, to), found[from_], found[to])


def _one(made: Shown, way: _Way, years: range) -> str:
    """Say how a single country has gone, and where it was highest if that lies between."""
    name, to = made.names[way.region], way.years[1]
    found = {y: v.number for y, v in made.table.values[way.region].items() if y in years}
    peak = max(found, key=lambda year: (found[year], year))
    how = "rose" if way.last > way.first else "fell"
    said = f"In {name} it {how} {made.from_to(way.first, way.last, way.years)}"
    if way.first == way.last:
        said = f"In {name} it is in {to} where it was in {way.years[0]}, at {made.said(way.last)}"
    beyond = f"; it was highest in {peak}, at {made.said(found[peak])}"
    return f"{said}{beyond if peak not in way.years else ''}."


def _scattered(made: Shown, years: range) -> str:
    """Say what there is where no country asked for has two values within the years."""
    number = sum(year in years for region in made.asked for year in made.table.values[region])
    return f"Of the countries asked for there are {number} values alone."


def _on_scale(made: Shown, years: range) -> str:
    found = [
        one.number for r in made.names for y, one in made.table.values[r].items() if y in years
    ]
    scale = scale_over(found, 0.0, 1.0)
    return "" if scale.low <= 0 <= scale.high else " The scale does not begin at 0."


def _alt(made: Shown, years: range) -> str:
    told = []
    for region, name in made.names.items():
        cells = ((year, made.cell(region, year)) for year in years)
        values = ", ".join(f"{year}: {cell}" for year, cell in cells if cell != NO_VALUE)
        told.append(f"{name}: {values}.")
    unit = f", {made.writing.unit}" if made.writing.unit else ""
    return f"{made.table.name}{unit}, by year. {' '.join(told)}"


LINES = Chart(
    id=FORM,
    name="Own data: over the years",
    description="How an indicator of your own data has gone, a line a country.",
    data=lines_data,
    check=check_lines,
    draw=draw_lines,
    of_own=lines_data,
)
