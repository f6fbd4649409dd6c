"""Every key that does something: those of the menus, and those of the map."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMenuBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.map_keys import MapKeys
from gui.shortcuts import Shortcut, shortcuts_in
from gui.widgets.search_field import SearchField

_Index = QModelIndex | QPersistentModelIndex


class ShortcutsDialog(QDialog):
    """A list to look up; it is made anew each time it is opened."""

    def __init__(self, bar: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self.table = _Rows()
        self._found = QSortFilterProxyModel(self.table)
        rows = [*shortcuts_in(bar), *MapKeys().shortcuts()]
        self._found.setSourceModel(_Model(rows, self.table))
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
