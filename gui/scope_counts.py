"""Asks how many findings each region and theme would bring, whenever that may be another number."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError
from briefing.model import BriefRequest, RegionGroup, scope_of
from briefing.model.desk import Counts
from briefing.service.calls import CountFindings
from gui.workspace import Workspace


class ScopeCounts(QObject):
    """Asks for counts; those there are stay until the new ones arrive."""

    arrived = Signal(Counts)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked: BriefRequest | None = None

    def ask(self, groups: tuple[RegionGroup, ...]) -> None:
        """Ask, if the scope is another than that last asked for; the groups are counted too."""
        document = self._workspace.document
        if self._workspace.vocabulary is None or not document.is_open:
            return
        wanted = replace(scope_of(document.draft.request), groups=groups)
        if wanted != self._asked:
            self._asked = wanted
            self._workspace.tasks.run(
                CountFindings(wanted),
                self.arrived.emit,
                failed=self._forget,
                replaces="counts",
                owner=self,
            )

    def renew(self) -> None:
        """Ask next time even for the same scope: the library is another."""
        self._asked = None

    def _forget(self, error: BriefingError) -> None:
        """Leave the old counts standing: the list of findings says what is wrong."""
        self._asked = None
