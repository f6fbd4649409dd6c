"""Joins commands, pages, files and the document: who says what to whom, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel

from briefing import PROGRAM
from briefing.errors import BriefingError
from briefing.model import Passage
from briefing.model.desk import ImportReview
from gui import messages, pages
from gui.actions import Actions
from gui.exporting import Exporting
from gui.file_dialogs import ENDING
from gui.files import Files, new_draft
from gui.help import Help
from gui.keeping import Keeping
from gui.main_window import MainWindow
from gui.menus import Menus
from gui.pages import Pages
from gui.refreshing import Refreshing
from gui.typed import commit_typed
from gui.workspace import Workspace

PATIENCE = 30_000
"""Milliseconds in which an import that is cancelled must have ended before the window is left."""


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
        self._complained = ""
        self.patience = QTimer(self)
        """Runs while the window is to be left as soon as an import has been taken back."""
        self.patience.setSingleShot(True)
        self.patience.setInterval(PATIENCE)
        self.patience.timeout.connect(lambda: self.files.unless_lost(self._leave_now))
        self.first_page = pages.FINDINGS
        """Name of the page on which the next brief to be opened shows itself."""
        self.is_importing: Callable[[], bool] = lambda: False
        """Says whether reports are being imported."""

    def build(self) -> Iterator[None]:
        """Connect everything, and build the pages one by one."""
        self._connect_document()
        self._connect_files()
        self._connect_window()
        yield
        yield from self.pages.build()
        self._connect_pages()
        self.menus.add_pages(self.pages)
        self._show_settings()
        self._show_document()
        yield

    def leave(self) -> None:
        """Leave the program once nothing can be lost by it."""
        self.files.unless_lost(self._leave)

    # --- connections

    def _connect_document(self) -> None:
        document = self.document
        document.file_changed.connect(self._show_document)
        document.modified_changed.connect(self._show_title)
        document.changed.connect(self._show_title)
        document.refused.connect(self.window.status.say)
        self.workspace.settings_changed.connect(self._show_settings)
        looking = self.tr("Looking for findings…")
        self.refreshing.slow.connect(partial(self.window.status.say, looking))
        self.refreshing.settled.connect(partial(self.window.status.unsay, looking))
        self.refreshing.settled.connect(self._forgive)
        self.refreshing.failed.connect(self.complain)

    def _connect_files(self) -> None:
        files, has = self.files, self.actions
        has.new.triggered.connect(lambda: files.new())
        has.open.triggered.connect(lambda: files.open())
        has.save.triggered.connect(lambda: files.save())
        has.save_as.triggered.connect(lambda: files.save_as())
        has.close_brief.triggered.connect(lambda: files.close())
        has.quit.triggered.connect(lambda: self.leave())
        has.export.triggered.connect(lambda: self._with_all_typed(self.exporting.export))
        has.print.triggered.connect(lambda: self._with_all_typed(self.exporting.print_))
        has.series.triggered.connect(lambda: self._with_all_typed(self.exporting.export_series))
        self.menus.recent_wanted.connect(lambda path: files.open_path(Path(path)))
        files.said.connect(self.window.status.say)
        files.reading.connect(self._show_reading)
        files.begun.connect(self._show_brief)

    def _connect_window(self) -> None:
        window, has, welcome = self.window, self.actions, self.window.welcome
        window.tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        window.tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for label in window.status.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        window.close_wanted.connect(self.leave)
        window.dropped.connect(self.take_files)
        welcome.import_wanted.connect(self._import)
        welcome.open_wanted.connect(self.files.open)
        welcome.sample_wanted.connect(self.files.open_sample)
        welcome.recent_wanted.connect(lambda path: self.files.open_path(Path(path)))
        has.full_screen.toggled.connect(self._fill_screen)
        has.settings.triggered.connect(lambda: self.help.show_settings())
        has.shortcuts.triggered.connect(lambda: self.help.show_shortcuts())
        has.about.triggered.connect(lambda: self.help.show_about())

    def _connect_pages(self) -> None:
        pages_, has = self.pages, self.actions
        has.reports.triggered.connect(lambda: pages_.go(pages.REPORTS))
        has.findings.triggered.connect(lambda: pages_.go(pages.FINDINGS))
        has.brief.triggered.connect(lambda: pages_.go(pages.BRIEF))
        has.preview.toggled.connect(pages_.want_preview)
        has.find.triggered.connect(lambda: self._find())
        pages_.shown.connect(self._tick_page)
        pages_.reports.open_report.connect(lambda sha256: pages_.read(sha256))
        pages_.reports.chooser.chosen.connect(lambda _: pages_.go(pages.REPORTS))
        pages_.reports.import_finished.connect(self._begin_with_reports)
        pages_.reports.next_wanted.connect(self._go_to_findings)
        pages_.findings.show_passage.connect(self._show_passage)
        pages_.findings.import_wanted.connect(self._import)
        pages_.findings.said.connect(self.window.status.say)
        pages_.findings.scope_wanted.connect(pages_.scope.setFocus)
        pages_.reader.closed.connect(pages_.stop_reading)
        pages_.preview.state_changed.connect(pages_.brief.show_length)
        pages_.preview.export_wanted.connect(has.export.trigger)
        pages_.preview.finding_picked.connect(self._show_picked)
        pages_.reports.strip.stopped.connect(self._leave_after_all)
        self.document.begun.connect(pages_.brief.meter.clear)

    # --- what happens

    def take_files(self, paths: list[Path]) -> None:
        """Open the brief among files that were dropped; reports are imported."""
        briefs = [path for path in paths if path.suffix.lower() == ENDING]
        reports = [path for path in paths if path not in briefs]
        if briefs:
            self.files.open_path(briefs[0])
        if reports:
            self.pages.go(pages.REPORTS)
            self.pages.reports.import_paths(reports)

    def _import(self) -> None:
        """Ask what to import; the page of reports follows once something has been chosen."""
        self.pages.reports.import_files.trigger()

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

    def _show_reading(self, words: str) -> None:
        self.window.welcome.set_busy(words)
        self.actions.may_open(not words)
        self.menus.may_open(not words)

    def _show_brief(self) -> None:
        self.pages.stop_reading()
        self.pages.go(self.first_page)
        self.first_page = pages.FINDINGS

    def _show_passage(self, passage: Passage) -> None:
        self.pages.read(passage.report, passage)

    def _show_picked(self) -> None:
        """Go from the brief to the finding that was clicked in the document."""
        if self.pages.name == pages.BRIEF:
            self.pages.go(pages.FINDINGS)

    def _find(self) -> None:
        self.pages.go(pages.FINDINGS)
        self.pages.findings.focus_search()

    def _fill_screen(self, full: bool) -> None:
        if full:
            self.window.showFullScreen()
        else:
            self.window.showNormal()

    def complain(self, error: BriefingError) -> None:
        """Tell what went wrong; the same thing once, until it has gone right."""
        self.window.status.say(error.message)
        if str(error) != self._complained:
            self._complained = str(error)
            messages.tell(self.window, error)

    def _forgive(self) -> None:
        self._complained = ""

    def _leave(self) -> None:
        if self.patience.isActive():
            return  # as soon as the import has ended
        if self.is_importing():
            messages.confirm(
                self.window,
                self.tr("Reports are still being imported."),
                self.tr("Leaving now drops the import; the library stays as it was before it."),
                self.tr("&Leave"),
                self._leave_without_import,
            )
        else:
            self._leave_now()

    def _leave_without_import(self) -> None:
        """Wait until what the import has brought is taken back, then leave."""
        strip = self.pages.reports.strip
        if not strip.is_running:
            self._leave_now()
            return
        self.window.status.say(self.tr("Cancelling the import…"))
        self.patience.start()
        strip.stop()

    def _leave_after_all(self) -> None:
        if self.patience.isActive():
            self.patience.stop()
            self.files.unless_lost(self._leave_now)

    def _leave_now(self) -> None:
        state = self.window.state
        state.last_brief = str(self.document.path or "")
        state.keep_window(self.window)
        self.pages.keep_state()
        state.write()
        self.files.let_go()
        self.window.leave()

    # --- what the window shows

    def _show_document(self) -> None:
        document = self.document
        self.actions.needs_brief(document.is_open)
        self.menus.needs_brief(document.is_open)
        self.window.status.show_saved(document.saved_at, read_only=document.read_only)
        self._show_title()
        if not document.is_open and self.pages.name in (pages.FINDINGS, pages.BRIEF):
            self.pages.go(pages.WELCOME)

    def _show_title(self) -> None:
        document = self.document
        if not document.is_open:
            self.window.setWindowTitle(PROGRAM)
            self.window.setWindowModified(False)
            return
        name = document.name or self.tr("Untitled brief")
        if document.read_only:
            name = self.tr("%1 (read-only)").replace("%1", name)
        shown = name.replace("[*]", "[*][*]")  # twice: Qt shows it rather than mark it
        self.window.setWindowTitle(f"{shown}[*] – {PROGRAM}")
        self.window.setWindowModified(document.is_modified)

    def _show_settings(self) -> None:
        settings = self.workspace.settings
        self.menus.show_recent(settings.recent)
        self.window.welcome.show_recent(settings.recent)
        self.window.state.recent = list(settings.recent)
        self.window.state.appearance = settings.appearance.value

    def _tick_page(self, name: str) -> None:
        ticked = {
            pages.REPORTS: self.actions.reports,
            pages.FINDINGS: self.actions.findings,
            pages.BRIEF: self.actions.brief,
        }.get(name)
        if ticked is not None:
            ticked.setChecked(True)
