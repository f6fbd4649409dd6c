"""The commands of the reader and their keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class ReaderCommands:
    """Actions of the reader, which answer their keys while it has the focus."""

    def __init__(self, reader: QWidget) -> None:
        self._reader = reader
        tr = reader.tr
        find = QKeySequence.StandardKey.Find
        self.next = self._action(tr("&Next Finding in the Report"), "N")
        self.previous = self._action(tr("&Previous Finding in the Report"), "P")
        self.use = self._action(tr("&Use Sentence in Brief"), "U")
        self.leave_out = self._action(tr("&Leave Sentence Out"), "X")
        self.copy = self._action(tr("&Copy Sentence"), QKeySequence.StandardKey.Copy)
        self.find = self._action(tr("&Find in the Report…"), find)
        self.original = self._action(tr("Open &Original File"), "O")
        self.aside = self._action(tr("Notes and Page &Furniture"), "F")
        self.aside.setCheckable(True)
        self.close = self._action(tr("&Close the Report"), "Esc")

    def all(self) -> list[QAction | None]:
        """Return the commands as a menu shows them; None stands for a line."""
        deciding = [self.use, self.leave_out, self.copy]
        showing = [self.find, self.aside, self.original]
        return [self.next, self.previous, None, *deciding, None, *showing, self.close]

    def of_key(self, event: QKeyEvent) -> QAction | None:
        """Return the command that a key stands for, None where there is none."""
        pressed = QKeySequence(event.keyCombination())
        known = (action for action in self.all() if action is not None)
        return next((a for a in known if a.isEnabled() and pressed in a.shortcuts()), None)

    def connect(self, deeds: dict[QAction, Callable[[], object]]) -> None:
        """Say what each command does."""
        for action, deed in deeds.items():
            action.triggered.connect(lambda _=False, do=deed: do())

    def _action(self, text: str, keys: str | QKeySequence.StandardKey) -> QAction:
        action = QAction(text, self._reader)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._reader.addAction(action)
        return action
