"""How the bars of own figures are drawn: from 0, each with its value at its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.charts.checking import unfit
from briefing.charts.drawing import ACCENT, GREY, WIDTH_PT, drawn
from briefing.charts.own import is_year, numbers_of
from briefing.charts.own_rows import CountryRow, country_rows, room_for_names, room_for_numbers
from briefing.charts.paper import Paper
from briefing.model import ChartData, FigureArea, FigureImage

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_BARS = 16
LEAST_BARS = 3
_ROW_PT = 15.0
_BAR_PT = 9.0
_EDGE_PT = 4.0
_PALE = "#a9b3be"
"""Bars of countries that are there for comparison."""


def check_bars(data: ChartData) -> None:
    """Check that the data is a number a country for one year.

    Raises:
        BriefError: it is not.
    """
    numbers_of(data, range(2, 3), range(LEAST_BARS, MOST_BARS + 1))
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
    rows = list(country_rows(data, numbers_of(data, range(2, 3), range(1, 99))))
    room = room_for_names(paper, rows)
    across = _across(rows, room + 10.0, room_for_numbers(paper, rows) + 6.0)
    for place, row in enumerate(rows):
        middle = _EDGE_PT + _ROW_PT * (place + 0.5)
        row.write_name(paper, middle, room)
        _paint_bar(paper, across, middle, row)
        if row.numbers[0] is not None:
            label = f"{row.name}, {data.columns[1]}"
            paper.point(label, 0.0, middle - _ROW_PT / 2, WIDTH_PT, _ROW_PT)
    foot = across(0.0)
    paper.rule(foot, _EDGE_PT, foot, height - _EDGE_PT, GREY)
    return paper.areas


def _across(rows: list[CountryRow], left: float, beside: float) -> Callable[[float], float]:
    """Return what tells where a number lies from left to right, with room for it beside its bar."""
    numbers = [row.numbers[0] for row in rows if row.numbers[0] is not None]
    low, high = min(*numbers, 0.0), max(*numbers, 0.0)
    left += beside if low < 0 else 0.0
    width = WIDTH_PT - (beside if high > 0 else 1.0) - left
    return lambda number: left + width * (number - low) / ((high - low) or 1.0)


def _paint_bar(
    paper: Paper, across: Callable[[float], float], middle: float, row: CountryRow
) -> None:
    """Draw a bar with its value at its end; where there is none, say so."""
    foot, number = across(0.0), row.numbers[0]
    if number is None:
        is_left = foot > WIDTH_PT / 2
        at, align = (foot - 4.0, "right") if is_left else (foot + 4.0, "left")
        paper.write(at, middle, "no value", colour=GREY, align=align)
        return
    end = across(number)
    left, top = min(foot, end), middle - _BAR_PT / 2
    paper.box(left, top, abs(end - foot), _BAR_PT, _PALE if row.is_compared else ACCENT)
    side, align = (-4.0, "right") if number < 0 else (4.0, "left")
    paper.write(end + side, middle, row.written[0], bold=not row.is_compared, align=align)
