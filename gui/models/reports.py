"""The library's reports as a table: sorted and sifted here, shown by any table view."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing.model import Metadata, ReportSummary
from gui.metadata_fields import language_name, name_of, text_of
from gui.models.reports_cells import FIELDS, FINDINGS, KEYS, ROLES, alignment, day_of

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class ReportsModel(QAbstractTableModel):
    """One row a report. Sorts and sifts by itself: comparing rows through Qt would be slow."""

    correction_wanted = Signal(object, object, str)
    """A cell was edited: the report's summary, the field, the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ReportSummary, ...] = ()
        self._shown: list[ReportSummary] = []
        self._words: tuple[str, ...] = ()
        self._column, self._order = -1, Qt.SortOrder.AscendingOrder

    def show(self, reports: tuple[ReportSummary, ...]) -> None:
        """Show other reports, in the order and under the words in force.

        Where they are the same ones, with other metadata, a cell being edited goes on being edited.
        """
        if reports == self._all:
            return
        names = {report.sha256 for report in reports}
        same = names == {report.sha256 for report in self._all}
        self._all = reports
        if same and not self._words:
            self._exchange({report.sha256: report for report in reports})
        else:
            self._renew()

    def foretell(self, sha256: str, over: Metadata) -> None:
        """Show a report as it will be once the library has taken a correction of it."""
        row = self.row_of(sha256)
        if row < 0:
            return
        report = self._shown[row]
        will = report.stated.overlaid(over) if report.stated else over
        foretold = replace(report, metadata=will)
        self._all = tuple(foretold if held is report else held for held in self._all)
        self._shown[row] = foretold
        self.dataChanged.emit(self.index(row, 0), self.index(row, FINDINGS))

    def sift(self, text: str) -> None:
        """Show only reports in which all of the words occur; none: show all."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self._words = words
            self._renew()

    def report(self, row: int) -> ReportSummary | None:
        """Return the report of a row, None where there is no such row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, sha256: str) -> int:
        """Return the row of a report, -1 where it is not shown."""
        return next((n for n, shown in enumerate(self._shown) if shown.sha256 == sha256), -1)

    def shown(self) -> tuple[ReportSummary, ...]:
        """Return the reports that are shown, in their order."""
        return tuple(self._shown)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's
        """Return the number of reports shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's
        """Return the number of columns."""
        return 0 if parent.isValid() else len(FIELDS) + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return what Qt asks for of a cell."""
        make = ROLES.get(role)
        report = self.report(index.row()) if make else None
        return make(report, index.column()) if make and report else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section <= FINDINGS:
            if role == Role.DisplayRole:
                return name_of(FIELDS[section]) if section < FINDINGS else self.tr("Findings")
            if role == Role.TextAlignmentRole:
                return alignment(None, section)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that everything but the number of findings can be edited."""
        flags = super().flags(index)
        return (
            flags | Qt.ItemFlag.ItemIsEditable
            if index.isValid() and index.column() < FINDINGS
            else flags
        )

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: N802
        """Ask for a correction; the cell changes once the library has taken it."""
        report = self.report(index.row())
        if role != Role.EditRole or report is None or index.column() >= FINDINGS:
            return False
        field = FIELDS[index.column()]
        if str(value) != text_of(report.metadata, field):
            self.correction_wanted.emit(report, field, str(value))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in order; a column of -1 is the order of import."""
        self._column, self._order = column, order
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        reports = [self.report(index.row()) for index in held]
        self._arrange()
        rows = {report.sha256: row for row, report in enumerate(self._shown)}
        moved = [
            self.index(rows[report.sha256], index.column()) if report else QModelIndex()
            for index, report in zip(held, reports, strict=True)
        ]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _exchange(self, reports: dict[str, ReportSummary]) -> None:
        """Show other metadata of the same reports; only cells that change are told of."""
        before, self._shown = self._shown, [reports[report.sha256] for report in self._shown]
        for row, (old, new) in enumerate(zip(before, self._shown, strict=True)):
            for column in range(self.columnCount() if old != new else 0):
                if any(make(old, column) != make(new, column) for make in ROLES.values()):
                    self.dataChanged.emit(self.index(row, column), self.index(row, column))
        self.sort(self._column, self._order)

    def _renew(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        chosen = [report for report in self._all if self._answers(report)]
        if self._column >= 0:
            backwards = self._order is Qt.SortOrder.DescendingOrder
            chosen.sort(key=KEYS[self._column], reverse=backwards)
        self._shown = chosen

    def _answers(self, report: ReportSummary) -> bool:
        if not self._words:
            return True
        said = report.metadata
        words = (said.title, *said.authors, said.publisher, report.file_name, day_of(report))
        text = " ".join((*words, language_name(said.language))).casefold()
        return all(word in text for word in self._words)
