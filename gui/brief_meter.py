"""How long the document is against what its template allows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from briefing.model.desk import PreviewState
from gui import theme
from gui.widgets.labels import plain
from gui.widgets.remark import Remark, SectionHeading

_SLACK = 0.05
"""Sides over the limit that are not worth a word."""


class Meter(QWidget):
    """A slim bar and a line of words; in words too when the document is too long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.length = plain()
        self.bar = _Bar()
        self.over = Remark()
        self.made_of = Remark()
        self.omitted = Remark()
        head = QHBoxLayout()
        head.addWidget(SectionHeading(self.tr("Brief")), 1)
        head.addWidget(self.length)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.bar, self.over, self.made_of, self.omitted):
            column.addWidget(part)
        column.insertLayout(0, head)
        self.bar.hide()

    def show_length(self, state: PreviewState) -> None:
        """Show how long the document is, what it is made of, and what it leaves out."""
        over = state.filled - state.sides if state.sides else 0.0
        self.length.setText(self._length(state))
        self.length.setAccessibleName(self._length(state))
        self.bar.setVisible(bool(state.sides))
        self.bar.show_part(state.filled / state.sides if state.sides else 0.0)
        self.over.mind(self._over(state, over) if over >= _SLACK else "")
        self.made_of.say(self._made_of(state))
        self.omitted.say("\n".join(state.omitted))

    def clear(self) -> None:
        """Say nothing, until the length of another document is known."""
        self.length.clear()
        self.bar.hide()
        for part in (self.over, self.made_of, self.omitted):
            part.say("")

    def _over(self, state: PreviewState, over: float) -> str:
        said = self.tr("Over by {sides}: leave out a finding or a chart.")
        if state.room == 0 and state.findings and not state.charts:
            said = self.tr("Over by {sides}: your own words alone fill the sides. Shorten them.")
        elif state.room == 0 and state.findings:
            said = self.tr(
                "Over by {sides}: charts and your own words alone fill the sides. "
                "Leave out a chart, or shorten your words."
            )
        elif state.room is not None and state.findings:
            said = self.tr(
                "Over by {sides}: beside your own words and charts there is room for about %n "
                "finding(s). Use fewer, leave out a chart, or shorten your words.",
                "",
                state.room,
            )
        return said.format(sides=f"{over:.1f}")

    def _length(self, state: PreviewState) -> str:
        filled = f"{state.filled:.1f}"
        if not state.sides:
            return self.tr("{filled} sides").format(filled=filled)
        return self.tr("{filled} of %n side(s)", "", state.sides).format(filled=filled)

    def _made_of(self, state: PreviewState) -> str:
        findings = self.tr("%n finding(s)", "", state.findings)
        reports = self.tr("%n report(s)", "", state.reports)
        return self.tr("{findings} from {reports}").format(findings=findings, reports=reports)


class _Bar(QWidget):
    """A line, filled as far as the document goes; in amber, with a mark, where it goes beyond."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float) -> None:
        """Fill the bar; 1: up to the limit."""
        self._part = part
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a slim height."""
        return QSize(0, max(4, round(self.fontMetrics().height() * 0.3)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line, and the limit where the document goes beyond it."""
        colours, room = theme.colours(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = max(1.0, self._part)
        self._fill(painter, room, colours.desk, 1.0)
        self._fill(painter, room, colours.mind, min(self._part, whole) / whole)
        self._fill(painter, room, colours.accent, min(self._part, 1.0) / whole)

    def _fill(self, painter: QPainter, room: QRectF, shade: str, part: float) -> None:
        painter.setBrush(QColor(shade))
        radius = room.height() / 2
        filled = QRectF(room.x(), room.y(), room.width() * part, room.height())
        painter.drawRoundedRect(filled, radius, radius)
