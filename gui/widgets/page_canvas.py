"""How pages on the desk look: each painted as sharp as the screen is, with marks on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing.model.desk import PageHit
from gui import theme
from gui.widgets.page_desk import PageDesk
from gui.widgets.page_painting import (
    draw_fault,
    draw_mark,
    draw_paper,
    draw_picture,
    draw_point,
    draw_words,
    edge_of,
)
from gui.widgets.page_pictures import Pictures, Wanted


class PageCanvas(PageDesk):
    """Paints the pages that are in view, the current finding, and what is beneath the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words_when_empty = ""
        self.words_when_faulty = self.tr("This page cannot be shown here. The export has it.")
        self._marked = ""
        self._hovered: PageHit | None = None
        self.pictures = Pictures(self)
        self.pictures.drawn.connect(lambda _: self.viewport().update())
        self.destroyed.connect(self.pictures.close)

    def keep(self, count: int) -> None:
        """Drop the pages after the first ``count``, and their pictures."""
        if count < self.count:
            self.pictures.forget(count)
        super().keep(count)

    def mark(self, code: str) -> None:
        """Tint the finding with this code, and no other."""
        if code != self._marked:
            self._marked = code
            self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Let go of the pictures while nobody looks."""
        self.pictures.forget()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow light and dark."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self.viewport().update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the desk and the pages that are in view."""
        shades = theme.colours()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(shades.desk))
        if not self.count:
            draw_words(painter, self.viewport().rect(), self.words_when_empty)
        painter.translate(-self._offset())
        for index in self._visible():
            self._draw_page(painter, index)
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QColor(shades.accent))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _draw_page(self, painter: QPainter, index: int) -> None:
        sheet, page = self._desk.sheets[index], self._stack.pages[index]
        draw_paper(painter, sheet)
        ratio = self.devicePixelRatioF()
        wanted = Wanted(page.number, page.pdf, self._desk.scale * ratio)
        image = self.pictures.picture(wanted)
        if image is not None and image.isNull():
            draw_fault(painter, sheet, self.words_when_faulty)
        elif image is not None:
            draw_picture(painter, sheet, image, ratio if self.pictures.is_sharp(wanted) else None)
        hovered = self._hovered.code if self._hovered else ""
        for hit in page.hits:
            if hit.code in (self._marked, hovered):
                place = self._desk.place(index, hit)
                draw_mark(painter, place, self.zoom, marked=hit.code == self._marked)
        pointed = [one for one in page.points if one.is_of(self._hovered)]
        if pointed:
            draw_point(painter, edge_of([(self._desk.place(index, one), one) for one in pointed]))
