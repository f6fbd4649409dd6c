"""How two years of own figures are drawn: a ring for the earlier, a full dot for the later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.charts.checking import unfit
from briefing.charts.drawing import ACCENT, GREY, HAIRLINE, WIDTH_PT, drawn
from briefing.charts.own import is_year, numbers_of
from briefing.charts.own_rows import CountryRow, country_rows, room_for_names, room_for_numbers
from briefing.charts.paper import Paper
from briefing.charts.scale import Scale, scale_over
from briefing.model import ChartData, FigureArea, FigureImage

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_ROWS = 14
LEAST_ROWS = 2
_ROW_PT = 17.0
_HEAD_PT = 20.0
_FOOT_PT = 18.0
_DOT, _HOLE = 7.2, 4.8
_RADIUS_PT = 3.0


def check_dots(data: ChartData) -> None:
    """Check that the data is numbers a country for two years.

    Raises:
        BriefError: it is not.
    """
    numbers_of(data, range(3, 4), range(LEAST_ROWS, MOST_ROWS + 1))
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
    rows = list(country_rows(data, numbers_of(data, range(3, 4), range(1, 99))))
    room = room_for_names(paper, rows)
    margin = room_for_numbers(paper, rows) + _RADIUS_PT + 6.0
    known = [number for row in rows for number in row.numbers if number is not None]
    scale = scale_over(known, room + 10.0 + margin, WIDTH_PT - margin)
    _paint_scale(paper, scale, height)
    for place, row in enumerate(rows):
        middle = _HEAD_PT + _ROW_PT * (place + 0.5)
        row.write_name(paper, middle, room)
        _paint_row(paper, scale, middle, row)
        for year, number in zip(data.columns[1:], row.numbers, strict=True):
            if number is not None:
                x, y = scale.at(number), middle - _ROW_PT / 2
                paper.point(f"{row.name}, {year}", x - 6.0, y, 12.0, _ROW_PT)
    _paint_years(paper, scale, data, rows[0].numbers)
    return paper.areas


def _paint_scale(paper: Paper, scale: Scale, height: float) -> None:
    foot = height - _FOOT_PT
    for tick in scale.ticks:
        x = scale.at(tick)
        paper.rule(x, _HEAD_PT, x, foot, GREY if tick == 0 else HAIRLINE)
        paper.write(x, foot + 8.0, scale.named(tick), colour=GREY, align="center")


def _paint_row(paper: Paper, scale: Scale, middle: float, row: CountryRow) -> None:
    """Draw both dots with a line between them, each with its value on its outer side."""
    colour = GREY if row.is_compared else ACCENT
    first, last = row.numbers
    if first is not None and last is not None:
        xs = (scale.at(first), scale.at(last))
        paper.line(xs, (middle, middle), colour, 1.2)
    for place, number in enumerate(row.numbers):
        if number is None:
            continue
        x = scale.at(number)
        if place == 1 or first != last:  # a full dot on a ring would hide it: one mark for both
            paper.dot(x, middle, colour, _DOT)
        if place == 0 and first != last:
            paper.dot(x, middle, "white", _HOLE)
        other = row.numbers[1 - place]
        is_left = number < (number if other is None else other) or (place == 0 and first == last)
        beside, align = (-_RADIUS_PT - 3.5, "right") if is_left else (_RADIUS_PT + 3.5, "left")
        _clear(paper, x + beside, middle, row.written[place], align)
        paper.write(x + beside, middle, row.written[place], bold=place == 1, align=align)


def _clear(paper: Paper, x: float, y: float, text: str, align: str) -> None:
    """Take away what of the scale would run through a number."""
    width = paper.width(text, bold=True) + 3.0
    left = x - width + 1.5 if align == "right" else x - 1.5
    paper.box(left, y - 4.5, width, 9.0, "white")


def _paint_years(
    paper: Paper, scale: Scale, data: ChartData, numbers: Sequence[float | None]
) -> None:
    """Name the years above the first row that has both and room for their names; else nowhere."""
    first, last = numbers
    if first is None or last is None or first == last:
        return
    xs = [scale.at(first), scale.at(last)]
    apart = 24.0 - abs(xs[1] - xs[0])
    if apart > 0:
        push = apart / 2 if xs[1] > xs[0] else -apart / 2
        xs = [xs[0] - push, xs[1] + push]
    for x, year, bold in zip(xs, data.columns[1:], (False, True), strict=True):
        paper.write(x, _HEAD_PT - 9.0, year, align="center", bold=bold, colour=GREY)
