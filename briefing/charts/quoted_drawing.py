"""Draw the figures quoted: a row each, with a bar where figures may be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.charts.drawing import ACCENT, GREY, WIDTH_PT, drawn
from briefing.charts.measuring import Measure
from briefing.charts.paper import Paper
from briefing.charts.quoted_kinds import SHARES, are_alike, labels
from briefing.model import ChartData, FigureArea, FigureImage

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LINE_PT = 10.6
_BESIDE_PT = 4.4
"""What a row is higher than its lines."""
_GROUP_PT = 16.0
_WORDS_PT = 108.0
"""Where the words begin that tell what a figure is of."""
_SCALE_PT = (296.0, 374.0)
"""Left and right end of the strip on which the figures of a kind are compared."""
_PLACE_PT = 384.0
_GAP_PT = 8.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure, broken into lines."""

    label: str
    figure: list[str]
    words: list[str]
    place: list[str]
    low: float
    high: float
    differs: bool

    @property
    def height(self) -> float:
        """How much room it takes."""
        lines = max(len(self.figure), len(self.words), len(self.place))
        return _LINE_PT * lines + _BESIDE_PT


@dataclass(frozen=True, slots=True)
class _Group:
    """Figures of one kind."""

    head: str
    end: float
    """The number at the right end of the strip; 0 where there is no strip."""
    rows: list[_Row]


def draw(data: ChartData) -> FigureImage:
    """Return the picture of rows that have been checked."""
    groups = _groups(data, Measure())
    height = sum(_GROUP_PT + sum(row.height for row in group.rows) for group in groups) + 2.0

    def paint(figure: Figure) -> list[FigureArea]:
        paper = Paper(figure, height)
        top = 0.0
        for group in groups:
            paper.write(0, top + _GROUP_PT / 2, group.head, colour=ACCENT, bold=True)
            _paint_ends(paper, top + _GROUP_PT / 2, group)
            top += _GROUP_PT
            for row in group.rows:
                _paint_row(paper, top, row, group.end)
                top += row.height
        return paper.areas

    return drawn(data, height, paint)


def _groups(data: ChartData, measure: Measure) -> list[_Group]:
    behind = {one.label: one.codes for one in data.points}
    named = zip(labels(data.rows), data.rows, strict=True)
    return [
        _group(measure, list(rows), behind)
        for _, rows in groupby(named, key=lambda each: each[1][2])
    ]


def _group(
    measure: Measure, named: Sequence[tuple[str, Sequence[str | int]]], behind: Mapping[str, object]
) -> _Group:
    rows = [row for _, row in named]
    head = str(rows[0][2])
    end = 0.0
    if are_alike(rows, behind):
        most = max(_ends(row)[1] for row in rows)
        end = max(100.0, most) if head == SHARES else most
    room = (_SCALE_PT[0] if end else _PLACE_PT) - _GAP_PT - _WORDS_PT
    fitted = measure.fitted(head, WIDTH_PT if not end else _SCALE_PT[0] - _GAP_PT, bold=True)
    return _Group(fitted, end, [_row(measure, label, row, room) for label, row in named])


def _row(measure: Measure, label: str, row: Sequence[str | int], room: float) -> _Row:
    low, high = _ends(row)
    of = f"against “{row[5]}”: {row[1]}" if row[5] else str(row[1])
    return _Row(
        label,
        measure.broken(str(row[0]), _WORDS_PT - _GAP_PT, 2, bold=True),
        measure.broken(of, room, 2),
        _place(measure, str(row[4])),
        low,
        high,
        bool(row[5]),
    )


def _place(measure: Measure, told: str) -> list[str]:
    """Return where a figure stands, in one line if it goes in, else the report above the page."""
    room = WIDTH_PT - _PLACE_PT
    whole = measure.fitted(told, room)
    if not whole.endswith(" …"):
        return [whole]
    if told.startswith("["):
        return measure.broken(told, room, 2)
    return [measure.fitted(text, room) for text in told.rpartition(", ")[::2] if text]


def _ends(row: Sequence[str | int]) -> tuple[float, float]:
    """Return both ends of a range, or a number twice."""
    low, _, high = str(row[3]).partition("–")
    return float(low), float(high or low)


def _paint_ends(paper: Paper, middle: float, group: _Group) -> None:
    """Write from where to where the strip of shares reaches; others have their number beside."""
    if group.end and group.head == SHARES:
        paper.write(_SCALE_PT[0], middle, "0", colour=GREY)
        paper.write(_SCALE_PT[1], middle, f"{group.end:.4g}%", colour=GREY, align="right")


def _paint_row(paper: Paper, top: float, row: _Row, end: float) -> None:
    first = top + (_LINE_PT + _BESIDE_PT) / 2
    for n, line in enumerate(row.figure):
        paper.write(0, first + _LINE_PT * n, line, bold=True)
    for n, line in enumerate(row.words):
        paper.write(_WORDS_PT, first + _LINE_PT * n, line)
    for n, line in enumerate(row.place):
        paper.write(_PLACE_PT, first + _LINE_PT * n, line, colour=GREY)
    if end:
        _paint_bar(paper, first, row, end)
    paper.point(row.label, 0.0, top, WIDTH_PT, row.height)


def _paint_bar(paper: Paper, middle: float, row: _Row, end: float) -> None:
    """Draw a bar from 0 to the number; of a range, what lies between its ends is hollow."""
    left, right = _SCALE_PT
    low, high = (left + (right - left) * number / end for number in (row.low, row.high))
    paper.rule(left, middle, right, middle)
    if high > low:
        paper.box(low, middle - 2.5, high - low, 5.0, "white", ACCENT)
    paper.box(left, middle - 2.5, low - left, 5.0, "white" if row.differs else ACCENT, ACCENT)
