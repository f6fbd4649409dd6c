"""The list of what was written: files with their pages and remarks, to be opened or shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from briefing.model.desk import ExportedFile, SeriesEntry, reassures
from gui import theme
from gui.exporting_panes import broken
from gui.exporting_places import open_file, show_in_folder
from gui.tips import plain_tip
from gui.widgets.shade import shade

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One line of the list; without a path nothing was written, and ``remarks`` say why."""

    path: Path | None
    pages: int | None = None
    remarks: tuple[str, ...] = ()
    brief: str = ""
    """Title of the brief, where several were written."""
    findings: int | None = None

    @property
    def is_to_be_minded(self) -> bool:
        """Whether it was not written, or a remark on it tells more than that all is well."""
        return self.path is None or not all(map(reassures, self.remarks))


def rows_of_files(files: tuple[ExportedFile, ...]) -> tuple[WrittenRow, ...]:
    """Return a row for each file of one brief."""
    return tuple(WrittenRow(file.path, file.pages, file.remarks) for file in files)


def rows_of_series(entries: tuple[SeriesEntry, ...]) -> tuple[WrittenRow, ...]:
    """Return a row for each file of several briefs, and one for each brief without any."""
    rows: list[WrittenRow] = []
    for entry in entries:
        rows += [
            WrittenRow(
                file.path, file.pages, (*_thin(entry), *file.remarks), entry.title, entry.findings
            )
            for file in entry.files
        ]
        if not entry.files:
            rows.append(WrittenRow(None, None, (entry.message,), entry.title, entry.findings))
    return tuple(rows)


def _thin(entry: SeriesEntry) -> tuple[str, ...]:
    """Return in what a brief is thin, as one sentence; none where it is not."""
    said = ", ".join(entry.thin)
    return (f"{said[:1].upper()}{said[1:]}.",) if said else ()


class WrittenModel(QAbstractTableModel):
    """The rows, with a column for the brief where there are several."""

    def __init__(self, rows: tuple[WrittenRow, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._columns = ["file", "pages", "remarks"]
        if any(row.brief for row in rows):
            self._columns = ["brief", "findings", *self._columns]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's shape
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's shape
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Roles.DisplayRole:
            return {
                "brief": self.tr("Brief"),
                "findings": self.tr("Findings"),
                "file": self.tr("File"),
                "pages": self.tr("Pages"),
                "remarks": self.tr("Remarks"),
            }[self._columns[section]]
        return None

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return what a cell shows in a role."""
        row, column = self.rows[index.row()], self._columns[index.column()]
        if role == Roles.DisplayRole:
            return self._text(row, column)
        if role == Roles.AccessibleDescriptionRole and column == "remarks":
            return self._text(row, column)
        if role == Roles.ToolTipRole:
            return plain_tip(self._text(row, column))
        if role == Roles.TextAlignmentRole and column in ("pages", "findings"):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        minded = row.is_to_be_minded and (column == "remarks" or row.path is None)
        if role == Roles.ForegroundRole and minded:
            return QColor(theme.colours().mind)
        return None

    def _text(self, row: WrittenRow, column: str) -> str:
        if column == "brief":
            return row.brief
        if column == "file":
            return row.path.name if row.path else self.tr("not written")
        if column == "remarks":
            return " ".join(row.remarks)
        number = row.pages if column == "pages" else row.findings
        return "" if number is None else str(number)


class WrittenPane(QWidget):
    """The list with Open, Show in folder and Close."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = broken("", strong=True)
        self.place = broken()
        shade(self.place, "secondary")
        self.remarks = broken()
        self.remarks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shade(self.remarks, "mind")
        self.list = self._list()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, self.place, self.list, self.remarks):
            column.addWidget(widget, 1 if widget is self.list else 0)
        column.addWidget(self._buttons())

    def show_rows(self, rows: tuple[WrittenRow, ...]) -> None:
        """Show what was written; the first file is the current one."""
        written = [row for row in rows if row.path is not None]
        self.heading.setText(self.tr("%n file(s) written", "", len(written)))
        self.place.setText(str(written[0].path.parent) if written and written[0].path else "")
        self.list.setModel(WrittenModel(rows, self))
        self.list.selectionModel().currentChanged.connect(self._tell)
        self._divide()
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.open.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Divide the new width."""
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        """Give each column what its words need; long names leave half of the room to others."""
        columns = self.list.model().columnCount() if self.list.model() else 0
        most = self.list.viewport().width() // max(2, columns - 2)
        for column in range(columns - 1):
            self.list.resizeColumnToContents(column)
            self.list.setColumnWidth(column, min(self.list.columnWidth(column), most))

    def current(self) -> WrittenRow | None:
        """Return the row that Open and Show in folder are about."""
        model, index = self.list.model(), self.list.currentIndex()
        if not isinstance(model, WrittenModel) or not index.isValid():
            return None
        return model.rows[index.row()]

    def _list(self) -> QTreeView:
        view = QTreeView()
        view.setAccessibleName(self.tr("Files written"))
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(
            Qt.TextElideMode.ElideMiddle
        )  # what tells files apart ends their name
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.header().setStretchLastSection(True)
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.setTabKeyNavigation(False)
        view.activated.connect(self._open)
        return view

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        roles = QDialogButtonBox.ButtonRole
        self.open = box.addButton(self.tr("&Open"), roles.ActionRole)
        self.show_folder = box.addButton(self.tr("&Show in folder"), roles.ActionRole)
        self.close_button = box.button(QDialogButtonBox.StandardButton.Close)
        self.open.clicked.connect(self._open)
        self.show_folder.clicked.connect(self._show_in_folder)
        box.rejected.connect(self.closed)
        return box

    def _tell(self) -> None:
        row = self.current()
        self.open.setEnabled(row is not None and row.path is not None)
        self.show_folder.setEnabled(row is not None and row.path is not None)
        remarks = self._remarks(row)
        self.remarks.setText("\n".join(remarks))
        shade(self.remarks, "ink" if all(map(reassures, remarks)) else "mind")
        self.remarks.setVisible(bool(self.remarks.text()))

    def _remarks(self, row: WrittenRow | None) -> tuple[str, ...]:
        """Return what is to be minded of a row, else of the first that has remarks."""
        model = self.list.model()
        rows = model.rows if isinstance(model, WrittenModel) else ()
        return next((one.remarks for one in (row, *rows) if one and one.remarks), ())

    def _open(self) -> None:
        row = self.current()
        if row is not None and row.path is not None and not open_file(row.path):
            shade(self.remarks, "mind")
            self.remarks.setText(self.tr("No program on this machine opens such files."))
            self.remarks.setVisible(True)

    def _show_in_folder(self) -> None:
        row = self.current()
        if row is not None and row.path is not None:
            show_in_folder(row.path)
