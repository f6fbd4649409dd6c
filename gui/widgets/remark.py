"""Headings of a column, and quiet lines beneath controls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.widgets.shade import shade


class SectionHeading(QLabel):
    """A heading that stands back: small, spaced capitals."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setWeight(QFont.Weight.DemiBold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        self.setFont(font)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class Remark(QLabel):
    """A line in a lesser rank, or one to mind; takes no room while there is nothing to say."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # whatever the ground it stands on
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.say(text)

    def say(self, text: str, *, mind: bool = False) -> None:
        """Show a sentence; ``mind``: in the colour of what one should mind."""
        self.setText(text)
        self.setAccessibleName(text)
        shade(self, "mind" if mind else "secondary")
        self.setVisible(bool(text))

    def mind(self, text: str) -> None:
        """Show a sentence that one should mind."""
        self.say(text, mind=True)
