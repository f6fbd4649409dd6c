"""Asks for a finding among its neighbours; a key held down does not ask for all that it passes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from briefing.model import Decision
from briefing.model.desk import FindingRow, PassageView
from briefing.service.calls import ReadPassage
from gui.timers import timer
from gui.workspace import Workspace

_ASK_AFTER_MS = 30
_LATE_MS = 250
"""After so long without an answer the finding's words are shown alone."""


class PassageAsking(QObject):
    """Brings the passage of the finding that is shown."""

    arrived = Signal(PassageView)
    missed = Signal()
    """The library does not hold the words, and the list says so."""
    is_late = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._row: FindingRow | None = None
        self._asked: Decision | None = None
        self._soon = timer(self, _ASK_AFTER_MS, self._ask)
        self._late = timer(self, _LATE_MS, self.is_late.emit)

    def ask(self, row: FindingRow | None) -> bool:
        """Ask for the passage of a finding unless it was; return whether it is asked for now."""
        self._row = row
        if row is None:
            self._asked = None
            return False
        if reach_of(row.decision) == reach_of(self._asked):
            return False
        self._soon.start()
        return True

    def ask_anew(self) -> None:
        """Ask once more: the library has changed."""
        self._asked = None
        if self._row is not None:
            self._soon.start()

    def _ask(self) -> None:
        if self._row is None:
            return
        self._asked = self._row.decision
        self._late.start()
        self._workspace.tasks.run(
            ReadPassage(self._row.decision),
            self._take,
            failed=lambda _: self._miss(),
            replaces="passage",
            owner=self,
        )

    def _take(self, view: PassageView) -> None:
        self._late.stop()
        if passage_of(self._row) == view.decision.passage:
            self.arrived.emit(view)

    def _miss(self) -> None:
        self._late.stop()
        self.missed.emit()


def passage_of(row: FindingRow | None) -> object:
    """Return what tells a finding from others, whatever is decided of it."""
    return row.decision.passage if row else None


def reach_of(decision: Decision | None) -> object:
    """Return that part of a decision on which its passage's view depends."""
    return (decision.finding, decision.before, decision.after) if decision else None
