"""The map as one works with it: mouse, finger, wheel and keyboard; a screen reader hears along.

A click, or Space, is about a country; holding it, or Ctrl, Alt or Shift with it, about the
sub-region in which it lies. What comes of it is for others to say.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from gui.map_canvas import MapCanvas
from gui.timers import timer

_HELD = 600
"""Milliseconds after which a press is held."""
_NOTCH = 120.0
"""What the wheel tells for one notch."""
_PUSH = 60.0
"""Pixels that a key pushes the map."""
_DOUBLED = 2.0
"""How much closer a double click leads."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_WIDER = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)


class MapView(MapCanvas):
    """Turns what a hand does into what is wanted."""

    toggled = Signal(str)
    """A country is to be ticked, or unticked."""
    sub_region_toggled = Signal(str)
    """So is the sub-region in which this country lies."""
    menu_wanted = Signal(str, QPoint)
    """A menu is wanted for a country, at a point of the screen; empty: for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(self.tr("Map of regions"))
        self._pressed: QPointF | None = None
        self._from: QPointF | None = None
        """Where a drag has come to; None while the press may still be a click."""
        self._hold = timer(self, _HELD, self._take_held)
        self.current_changed.connect(self._tell)

    # Mouse and finger --------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a click, a hold or a drag."""
        self.by_keys = False
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._from = event.position(), None
            self._hold.start()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Push the map while it is held; else tell of what is beneath."""
        at = event.position()
        if self._pressed is None:
            self.hover(self.country_at(at), at)
            shapes = Qt.CursorShape
            self.setCursor(shapes.PointingHandCursor if self.hovered else shapes.ArrowCursor)
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._from is None and far and event.buttons():
            self._hold.stop()
            self._from = self._pressed
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._from is not None:
            self.hover("", at)
            self.look(self.sight.moved(at.x() - self._from.x(), at.y() - self._from.y()))
            self._from = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a drag, or a click on a country."""
        pressed, dragged = self._pressed, self._from is not None
        self._pressed = self._from = None
        self._hold.stop()
        self.unsetCursor()
        if pressed is None or dragged or event.button() is not Qt.MouseButton.LeftButton:
            return
        if country := self.country_at(pressed):
            self.point_to(country)
            wider = bool(event.modifiers() & _WIDER)
            (self.sub_region_toggled if wider else self.toggled).emit(country)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of nothing beneath the mouse any more."""
        super().leaveEvent(event)
        self.hover("", QPointF())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Look closer, or from further away, about the mouse."""
        turned = event.angleDelta().y()
        if turned:
            at = event.position()
            self.zoom(1.25 ** (turned / _NOTCH), at)
            self.hover(self.country_at(at), at)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what one can do with the country."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            country = self.country_at(QPointF(event.pos()))
            if country:
                self.point_to(country)
            self.menu_wanted.emit(country, event.globalPos())
        else:
            self._want_menu()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Look closer where nothing can be ticked; else the second click is one like the first."""
        if event.button() is Qt.MouseButton.LeftButton and not self.country_at(event.position()):
            self.zoom(_DOUBLED, event.position())
        else:
            self.mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow two fingers, on the pad or on the screen."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position())
                return True
            if event.gestureType() is Qt.NativeGestureType.SmartZoomNativeGesture:
                self.zoom(_DOUBLED, event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._hold.stop()
                self._pressed = self._from = None
                about = self.mapFromGlobal(pinch.centerPoint().toPoint())
                self.zoom(pinch.scaleFactor(), QPointF(about))
                return True
        return super().event(event)

    def _take_held(self) -> None:
        pressed, self._pressed = self._pressed, None
        country = self.country_at(pressed) if pressed is not None else ""
        if country:
            self.point_to(country)
            self.sub_region_toggled.emit(country)

    # Keyboard ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from country to country, tick, and look closer or elsewhere."""
        if self._by_key(Qt.Key(event.key()), event.modifiers()):
            self.by_keys = True
            self.hover(
                "", QPointF()
            )  # the mouse may rest on the map: now the keys say what is told
            self.update()
        else:
            super().keyPressEvent(event)

    def _by_key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if key in _ARROWS:
            across, down = _ARROWS[key]
            if held & _WIDER:
                self.look(self.sight.moved(-across * _PUSH, -down * _PUSH))
            else:
                self.step(across, down)
        elif key is Qt.Key.Key_Space and self.current:
            (self.sub_region_toggled if held & _WIDER else self.toggled).emit(self.current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.fit((self.current,))
        elif key is Qt.Key.Key_Home:
            self.show_world()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key is Qt.Key.Key_Minus:
            self.zoom_out()
        else:
            return False
        return True

    def _want_menu(self) -> None:
        self.menu_wanted.emit(self.current, self.mapToGlobal(self.place_of(self.current)))

    # For those who listen ----------------------------------------------------------------------

    def say_current(self) -> None:
        """Say anew how the current country stands, if that is heard as another."""
        if self._spoken() != self.accessibleDescription():
            self._tell()

    def say(self, words: str) -> None:
        """Let a screen reader say words, where the keyboard is on the map."""
        if words and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _tell(self) -> None:
        said = self._spoken()
        self.setAccessibleDescription(said)
        self.say(said)

    def _spoken(self) -> str:
        mark = self.marks.get(self.current)
        return self.told.spoken(mark) if mark is not None else ""
