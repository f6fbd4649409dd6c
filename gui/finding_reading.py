"""What is to be read in the panel about a finding, in a frame that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Reading(QWidget):
    """What scrolls: only where even the least of the passage finds no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)

    def wished_height(self, width: int) -> int:
        """Return the height that shows as much of the passage as it likes to show."""
        return self.column.heightForWidth(width)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the least height."""
        return self.column.minimumHeightForWidth(width)

    def framed(self, least: int) -> QScrollArea:
        """Return the frame in which it scrolls, at least so high."""
        area = QScrollArea(self.parentWidget())
        area.setWidget(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(least)
        return area
