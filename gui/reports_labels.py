"""Labels of the pages that deal with reports: section heads, quiet words, warnings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.widgets.labels import quiet
from gui.widgets.shade import shade


def heading(text: str) -> QLabel:
    """Return the small head of a part of a page."""
    label = quiet(text)
    font = QFont(label.font())
    font.setWeight(QFont.Weight.DemiBold)
    font.setPointSizeF(font.pointSizeF() * 0.88)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 110)
    label.setFont(font)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


def wrapped(label: QLabel) -> QLabel:
    """Let a label break its lines and be copied."""
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class Notice(QLabel):
    """One line that says what to mind; takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        shade(self, "mind")
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence; an empty one hides the line."""
        self.setText(text)
        self.setVisible(bool(text))


class Elided(QLabel):
    """One line, cut where room is short, in the middle as a rule; the whole stands in its tip."""

    def __init__(self, cut: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__()
        self._cut = cut
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw as much of the words as there is room for."""
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), self._cut, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment()) | Qt.TextFlag.TextSingleLine, text)
