"""Words to be read of which some can be marked, to be used elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget


class MarkableText(QLabel):
    """A label, never taken for markup, whose words are marked by mouse or by key."""

    marked = Signal(str)
    """Words were marked."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell what has been marked."""
        super().mouseReleaseEvent(event)
        self._tell()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tell what has been marked."""
        super().keyReleaseEvent(event)
        self._tell()

    def _tell(self) -> None:
        if self.hasSelectedText():
            self.marked.emit(self.selectedText())
