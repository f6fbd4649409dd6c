"""Headings of a column, and quiet lines beneath controls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui import theme


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
        self._mind = False
        self.say(text)

    def say(self, text: str, *, mind: bool = False) -> None:
        """Show a sentence; ``mind``: in the colour of what one should mind."""
        self.setText(text)
        self.setAccessibleName(text)
        self._mind = mind
        self._colour()
        self.setVisible(bool(text))

    def mind(self, text: str) -> None:
        """Show a sentence that one should mind."""
        self.say(text, mind=True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow light and dark."""
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._colour()
        super().changeEvent(event)

    def _colour(self) -> None:
        colours = theme.colours()
        shade = QColor(colours.mind if self._mind else colours.secondary)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != shade:
            palette.setColor(QPalette.ColorRole.WindowText, shade)
            self.setPalette(palette)
