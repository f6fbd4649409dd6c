"""The page of sources: the library's reports, what is known of them, and how more come in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from briefing.model.desk import ImportReview
from gui.focus import within
from gui.import_choosing import ImportChooser
from gui.import_review import ImportReviewPane
from gui.import_strip import ImportStrip
from gui.metadata_fields import Field
from gui.metadata_panel import MetadataPanel
from gui.models.reports import ReportsModel
from gui.reports_actions import ReportsActions
from gui.reports_correcting import ReportsCorrecting
from gui.reports_empty import EmptyPane
from gui.reports_list import ReportsList
from gui.reports_original import Originals
from gui.reports_removal import ReportsRemoval
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
        self.does = ReportsActions(self)
        self._originals = Originals(workspace, self)
        self._removal = ReportsRemoval(workspace, self.list, self)
        self._correcting = ReportsCorrecting(workspace, self.model, self.list, self)
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
        return self.does.menu()

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
        self._connect_commands()
        self._workspace.library_changed.connect(self._take_library)
        self.chooser.chosen.connect(self.import_paths)
        for pane in (self.list, self.empty):
            pane.files_wanted.connect(self.does.files.trigger)
            pane.folder_wanted.connect(self.does.folder.trigger)
        self.list.open_wanted.connect(self._open)
        self.list.original_wanted.connect(self._show_original)
        self.list.removal_wanted.connect(self._removal.ask)
        self.list.current_changed.connect(self._show_details)
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.table.customContextMenuRequested.connect(self._pop_menu)
        self.list.next_wanted.connect(self.next_wanted)
        self.model.correction_wanted.connect(self._correcting.correct_cell)
        self.details.corrected.connect(self._correcting.correct)
        self._correcting.foretold.connect(self._show_details)
        self._correcting.failed.connect(self._take_library)
        self.strip.finished.connect(self._take_review)
        self.strip.failed.connect(partial(self._workspace.refresh_library, quietly=True))
        self.strip.stopped.connect(self._say_cancelled)
        self.review.next_wanted.connect(self._go_on)
        self.review.reports_wanted.connect(self.show_reports)
        self.review.open_report.connect(self._open_reviewed)
        self.review.title_wanted.connect(self._enter_title)

    def _connect_commands(self) -> None:
        does = self.does
        does.files.triggered.connect(self.chooser.choose_files)
        does.folder.triggered.connect(self.chooser.choose_folder)
        does.open.triggered.connect(self._open)
        does.original.triggered.connect(self._show_original)
        does.remove.triggered.connect(self._removal.ask)

    def _take_library(self) -> None:
        self.list.show_reports(self._workspace.reports)
        if self._pages.currentWidget() is not self.review:
            self.show_reports()
        self._show_details()

    def _show_details(self) -> None:
        report = self.list.table.current()
        for action in self.does.of_report:
            action.setEnabled(report is not None)
        self.details.show_report(report, self._remarks.get(report.sha256, ()) if report else ())
        if report is not None:
            self.report_chosen.emit(report.sha256)

    def _pop_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.does.of_report)
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
