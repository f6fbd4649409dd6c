"""Dots: two years of an indicator of the officer's own, a row a country, a dot a year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import unfit
from briefing.charts.drawing import ACCENT, GREY, HAIRLINE, INK, WIDTH_PT, drawn
from briefing.charts.own import (
    COMPARED,
    NO_VALUE,
    Shown,
    is_year,
    numbers_of,
    plain_name,
)
from briefing.charts.own_choice import Room, shown
from briefing.charts.own_words import all_of, in_how_many, where_most
from briefing.charts.paper import Paper
from briefing.charts.scale import Scale, scale_over
from briefing.model import ChartData, FigureArea, FigureImage, Selection, Taxonomy
from briefing.own_data import DOTS as FORM
from briefing.own_data import OwnChart

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MOST = 14
_ANY = OwnChart(FORM)
_ROOM = Room(_MOST, beside=_MOST)
_LEAST = 2
_ROW_PT = 17.0
_HEAD_PT = 20.0
_FOOT_PT = 18.0
_NAME_PT = 128.0
_DOT, _HOLE = 7.2, 4.8
_RADIUS_PT = 3.0


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
        question=f"How has {made.indicator} changed from {years[0]} to {years[1]}?",
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
        if pair == ends and number >= _LEAST:
            return pair
    if not common or max(common.values()) < _LEAST:
        return None
    most = max(common.values())
    return max((pair for pair in pairs if common[pair] == most), key=lambda p: (p[1] - p[0], p[1]))


def _ranked(made: Shown, years: _Years) -> list[str]:
    """Return the countries that have one of the values, by the later year's, asked for first."""
    found = [one for one in made.names if made.value(one, years[0]) or made.value(one, years[1])]

    def rank(region: str) -> tuple[bool, float]:
        value = made.value(region, years[1]) or made.value(region, years[0])
        return region not in made.asked, -value.number if value else 0.0

    return sorted(found, key=rank)


def _answer(made: Shown, years: _Years) -> str:
    """Say in how many countries it rose, and where it changed most."""
    changes = [
        (made.names[region], before.number, after.number)
        for region in made.names
        if (before := made.value(region, years[0])) and (after := made.value(region, years[1]))
    ]
    name, begun, ended = max(changes, key=lambda one: abs(one[2] - one[1]))
    if begun == ended:
        return f"It is the same in both years in {all_of(len(changes))}."
    way = made.from_to(begun, ended, years)
    all_changes = [one[2] - one[1] for one in changes]
    return f"{in_how_many(all_changes)}; {where_most(all_changes, name, ended - begun, way)}."


def _alt(made: Shown, regions: Sequence[str], years: _Years) -> str:
    told = []
    for region in regions:
        cells = ((year, made.cell(region, year)) for year in years)
        values = (f"{year}: {'no value' if cell == NO_VALUE else cell}" for year, cell in cells)
        told.append(f"{made.names[region]}, {', '.join(values)}.")
    unit = f", {made.writing.unit}" if made.writing.unit else ""
    return f"{made.table.name}{unit}. {' '.join(told)}"


def check_dots(data: ChartData) -> None:
    """Check that the data is numbers a country for two years.

    Raises:
        BriefError: it is not.
    """
    numbers_of(data, range(3, 4), range(_LEAST, _MOST + 1))
    if data.columns[0] != "Country" or not all(map(is_year, data.columns[1:])):
        raise unfit(data, "its columns are no years")


def draw_dots(data: ChartData) -> FigureImage:
    """Return a row a country: a ring for the earlier year, a full dot for the later.

    Raises:
        BriefError: the data is damaged.
    """
    check_dots(data)
    height = _HEAD_PT + _ROW_PT * len(data.rows) + _FOOT_PT
    return drawn(data, height, lambda figure: _paint(figure, data, height))


def _paint(figure: Figure, data: ChartData, height: float) -> list[FigureArea]:
    paper = Paper(figure, height)
    numbers = numbers_of(data, range(3, 4), range(1, 99))
    names = [plain_name(str(row[0])) for row in data.rows]
    room = min(_NAME_PT, max(paper.width(name, bold=True) for name in names))
    cells = max(paper.width(str(cell), bold=True) for row in data.rows for cell in row[1:])
    margin = cells + _RADIUS_PT + 6.0
    known = [number for row in numbers for number in row if number is not None]
    scale = scale_over(known, room + 10.0 + margin, WIDTH_PT - margin)
    _paint_scale(paper, scale, height)
    for place, (row, pair) in enumerate(zip(data.rows, numbers, strict=True)):
        middle = _HEAD_PT + _ROW_PT * (place + 0.5)
        is_compared = str(row[0]).endswith(COMPARED)
        colour = GREY if is_compared else INK
        name = paper.fitted(names[place], room, bold=not is_compared)
        paper.write(0.0, middle, name, colour=colour, bold=not is_compared)
        _paint_row(paper, scale, middle, pair, [str(cell) for cell in row[1:]], is_compared)
        for year, number in zip(data.columns[1:], pair, strict=True):
            if number is not None:
                x, y = scale.at(number), middle - _ROW_PT / 2
                paper.point(f"{names[place]}, {year}", x - 6.0, y, 12.0, _ROW_PT)
    _paint_years(paper, scale, data, numbers)
    return paper.areas


def _paint_scale(paper: Paper, scale: Scale, height: float) -> None:
    foot = height - _FOOT_PT
    for tick in scale.ticks:
        x = scale.at(tick)
        paper.rule(x, _HEAD_PT, x, foot, GREY if tick == 0 else HAIRLINE)
        paper.write(x, foot + 8.0, scale.named(tick), colour=GREY, align="center")


def _paint_row(
    paper: Paper,
    scale: Scale,
    middle: float,
    pair: Sequence[float | None],
    written: Sequence[str],
    is_compared: bool,
) -> None:
    """Draw both dots with a line between them, each with its value on its outer side."""
    colour = GREY if is_compared else ACCENT
    first, last = pair
    if first is not None and last is not None:
        xs = (scale.at(first), scale.at(last))
        paper.line(xs, (middle, middle), colour, 1.2)
    for place, number in enumerate(pair):
        if number is None:
            continue
        x = scale.at(number)
        paper.dot(x, middle, colour, _DOT)
        if place == 0:
            paper.dot(x, middle, "white", _HOLE)
        is_left = number < _or(pair[1 - place], number) or (pair[0] == pair[1] and place == 0)
        beside, align = (-_RADIUS_PT - 3.5, "right") if is_left else (_RADIUS_PT + 3.5, "left")
        _clear(paper, x + beside, middle, written[place], align)
        paper.write(x + beside, middle, written[place], bold=place == 1, align=align)


def _clear(paper: Paper, x: float, y: float, text: str, align: str) -> None:
    """Take away what of the scale would run through a number."""
    width = paper.width(text, bold=True) + 3.0
    left = x - width + 1.5 if align == "right" else x - 1.5
    paper.box(left, y - 4.5, width, 9.0, "white")


def _or(number: float | None, otherwise: float) -> float:
    return otherwise if number is None else number


def _paint_years(
    paper: Paper, scale: Scale, data: ChartData, numbers: Sequence[Sequence[float | None]]
) -> None:
    """Name the years above the first row that has both and room for their names; else nowhere."""
    first, last = numbers[0]
    if first is None or last is None or first == last:
        return
    xs = [scale.at(first), scale.at(last)]
    apart = 24.0 - abs(xs[1] - xs[0])
    if apart > 0:
        push = apart / 2 if xs[1] > xs[0] else -apart / 2
        xs = [xs[0] - push, xs[1] + push]
    for x, year, bold in zip(xs, data.columns[1:], (False, True), strict=True):
        paper.write(x, _HEAD_PT - 9.0, year, align="center", bold=bold, colour=GREY)


DOTS = Chart(
    id=FORM,
    name="Own data: two years compared",
    description="What has changed between two years in an indicator of your own data.",
    data=dots_data,
    check=check_dots,
    draw=draw_dots,
    of_own=dots_data,
)
