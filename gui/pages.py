"""Builds the pages once the window is on screen, and shows the one that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from briefing.model import Passage
from gui.findings_columns import FindingsColumns
from gui.focus import Place, within
from gui.keyboard import tab_through
from gui.main_window import MainWindow
from gui.timers import timer
from gui.wishes import Wishes
from gui.workspace import Workspace

if TYPE_CHECKING:  # each is imported when it is built: start-up time counts
    from gui.brief_page import BriefPage
    from gui.findings_page import FindingsPage
    from gui.preview_panel import PreviewPanel
    from gui.report_reader import ReportReader
    from gui.reports_page import ReportsPage
    from gui.scope_panel import ScopePanel

WELCOME, REPORTS, FINDINGS, BRIEF = "welcome", "reports", "findings", "brief"
"""Names of the pages, as the window's state keeps them."""
_FAIR, _WIDE = (3, 2), 1000
"""How list and document share the width: by these parts of what there is."""


class Pages(QObject):
    """The pages of one window, and what stands beside them."""

    shown = Signal(str)
    """Another page is in front; the argument is its name."""
    map_arranged = Signal(bool)
    """The map beside the regions came or went; the argument says whether it is seen."""
    arranged = Signal(bool)
    """What stands at the right may be another; the argument says whether it is the document."""

    reports: ReportsPage
    findings: FindingsPage
    scope: ScopePanel
    brief: BriefPage
    preview: PreviewPanel
    reader: ReportReader

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._by_name: dict[str, QWidget] = {WELCOME: window.welcome}
        self._enter: dict[str, Callable[[], None]] = {}
        """Puts the focus where the work is on a page."""
        self._columns: FindingsColumns | None = None
        self._name = WELCOME
        self._wishes = Wishes(window)
        self._reading = False
        self._divided = False
        """Whether the window has been divided for what stands at the right."""
        self._before = Place(window)
        """Where the officer was when a report came to be read."""
        self._soon = timer(self, 0, self._follow_width)
        window.resized.connect(self._soon.start)

    @property
    def name(self) -> str:
        """Name of the page in front."""
        return self._name

    @property
    def has_document(self) -> bool:
        """Whether the page in front is one beside which the document can stand."""
        return self._name in (FINDINGS, BRIEF)

    @property
    def is_reading(self) -> bool:
        """Whether a report stands in the place of the document."""
        return self._reading

    @property
    def is_importing(self) -> bool:
        """Whether reports are being imported."""
        return REPORTS in self._by_name and self.reports.strip.is_running

    def build(self) -> Iterator[None]:
        """Build page by page; between two the window may answer."""
        from gui.findings_page import FindingsPage
        from gui.scope_panel import ScopePanel

        self.findings = FindingsPage(self._workspace)
        self.scope = ScopePanel(self._workspace)
        beside = self.scope, self.scope.map, self.findings
        self._columns = FindingsColumns(*beside, self._window.state)
        self._place(FINDINGS, self._columns)
        yield
        from gui.preview_panel import PreviewPanel

        self.preview = PreviewPanel(self._workspace)
        self._window.side.addWidget(self.preview)
        yield
        from gui.reports_page import ReportsPage

        self.reports = ReportsPage(self._workspace)
        if (columns := self._window.state.columns(REPORTS)) is not None:
            self.reports.restore_header(columns)
        self._place(REPORTS, self.reports)
        yield
        from gui.brief_page import BriefPage

        self.brief = BriefPage(self._workspace)
        self._place(BRIEF, self.brief)
        yield
        from gui.report_reader import ReportReader

        self.reader = ReportReader(self._workspace)
        self._window.side.addWidget(self.reader)
        self._enter = {
            REPORTS: self.reports.take_focus,
            FINDINGS: self.findings.take_focus,
            BRIEF: self.brief.take_focus,
        }
        tab_through(
            *(self.reports, self.scope, self.scope.map, self.findings, self.brief),
            *(self.preview, self.reader),
        )

    def go(self, name: str) -> None:
        """Bring a page to the front, with the focus where the work is."""
        page = self._by_name[name]
        self._name = name
        self._window.pages.setCurrentWidget(page)
        self._window.tools.setVisible(name != WELCOME)
        if name != FINDINGS:  # there it stands beside what is chosen from it
            self._reading = False
        self._arrange()
        if name in self._enter:
            self._enter[name]()
        elif not page.isAncestorOf(self._window.focusWidget() or self._window):
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(name)

    def want_preview(self, wanted: bool) -> None:
        """Show the document beside the pages, a report no more; or leave them the whole width."""
        self._wishes.want_preview(wanted)
        self._reading = False
        self._arrange()

    def want_map(self, wanted: bool) -> None:
        """Show the map beside the regions, in the place of the document where room is short."""
        self._wishes.want_map(wanted)
        if wanted:
            self._reading = self._reading and self._wishes.has_room_for_map
        elif within(self._window.focusWidget(), self.scope.map):
            self.scope.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()
        if wanted:
            self.scope.map.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self, sha256: str, passage: Passage | None = None) -> None:
        """Show a report in the place of the document, at a passage if one is given."""
        self._before.note(apart_from=self.reader)
        self.reader.show_report(sha256, passage)
        self._reading = True
        self._arrange()

    def follow_report(self, sha256: str) -> None:
        """Let the report being read be the one that is current in the list of reports."""
        if self._reading and self._name == REPORTS and self.reader.report != sha256:
            self.reader.show_report(sha256, take_focus=False)

    def stop_reading(self) -> None:
        """Give the document its place back, and the focus to where it was if the report had it."""
        focus = self._window.focusWidget()
        had_focus = focus is None or within(focus, self.reader)
        was_reading, self._reading = self._reading, False
        self._arrange()
        if was_reading and had_focus and not self._before.come_back():
            self._go_on_here()
        self._before.forget()

    def _go_on_here(self) -> None:
        """Take up the page beside which a report was read; one Escape closes the report alone."""
        if self._name == REPORTS:
            self.reports.come_back()
        elif self._name in self._enter:
            self._enter[self._name]()

    def keep_state(self) -> None:
        """Remember which page is shown, and how the splitters are divided."""
        state = self._window.state
        state.page = self._name
        state.map_wanted = self._wishes.map
        if self._divided:  # else there are no widths to be kept yet
            state.keep_splitter("halves", self._window.halves)
        if self._columns is not None:
            self._columns.keep()
        if REPORTS in self._by_name:
            state.keep_columns(REPORTS, self.reports.header_state())

    def _place(self, name: str, page: QWidget) -> None:
        self._by_name[name] = page
        self._window.pages.addWidget(page)

    def _arrange(self) -> None:
        """Show at the right what belongs to the page: a report being read, else the document."""
        wishes = self._wishes
        with_map = wishes.has_map(reading=self._reading)
        yields = self._name == FINDINGS and with_map and not wishes.has_room_for_map
        with_document = self.has_document and wishes.has_preview and not yields
        if self._columns is not None:
            self._columns.show_map(with_map)
        if self._reading:
            self._window.side.setCurrentWidget(self.reader)
        elif with_document:
            self._window.side.setCurrentWidget(self.preview)
        self._window.side.setVisible(self._reading or with_document)
        if self._window.side.isVisible() and not self._divided:
            self._divide()
        self.arranged.emit(with_document and not self._reading)
        self.map_arranged.emit(with_map)

    def _divide(self) -> None:
        """Give both halves the widths they had, else fair ones, whatever each would like to have.

        Only now, as both are seen: before, Qt knows of no width for the one at the right.
        """
        self._divided = True
        if not self._window.state.restore_splitter("halves", self._window.halves):
            self._window.halves.setSizes([_FAIR[0] * _WIDE, _FAIR[1] * _WIDE])

    def _follow_width(self) -> None:
        if self.has_document:
            self._arrange()
