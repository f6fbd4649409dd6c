"""Answers in the place of the draft's findings: to a search, or what nearly answers the request."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError
from briefing.model import Passage
from briefing.model.desk import FindingRow
from briefing.service.calls import NearMisses
from gui.findings_list import FindingsList
from gui.findings_search import SearchField
from gui.workspace import Workspace

NEAR = "≈"
"""Stands in the place of the words of a search while near misses are shown."""


class FindingsAnswers(QObject):
    """Shows answers in the list, and the draft again once nobody wants them any more."""

    near_shown = Signal()
    """Near misses are listed: the officer goes on in the list."""
    ended = Signal()
    """The draft is listed again, at the finding that was current before."""
    failed = Signal(BriefingError)

    def __init__(
        self, workspace: Workspace, list_: FindingsList, search: SearchField, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._list = list_
        self._model = list_.lines_model
        self._search = search
        self._before: Passage | None = None
        """The finding that was current before."""
        search.answered.connect(self._show)
        search.ended.connect(self._end)
        search.failed.connect(self.failed)

    def leave(self) -> None:
        """Show the draft again, whether words were searched for or near misses are shown."""
        self._search.clear()
        self._end()

    def ask_near_misses(self) -> None:
        """Have what nearly answers listed."""
        self._workspace.tasks.run(
            NearMisses(self._workspace.document.draft),
            self._show_near_misses,
            failed=self.failed.emit,
            replaces="search",
            owner=self,
        )

    def _show(self, words: str, answers: tuple[FindingRow, ...], title: str = "") -> None:
        if not self._model.searched:
            row = self._list.current_row()
            self._before = row.decision.passage if row else None
        self._model.show_answers(words, answers, title)
        self._list.scrollToTop()

    def _show_near_misses(self, rows: tuple[FindingRow, ...]) -> None:
        self.leave()
        title = self.tr("Near misses: %n finding(s) that nearly answer", "", len(rows))
        self._show(NEAR, rows, title)
        self.near_shown.emit()

    def _end(self) -> None:
        if self._model.searched:
            self._model.end_search()
            self._list.go_to(self._before)
            self._list.go_to_or_first(self._workspace.document.current)
            self.ended.emit()
