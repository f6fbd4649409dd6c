"""Prints a sentence more or less of a finding, or says why that cannot be."""

from __future__ import annotations

from PySide6.QtCore import QObject

from briefing.model.desk import FindingRow, PassageView
from gui.finding_asking import reach_of
from gui.findings_deeds import FindingsDeeds


class FindingReach(QObject):
    """Carries out what the officer wants, once the passage is there."""

    def __init__(self, deeds: FindingsDeeds, parent: QObject) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.row: FindingRow | None = None
        self.view: PassageView | None = None
        """The finding that is shown, and its passage once it is there."""
        self._waiting: list[str] = []
        """Sentences to add or take away once the passage is there."""

    @property
    def is_complete(self) -> bool:
        """Whether the passage that is there is that of the finding as it is printed now."""
        if self.row is None or self.view is None:
            return False
        return reach_of(self.view.decision) == reach_of(self.row.decision)

    def want(self, direction: str) -> None:
        """Print a sentence more or less: ``longer_before``, ``shorter_after`` and so on."""
        if self.row is None:
            return
        if why_not := self.why_none(self.row):
            self._deeds.said.emit(why_not)
        elif self.view is None or not self.is_complete:
            self._waiting.append(direction)
        elif (wanted := getattr(self.view, direction)) is None:
            self._waiting = []
            self._deeds.said.emit(self._why_no_more(direction))
        else:
            self._deeds.reach(self.row, wanted, longer=direction.startswith("longer"))

    def go_on(self) -> None:
        """Do the next of what was wanted before the passage was there."""
        if self._waiting:
            self.want(self._waiting.pop(0))

    def drop(self) -> None:
        """Forget what was wanted: it was of another finding, or cannot be."""
        self._waiting = []

    def why_none(self, row: FindingRow) -> str:
        """Return why no sentence may be added to a finding or taken away; empty where it may."""
        if row.decision.is_used:
            return ""
        return self.tr("Use the finding first (L or S): only what is used can be extended.")

    def _why_no_more(self, direction: str) -> str:
        if direction.startswith("shorter"):
            return self.tr("No sentence was added there.")
        return self.tr("There is no further sentence in this paragraph.")
