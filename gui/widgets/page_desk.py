"""Pages on a desk that scrolls, one below the other: where each lies, and what is in view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefing.model.desk import PreviewPage
from gui.widgets.page_layout import Desk, Fit, fitting, laid_out, step_from
from gui.widgets.page_stack import PageStack

_POINTS_AN_INCH = 72
_ABOVE = 40
"""Pixels of page shown above a finding that is brought into view."""


class PageDesk(QAbstractScrollArea):
    """Knows where each page lies; how they look, and what a hand does to them, is for others."""

    turned = Signal(int)
    """Another page, from 1, is the one that is looked at."""
    zoomed = Signal()
    """``zoom`` or ``fit`` is another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always there, lest fitting the width to the room it leaves makes it come and go.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.fit = Fit.WIDTH
        self._zoom = 1.0
        self._stack = PageStack()
        self._number = 1
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell_page())

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
            self._arrange()

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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the pages to the room again."""
        super().resizeEvent(event)
        self._arrange()

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
