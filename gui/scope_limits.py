"""The lower end of the scope: period, how many findings, and which reports."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from briefing.model import BriefRequest, ReportSummary
from gui.sources_dialog import SourcesDialog, used
from gui.widgets.date_field import Bound, DateField
from gui.widgets.labels import plain
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import Remark
from gui.workspace import Workspace

_MOST = 200
"""Findings that can be asked for at the most."""


class ScopeLimits(QWidget):
    """From when to when, how many, out of which reports."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._make_controls()
        self._lay_out()
        workspace.document.changed.connect(self._show)
        workspace.document.viewed.connect(self._show_undated)
        workspace.library_changed.connect(self._show)
        self._show()

    def _make_controls(self) -> None:
        self.since = self._date(Bound.FIRST, self.tr("Period from"))
        self.until = self._date(Bound.LAST, self.tr("Period to"))
        self.fault = Remark()
        self.undated = plain()
        self.undated.setWordWrap(True)
        self.undated.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.undated.hide()
        self.number = QSpinBox()
        self.number.setRange(1, _MOST)
        self.number.setKeyboardTracking(False)
        self.number.lineEdit().setTextMargins(4, 0, 0, 0)  # the style sheet cannot
        self.number.valueChanged.connect(self._change_number)
        self.sources = plain()
        self.sources.setWordWrap(True)
        self.change = QuietButton(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change the reports to use"))
        self.change.clicked.connect(self.open_sources)

    def _date(self, bound: Bound, name: str) -> DateField:
        field = DateField(bound)
        field.setAccessibleName(name)
        field.setPlaceholderText(self.tr("any"))
        field.setToolTip(self.tr("A year, month or day: 2022, 2022-09 or 2022-09-13"))
        field.date_changed.connect(lambda: self._change_period(bound))
        field.error_changed.connect(lambda _: self._complain())
        self._workspace.document.begun.connect(field.forget)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for place, (text, field) in enumerate(
            ((self.tr("From"), self.since), (self.tr("to"), self.until))
        ):
            label = plain(text)
            label.setBuddy(field)
            grid.addWidget(label, 0, 2 * place)
            grid.addWidget(field, 0, 2 * place + 1)
        column.addLayout(grid)
        column.addWidget(self.fault)
        column.addWidget(self.undated)
        column.addLayout(self._row(self._number_label(), self.number))
        column.addLayout(self._row(self.sources, self.change))

    def _number_label(self) -> QLabel:
        label = plain(self.tr("Findings to propose"))
        label.setBuddy(self.number)
        return label

    def _row(self, left: QLabel, right: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(left, 1)
        row.addWidget(right)
        return row

    def _show(self) -> None:
        request = self._request
        self.since.show_day(request.since)
        self.until.show_day(request.until)
        self.number.blockSignals(True)
        self.number.setValue(request.max_findings)
        self.number.blockSignals(False)
        self.sources.setText(self._sources_line())
        self.change.setEnabled(bool(self._workspace.reports))
        self._complain()

    def _show_undated(self) -> None:
        """Say what a period passes over: an officer may know the date that a report lacks."""
        view = self._workspace.document.view
        passed = view.undated if view is not None else 0
        said = self.tr("%n finding(s) passed over: the report has no date.", "", passed)
        self.undated.setText(said)
        self.undated.setVisible(passed > 0)

    def _sources_line(self) -> str:
        reports = self._workspace.reports
        chosen = [report for report in reports if used(report, self._request.sources)]
        if not reports:
            return self.tr("No reports yet") if self._workspace.reports_known else ""
        if len(chosen) == len(reports):
            counted = self.tr("%n report(s)", "", len(reports))
        else:
            counted = self.tr("{some} of %n report(s)", "", len(reports)).format(some=len(chosen))
        return " · ".join(filter(None, (counted, years(chosen))))

    def _complain(self) -> None:
        """Say what is wrong with the period."""
        since, until = self._request.since, self._request.until
        said = self.since.error or self.until.error
        if not said and since and until and until < since:
            said = self.tr("The period ends before it begins.")
        self.fault.mind(said)

    def _change_period(self, bound: Bound) -> None:
        if bound is Bound.FIRST:
            request = replace(self._request, since=self.since.day)
        else:
            request = replace(self._request, until=self.until.day)
        self._apply(self.tr("Change period"), request, merge=f"period {bound.value}")

    def _change_number(self, number: int) -> None:
        request = replace(self._request, max_findings=number)
        self._apply(self.tr("Change number of findings"), request, merge="max_findings")

    def open_sources(self) -> SourcesDialog:
        """Open the list of reports to choose from."""
        dialog = SourcesDialog(self._workspace.reports, self._request.sources, self.window())
        dialog.chosen.connect(self._change_sources)
        dialog.open()
        return dialog

    def _change_sources(self, sources: tuple[str, ...]) -> None:
        self._apply(self.tr("Change sources"), replace(self._request, sources=sources))

    def _apply(self, name: str, request: BriefRequest, merge: str = "") -> None:
        document = self._workspace.document
        document.apply(name, replace(document.draft, request=request), merge=merge)

    @property
    def _request(self) -> BriefRequest:
        return self._workspace.document.draft.request


def years(reports: list[ReportSummary]) -> str:
    """Return the years of the reports: ``1999–2023``, ``2022``, or empty where none is dated."""
    dated = sorted(report.metadata.date.year for report in reports if report.metadata.date)
    if not dated:
        return ""
    return str(dated[0]) if dated[0] == dated[-1] else f"{dated[0]}–{dated[-1]}"
