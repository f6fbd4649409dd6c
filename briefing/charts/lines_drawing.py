"""How the lines of own figures are drawn: each named at its end, broken where a year lacks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import nan
from typing import TYPE_CHECKING

from briefing.charts.checking import unfit
from briefing.charts.drawing import ACCENT, GREY, INK, WIDTH_PT, drawn
from briefing.charts.own import COMPARED, is_year, numbers_of, plain_name
from briefing.charts.paper import Paper
from briefing.charts.scale import Scale, scale_over
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
_LINE_PT = 10.5
_COLOURS = (ACCENT, "#b0561f", "#6a93b8")
"""Told apart by the colour-blind and in grey: each is lighter than the one before."""
_DASHES = ((), (4.0, 1.8))
"""Of the lines that have a colour to themselves, and of those that have it after them."""
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
    """Return a line a country, named at its end; where a year has no value the line is broken.

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
    room = min(_LABEL_PT, max(paper.width(text, bold=True) for text in labels))
    right = WIDTH_PT - room - 14.0
    across = [_LEFT_PT + (right - _LEFT_PT) * n / (len(years) - 1) for n in range(len(years))]
    _paint_scale(paper, scale, right)
    _paint_years(paper, years, across)
    ends: list[tuple[float, float]] = []
    for column, head in reversed(list(enumerate(data.columns[1:]))):
        line = [row[column] for row in numbers]
        ends.append(_paint_line(paper, scale, across, line, column, head.endswith(COMPARED)))
        _note_points(paper, scale, across, line, years, plain_name(head))
    _paint_labels(paper, data, labels, ends[::-1], right, room)
    return paper.areas


def _label(data: ChartData, column: int, numbers: Sequence[Sequence[float | None]]) -> str:
    """Return a country's name with its last value, and the year where that is not the last."""
    name = plain_name(data.columns[column + 1])
    places = [place for place, row in enumerate(numbers) if row[column] is not None]
    if not places:
        return name
    year, cell = data.rows[places[-1]][0], data.rows[places[-1]][column + 1]
    late = "" if places[-1] == len(numbers) - 1 else f" ({year})"
    return f"{name} {cell}{late}"


def _paint_scale(paper: Paper, scale: Scale, right: float) -> None:
    for tick in scale.ticks:
        y = scale.at(tick)
        if tick == 0:
            paper.rule(_LEFT_PT, y, right, y, GREY)
        else:
            paper.rule(_LEFT_PT, y, right, y)
        paper.write(_LEFT_PT - 6.0, y, scale.named(tick), colour=GREY, align="right")


def _paint_years(paper: Paper, years: Sequence[int], across: Sequence[float]) -> None:
    """Write the first and the last year, and of those between as many as fit."""
    last = len(years) - 1
    step = next(step for step in (1, 2, 5, 10, 20) if (last + 1) / step <= 13)
    for place, (year, x) in enumerate(zip(years, across, strict=True)):
        is_end = place in (0, last)
        if is_end or (year % step == 0 and min(place, last - place) * 2 >= step):
            paper.write(x, _FOOT_PT + 13.0, str(year), colour=GREY, align="center")


def _paint_line(
    paper: Paper,
    scale: Scale,
    across: Sequence[float],
    line: Sequence[float | None],
    column: int,
    is_compared: bool,
) -> tuple[float, float]:
    """Draw a country's line, and return where it ends."""
    heights = [nan if number is None else scale.at(number) for number in line]
    colour, dashes = _ink(column, is_compared=is_compared)
    width, size = (1.0, 2.6) if is_compared else (1.7, 3.4)
    paper.line(across, heights, colour, width, dashes)
    places = _dotted(line)
    paper.dots([across[n] for n in places], [heights[n] for n in places], colour, size)
    return (across[places[-1]], heights[places[-1]]) if places else (across[-1], _FOOT_PT)


def _ink(column: int, *, is_compared: bool) -> tuple[str, tuple[float, ...]]:
    """Return the colour of a line and its dashes."""
    dashes = _DASHES[column // len(_COLOURS) % len(_DASHES)]
    return (GREY if is_compared else _COLOURS[column % len(_COLOURS)]), dashes


def _dotted(line: Sequence[float | None]) -> list[int]:
    """Return which years have a dot: all of a few, else the last and those that stand alone."""
    held = [n for n, number in enumerate(line) if number is not None]
    if len(line) <= _FEW_YEARS:
        return held
    known = {*held}
    return [n for n in held if n == held[-1] or not known & {n - 1, n + 1}]


def _note_points(
    paper: Paper,
    scale: Scale,
    across: Sequence[float],
    line: Sequence[float | None],
    years: Sequence[int],
    name: str,
) -> None:
    for x, year, number in zip(across, years, line, strict=True):
        if number is not None:
            paper.point(f"{name}, {year}", x - 4.0, scale.at(number) - 4.0, 8.0, 8.0)


def _paint_labels(
    paper: Paper,
    data: ChartData,
    labels: Sequence[str],
    ends: Sequence[tuple[float, float]],
    right: float,
    room: float,
) -> None:
    """Write the names at the right, apart from each other, each tied to the end of its line."""
    heights = _apart([y for _, y in ends])
    named = zip(data.columns[1:], labels, ends, heights, strict=True)
    for column, (head, label, (x, y), at) in enumerate(named):
        is_compared = head.endswith(COMPARED)
        colour = GREY if is_compared else INK
        if x < right - 1.0 or abs(at - y) > 2.0:
            tie, _ = _ink(column, is_compared=is_compared)
            paper.rule(x + 3.0, y, right + 10.0, at, tie)
        text = paper.fitted(label, room, bold=not is_compared)
        paper.write(right + 12.0, at, text, colour=colour, bold=not is_compared)


def _apart(heights: Sequence[float]) -> list[float]:
    """Return heights so moved that a line fits between any two, as little as can be.

    Those that would touch become a group around the middle of where its members were.
    """
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    groups: list[list[int]] = []
    for place in order:
        groups.append([place])
        while len(groups) > 1 and _touch(heights, *groups[-2:]):
            groups[-2:] = [groups[-2] + groups[-1]]
    moved = list(heights)
    for group in groups:
        for place, at in zip(group, _spread(heights, group), strict=True):
            moved[place] = at
    return moved


def _touch(heights: Sequence[float], above: list[int], below: list[int]) -> bool:
    return _spread(heights, below)[0] - _spread(heights, above)[-1] < _LINE_PT


def _spread(heights: Sequence[float], group: list[int]) -> list[float]:
    """Return where the members of a group stand, within what there is of paper."""
    high = _LINE_PT * (len(group) - 1)
    middle = sum(heights[place] for place in group) / len(group)
    top = min(max(middle - high / 2, _TOP_PT - 4.0), _FOOT_PT + 4.0 - high)
    return [top + _LINE_PT * n for n in range(len(group))]
