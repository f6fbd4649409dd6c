"""The middle of the window: the findings of the open brief, worked through one after another."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from briefing.errors import BriefingError
from briefing.model import Passage
from briefing.model.desk import DraftView, FindingRow
from briefing.service.calls import NearMisses
from gui.finding_detail import FindingDetail
from gui.findings_commands import FindingsCommands
from gui.findings_deeds import FindingsDeeds
from gui.findings_empty import EmptyPane, Lack
from gui.findings_head import FindingsHead
from gui.findings_list import FindingsList
from gui.findings_words import FindingWords
from gui.focus import within
from gui.keyboard import tab_through
from gui.models.findings import FindingsModel
from gui.models.findings_lines import Shown
from gui.tags_dialog import TagsDialog
from gui.timers import timer
from gui.workspace import Workspace

NEAR = "≈"
"""Stands in the place of the words of a search while near misses are shown."""
SEEN_AFTER_MS = 400
"""A finding that has been current for so long has been seen."""


class FindingsPage(QWidget):
    """Head, list, and the panel about the current finding."""

    show_passage = Signal(Passage)
    """A finding is to be shown in its report."""
    scope_wanted = Signal()
    """There is nothing to list until the scope is another."""
    import_wanted = Signal()
    said = Signal(str)
    """Something was done that is not to be seen in the list."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._document = workspace.document
        self._shown_view: DraftView | None = None
        self._before_search: Passage | None = None
        self._began_at: Passage | None = None
        """The finding that became the current one by being the first, by nobody's choice."""
        self.words = FindingWords(self)
        self.model = FindingsModel(self.words, self)
        self.list = FindingsList(self.model, self)
        self.deeds = FindingsDeeds(workspace, self.list)
        self.detail = FindingDetail(workspace, self.deeds, self)
        self.commands = FindingsCommands(self.list, self.deeds, self.detail)
        self.head = FindingsHead(workspace, self.commands.filters, self)
        self.empty = EmptyPane(self)
        self._stack = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._seen_soon = timer(self, SEEN_AFTER_MS, self._note_seen)
        self._counts_soon = timer(self, 0, self._show_counts)
        self._reveal_soon = timer(self, 0, self.reveal)
        self._to_reveal = False
        """The current finding is to be on screen once the renewed view is there."""
        self._lay_out()
        self._connect_document()
        self._connect_parts()
        self._learn_names()
        self._show_view()

    def menu_actions(self) -> list[QAction | None]:
        """Return the commands for the menu; None stands for a line between."""
        return self.commands.actions()

    def focus_search(self) -> None:
        """Let the officer type what is to be searched for."""
        self.head.search.begin()

    def search_for(self, words: str) -> None:
        """Show the findings that hold some words, or the one that a code names, and go to it."""
        self.head.search.look_up(words)

    def take_focus(self) -> None:
        """Go to the list and its current finding; where there is none, to the step that helps."""
        if self._stack.currentWidget() is self.empty and self.empty.button.isVisibleTo(self):
            self.empty.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self._stack.currentWidget() is self.empty:  # the list has it as soon as it is there
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._go_to_list()
        self.list.scrollTo(self.list.currentIndex())

    # What the document tells.

    def _follow(self) -> None:
        document = self._document
        if document.view is None:
            self._show_view()
        elif document.view is self._shown_view:  # else the renewed view is about to be shown
            self.model.follow(document.draft)
            if document.last_changed and not self.deeds.at_work:
                self._go_to_code(document.last_changed)

    def _show_view(self) -> None:
        before = [row.code for row in self.model.rows]
        view = self._shown_view = self._document.view
        wanted = self._document.current
        self.list.keep_place()
        self.model.show_view(view, self._document.draft)
        if self.model.searched:
            return
        if self.model.index_of(wanted) != self.list.currentIndex():
            self.list.go_to(wanted)
        if not self.list.currentIndex().isValid() or self._is_still_to_begin(wanted):
            self.list.go_to_first()
            self._began_at = self._document.current
        if self._to_reveal or before != [row.code for row in self.model.rows]:
            self._to_reveal = False
            self._reveal_soon.start()
        if view is not None and not self._document.draft.needs_proposal:
            self.deeds.tell_proposal()

    def _is_still_to_begin(self, current: Passage | None) -> bool:
        """Whether nobody has gone to the finding that is current: it was the first of a list.

        What comes to stand above it, as the scope is being chosen, is where the officer begins.
        """
        return current == self._began_at and not within(self.window().focusWidget(), self)

    def _restore_current(self) -> None:
        self.list.go_to(self._document.current)
        if not self.list.currentIndex().isValid():
            self.list.go_to_first()

    def _show_current(self) -> None:
        """Make the finding current that was picked elsewhere, whatever is listed now."""
        passage = self._document.current
        row = self.list.current_row()
        if passage is None or (row is not None and row.decision.passage == passage):
            return
        if not self.model.index_of(passage).isValid() and self.model.row_of(passage) is not None:
            self._show_all()
        self.list.go_to(passage)

    def _go_to_code(self, code: str) -> None:
        row = next((row for row in self.model.rows if row.code == code), None)
        if row is not None and not self.model.searched:
            self._document.select(row.decision.passage)
            self._to_reveal = True
            self._reveal_soon.start()

    def reveal(self) -> None:
        """Bring to the eye what the panel tells of, marked as the current finding."""
        self.list.settle()
        self.list.scrollTo(self.list.currentIndex())

    def _take_seen(self) -> None:
        self.model.take_seen(self._document.seen)
        self._counts_soon.start()

    def _learn_names(self) -> None:
        self.words.taxonomy = self._workspace.taxonomy
        self.words.reports = frozenset(report.sha256 for report in self._workspace.reports)
        self.list.renew()
        self.detail.read_anew()
        self._show_lack()

    # What the officer does.

    def _note_current(self, current: QModelIndex) -> None:
        row = self.model.row_at(current)
        self.detail.show_row(row)
        self.commands.enable()
        if row is not None:
            self._document.select(row.decision.passage)
            self._seen_soon.start()

    def _note_seen(self) -> None:
        row = self.list.current_row()
        if row is not None and self.list.isVisible():
            self._document.note_seen(row.code)

    def _limit(self, action: QAction) -> None:
        self._leave_search()
        self.list.keep_place()
        self.model.show_only(Shown(action.data()))
        if not self.list.currentIndex().isValid():
            self._restore_current()

    def _show_all(self) -> None:
        self._leave_search()
        first = self.commands.filters.actions()[0]
        if not first.isChecked():
            first.trigger()

    def _show_answers(self, words: str, answers: tuple[FindingRow, ...], title: str = "") -> None:
        if not self.model.searched:
            row = self.list.current_row()
            self._before_search = row.decision.passage if row else None
        self.model.show_answers(words, answers, title)
        self.list.scrollToTop()

    def _ask_near_misses(self) -> None:
        self._workspace.tasks.run(
            NearMisses(self._document.draft),
            self._show_near_misses,
            failed=self._fail_search,
            replaces="search",
            owner=self,
        )

    def _show_near_misses(self, rows: tuple[FindingRow, ...]) -> None:
        self._leave_search()
        title = self.tr("Near misses: %n finding(s) that nearly answer", "", len(rows))
        self._show_answers(NEAR, rows, title)
        self._go_to_list()
        self.list.go_to_first()

    def _leave_search(self) -> None:
        """Show the draft again, whether words were searched for or near misses are shown."""
        self.head.search.clear()
        self._end_search()

    def _end_search(self) -> None:
        if self.model.searched:
            self.model.end_search()
            self.list.go_to(self._before_search)
            self._restore_current()
            self._reveal_soon.start()

    def _fail_search(self, error: BriefingError) -> None:
        self.empty.show_message(error.message)
        self._stack.setCurrentWidget(self.empty)

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.go_to_first()

    def _leave_field(self) -> None:
        """Go back to the list; from a reason on to what follows, as from any decision."""
        self._go_to_list()  # first, so that the field ends with the finding it is about
        self.list.go_to(self.commands.take_follower())

    def _show_in_report(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self._document.note_seen(row.code)
            self.show_passage.emit(row.decision.passage)

    def _correct_tags(self) -> None:
        row = self.list.current_row()
        if row is not None:
            TagsDialog(self._workspace, row, self).open()

    def _pop_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        filters = self.commands.filters.actions()
        for action in self.commands.actions():
            if action is None:
                menu.addSeparator()
            elif action not in filters:
                menu.addAction(action)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _unfold(self) -> None:
        above, below = self._splitter.sizes()
        if not below:
            wanted = min(self.detail.sizeHint().height(), above // 2)
            self._splitter.setSizes([above - wanted, wanted])

    # What the page shows.

    def _refresh(self) -> None:
        self.list.settle()
        self.detail.show_row(self.list.current_row())
        self.commands.enable()
        self.head.offer_filters(offered=not self.model.searched)
        self._counts_soon.start()
        self._show_lack()

    def _show_counts(self) -> None:
        view = self._document.view
        if view is None:
            self.head.show_nothing()
            self.head.offer_fresh(0)
            return
        self.head.show_counts(*self.model.tally(), view.undated)
        self.head.offer_fresh(view.fresh)

    def _show_lack(self) -> None:
        lack = self._lack()
        if lack is not None:
            self.empty.show_lack(lack)
        focus, was_empty = self.window().focusWidget(), self._stack.currentWidget() is self.empty
        self._stack.setCurrentWidget(self.list if lack is None else self.empty)
        if lack is None and was_empty and self._is_idle(focus):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif lack is not None and focus is self.list:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_idle(self, focus: QWidget | None) -> bool:
        """Whether the focus is nowhere, or where it came to be while there was no list."""
        if focus is None or focus is self or self.empty.isAncestorOf(focus):
            return True
        return focus is self.head.search and self.head.search.came_by_itself

    def _lack(self) -> Lack | None:
        if any(line.row is not None for line in self.model.lines):
            return None
        if self.model.searched:
            return Lack.NEAR if self.model.searched == NEAR else Lack.ANSWERS
        if self.model.rows:
            return Lack.SHOWN
        if self._workspace.reports_known and not self._workspace.reports:
            return Lack.REPORTS
        request = self._document.draft.request
        if not request.regions and not request.themes:
            return Lack.SCOPE
        return Lack.VIEW if self._document.view is None else Lack.FINDINGS

    def _connect_document(self) -> None:
        document, workspace = self._document, self._workspace
        document.changed.connect(self._follow)
        document.viewed.connect(self._show_view)
        document.current_changed.connect(self._show_current)
        document.seen_changed.connect(self._take_seen)
        document.file_changed.connect(self._take_seen)
        workspace.vocabulary_ready.connect(self._learn_names)
        workspace.library_changed.connect(self._learn_names)

    def _connect_parts(self) -> None:
        self.model.lines_changed.connect(self._refresh)
        self.list.selectionModel().currentChanged.connect(self._note_current)
        self.list.dropped.connect(self.deeds.drop_at)
        self.list.doubleClicked.connect(self._show_in_report)
        self.list.customContextMenuRequested.connect(self._pop_menu)
        self.detail.show_wanted.connect(self._show_in_report)
        self.detail.tags_wanted.connect(self._correct_tags)
        self.detail.revealed.connect(self._unfold)
        self.detail.left.connect(self._leave_field)
        self.detail.dropped.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.deeds.said.connect(self.said)
        self.commands.filters.triggered.connect(self._limit)
        self.commands.find.triggered.connect(self.focus_search)
        self.commands.back.triggered.connect(self._leave_search)
        self.commands.near.triggered.connect(self._ask_near_misses)
        self.head.propose.clicked.connect(self.commands.propose.trigger)
        search = self.head.search
        search.answered.connect(self._show_answers)
        search.ended.connect(self._end_search)
        search.failed.connect(self._fail_search)
        search.list_wanted.connect(self._go_to_list)
        self.empty.import_wanted.connect(self.import_wanted)
        self.empty.scope_wanted.connect(self.scope_wanted)
        self.empty.all_wanted.connect(self._show_all)

    def _lay_out(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.detail.offer(self.commands.here)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        splitter = self._splitter
        splitter.setHandleWidth(1)
        splitter.addWidget(self._stack)
        splitter.addWidget(self.detail)
        splitter.setCollapsible(0, False)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(splitter, 1)
        self._order()

    def _order(self) -> None:
        """Let Tab go from the list through the panel beneath as one reads it."""
        detail, passage = self.detail, self.detail.passage
        tab_through(self.head, self.list, detail.show_button, passage.text, detail.choices)
        tab_through(detail.choices, passage.reach, detail.fields, passage.tags)
