"""What can be done to the view of the pages, as commands of a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from gui.widgets.page_layout import Fit
from gui.widgets.page_view import PageView


class PreviewCommands(QObject):
    """The commands of one view."""

    def __init__(self, view: PageView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        key = QKeySequence.StandardKey
        self.larger = self._action(self.tr("Zoom &In"), key.ZoomIn, lambda: view.step_zoom(1))
        self.larger.setShortcuts([*QKeySequence.keyBindings(key.ZoomIn), QKeySequence("Ctrl+=")])
        self.smaller = self._action(self.tr("Zoom &Out"), key.ZoomOut, lambda: view.step_zoom(-1))
        self.smaller.setIconText("−")  # what their buttons show
        self.larger.setIconText("+")
        self.actual = self._action(self.tr("&Actual Size"), "Ctrl+0", lambda: view.set_zoom(1.0))
        self.width = self._fit(self.tr("Fit &Width"), "Ctrl+8", Fit.WIDTH)
        self.page = self._fit(self.tr("Fit Pa&ge"), "Ctrl+9", Fit.PAGE)
        self.next = self._action(
            self.tr("&Next Page"), "Ctrl+PgDown", lambda: view.go(view.number + 1)
        )
        self.back = self._action(
            self.tr("&Previous Page"), "Ctrl+PgUp", lambda: view.go(view.number - 1)
        )
        view.zoomed.connect(self._tick)
        self._tick()

    def menu(self) -> list[QAction | None]:
        """Return the commands for the menu; None parts them."""
        return [
            self.larger,
            self.smaller,
            self.actual,
            self.width,
            self.page,
            None,
            self.back,
            self.next,
        ]

    def allow(self, seen: bool) -> None:
        """Let the commands be used where the pages are seen, and only there."""
        for action in self.menu():
            if action is not None:
                action.setEnabled(seen)

    def _action(
        self, text: str, keys: str | QKeySequence.StandardKey, deed: Callable[[], object]
    ) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: deed())
        return action

    def _fit(self, text: str, keys: str, fit: Fit) -> QAction:
        action = self._action(text, keys, lambda: self._view.set_fit(fit))
        action.setCheckable(True)
        return action

    def _tick(self) -> None:
        self.width.setChecked(self._view.fit is Fit.WIDTH)
        self.page.setChecked(self._view.fit is Fit.PAGE)
