"""Joins commands, pages, files and the document: who says what to whom, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

from briefing.model import Passage
from briefing.model.desk import ImportReview
from briefing.own_data import ENDINGS as TABLES
from gui import pages
from gui.actions import Actions
from gui.complaints import Complaints
from gui.exporting import Exporting
from gui.file_dialogs import ENDING
from gui.files import Files, new_draft
from gui.frame import Frame
from gui.help import Help
from gui.keeping import Keeping
from gui.leaving import Leaving
from gui.main_window import MainWindow
from gui.menus import Menus
from gui.pages import Pages
from gui.panes import Panes
from gui.refreshing import Refreshing
from gui.template_care import TemplateCare
from gui.typed import commit_typed
from gui.window_keys import WindowKeys
from gui.workspace import Workspace


class Wiring(QObject):
    """What happens in the window, put together; built once by ``app``."""

    def __init__(self, window: MainWindow, workspace: Workspace, keeping: Keeping) -> None:
        super().__init__(window)
        self.window = window
        self.workspace = workspace
        self.document = workspace.document
        self.files = Files(workspace, keeping, window)
        self.pages = Pages(window, workspace)
        self.actions = Actions(self)
        self.menus = Menus(window, self.actions, self.document)
        self.refreshing = Refreshing(workspace, self)
        self.exporting = Exporting(workspace, window)
        self.help = Help(workspace, window)
        self.templates = TemplateCare(workspace, window)
        self.leaving = Leaving(window, self.document, self.files, self.pages)
        self.frame = Frame(window, workspace, self.actions, self.menus, self.pages)
        self.panes = Panes(window, self.pages)
        self.keys = WindowKeys(window, lambda: self.actions.all)
        self.complaints = Complaints(window)
        self.first_page = pages.FINDINGS
        """Name of the page on which the next brief to be opened shows itself."""

    def build(self) -> Iterator[None]:
        """Connect everything, and build the pages one by one."""
        self._connect_document()
        self._connect_files()
        self._connect_window()
        yield
        yield from self.pages.build()
        self._connect_pages()
        self.menus.add_pages(self.pages)
        self.frame.show_settings()
        self.frame.show_document()
        yield

    # --- connections

    def _connect_document(self) -> None:
        self.document.refused.connect(self.window.status.say)
        looking = self.tr("Looking for findings…")
        self.refreshing.slow.connect(partial(self.window.status.say, looking))
        self.refreshing.settled.connect(partial(self.window.status.unsay, looking))
        self.refreshing.settled.connect(lambda: self.complaints.forgive("library"))
        self.refreshing.failed.connect(partial(self.complaints.tell, "library"))

    def _connect_files(self) -> None:
        files, has = self.files, self.actions
        has.new.triggered.connect(lambda: files.new())
        has.open.triggered.connect(lambda: files.open())
        has.save.triggered.connect(lambda: files.save())
        has.save_as.triggered.connect(lambda: files.save_as())
        has.close_brief.triggered.connect(lambda: files.close())
        has.quit.triggered.connect(lambda: self.leaving.leave())
        has.export.triggered.connect(lambda: self._with_all_typed(self.exporting.export))
        has.print.triggered.connect(lambda: self._with_all_typed(self.exporting.print_))
        has.series.triggered.connect(lambda: self._with_all_typed(self.exporting.export_series))
        has.new_pack.triggered.connect(lambda: self._with_all_typed(self.exporting.new_pack))
        has.open_pack.triggered.connect(lambda: self._with_all_typed(self.exporting.open_pack))
        self.menus.recent_wanted.connect(lambda path: files.open_path(Path(path)))
        files.said.connect(self.window.status.say)
        files.reading.connect(self.frame.show_reading)
        files.begun.connect(self._show_brief)

    def _connect_window(self) -> None:
        window, has, welcome = self.window, self.actions, self.window.welcome
        window.tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        window.tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for label in window.status.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        window.close_wanted.connect(self.leaving.leave)
        window.dropped.connect(self.take_files)
        window.escaped.connect(self._close_report)
        welcome.import_wanted.connect(self._import)
        welcome.open_wanted.connect(self.files.open)
        welcome.sample_wanted.connect(self.files.open_sample)
        welcome.recent_wanted.connect(lambda path: self.files.open_path(Path(path)))
        has.full_screen.toggled.connect(self.frame.fill_screen)
        has.new_template.triggered.connect(lambda: self.templates.begin_new())
        has.settings.triggered.connect(lambda: self.help.show_settings())
        has.rules.triggered.connect(lambda: self.help.show_rules())
        has.check_library.triggered.connect(lambda: self.help.check_library())
        has.check_document.triggered.connect(lambda: self.help.check_document())
        has.shortcuts.triggered.connect(lambda: self.help.show_shortcuts())
        has.about.triggered.connect(lambda: self.help.show_about())

    def _connect_pages(self) -> None:
        pages_, has = self.pages, self.actions
        has.reports.triggered.connect(lambda: pages_.go(pages.REPORTS))
        has.findings.triggered.connect(lambda: pages_.go(pages.FINDINGS))
        has.brief.triggered.connect(lambda: pages_.go(pages.BRIEF))
        has.preview.triggered.connect(pages_.want_preview)
        pages_.scope.map_action.triggered.connect(pages_.want_map)
        pages_.map_arranged.connect(pages_.scope.map_action.setChecked)
        pages_.arranged.connect(self.frame.show_arranged)
        pages_.arranged.connect(pages_.preview.commands.allow)
        has.next_pane.triggered.connect(lambda: self.panes.next())
        has.previous_pane.triggered.connect(lambda: self.panes.previous())
        has.find.triggered.connect(lambda: self._find())
        pages_.shown.connect(self.frame.tick_page)
        pages_.reports.open_report.connect(lambda sha256: pages_.read(sha256))
        pages_.reports.report_chosen.connect(pages_.follow_report)
        pages_.reports.chooser.chosen.connect(lambda _: pages_.go(pages.REPORTS))
        pages_.reports.import_finished.connect(self._begin_with_reports)
        pages_.reports.next_wanted.connect(self._go_to_findings)
        pages_.findings.show_passage.connect(self._show_passage)
        pages_.findings.import_wanted.connect(self._import)
        pages_.findings.said.connect(self.window.status.tell)
        pages_.findings.scope_wanted.connect(pages_.scope.setFocus)
        pages_.reader.closed.connect(pages_.stop_reading)
        pages_.preview.state_changed.connect(pages_.brief.show_length)
        pages_.brief.findings_wanted.connect(lambda: pages_.go(pages.FINDINGS))
        pages_.brief.charts.finding_wanted.connect(self._show_finding)
        pages_.shown.connect(lambda name: pages_.preview.want_length(name == pages.BRIEF))
        pages_.preview.export_wanted.connect(has.export.trigger)
        pages_.preview.finding_picked.connect(self._show_picked)
        pages_.preview.finding_wanted.connect(self._show_finding)
        pages_.preview.point_wanted.connect(pages_.brief.charts.looking.look)
        pages_.reports.strip.stopped.connect(self.leaving.go_on)
        self.document.begun.connect(pages_.brief.clear)
        self.document.begun.connect(pages_.findings.commands.show_all)

    # --- what happens

    def take_files(self, paths: list[Path]) -> None:
        """Open the brief among files that were dropped; reports are imported.

        Tables of figures go into the brief that is open.
        """
        briefs = [path for path in paths if path.suffix.lower() == ENDING]
        tables = [path for path in paths if path.suffix.lower() in TABLES]
        if tables and self.document.is_open and not briefs:
            self.pages.go(pages.BRIEF)
            self.pages.brief.take_tables(tables)
            paths = [path for path in paths if path not in tables]
        reports = [path for path in paths if path not in briefs]
        if briefs:
            self.files.open_path(briefs[0])
        if reports:
            self.pages.go(pages.REPORTS)
            self.pages.reports.import_paths(reports)

    def _import(self) -> None:
        """Ask what to import; the page of reports follows once something has been chosen."""
        self.pages.reports.does.files.trigger()

    def _begin_with_reports(self, review: ImportReview) -> None:
        """Begin a brief behind the review of a first import: the next step is to choose from it."""
        if (review.imported or review.already) and not self.document.is_open:
            self.files.begin(new_draft(self.workspace.settings), show=False)

    def _go_to_findings(self) -> None:
        if self.document.is_open:
            self.pages.go(pages.FINDINGS)
        else:
            self.files.new()

    def _with_all_typed(self, then: Callable[[], object]) -> None:
        commit_typed(self.window)
        then()

    def _show_brief(self) -> None:
        self.pages.stop_reading()
        self.pages.go(self.first_page)
        self.first_page = pages.FINDINGS

    def _show_passage(self, passage: Passage) -> None:
        self.pages.read(passage.report, passage)

    def _close_report(self) -> None:
        if self.pages.is_reading:
            self.pages.stop_reading()

    def _show_picked(self) -> None:
        """Go from the brief to the finding that was clicked in the document."""
        if self.pages.name == pages.BRIEF:
            self.pages.go(pages.FINDINGS)
        self.pages.findings.reveal()  # it may have been the current one all along

    def _show_finding(self, code: str) -> None:
        """Go to a finding, by its code, where it is worked on."""
        view = self.document.view
        row = next((one for one in view.rows if one.code == code), None) if view else None
        if row is not None:
            self.document.select(row.decision.passage)
            self._show_picked()
        else:
            self.pages.go(pages.FINDINGS)
            self.pages.findings.search_for(code)

    def _find(self) -> None:
        self.pages.go(pages.FINDINGS)
        self.pages.findings.focus_search()
