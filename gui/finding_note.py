"""The field for the officer's note on a finding."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.widgets.growing_text import GrowingText

_MOST_LINES = 4
"""What is longer scrolls: the finding itself is to stay in sight."""


class NoteField(GrowingText):
    """A few lines; Enter begins another, Ctrl+Enter and Escape lead back, Tab goes on."""

    written = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(1, parent)
        self._most = _MOST_LINES
        self.setPlaceholderText(self.tr("Never printed"))
        self.setAccessibleName(self.tr("Your note, never printed"))
        self.setToolTip(self.tr("A note of your own, never printed (N); Ctrl+Enter ends it"))
        self.textChanged.connect(lambda: self.written.emit(self.toPlainText()))

    def show_note(self, note: str) -> None:
        """Show a note; the same one stays as it is, with the cursor where it stands."""
        if self.toPlainText() != note:
            with QSignalBlocker(self):
                self.setPlainText(note)

    def event(self, event: QEvent) -> bool:
        """Have the keys that leave the field before any command of the window has them."""
        if event.type() == QEvent.Type.ShortcutOverride and _leaves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the field by Ctrl+Enter or Escape."""
        if _leaves(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _leaves(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Escape or (
        is_enter and held == Qt.KeyboardModifier.ControlModifier
    )
