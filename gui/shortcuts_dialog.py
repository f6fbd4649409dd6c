"""Every key that does something, read from the menus themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QAction, QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMenu,
    QMenuBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.search_field import SearchField

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A command and its keys; without keys it is the heading of a menu."""

    name: str
    keys: str = ""


def shortcuts_in(bar: QMenuBar) -> list[Shortcut]:
    """Return the commands of every menu that have keys, each menu under its name."""
    found: list[Shortcut] = []
    seen: set[QAction] = set()
    for heading in bar.actions():
        rows = []
        for action in _commands(heading):
            if action not in seen and action.shortcuts():
                seen.add(action)
                rows.append(Shortcut(_name(action), _keys(action)))
        if rows:
            found += [Shortcut(_plain(heading.text())), *rows]
    return found


class ShortcutsDialog(QDialog):
    """A list to look up; it is made anew each time it is opened."""

    def __init__(self, bar: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self.table = _Rows()
        self._found = QSortFilterProxyModel(self.table)
        self._found.setSourceModel(_Model(shortcuts_in(bar), self.table))
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._found.setFilterKeyColumn(-1)
        self.table.setModel(self._found)
        self.search = SearchField(self.tr("Find a command or a key"))
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.search.down_wanted.connect(self.table.setFocus)
        self.table.setAccessibleName(self.tr("Commands and their keys"))
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(
            1, QHeaderView.ResizeMode.ResizeToContents
        )
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close: QPushButton = box.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(box)
        self.search.setFocus()
        letter = self.fontMetrics()
        self.resize(letter.averageCharWidth() * 72, letter.lineSpacing() * 30)


class _Rows(QTableView):
    """A table in which Home and End lead to the first row and the last."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.model().rowCount() - 1}
        row = ends.get(Qt.Key(event.key()))
        if row is None:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(self.model().index(row, 0))


class _Model(QAbstractTableModel):
    def __init__(self, rows: list[Shortcut], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.name, row.keys)[index.column()]
        if role == Qt.ItemDataRole.FontRole and not row.keys:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None


def _commands(action: QAction) -> Iterator[QAction]:
    menu = action.menu()
    if not isinstance(menu, QMenu):
        yield action
        return
    for inner in menu.actions():
        yield from _commands(inner)


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _name(action: QAction) -> str:
    """Return what a command does whatever it would be done to just now."""
    names = {
        QKeySequence.StandardKey.Undo: QCoreApplication.translate("ShortcutsDialog", "Undo"),
        QKeySequence.StandardKey.Redo: QCoreApplication.translate("ShortcutsDialog", "Redo"),
    }
    for key, name in names.items():
        if action.shortcut() in QKeySequence.keyBindings(key):
            return name
    return _plain(action.text())


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
