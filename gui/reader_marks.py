"""What is drawn beside a report's own words: lines under its findings, pages in the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextLine
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.theme_marks import mark_of

THICK, STEP = 1.5, 2.5
"""Of a line under a finding, and from one line to the next, in pixels."""


def underline(
    painter: QPainter,
    layout: QTextLayout,
    corner: QPointF,
    place: tuple[int, int],
    themes: tuple[str, ...],
) -> None:
    """Draw a line for each theme under a part of a laid out block, one below the other."""
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        first = max(place[0], line.textStart())
        last = min(place[1], line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = _x(line, first), _x(line, last)
        top = corner.y() + line.y() + line.ascent() + 2
        for step, theme_id in enumerate(themes):
            area = QRectF(corner.x() + left, top + STEP * step, right - left, THICK)
            painter.fillRect(area.normalized(), mark_of(theme_id))


class Margin(QWidget):
    """The margin at the left of a report's text, with the numbers of its pages."""

    def __init__(self, view: QWidget, marks: Callable[[], Iterable[tuple[QRectF, str]]]) -> None:
        """Take the view, and what yields each number with the line beside which it stands."""
        super().__init__(view)
        self._marks = marks

    def needed(self) -> int:
        """Return the width that a page number needs."""
        return self.fontMetrics().horizontalAdvance("p. 0000  ")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the page numbers."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.colours().faint))
        width = self.width() - self.fontMetrics().horizontalAdvance("  ")
        side = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for place, mark in self._marks():
            told = self.tr("p. {page}").format(page=mark)
            painter.drawText(QRectF(0, place.top(), width, place.height()), side, told)


def _x(line: QTextLine, position: int) -> float:
    """Return where a character stands in its line; the binding gives place and position."""
    found: object = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
