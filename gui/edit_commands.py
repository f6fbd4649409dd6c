"""Cut, Copy, Paste and Select All in the menu: they act on the field that has the focus."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QMenu, QMenuBar, QWidget

_READ_ONLY = ("cut", "paste")


class EditCommands(QObject):
    """The four commands; their keys are the fields' own and stand in the menu to be learnt."""

    def __init__(self, window: QWidget, menu: QMenu) -> None:
        super().__init__(menu)
        self._window = window
        self._field: QWidget | None = None
        keys = QKeySequence.StandardKey
        self.actions = (
            self._action(self.tr("Cu&t"), keys.Cut, "cut"),
            self._action(self.tr("&Copy"), keys.Copy, "copy"),
            self._action(self.tr("&Paste"), keys.Paste, "paste"),
            self._action(self.tr("Select &All"), keys.SelectAll, "selectAll"),
        )
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        menu.aboutToShow.connect(self._enable)
        self._enable()

    def _action(self, text: str, key: QKeySequence.StandardKey, does: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts(QKeySequence.keyBindings(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the field has the keys
        action.setData(does)
        action.triggered.connect(lambda: self._do(does))
        return action

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Remember the field that the menu is about: the menu bar may take the focus."""
        if now is not None and not isinstance(now, QMenuBar | QMenu):
            inside = now.window() is self._window
            self._field = _line_of(now) if inside else None
            if self._field is not None:
                self._field.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._field = None

    def _enable(self) -> None:
        for action in self.actions:
            action.setEnabled(self._can(str(action.data())))

    def _can(self, does: str) -> bool:
        field: Any = self._field
        if field is None or not callable(getattr(field, does, None)):
            return False
        if does in _READ_ONLY and field.isReadOnly():
            return False
        return does != "paste" or bool(QGuiApplication.clipboard().text())

    def _do(self, does: str) -> None:
        if self._field is not None:
            getattr(self._field, does)()


def _line_of(widget: QWidget) -> QWidget:
    """Return the line inside a field made of several parts, else the widget itself."""
    line = widget.lineEdit() if isinstance(widget, QComboBox | QAbstractSpinBox) else None
    return line or widget
