"""Lines: how an indicator of the officer's own has gone over the years, a line a country."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.lines_drawing import MOST_LINES, MOST_YEARS, check_lines, draw_lines
from briefing.charts.own import NO_VALUE, Shown
from briefing.charts.own_choice import Room, shown
from briefing.charts.own_words import in_how_many, where_most
from briefing.charts.scale import scale_over
from briefing.model import ChartData, Selection, Taxonomy
from briefing.own_data import LINES as FORM
from briefing.own_data import OwnChart
from briefing.wording import plural

_ANY = OwnChart(FORM)
_ROOM = Room(MOST_LINES, beside=5)
_LEAST_VALUES = 3
_LITTLE = 0.25
"""Share of the way from the lowest value to the highest below which the ends tell little."""


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
        question=f"{made.indicator}: what has changed since {years[0]}?",
        answer=_answer(made, years),
        basis=made.basis(years, _on_scale(made, years), _on_gaps(made, years)),
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


def _on_gaps(made: Shown, years: range) -> str:
    """Say what dots mean, where a line runs over years without a value; one may only end early."""
    for region in made.names:
        held = [year for year in years if made.value(region, year)]
        if held and len(held) <= held[-1] - held[0]:
            return " Dotted: no value in between."
    return ""


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
    name = made.within(most.region)
    return f"{changed}{where_most(changes, name, most.last - most.first, way)}."


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
    """Say how a single country has gone, and what one would not guess from both ends."""
    name, (from_, to) = made.within(way.region), way.years
    found = {y: v.number for y, v in made.table.values[way.region].items() if y in years}
    low, high = (pick(found, key=lambda y: (found[y], y)) for pick in (min, max))
    made = replace(made, writing=made.writing.telling(found[low], found[high]))
    reach = found[high] - found[low]
    if abs(way.last - way.first) < _LITTLE * reach:
        first, second = sorted((low, high))
        ends = f"{made.said(found[first])} in {first} and {made.said(found[second])} in {second}"
        return f"In {name} it moved between {ends}; in {to} it is {_near(made, way)}."
    if way.first == way.last:
        return f"In {name} it is the same in every year, {made.said(way.last)}."
    how = "rose" if way.last > way.first else "fell"
    said = f"In {name} it {how} {made.from_to(way.first, way.last, way.years)}"
    turn, kind = (high, "highest") if high not in way.years else (low, "lowest")
    beyond = f"; it was {kind} in {turn}, at {made.said(found[turn])}"
    return f"{said}{beyond if turn not in (from_, to) else ''}."


def _near(made: Shown, way: _Way) -> str:
    """Say where the last value is that is not far from the first."""
    if made.said(way.first) == made.said(way.last):
        return f"where it was in {way.years[0]}, at {made.said(way.last)}"
    return f"near where it was in {way.years[0]}, at {made.said(way.last)}"


def _scattered(made: Shown, years: range) -> str:
    """Say what there is where no country asked for has two values within the years."""
    number = sum(year in years for region in made.asked for year in made.table.values[region])
    are = "is" if number == 1 else "are"
    return f"On the countries asked for there {are} {plural(number, 'value')} alone."


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
    return f"{made.heading}, by year. {' '.join(told)}"


LINES = Chart(
    id=FORM,
    name="Own data: over the years",
    description="How an indicator of your own data has gone, a line a country.",
    data=lines_data,
    check=check_lines,
    draw=draw_lines,
    of_own=lines_data,
)
