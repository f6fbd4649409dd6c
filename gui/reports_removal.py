"""Reports leave the library: asked about first, with what that means for the open brief."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.errors import BriefingError
from briefing.model import ReportSummary
from briefing.service.calls import RemoveReports
from gui import messages
from gui.reports_list import ReportsList
from gui.workspace import Workspace


class ReportsRemoval(QObject):
    """Removes those that are selected in the list, which says how it goes."""

    def __init__(self, workspace: Workspace, reports: ReportsList, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._list = reports
        self._around = parent

    def ask(self) -> None:
        """Ask whether they are to go."""
        reports = self._list.table.selected()
        if not reports:
            return
        title = self.tr("Remove %n report(s) from the library?", "", len(reports))
        told = self._consequences(reports)
        remove = self.tr("&Remove")
        messages.confirm(
            self._around, title, told, remove, lambda: self._remove(reports), careful=True
        )

    def _consequences(self, reports: tuple[ReportSummary, ...]) -> str:
        gone = {report.sha256 for report in reports}
        decisions = self._workspace.document.draft.decisions
        used = sum(d.is_used and d.finding.report in gone for d in decisions)
        names = "\n".join(r.metadata.title or r.file_name for r in reports[:5])
        told = self.tr(
            "No finding is offered from here any more. Briefs that use one keep its words, but "
            "these can no longer be compared with their source until the same file is imported "
            "again. Your own file stays where it is."
        )
        counted = self.tr("The open brief uses %n finding(s) from here.", "", used) if used else ""
        return "\n\n".join(filter(None, (names, counted, told)))

    def _remove(self, reports: tuple[ReportSummary, ...]) -> None:
        self._list.say(self.tr("Removing %n report(s) …", "", len(reports)))
        self._workspace.tasks.run(
            RemoveReports(tuple(report.sha256 for report in reports)),
            lambda _: self._end(),
            failed=self._fail,
            owner=self,
        )

    def _end(self) -> None:
        self._list.say("")
        self._workspace.refresh_library()

    def _fail(self, error: BriefingError) -> None:
        messages.tell(self._around.window(), error)
        self._end()
