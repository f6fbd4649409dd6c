"""A field of several lines that grows with what is written."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class GrowingText(QPlainTextEdit):
    """As high as its text, between a few lines and many; Tab goes on to the next field."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = lines, lines + 12
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that the text takes."""
        lines = ceil(self.document().size().height())
        shown = min(max(lines, self._least), self._most)
        margins = 2 * (self.frameWidth() + ceil(self.document().documentMargin()) + 1)
        return QSize(super().sizeHint().width(), shown * self.fontMetrics().lineSpacing() + margins)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same height, and no width of its own."""
        return QSize(0, self.sizeHint().height())

    def _grow(self) -> None:
        """Take the room that the text needs, and offer to scroll only beyond the most of it."""
        policy = Qt.ScrollBarPolicy
        fits = self.document().size().height() <= self._most
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.updateGeometry()
