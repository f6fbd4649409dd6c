"""Dots: two years of an indicator of the officer's own, a row a country, a dot a year."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.dots_drawing import LEAST_ROWS, MOST_ROWS, check_dots, draw_dots
from briefing.charts.own import NO_VALUE, Shown
from briefing.charts.own_choice import Room, shown
from briefing.charts.own_words import all_of, in_how_many, where_most
from briefing.model import ChartData, Selection, Taxonomy
from briefing.own_data import DOTS as FORM
from briefing.own_data import OwnChart

_ANY = OwnChart(FORM)
_ROOM = Room(MOST_ROWS, beside=MOST_ROWS)


def dots_data(
    selection: Selection, taxonomy: Taxonomy, wanted: OwnChart = _ANY
) -> ChartData | NotEnough:
    """Return a row a country with its values in the earlier and in the later year."""
    ends = wanted.first, wanted.last
    made = shown(selection, taxonomy, wanted, _ROOM, lambda one: _years(one, ends) is not None)
    if isinstance(made, NotEnough):
        return made
    years = _years(made, ends)
    assert years is not None  # noqa: S101 - else there would be no chart
    regions = _ranked(made, years)
    points = (made.point(region, year) for region in regions for year in years)
    return ChartData(
        chart=wanted.id,
        question=f"{made.indicator}: what has changed from {years[0]} to {years[1]}?",
        answer=_answer(made, years),
        basis=made.basis(years, f" Ring: {years[0]}; full dot: {years[1]}.", " No dot: no value."),
        alt=_alt(made, regions, years),
        columns=("Country", *map(str, years)),
        rows=tuple(
            (made.head(region), *(made.cell(region, year) for year in years)) for region in regions
        ),
        points=tuple(point for point in points if point),
    )


_Years = tuple[int, int]


def _years(made: Shown, ends: tuple[int | None, int | None]) -> _Years | None:
    """Return the two years that are asked for, else those farthest apart that most have."""
    held = {
        year: {region for region in made.names if made.value(region, year)}
        for year in made.table.years
    }
    pairs = [(first, last) for first in held for last in held if first < last]
    common = {pair: len(held[pair[0]] & held[pair[1]]) for pair in pairs}
    for pair, number in common.items():
        if pair == ends and number >= LEAST_ROWS:
            return pair
    if not common or max(common.values()) < LEAST_ROWS:
        return None
    most = max(common.values())
    return max((pair for pair in pairs if common[pair] == most), key=lambda p: (p[1] - p[0], p[1]))


def _ranked(made: Shown, years: _Years) -> list[str]:
    """Return the countries that have one of the values, by the later year's."""
    found = [one for one in made.names if made.value(one, years[0]) or made.value(one, years[1])]

    def rank(region: str) -> float:
        value = made.value(region, years[1]) or made.value(region, years[0])
        return -value.number if value else 0.0

    return sorted(found, key=rank)


def _answer(made: Shown, years: _Years) -> str:
    """Say in how many countries it rose, and where it changed most."""
    changes = [
        (made.within(region), before.number, after.number)
        for region in made.names
        if (before := made.value(region, years[0])) and (after := made.value(region, years[1]))
    ]
    name, begun, ended = max(changes, key=lambda one: abs(one[2] - one[1]))
    if begun == ended:
        return f"It is the same in both years in {all_of(len(changes))}."
    way = made.from_to(begun, ended, years)
    all_changes = [one[2] - one[1] for one in changes]
    return f"{in_how_many(all_changes)}{where_most(all_changes, name, ended - begun, way)}."


def _alt(made: Shown, regions: Sequence[str], years: _Years) -> str:
    told = []
    for region in regions:
        cells = ((year, made.cell(region, year)) for year in years)
        values = (f"{year}: {'no value' if cell == NO_VALUE else cell}" for year, cell in cells)
        told.append(f"{made.names[region]}, {', '.join(values)}.")
    return f"{made.heading}. {' '.join(told)}"


DOTS = Chart(
    id=FORM,
    name="Own data: two years compared",
    description="What has changed between two years in an indicator of your own data.",
    data=dots_data,
    check=check_dots,
    draw=draw_dots,
    of_own=dots_data,
)
