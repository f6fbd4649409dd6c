"""Shows pages on the grey desk, one below the other; findings on them can be picked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefing.model.desk import PageHit, PagePoint, PreviewPage
from gui import theme
from gui.tips import plain_tip
from gui.widgets.page_layout import Desk, Fit, fitting, laid_out, step_from
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
from gui.widgets.page_stack import PageStack

_POINTS_AN_INCH = 72
_ABOVE = 40
"""Pixels of page shown above a finding that is brought into view."""


class PageView(QAbstractScrollArea):
    """The pages; scrolls, zooms, marks the current finding. Knows nothing of briefs."""

    picked = Signal(str)
    """The finding with this code was chosen, by mouse or keyboard."""
    point_picked = Signal(str, str)
    """A point of a chart was chosen behind which no single finding stands: chart and label."""
    turned = Signal(int)
    """Another page, from 1, is the one that is looked at."""
    zoomed = Signal()
    """``zoom`` or ``fit`` is another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        # Always there, lest fitting the width to the room it leaves makes it come and go.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.fit = Fit.WIDTH
        self.words_when_empty = ""
        self.words_when_faulty = self.tr("This page cannot be shown here. The export has it.")
        self._zoom = 1.0
        self._stack = PageStack()
        self._marked = ""
        self._hovered: PageHit | None = None
        self._number = 1
        self.pictures = Pictures(self)
        self.pictures.drawn.connect(lambda _: self.viewport().update())
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell_page())
        self.destroyed.connect(self.pictures.close)

    # --- what is shown

    @property
    def _desk(self) -> Desk:
        return self._stack.desk

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._stack.pages)

    @property
    def number(self) -> int:
        """Number of the page that is looked at, from 1."""
        return self._number

    @property
    def zoom(self) -> float:
        """How large the pages are; 1: as on paper."""
        return self._desk.scale / self._points()

    def visible_pages(self) -> tuple[int, ...]:
        """Return the numbers of the pages on screen, the one most looked at first."""
        shown = [index + 1 for index in self._visible()]
        return tuple(sorted(shown, key=lambda number: number != self._number)) or (1,)

    def put(self, page: PreviewPage) -> None:
        """Show a page in its place, whatever stood there."""
        if self._stack.put(page):
            self._arrange()
        self.viewport().update()

    def keep(self, count: int) -> None:
        """Drop the pages after the first ``count``."""
        if count < self.count:
            self._stack.keep(count)
            self.pictures.forget(count)
            self._arrange()

    def mark(self, code: str) -> None:
        """Tint the finding with this code, and no other."""
        if code != self._marked:
            self._marked = code
            self.viewport().update()

    def reveal(self, code: str) -> bool:
        """Bring a finding into view; return whether it stands on the pages."""
        places = self._stack.places(code)
        if places and not self._is_in_view(places[0]):
            self.verticalScrollBar().setValue(round(places[0].top()) - _ABOVE)
        return bool(places)

    def place(self, code: str) -> QRectF | None:
        """Return where a finding lies in the viewport, or None."""
        places = self._stack.places(code)
        return places[0].translated(-self._offset()) if places else None

    # --- moving about

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at a zoom, 1: as on paper."""
        self._set_fit(Fit.ZOOM, zoom)

    def step_zoom(self, steps: int) -> None:
        """Make the pages a step larger or smaller."""
        self.set_zoom(step_from(self.zoom, steps))

    def set_fit(self, fit: Fit) -> None:
        """Make the pages as large as there is room."""
        self._set_fit(fit, self._zoom)

    def go(self, number: int) -> None:
        """Bring a page to the top."""
        index = min(max(number, 1), self.count) - 1
        if index >= 0:
            self.verticalScrollBar().setValue(round(self._desk.sheets[index].top()) - 8)

    def step_finding(self, steps: int) -> None:
        """Choose the next finding, or the one before."""
        codes = self._stack.codes
        if not codes:
            return
        if self._marked in codes:
            index = min(max(codes.index(self._marked) + steps, 0), len(codes) - 1)
        else:
            index = self._first_in_view(codes)
        self.reveal(codes[index])
        self.picked.emit(codes[index])

    # --- Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn pages, zoom, and step through the findings."""
        keys = {
            Qt.Key.Key_Down: lambda: self.step_finding(1),
            Qt.Key.Key_Up: lambda: self.step_finding(-1),
            Qt.Key.Key_PageDown: lambda: self._scroll(1),
            Qt.Key.Key_PageUp: lambda: self._scroll(-1),
            Qt.Key.Key_Space: lambda: self._scroll(1),
            Qt.Key.Key_Home: lambda: self.go(1),
            Qt.Key.Key_End: lambda: self.go(self.count),
            Qt.Key.Key_Plus: lambda: self.step_zoom(1),
            Qt.Key.Key_Minus: lambda: self.step_zoom(-1),
        }
        deed = keys.get(Qt.Key(event.key()))
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the finding under the mouse."""
        hit = self._hit_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or hit is None:
            return
        if isinstance(hit, PagePoint) and not hit.code:
            self.point_picked.emit(hit.chart, hit.label)
        else:
            self.picked.emit(hit.code)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show that what is under the mouse can be chosen."""
        self._hover(self._hit_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is under the mouse any more."""
        self._hover(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the pages to the room again."""
        super().resizeEvent(event)
        self._arrange()

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

    # --- geometry

    def _points(self) -> float:
        """Return how many pixels a point has at zoom 1."""
        return self.logicalDpiX() / _POINTS_AN_INCH

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _visible(self) -> list[int]:
        top = self.verticalScrollBar().value()
        return self._desk.between(top, top + self.viewport().height())

    def _is_in_view(self, place: QRectF) -> bool:
        top = self.verticalScrollBar().value()
        return place.top() >= top and place.bottom() <= top + self.viewport().height()

    def _first_in_view(self, codes: list[str]) -> int:
        places = ((n, self._stack.places(code)[0]) for n, code in enumerate(codes))
        return next((n for n, place in places if self._is_in_view(place)), 0)

    def _hit_at(self, position: QPointF) -> PageHit | None:
        return self._stack.hit_at(position + self._offset())

    def _hover(self, hit: PageHit | None) -> None:
        if hit != self._hovered:
            self._hovered = hit
            shape = Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            told = hit.words if isinstance(hit, PagePoint) else ""
            self.viewport().setToolTip(plain_tip(told))
            self.viewport().update()

    def _scroll(self, pages: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _set_fit(self, fit: Fit, zoom: float) -> None:
        self.fit, self._zoom = fit, zoom
        self._arrange()
        self.zoomed.emit()

    def _arrange(self) -> None:
        """Put every page in its place, and keep what is looked at where it is."""
        before, bar = self._desk, self.verticalScrollBar()
        looked_at = bar.value() / before.size.height() if before.sheets else 0.0
        room = self.viewport().size()
        scale = self._zoom * self._points()
        if self.fit is not Fit.ZOOM:
            scale = fitting(self._stack.pages, QSizeF(room), self.fit)
        self._stack.desk = laid_out(self._stack.pages, scale, room.width())
        size = self._desk.size
        bar.setPageStep(room.height())
        bar.setSingleStep(round(24 * self._points()))
        bar.setRange(0, max(0, round(size.height()) - room.height()))
        across = self.horizontalScrollBar()
        across.setPageStep(room.width())
        across.setRange(0, max(0, round(size.width()) - room.width()))
        if scale != before.scale:
            bar.setValue(round(looked_at * size.height()))
            self.zoomed.emit()  # the room is another, and the pages with it
        self._tell_page()
        self.viewport().update()

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        above = [n for n, sheet in enumerate(self._desk.sheets, 1) if sheet.top() <= middle]
        number = above[-1] if above else 1
        if number != self._number:
            self._number = number
            self.turned.emit(number)
