"""Keeps the view of the open brief up to date: asks the core anew when what it depends on changes.

Changes in one turn of the event loop are asked for once; an answer to an older question is never
taken in. Takes a draft from the document, gives it the view back.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError
from briefing.model import BriefRequest, Decision, Draft, scope_of
from briefing.model.desk import DraftView
from briefing.service.calls import ViewDraft
from gui.timers import timer
from gui.workspace import Workspace

SLOW_MS = 200
"""A view that takes longer is announced."""


class Refreshing(QObject):
    """Asks for the view of the open brief whenever it may be another."""

    slow = Signal()
    """The findings are still being looked for."""
    settled = Signal()
    """The view is that of the brief as it stands."""
    failed = Signal(BriefingError)
    """The core could not make the view; the argument says why."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: tuple[object, ...] | None = None
        """What the latest view depends on, asked for or there."""
        self._soon = timer(self, 0, self._ask)
        self._slow = timer(self, SLOW_MS, self.slow.emit)
        workspace.document.changed.connect(self._soon.start)
        workspace.library_changed.connect(self.renew)
        workspace.places_changed.connect(self.renew)

    def renew(self) -> None:
        """Ask anew, whether the draft has changed or not: reports or tags are others."""
        self._shown = None
        self._soon.start()

    def _ask(self) -> None:
        document = self._workspace.document
        if not document.is_open:
            self._shown = None
            return
        draft = document.draft
        if _is_backwards(draft.request):  # told beneath the dates; what was found stays till then
            self._shown = None
            self._slow.stop()
            return
        wanted = _what_counts(draft)
        if wanted == self._shown and document.view is not None:
            return
        self._shown = wanted
        self._slow.start()
        self._workspace.tasks.run(
            ViewDraft(draft), self._take, failed=self._tell, replaces="view", owner=self
        )

    def _take(self, view: DraftView) -> None:
        document = self._workspace.document
        self._slow.stop()
        if not document.is_open:
            return
        draft = _with_words_of(document.draft, view.draft)
        if _what_counts(document.draft) != self._shown:
            return  # changed since: the next question is on its way
        self._shown = _what_counts(draft)
        document.amend(view if draft == view.draft else replace(view, draft=draft))
        self.settled.emit()

    def _tell(self, error: BriefingError) -> None:
        self._slow.stop()
        self._shown = None
        self.failed.emit(error)


def _what_counts(
    draft: Draft,
) -> tuple[BriefRequest, str, tuple[Decision, ...], BriefRequest | None]:
    """Return that part of a draft on which its view depends."""
    return scope_of(draft.request), draft.request.template, draft.decisions, draft.proposed_for


def _is_backwards(request: BriefRequest) -> bool:
    """Return whether the period ends before it begins, so that nothing can be found for it."""
    return bool(request.since and request.until and request.until < request.since)


def _with_words_of(now: Draft, viewed: Draft) -> Draft:
    """Return the viewed draft with what has been typed since: title, judgements, addressee."""
    return replace(viewed, request=now.request)
