"""The window's keys go before those of the field that has the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class WindowKeys(QObject):
    """Keeps a field of text from taking a key that is a command's, as Ctrl+E is on Linux.

    Only what has the focus is watched: a filter on everything would slow everything down.
    """

    def __init__(self, window: QWidget, commands: Callable[[], Sequence[QAction]]) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._watched: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave the keys of commands that can be used to them."""
        if event.type() is QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.ignore()
            return True
        return False

    def _is_ours(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination())
        return any(pressed in one.shortcuts() and one.isEnabled() for one in self._commands())

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now if now is not None and now.window() is self._window else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
