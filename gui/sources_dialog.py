"""The dialog in which the officer chooses the reports that a brief is made from."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from briefing.model import ReportSummary
from gui.models.report_choice import ReportChoice
from gui.widgets.count_delegate import CountDelegate
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import Remark


def used(report: ReportSummary, sources: Iterable[str]) -> bool:
    """Return whether a request with these sources uses the report; none named: all are used."""
    named = tuple(sources)
    return not named or any(
        source == report.file_name or report.sha256.startswith(source) for source in named
    )


class SourcesDialog(QDialog):
    """Reports with ticks; ``chosen`` brings what a request holds of them."""

    chosen = Signal(tuple)
    """SHA-256 of the reports to use; empty: all, those to come among them."""

    def __init__(
        self,
        reports: tuple[ReportSummary, ...],
        sources: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Reports to use"))
        self._reports = reports
        ticked = {report.sha256 for report in reports if used(report, sources)}
        self.model = ReportChoice(reports, ticked, self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self.model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._make_controls()
        self._lay_out()
        self.model.dataChanged.connect(self._show)
        self._show()

    def sources(self) -> tuple[str, ...]:
        """Return what a request holds of the ticked reports, in the library's order."""
        ticked = [report.sha256 for report in self._reports if report.sha256 in self.model.ticked]
        return () if len(ticked) == len(self._reports) else tuple(ticked)

    def accept(self) -> None:
        """Hand the choice over and close."""
        if self.model.ticked:
            self.chosen.emit(self.sources())
            super().accept()

    def _make_controls(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a report"))
        self.search.setAccessibleName(self.tr("Find a report"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._shown.setFilterFixedString)
        self.list = QListView()
        self.list.setModel(self._shown)
        self.list.setItemDelegate(CountDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(self.tr("Reports"))
        self.all = QuietButton(self.tr("All"))
        self.all.clicked.connect(lambda: self.model.tick_all(True))
        self.none = QuietButton(self.tr("None"))
        self.none.clicked.connect(lambda: self.model.tick_all(False))
        self.summary = Remark()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.all)
        row.addWidget(self.none)
        row.addWidget(self.summary, 1)
        column.addLayout(row)
        column.addWidget(self.buttons)
        letters = self.fontMetrics()
        self.resize(60 * letters.averageCharWidth(), 24 * letters.height())

    def _show(self) -> None:
        ticked = len(self.model.ticked)
        if not ticked:
            self.summary.mind(self.tr("Tick at least one report."))
        elif ticked == len(self._reports):
            self.summary.say(self.tr("All reports, those imported later too."))
        else:
            total = self.tr("{some} of %n report(s).", "", len(self._reports))
            self.summary.say(total.format(some=ticked))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(ticked))
