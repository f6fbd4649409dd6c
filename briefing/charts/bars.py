"""Bars: one year of an indicator of the officer's own, a bar a country."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import unfit
from briefing.charts.drawing import ACCENT, GREY, INK, WIDTH_PT, drawn
from briefing.charts.own import (
    COMPARED,
    NO_VALUE,
    Shown,
    is_year,
    numbers_of,
    plain_name,
)
from briefing.charts.own_choice import Room, shown
from briefing.charts.paper import Paper
from briefing.model import ChartData, FigureArea, FigureImage, Selection, Taxonomy
from briefing.own_data import BARS as FORM
from briefing.own_data import OwnChart

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MOST = 16
_ANY = OwnChart(FORM)
_ROOM = Room(_MOST, beside=_MOST)
_LEAST = 3
_ROW_PT = 15.0
_BAR_PT = 9.0
_EDGE_PT = 4.0
_NAME_PT = 128.0
"""Room for the names, at the most."""
_PALE = "#a9b3be"
"""Bars of countries that are there for comparison."""


def bars_data(
    selection: Selection, taxonomy: Taxonomy, wanted: OwnChart = _ANY
) -> ChartData | NotEnough:
    """Return a row a country, the highest first among those asked for and among the others."""
    made = shown(selection, taxonomy, wanted, _ROOM, lambda one: _year(one) is not None)
    if isinstance(made, NotEnough):
        return made
    year = _year(made)
    assert year is not None  # noqa: S101 - else there would be no chart
    regions = _ranked(made, year)
    return ChartData(
        chart=wanted.id,
        question=f"Where is {made.indicator} highest?",
        answer=_answer(made, year),
        basis=made.basis([year]),
        alt=_alt(made, regions, year),
        columns=("Country", str(year)),
        rows=tuple((made.head(region), made.cell(region, year)) for region in regions),
        points=tuple(point for region in regions if (point := made.point(region, year))),
    )


def _year(made: Shown) -> int | None:
    """Return the latest year that nearly all countries have a value for, which ever have."""
    held = {
        year: sum(made.value(region, year) is not None for region in made.names)
        for year in made.table.years
        if any(made.value(region, year) for region in made.asked)
    }
    if not held or max(held.values()) < _LEAST:
        return None
    enough = max(_LEAST, 0.75 * max(held.values()))
    return max(year for year, number in held.items() if number >= enough)


def _ranked(made: Shown, year: int) -> list[str]:
    def rank(region: str) -> tuple[bool, bool, float]:
        value = made.value(region, year)
        return region not in made.asked, value is None, -value.number if value else 0.0

    return sorted(made.names, key=rank)


def _answer(made: Shown, year: int) -> str:
    """Say which country is highest and which lowest, or where the only one asked for stands."""
    found = {one: value.number for one in made.names if (value := made.value(one, year))}
    ranked = sorted(found, key=lambda region: -found[region])
    first, last = ranked[0], ranked[-1]
    only = made.asked[0]
    if len(made.asked) == 1 and only in found and only not in (first, last):
        place = 1 + sum(value > found[only] for value in found.values())
        return (
            f"With {made.said(found[only])} in {year}, {made.names[only]} is {_ordinal(place)} of "
            f"{len(found)}; {made.names[first]} has {made.said(found[first])}."
        )
    if found[first] == found[last]:
        return f"In {year} all {len(found)} have the same, {made.said(found[first])}."
    return (
        f"In {year} it is highest in {made.names[first]}, at {made.said(found[first])}, and lowest "
        f"in {made.names[last]}, at {made.said(found[last])}."
    )


def _ordinal(place: int) -> str:
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    return words[place - 1] if place <= len(words) else f"number {place}"


def _alt(made: Shown, regions: Sequence[str], year: int) -> str:
    told = ", ".join(
        f"{made.names[region]}: {'no value' if cell == NO_VALUE else cell}"
        for region in regions
        for cell in [made.cell(region, year)]
    )
    unit = f", {made.writing.unit}" if made.writing.unit else ""
    return f"{made.table.name}{unit}, {year}. {told}."


def check_bars(data: ChartData) -> None:
    """Check that the data is a number a country for one year.

    Raises:
        BriefError: it is not.
    """
    numbers_of(data, range(2, 3), range(_LEAST, _MOST + 1))
    if data.columns[0] != "Country" or not is_year(data.columns[1]):
        raise unfit(data, "its column is no year")


def draw_bars(data: ChartData) -> FigureImage:
    """Return a bar a country from 0, its value at its end.

    Raises:
        BriefError: the data is damaged.
    """
    check_bars(data)
    height = _ROW_PT * len(data.rows) + 2 * _EDGE_PT
    return drawn(data, height, lambda figure: _paint(figure, data, height))


def _paint(figure: Figure, data: ChartData, height: float) -> list[FigureArea]:
    paper = Paper(figure, height)
    numbers = [row[0] for row in numbers_of(data, range(2, 3), range(1, 99))]
    room, across = _across(paper, data, [number for number in numbers if number is not None])
    for place, (row, number) in enumerate(zip(data.rows, numbers, strict=True)):
        middle = _EDGE_PT + _ROW_PT * (place + 0.5)
        name, is_compared = plain_name(str(row[0])), str(row[0]).endswith(COMPARED)
        colour = GREY if is_compared else INK
        shown_name = paper.fitted(name, room, bold=not is_compared)
        paper.write(0.0, middle, shown_name, colour=colour, bold=not is_compared)
        _paint_bar(paper, across, middle, number, str(row[1]), is_compared)
        if number is not None:
            label = f"{name}, {data.columns[1]}"
            paper.point(label, 0.0, middle - _ROW_PT / 2, WIDTH_PT, _ROW_PT)
    foot = across(0.0)
    paper.rule(foot, _EDGE_PT, foot, height - _EDGE_PT, GREY)
    return paper.areas


def _across(
    paper: Paper, data: ChartData, numbers: Sequence[float]
) -> tuple[float, Callable[[float], float]]:
    """Return the room for the names, and what tells where a number lies from left to right."""
    names = (plain_name(str(row[0])) for row in data.rows)
    room = min(_NAME_PT, max(paper.width(name, bold=True) for name in names))
    beside = max(paper.width(str(row[1]), bold=True) for row in data.rows) + 6.0
    low, high = min(*numbers, 0.0), max(*numbers, 0.0)
    left = room + 10.0 + (beside if low < 0 else 0.0)
    width = WIDTH_PT - (beside if high > 0 else 0.0) - left
    return room, lambda number: left + width * (number - low) / ((high - low) or 1.0)


def _paint_bar(
    paper: Paper,
    across: Callable[[float], float],
    middle: float,
    number: float | None,
    written: str,
    is_compared: bool,
) -> None:
    """Draw a bar with its value at its end; where there is none, say so."""
    foot = across(0.0)
    if number is None:
        paper.write(foot + 4.0, middle, "no value", colour=GREY)
        return
    end = across(number)
    left, top = min(foot, end), middle - _BAR_PT / 2
    paper.box(left, top, abs(end - foot), _BAR_PT, _PALE if is_compared else ACCENT)
    side, align = (-4.0, "right") if number < 0 else (4.0, "left")
    paper.write(end + side, middle, written, bold=not is_compared, align=align)


BARS = Chart(
    id=FORM,
    name="Own data: countries compared",
    description="One year of an indicator of your own data, a bar a country.",
    data=bars_data,
    check=check_bars,
    draw=draw_bars,
    of_own=bars_data,
)
