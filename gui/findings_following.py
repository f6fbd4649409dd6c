"""Keeps the list of findings with the document: what it holds, and which finding is current."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.model import Passage
from briefing.model.desk import DraftView
from gui.findings_deeds import FindingsDeeds
from gui.findings_list import FindingsList
from gui.focus import within
from gui.timers import timer
from gui.workspace import Workspace


class FindingsFollowing(QObject):
    """Takes to the list what the document tells."""

    hidden_wanted = Signal()
    """A finding is current that is not listed now: all of them are to be."""

    def __init__(
        self, workspace: Workspace, list_: FindingsList, deeds: FindingsDeeds, page: QWidget
    ) -> None:
        super().__init__(page)
        self._page = page
        self._document = workspace.document
        self._list = list_
        self._model = list_.lines_model
        self._deeds = deeds
        self._view: DraftView | None = None
        """What is listed."""
        self._began_at: Passage | None = None
        """The finding that became the current one by being the first, by nobody's choice."""
        self._to_reveal = False
        """The current finding is to be on screen once the renewed view is there."""
        self._reveal_soon = timer(self, 0, self.reveal)
        self._document.changed.connect(self._follow)
        self._document.viewed.connect(self.show_view)
        self._document.current_changed.connect(self._show_current)

    def show_view(self) -> None:
        """List what the document holds now; where nobody has gone elsewhere, from the first on."""
        before = [row.code for row in self._model.rows]
        view = self._view = self._document.view
        wanted = self._document.current
        self._list.keep_place()
        self._model.show_view(view, self._document.draft)
        if self._model.searched:
            return
        if self._model.index_of(wanted) != self._list.currentIndex():
            self._list.go_to(wanted)
        if not self._list.currentIndex().isValid() or self._is_still_to_begin(wanted):
            self._list.go_to_first()
            self._began_at = self._document.current
        if self._to_reveal or before != [row.code for row in self._model.rows]:
            self._to_reveal = False
            self.reveal_soon()
        if view is not None and not self._document.draft.needs_proposal:
            self._deeds.tell_proposal()

    def reveal(self) -> None:
        """Bring to the eye what the panel tells of, marked as the current finding."""
        self._list.settle()
        self._list.scrollTo(self._list.currentIndex())

    def reveal_soon(self) -> None:
        """Do so once the list has come to rest."""
        self._reveal_soon.start()

    def go_to_code(self, code: str) -> None:
        """Make the finding with a code the current one, if it is listed."""
        row = next((row for row in self._model.rows if row.code == code), None)
        if row is not None and not self._model.searched:
            self._document.select(row.decision.passage)
            self._to_reveal = True
            self.reveal_soon()

    def _follow(self) -> None:
        document = self._document
        if document.view is None:
            self.show_view()
        elif document.view is self._view:  # else the renewed view is about to be shown
            self._model.follow(document.draft)
            if document.last_changed and not self._deeds.at_work:
                self.go_to_code(document.last_changed)

    def _is_still_to_begin(self, current: Passage | None) -> bool:
        """Whether nobody has gone to the finding that is current: it was the first of a list.

        What comes to stand above it, as the scope is being chosen, is where the officer begins.
        """
        focus = self._page.window().focusWidget()
        return current == self._began_at and not within(focus, self._page)

    def _show_current(self) -> None:
        """Make the finding current that was picked elsewhere, whatever is listed now."""
        passage = self._document.current
        row = self._list.current_row()
        if passage is None or (row is not None and row.decision.passage == passage):
            return
        if not self._model.index_of(passage).isValid() and self._model.row_of(passage) is not None:
            self.hidden_wanted.emit()
        self._list.go_to(passage)
