"""Draw events along a line of time, each with its words beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.charts.drawing import ACCENT, GREY, HAIRLINE, WIDTH_PT, drawn
from briefing.charts.events_rows import days_of, labels, lines_of
from briefing.charts.measuring import Measure
from briefing.charts.paper import Paper
from briefing.charts.years import Years
from briefing.model import ChartData, FigureArea, FigureImage, PartialDate

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LINE_PT = 10.6
_BESIDE_PT = 4.8
"""What an event is higher than its lines."""
_EDGE_PT = 8.0
_LEAST_YEARS = 2
"""Years that the line of time spans at least."""
_LINE_X = 30.0
"""Where the line of time stands; the years are named left of it."""
_DATE_X = 62.0
_WORDS_X = 128.0
_PLACE_X = 366.0


def draw(data: ChartData) -> FigureImage:
    """Return the picture of rows that have been checked."""
    events = _written(data)
    height = sum(one.height for one in events) + 2 * _EDGE_PT

    def paint(figure: Figure) -> list[FigureArea]:
        paper = Paper(figure, height)
        scale = Years.over(
            [one.day for one in events], _EDGE_PT, height - _EDGE_PT, least=_LEAST_YEARS
        )
        _paint_years(paper, scale)
        top = _EDGE_PT
        for one in events:
            first = top + (_LINE_PT + _BESIDE_PT) / 2
            _tie(paper, scale.middle(one.day), first)
            _paint_event(paper, one, first)
            paper.point(one.label, _DATE_X, top, WIDTH_PT - _DATE_X, one.height)
            top += one.height
        return paper.areas

    return drawn(data, height, paint)


@dataclass(frozen=True, slots=True)
class _Written:
    """An event, broken into lines."""

    label: str
    day: PartialDate
    words: list[str]
    where: list[str]

    @property
    def height(self) -> float:
        """How much room it takes."""
        return _LINE_PT * max(len(self.words), len(self.where)) + _BESIDE_PT


def _written(data: ChartData) -> list[_Written]:
    measure = Measure()
    lines = lines_of(len(data.rows))
    found = []
    for label, row, day in zip(labels(data.rows), data.rows, days_of(data), strict=True):
        words = measure.broken(str(row[1]), _PLACE_X - _WORDS_X - 10.0, lines)
        found.append(_Written(label, day, words, _where(measure, str(row[2]), len(words))))
    return found


def _where(measure: Measure, told: str, lines: int) -> list[str]:
    """Return the report, and beneath it page and paragraph or the mark.

    The name of the report takes a second line where there is room for one, or beside the mark.
    """
    report, bracket, marks = told.partition(" [")
    if not bracket:
        report, _, marks = told.rpartition(", ")
    room = WIDTH_PT - _PLACE_X
    beneath = f"[{marks}" if bracket else marks
    named = measure.broken(report, room, max(2, min(3, lines - 1))) if report else []
    if len(named) > max(1, lines - 1):
        last = f"{named[-1]} {beneath}"
        if not named[-1].endswith("…") and measure.width(last) <= room:
            return [*named[:-1], last]
        named = measure.broken(report, room, max(1, lines - 1))
    return [*named, *([measure.fitted(beneath, room)] if beneath else [])]


def _paint_years(paper: Paper, scale: Years) -> None:
    paper.rule(_LINE_X, scale.begins, _LINE_X, scale.ends, ACCENT)
    for year in scale.named(8):
        y = scale.at(year)
        paper.rule(_LINE_X - 4.0, y, _LINE_X, y, ACCENT)
        paper.write(_LINE_X - 7.0, y, str(year), colour=GREY, align="right")


def _tie(paper: Paper, at: float, to: float) -> None:
    """Draw a point on the line of time and a hairline from it to its event."""
    bend = (_LINE_X + 5.0, _DATE_X - 8.0)
    paper.line((_LINE_X, *bend, _DATE_X - 3.0), (at, at, to, to), HAIRLINE, 0.7)
    paper.dot(_LINE_X, at, ACCENT, 4.0)


def _paint_event(paper: Paper, one: _Written, first: float) -> None:
    paper.write(_DATE_X, first, _short(one.day), bold=True)
    for line, text in enumerate(one.words):
        paper.write(_WORDS_X, first + _LINE_PT * line, text)
    for line, text in enumerate(one.where):
        paper.write(_PLACE_X, first + _LINE_PT * line, text, colour=GREY)


def _short(day: PartialDate) -> str:
    """Return the date with its month in three letters: ``13 Sep 2022``."""
    *number, month, year = day.spoken().split()
    return " ".join((*number, month[:3], year))
