"""A field above a tree or list: what is typed is looked for there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class SearchField(QLineEdit):
    """Down goes on to what was found, Enter takes the best of it, Escape ends the search."""

    down_wanted = Signal()
    best_wanted = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(text)
        self.setAccessibleName(text)
        self.setClearButtonEnabled(True)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Do what the keys say; Escape in an empty field is left to the dialog around it."""
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.down_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.words:
                self.best_wanted.emit()
                self.selectAll()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
