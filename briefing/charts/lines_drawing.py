"""How the lines of own figures are drawn: each named at its end, dotted where a year lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isnan, nan
from typing import TYPE_CHECKING

from briefing.charts.checking import unfit
from briefing.charts.drawing import ACCENT, GREY, HAIRLINE, INK, WIDTH_PT, drawn
from briefing.charts.lines_labels import spread
from briefing.charts.own import COMPARED, is_year, numbers_of, plain_name
from briefing.charts.paper import Paper
from briefing.charts.scale import Scale, scale_over
from briefing.charts.years import apart
from briefing.model import ChartData, FigureArea, FigureImage

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_LINES = 6
MOST_YEARS = 60
_LEAST_YEARS = 3
_HEIGHT_PT = 178.0
_TOP_PT, _FOOT_PT = 10.0, 158.0
"""Where the scale ends and begins."""
_LEFT_PT = 34.0
_LABEL_PT = 132.0
"""Room for the names at the right, at the most."""
_COLOURS = (ACCENT, "#b0561f", "#6a93b8")
"""Told apart by the colour-blind and in grey: each is lighter than the one before."""
_DASHES: tuple[tuple[float, ...], ...] = ((), (4.0, 1.8))
"""Of the lines that have a colour to themselves, and of those that have it after them."""
_GREYS: tuple[tuple[str, tuple[float, ...]], ...] = (
    (GREY, ()),
    (GREY, (5.0, 2.0)),
    ("#98a1ac", ()),
    ("#98a1ac", (5.0, 2.0)),
)
"""Colour and dashes of lines that are there for comparison, one after the other."""
_BRIDGE = (1.0, 2.6)
"""Dashes of a line over years without a value."""
_MOST_NAMED = 13
"""Years that are named, beside the last."""
_FEW_YEARS = 12
"""With no more years than these each value has its dot."""


def check_lines(data: ChartData) -> None:
    """Check that the data is numbers by year and country.

    Raises:
        BriefError: it is not.
    """
    numbers_of(data, range(2, MOST_LINES + 2), range(_LEAST_YEARS, MOST_YEARS + 1))
    years = [str(row[0]) for row in data.rows]
    if data.columns[0] != "Year" or not all(map(is_year, years)):
        raise unfit(data, "a row is no year")
    if any(int(after) - int(before) != 1 for before, after in pairwise(years)):
        raise unfit(data, "its years do not follow one another")


def draw_lines(data: ChartData) -> FigureImage:
    """Return a line a country, named at its end; over years without a value it is dotted.

    Raises:
        BriefError: the data is damaged.
    """
    check_lines(data)
    return drawn(data, _HEIGHT_PT, lambda figure: _paint(figure, data))


def _paint(figure: Figure, data: ChartData) -> list[FigureArea]:
    paper = Paper(figure, _HEIGHT_PT)
    numbers = numbers_of(data, range(2, 99), range(1, 999))
    years = [int(str(row[0])) for row in data.rows]
    scale = scale_over([n for row in numbers for n in row if n is not None], _FOOT_PT, _TOP_PT)
    labels = [_label(data, column, numbers) for column in range(len(data.columns) - 1)]
    room = min(_LABEL_PT, max(paper.width(f"{name}{last}", bold=True) for name, last in labels))
    right = WIDTH_PT - room - 14.0
    across = [_LEFT_PT + (right - _LEFT_PT) * n / (len(years) - 1) for n in range(len(years))]
    _paint_scale(paper, scale, right)
    _paint_years(paper, years, across)
    inks = _inks(data.columns[1:])
    ends: list[tuple[float, float]] = []
    for column, head in reversed(list(enumerate(data.columns[1:]))):
        heights = [_height(scale, row[column]) for row in numbers]
        ends.append(_paint_line(paper, across, heights, inks[column]))
        _note_points(paper, across, heights, years, plain_name(head))
    _paint_labels(paper, data, labels, list(zip(inks, ends[::-1], strict=True)), right)
    return paper.areas


def _height(scale: Scale, number: float | None) -> float:
    return nan if number is None else scale.at(number)


def _label(
    data: ChartData, column: int, numbers: Sequence[Sequence[float | None]]
) -> tuple[str, str]:
    """Return a country's name and its last value, with the year where that is not the last."""
    name = plain_name(data.columns[column + 1])
    places = [place for place, row in enumerate(numbers) if row[column] is not None]
    if not places:
        return name, ""
    year, cell = data.rows[places[-1]][0], data.rows[places[-1]][column + 1]
    late = "" if places[-1] == len(numbers) - 1 else f" ({year})"
    return name, f" {cell}{late}"


def _paint_scale(paper: Paper, scale: Scale, right: float) -> None:
    for tick in scale.ticks:
        y = scale.at(tick)
        if tick == 0:
            paper.rule(_LEFT_PT, y, right, y, GREY)
        else:
            paper.rule(_LEFT_PT, y, right, y)
        paper.write(_LEFT_PT - 6.0, y, scale.named(tick), colour=GREY, align="right")


def _paint_years(paper: Paper, years: Sequence[int], across: Sequence[float]) -> None:
    """Write the first and the last year, and of those between as many as fit: the round ones."""
    last = len(years) - 1
    step = next(step for step in (1, 2, 5, 10, 20) if (last + 1) / step <= _MOST_NAMED)
    order = (0, last, *(place for place, year in enumerate(years) if year % step == 0))
    widths = [paper.width(str(year)) for year in years]
    for place in apart(order, across, widths):
        text = str(years[place])
        paper.write(across[place], _FOOT_PT + 13.0, text, colour=GREY, align="center")


def _paint_line(
    paper: Paper,
    across: Sequence[float],
    heights: Sequence[float],
    ink: _Ink,
) -> tuple[float, float]:
    """Draw a country's line, and return where it ends; a height that is no number is a gap."""
    held = [place for place, height in enumerate(heights) if not isnan(height)]
    if not held:
        return across[-1], _FOOT_PT
    paper.line(across, heights, ink.colour, ink.width, ink.dashes)
    for before, after in pairwise(held):
        if after - before > 1:
            ends = (across[before], across[after]), (heights[before], heights[after])
            paper.line(*ends, ink.colour, ink.width * 0.6, _BRIDGE)
    places = _dotted(held, len(heights))
    paper.dots([across[n] for n in places], [heights[n] for n in places], ink.colour, ink.dot)
    return across[held[-1]], heights[held[-1]]


@dataclass(frozen=True, slots=True)
class _Ink:
    """How a line is drawn."""

    colour: str
    dashes: tuple[float, ...]
    width: float
    dot: float


def _inks(heads: Sequence[str]) -> list[_Ink]:
    """Return how each country's line is drawn, so that any two differ where there is room."""
    found = []
    asked = compared = 0
    for head in heads:
        if head.endswith(COMPARED):
            colour, dashes = _GREYS[compared % len(_GREYS)]
            found.append(_Ink(colour, dashes, width=1.0, dot=2.6))
            compared += 1
        else:
            colour = _COLOURS[asked % len(_COLOURS)]
            dashes = _DASHES[asked // len(_COLOURS) % len(_DASHES)]
            found.append(_Ink(colour, dashes, width=1.7, dot=3.4))
            asked += 1
    return found


def _dotted(held: Sequence[int], years: int) -> Sequence[int]:
    """Return which values have a dot: all of a few years, else the last and those beside a gap."""
    if years <= _FEW_YEARS:
        return held
    known = {*held}
    return [n for n in held if n == held[-1] or not {n - 1, n + 1} <= known | {held[0] - 1}]


def _note_points(
    paper: Paper,
    across: Sequence[float],
    heights: Sequence[float],
    years: Sequence[int],
    name: str,
) -> None:
    for x, year, height in zip(across, years, heights, strict=True):
        if not isnan(height):
            paper.point(f"{name}, {year}", x - 4.0, height - 4.0, 8.0, 8.0)


def _paint_labels(
    paper: Paper,
    data: ChartData,
    labels: Sequence[tuple[str, str]],
    ends: Sequence[tuple[_Ink, tuple[float, float]]],
    right: float,
) -> None:
    """Write the names at the right, apart from each other, each tied to the end of its line."""
    heights = spread([y for _, (_, y) in ends], _TOP_PT - 4.0, _FOOT_PT + 4.0)
    named = zip(data.columns[1:], labels, ends, heights, strict=True)
    for head, label, (ink, (x, y)), at in named:
        is_compared = head.endswith(COMPARED)
        colour = GREY if is_compared else INK
        ends_early = x < right - 1.0  # a tie in the line's colour would look as if it went on
        if ends_early or abs(at - y) > 2.0:
            paper.rule(x + 3.0, y, right + 10.0, at, HAIRLINE if ends_early else ink.colour)
        text = _fitted(paper, label, WIDTH_PT - right - 12.0, bold=not is_compared)
        paper.write(right + 12.0, at, text, colour=colour, bold=not is_compared)


def _fitted(paper: Paper, label: tuple[str, str], room: float, *, bold: bool) -> str:
    """Return a name with its value on one line; the name is cut before the number."""
    name, last = label
    return f"{paper.fitted(name, room - paper.width(last, bold=bold), bold=bold)}{last}"
