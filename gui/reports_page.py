"""The page of sources: the library's reports, what is known of them, and how more come in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from briefing.errors import BriefingError
from briefing.model import Metadata, ReportSummary
from briefing.model.desk import ImportReview
from briefing.service.calls import CorrectMetadata, RemoveReports
from gui import messages
from gui.focus import within
from gui.import_choosing import ImportChooser
from gui.import_review import ImportReviewPane
from gui.import_strip import ImportStrip
from gui.metadata_fields import Field, FieldError, with_text
from gui.metadata_panel import MetadataPanel
from gui.models.reports import ReportsModel
from gui.reports_empty import EmptyPane
from gui.reports_list import ReportsList
from gui.reports_original import Originals
from gui.tables_strip import TablesStrip
from gui.workspace import Workspace


class ReportsPage(QWidget):
    """Shows the reports, or the review of an import, or how to begin; an import's strip on top."""

    open_report = Signal(str)
    """Fingerprint of a report that is to be read."""
    report_chosen = Signal(str)
    """Another report is the current one of the list."""
    import_finished = Signal(ImportReview)
    next_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._remarks: dict[str, tuple[str, ...]] = {}
        self.model = ReportsModel(self)
        self.strip = ImportStrip(workspace.tasks)
        self.tables = TablesStrip(workspace)
        self.list = ReportsList(self.model)
        self.details = MetadataPanel()
        self.empty = EmptyPane()
        self.review = ImportReviewPane()
        self.chooser = ImportChooser(workspace, self)
        self._originals = Originals(workspace, self)
        self._make_actions()
        self._lay_out()
        self._connect()
        self._take_library()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders; a strip on the page tells how far it is."""
        self.list.say("")
        self.empty.say("")
        self.strip.begin(tuple(paths))

    def menu_actions(self) -> list[QAction | None]:
        """Return the page's commands; None stands for a line between them."""
        return [self.import_files, self.import_folder, None, *self._of_report]

    def show_reports(self) -> None:
        """Show the list of reports, or how to begin where there is none."""
        known, reports = self._workspace.reports_known, self._workspace.reports
        self._pages.setCurrentWidget(self._body if reports or not known else self.empty)

    def take_focus(self) -> None:
        """Go to the list of reports, from the review of an import too; else to the way in."""
        self.show_reports()
        if self._pages.currentWidget() is self.empty:
            self.empty.files.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.list.enter()

    def come_back(self) -> None:
        """Go on here after a report was closed: to the review of an import while it is shown."""
        if self._pages.currentWidget() is self.review:
            self.review.take_focus()
        else:
            self.take_focus()

    def header_state(self) -> QByteArray:
        """Return the columns' widths, order and sorting, to be kept."""
        return self.list.table.header_state()

    def restore_header(self, state: QByteArray) -> None:
        """Take kept widths, order and sorting of the columns."""
        self.list.table.restore_header(state)

    def _make_actions(self) -> None:
        self.import_files = self._action(self.tr("Import &Files…"), "Ctrl+I")
        self.import_folder = self._action(self.tr("Import Fol&der…"), "Ctrl+Shift+I")
        self.open_action = self._action(self.tr("&Open Report"), "Ctrl+Return")
        self.remove_action = self._action(self.tr("&Remove from Library…"), "Del")
        self.original_action = self._action(self.tr("Open Ori&ginal File"), "Ctrl+Shift+O")
        self._of_report = (self.open_action, self.original_action, self.remove_action)
        for action in self._of_report:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.import_files.triggered.connect(self.chooser.choose_files)
        self.import_folder.triggered.connect(self.chooser.choose_folder)
        self.open_action.triggered.connect(self._open)
        self.original_action.triggered.connect(self._show_original)
        self.remove_action.triggered.connect(self._ask_to_remove)

    def _action(self, text: str, keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        self._body = QSplitter(Qt.Orientation.Vertical)
        self._body.addWidget(self.list)
        self._body.addWidget(self.details)
        self._body.setStretchFactor(0, 1)
        self._body.setChildrenCollapsible(False)
        self._body.setHandleWidth(1)
        self._pages = QStackedWidget()
        for page in (self.empty, self._body, self.review):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.tables)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._workspace.library_changed.connect(self._take_library)
        self.chooser.chosen.connect(self.import_paths)
        for pane in (self.list, self.empty):
            pane.files_wanted.connect(self.import_files.trigger)
            pane.folder_wanted.connect(self.import_folder.trigger)
        self.list.open_wanted.connect(self._open)
        self.list.original_wanted.connect(self._show_original)
        self.list.removal_wanted.connect(self._ask_to_remove)
        self.list.current_changed.connect(self._show_details)
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.table.customContextMenuRequested.connect(self._pop_menu)
        self.list.next_wanted.connect(self.next_wanted)
        self.model.correction_wanted.connect(self._correct_cell)
        self.details.corrected.connect(self._correct)
        self.strip.finished.connect(self._take_review)
        self.strip.failed.connect(partial(self._workspace.refresh_library, quietly=True))
        self.strip.stopped.connect(self._say_cancelled)
        self.review.next_wanted.connect(self._go_on)
        self.review.reports_wanted.connect(self.show_reports)
        self.review.open_report.connect(self._open_reviewed)
        self.review.title_wanted.connect(self._enter_title)

    def _take_library(self) -> None:
        self.list.show_reports(self._workspace.reports)
        if self._pages.currentWidget() is not self.review:
            self.show_reports()
        self._show_details()

    def _show_details(self) -> None:
        report = self.list.table.current()
        for action in self._of_report:
            action.setEnabled(report is not None)
        self.details.show_report(report, self._remarks.get(report.sha256, ()) if report else ())
        if report is not None:
            self.report_chosen.emit(report.sha256)

    def _pop_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._of_report)
        menu.popup(self.list.table.viewport().mapToGlobal(at))

    def _open(self) -> None:
        report = self.list.table.current()
        if report is not None:
            self.open_report.emit(report.sha256)

    def _open_reviewed(self, sha256: str) -> None:
        """Open a report from the review of an import; in the list it is the current one too."""
        self.list.choose(sha256)
        self.open_report.emit(sha256)

    def _enter_title(self, sha256: str) -> None:
        """Lead to the field in which a report's title is entered."""
        self.show_reports()
        self.list.choose(sha256)
        title = self.details.lines[Field.TITLE].edit
        title.setFocus(Qt.FocusReason.OtherFocusReason)
        title.selectAll()

    def _show_original(self) -> None:
        report = self.list.table.current()
        if report is not None:
            self._originals.open(report.sha256)

    def _correct_cell(self, report: ReportSummary, field: Field, text: str) -> None:
        try:
            metadata = with_text(report.metadata, field, text)
        except FieldError as error:
            self.list.say(str(error))
            return
        self._correct(report.sha256, metadata)

    def _correct(self, sha256: str, metadata: Metadata) -> None:
        """Show a correction at once, as what is typed next builds on it, and have it kept."""
        self.list.say("")
        self.model.foretell(sha256, metadata)
        self._show_details()
        self._workspace.tasks.run(
            CorrectMetadata(sha256, metadata),
            lambda _: self._workspace.refresh_library(),
            failed=self._take_back,
            owner=self,
        )

    def _take_back(self, error: BriefingError) -> None:
        messages.tell(self.window(), error)
        self._take_library()
        self._workspace.refresh_library(quietly=True)  # it may have been removed elsewhere

    def _ask_to_remove(self) -> None:
        reports = self.list.table.selected()
        if not reports:
            return
        title = self.tr("Remove %n report(s) from the library?", "", len(reports))
        told = self._consequences(reports)
        remove = self.tr("&Remove")
        messages.confirm(self, title, told, remove, lambda: self._remove(reports), careful=True)

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
        self.list.say(self.tr("Removing %n report(s) …", "", len(reports)))
        self._workspace.tasks.run(
            RemoveReports(tuple(report.sha256 for report in reports)),
            lambda _: self._end_removal(),
            failed=self._fail_to_remove,
            owner=self,
        )

    def _end_removal(self) -> None:
        self.list.say("")
        self._workspace.refresh_library()

    def _fail_to_remove(self, error: BriefingError) -> None:
        messages.tell(self.window(), error)
        self._end_removal()

    def _take_review(self, review: ImportReview) -> None:
        files = (*review.imported, *review.corrected, *review.already)
        self._remarks |= {file.sha256: file.remarks for file in files if file.remarks}
        focus = self.window().focusWidget()
        free = focus is None or self.strip.had_focus or within(focus, self._pages)
        self._pages.setCurrentWidget(self.review)
        holds = bool(self._workspace.reports or review.imported or review.already)
        self.review.show_review(review, can_go_on=holds, take_focus=free)
        self._workspace.refresh_library()
        self.import_finished.emit(review)

    def _say_cancelled(self) -> None:
        told = self.tr("Cancelled. The library is as it was.")
        self.list.say(told)
        self.empty.say(told)
        self.show_reports()

    def _go_on(self) -> None:
        self.show_reports()
        self.next_wanted.emit()
