"""Shows pages on the grey desk, one below the other; findings on them can be picked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from briefing.model.desk import PageHit, PagePoint
from gui.tips import plain_tip
from gui.widgets.page_canvas import PageCanvas


class PageView(PageCanvas):
    """The pages; scrolls, zooms, marks the current finding. Knows nothing of briefs."""

    picked = Signal(str)
    """The finding with this code was chosen, by mouse or keyboard."""
    point_picked = Signal(str, str)
    """A point of a chart was chosen behind which no single finding stands: chart and label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

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
