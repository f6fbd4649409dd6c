"""The files of a pack in their order: briefs, or annexes. Dragged, or moved with Alt and arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from gui.tips import plain_tip

_FILE = Qt.ItemDataRole.UserRole
_TEMPLATE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Filed:
    """A file of the pack."""

    file: str
    title: str = ""
    """Empty: its own."""
    template: str = ""
    """Empty: its own."""


class PackList(QListWidget):
    """Shows files by their titles, which F2 or a double click changes."""

    changed = Signal()

    def __init__(self, name: str, endings: Sequence[str], parent: QWidget | None = None) -> None:
        """Begin empty; ``endings`` are those of the files that may be dropped here."""
        super().__init__(parent)
        self._endings = tuple(endings)
        self.setAccessibleName(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setMinimumHeight(self.fontMetrics().height() * 5)
        self.model().rowsMoved.connect(lambda *_: self.changed.emit())
        self.model().rowsInserted.connect(lambda *_: self.changed.emit())
        self.model().rowsRemoved.connect(lambda *_: self.changed.emit())
        self.itemChanged.connect(lambda _: self.changed.emit())
        for key, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self.move_current(by))

    def show_files(self, files: Sequence[Filed]) -> None:
        """Show these files and no others."""
        self.clear()
        for one in files:
            self.add(one)
        if self.count():
            self.setCurrentRow(0)

    def add(self, one: Filed) -> None:
        """Put a file at the end."""
        item = QListWidgetItem(one.title or Path(one.file).stem)
        item.setData(_FILE, one.file)
        item.setData(_TEMPLATE, one.template)
        item.setToolTip(plain_tip(one.file))
        item.setFlags((item.flags() | Qt.ItemFlag.ItemIsEditable) & ~Qt.ItemFlag.ItemIsDropEnabled)
        self.addItem(item)
        self.setCurrentItem(item)

    def add_files(self, files: Sequence[str]) -> None:
        """Put files at the end, each under its own title."""
        for file in files:
            self.add(Filed(file))

    def files(self) -> tuple[Filed, ...]:
        """Return the files in order."""
        return tuple(_filed(self.item(row)) for row in range(self.count()))

    def current_template(self) -> str:
        """Return the template of the current file; empty: its own."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_TEMPLATE) or "")

    def set_template(self, template: str) -> None:
        """Let the current file wear a template; empty: its own."""
        item = self.currentItem()
        if item is not None:
            item.setData(_TEMPLATE, template)

    def move_current(self, by: int) -> None:
        """Move the current file up or down."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count():
            item = self.takeItem(row)
            self.insertItem(row + by, item)
            self.setCurrentItem(item)

    def remove_current(self) -> None:
        """Take the current file out of the pack; the file itself stays."""
        if self.currentRow() >= 0:
            self.takeItem(self.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take a file out with Delete."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.remove_current()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Let files of the right kind in."""
        if self._dropped(event):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Let files of the right kind over the list."""
        if self._dropped(event):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take files in, or move what is dragged within the list."""
        files = self._dropped(event)
        if files:
            self.add_files(files)
            event.acceptProposedAction()
        elif event.source() is self:
            super().dropEvent(event)

    def _dropped(self, event: QDropEvent) -> list[str]:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in paths if Path(path).suffix.lower() in self._endings]


def _filed(item: QListWidgetItem) -> Filed:
    file, words = str(item.data(_FILE)), item.text().strip()
    title = "" if words == Path(file).stem else words
    return Filed(file, title, str(item.data(_TEMPLATE) or ""))
