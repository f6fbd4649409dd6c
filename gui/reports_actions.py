"""The commands of the page of reports."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class ReportsActions(QObject):
    """Names them and their keys; what they do is for the page to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.files = self._action(self.tr("Import &Files…"), "Ctrl+I")
        self.folder = self._action(self.tr("Import Fol&der…"), "Ctrl+Shift+I")
        self.open = self._action(self.tr("&Open Report"), "Ctrl+Return")
        self.remove = self._action(self.tr("&Remove from Library…"), "Del")
        self.original = self._action(self.tr("Open Ori&ginal File"), "Ctrl+Shift+O")
        self.of_report = (self.open, self.original, self.remove)
        """Those about the report that is current."""
        for action in self.of_report:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def menu(self) -> list[QAction | None]:
        """Return them for a menu; None stands for a line between them."""
        return [self.files, self.folder, None, *self.of_report]

    def _action(self, text: str, keys: str) -> QAction:
        action = QAction(text, self._around)
        action.setShortcut(QKeySequence(keys))
        self._around.addAction(action)
        return action
