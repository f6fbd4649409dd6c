"""The middle of the window: the findings of the open brief, worked through one after another."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from briefing.model import Passage
from gui.finding_detail import FindingDetail
from gui.findings_answers import FindingsAnswers
from gui.findings_commands import FindingsCommands
from gui.findings_deeds import FindingsDeeds
from gui.findings_following import FindingsFollowing
from gui.findings_head import FindingsHead
from gui.findings_list import FindingsList
from gui.findings_stack import FindingsStack
from gui.findings_words import FindingWords
from gui.keyboard import tab_through
from gui.models.findings import FindingsModel
from gui.models.findings_lines import Shown
from gui.tags_dialog import TagsDialog
from gui.timers import timer
from gui.workspace import Workspace

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
        self.words = FindingWords(self)
        self.model = FindingsModel(self.words, self)
        self.list = FindingsList(self.model, self)
        self.deeds = FindingsDeeds(workspace, self.list)
        self.detail = FindingDetail(workspace, self.deeds, self)
        self.commands = FindingsCommands(self.list, self.deeds, self.detail)
        self.head = FindingsHead(workspace, self.commands.filters, self)
        self._stack = FindingsStack(workspace, self.list, self.head.search, self)
        self.empty = self._stack.empty
        self._answers = FindingsAnswers(workspace, self.list, self.head.search, self)
        self._following = FindingsFollowing(workspace, self.list, self.deeds, self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._seen_soon = timer(self, SEEN_AFTER_MS, self._note_seen)
        self._counts_soon = timer(self, 0, self._show_counts)
        self._lay_out()
        self._connect_document()
        self._connect_parts()
        self._learn_names()
        self._following.show_view()

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
        self._stack.take_focus()

    def reveal(self) -> None:
        """Bring to the eye what the panel tells of, marked as the current finding."""
        self._following.reveal()

    # What the document tells.

    def _take_seen(self) -> None:
        self.model.take_seen(self._document.seen)
        self._counts_soon.start()

    def _learn_names(self) -> None:
        self.words.taxonomy = self._workspace.taxonomy
        self.words.reports = frozenset(report.sha256 for report in self._workspace.reports)
        self.list.renew()
        self.detail.read_anew()
        self._stack.show_lack()

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
        self._answers.leave()
        self.list.keep_place()
        self.model.show_only(Shown(action.data()))
        if not self.list.currentIndex().isValid():
            self.list.go_to_or_first(self._document.current)

    def _show_all(self) -> None:
        self._answers.leave()
        first = self.commands.filters.actions()[0]
        if not first.isChecked():
            first.trigger()

    def _show_near_misses(self) -> None:
        self._stack.go_to_list()
        self.list.go_to_first()

    def _leave_field(self) -> None:
        """Go back to the list; from a reason on to what follows, as from any decision."""
        self._stack.go_to_list()  # first, so that the field ends with the finding it is about
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
        self._stack.show_lack()

    def _show_counts(self) -> None:
        view = self._document.view
        if view is None:
            self.head.show_nothing()
            self.head.offer_fresh(0)
            return
        self.head.show_counts(*self.model.tally(), view.undated)
        self.head.offer_fresh(view.fresh)

    def _connect_document(self) -> None:
        document, workspace = self._document, self._workspace
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
        self.commands.back.triggered.connect(self._answers.leave)
        self.commands.near.triggered.connect(self._answers.ask_near_misses)
        self.head.propose.clicked.connect(self.commands.propose.trigger)
        self.head.search.list_wanted.connect(self._stack.go_to_list)
        self._answers.near_shown.connect(self._show_near_misses)
        self._answers.ended.connect(self._following.reveal_soon)
        self._answers.failed.connect(lambda error: self._stack.show_fault(error.message))
        self._following.hidden_wanted.connect(self._show_all)
        self.empty.import_wanted.connect(self.import_wanted)
        self.empty.scope_wanted.connect(self.scope_wanted)
        self.empty.all_wanted.connect(self._show_all)

    def _lay_out(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.detail.offer(self.commands.here)
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
