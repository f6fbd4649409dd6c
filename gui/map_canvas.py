"""The world as a widget shows it: painted once for what is in sight, with marks it is told of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.map_painting import paint_outline
from gui.map_sheet import MapSheet
from gui.map_told import Told
from gui.map_words import paint_label


class MapCanvas(MapSheet):
    """Paints the map, what is beneath the mouse, and what is current."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words_when_empty = ""
        self.told = Told(self)
        self.hovered = ""
        self.by_keys = False
        """Whether it is the keyboard that is at work: then what is current has its label."""
        self._pointed = QPointF()

    def hover(self, country: str, at: QPointF) -> None:
        """Tell of the country beneath the mouse."""
        if country != self.hovered or country:
            self.hovered, self._pointed = country, at
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the world as it was painted before, and what is current on it."""
        painter = QPainter(self)
        if self.shapes is None:
            self._paint_words(painter)
            return
        scene = self._shown()
        self._picture.show(painter, scene)
        current = self.current if self.hasFocus() else ""
        for country in {self.hovered, current} - {""}:
            paint_outline(painter, scene, country, theme.colours())
        self._paint_label(painter)
        self._paint_edge(painter)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Have a current country, unless a hand is about to point at one."""
        super().focusInEvent(event)
        reasons = Qt.FocusReason
        self.by_keys = event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.begin()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Let the current country stand back."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Paint anew in other colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._renew()

    def label(self) -> list[str]:
        """Return what is written of the country beneath the mouse, or of that of the keyboard."""
        keys = self.current if self.by_keys and self.hasFocus() else ""
        mark = self.marks.get(self.hovered or keys)
        if mark is None:
            return []
        disputed = bool(self.hovered) and self.is_disputed_at(self._pointed)
        return self.told.lines(mark, by_keys=not self.hovered, is_disputed=disputed)

    def _paint_label(self, painter: QPainter) -> None:
        if lines := self.label():
            at = self._pointed if self.hovered else self.top_of(self.current)
            paint_label(painter, lines, at, self._sight, theme.colours())

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(QColor(theme.colours().secondary))
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(
            self.rect().adjusted(12, 12, -12, -12), int(centred), self.words_when_empty
        )

    def _paint_edge(self, painter: QPainter) -> None:
        colours = theme.colours()
        painter.setPen(QColor(colours.accent if self.hasFocus() else colours.hairline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
