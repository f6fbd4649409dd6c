"""Where the officer worked before something else came to the front, so that he can go on there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Place:
    """The widget of a window that had the focus at one time."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._widget: QWidget | None = None

    def note(self, apart_from: QWidget | None = None) -> None:
        """Remember what has the focus now; within ``apart_from``, what was remembered stays."""
        now = self._window.focusWidget()
        if now is not None and not within(now, apart_from):
            self._widget = now

    def forget(self) -> None:
        """Remember nothing."""
        self._widget = None

    def come_back(self) -> bool:
        """Give the focus back; return whether the widget is still there and can take it."""
        widget, self._widget = self._widget, None
        if widget is None or not isValid(widget):
            return False
        if not widget.isVisible() or not widget.isEnabled():
            return False
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def within(widget: QWidget | None, part: QWidget | None) -> bool:
    """Return whether a widget is ``part`` or stands in it."""
    return widget is not None and part is not None and (widget is part or part.isAncestorOf(widget))
