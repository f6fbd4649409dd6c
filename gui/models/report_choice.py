"""The reports as a list with ticks: those that a brief is made from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing.model import ReportSummary
from gui.tips import plain_tip
from gui.widgets.count_delegate import CountRole, QuietRole

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole


class ReportChoice(QAbstractListModel):
    """Reports by title, each with its year and its number of findings."""

    def __init__(
        self,
        reports: tuple[ReportSummary, ...],
        ticked: set[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reports = reports
        self.ticked = ticked
        """SHA-256 of the reports to use."""

    def tick_all(self, ticked: bool) -> None:
        """Tick every report, or none."""
        self.ticked = {report.sha256 for report in self._reports} if ticked else set()
        if self._reports:
            self.dataChanged.emit(self.index(0), self.index(len(self._reports) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many reports there are."""
        return 0 if parent.isValid() else len(self._reports)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that reports can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return title and year, tick and number of findings of a report."""
        report = self._reports[index.row()]
        if role == Roles.DisplayRole:
            return line_of(report)
        if role == Roles.ToolTipRole:
            return plain_tip(report.file_name)
        if role == Roles.CheckStateRole:
            ticked = report.sha256 in self.ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == CountRole:
            return report.findings
        return False if role == QuietRole else None

    def setData(self, index: Index, value: Any, role: int = Roles.EditRole) -> bool:  # noqa: N802
        """Tick or untick a report."""
        if role != Roles.CheckStateRole:
            return False
        own = {self._reports[index.row()].sha256}
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.ticked = self.ticked | own if ticked else self.ticked - own
        self.dataChanged.emit(index, index)
        return True


def line_of(report: ReportSummary) -> str:
    """Return what names a report in a list: its title and, if known, its year."""
    title = report.metadata.title or report.file_name
    return f"{title} ({report.metadata.date.year})" if report.metadata.date else title
