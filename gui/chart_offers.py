"""Asks for the charts of the brief, one after another, whenever they may be others."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError
from briefing.model.offers import ChartOffer
from briefing.service.chart_calls import OfferCharts
from gui.tasks import Lane, Task
from gui.timers import timer
from gui.workspace import Workspace

_QUIET = 400
"""Milliseconds without a change after which charts are drawn; the pages come first."""


class ChartOffers(QObject):
    """Brings offers as they come while somebody looks; those there are stay until then."""

    arrived = Signal(ChartOffer)
    begun = Signal()
    """Charts are being drawn."""
    ended = Signal()
    """No more are."""
    failed = Signal(str)
    """They cannot be drawn, and why; what was drawn last stands."""
    forgotten = Signal()
    """Another brief: what was offered was for the one before."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._due = True
        self._watched = False
        self._under_way: Task | None = None
        self._soon = timer(self, _QUIET, self._ask)
        workspace.document.changed.connect(self._renew)
        workspace.document.begun.connect(self.forgotten)
        workspace.library_changed.connect(self._renew)
        workspace.places_changed.connect(self._renew)
        workspace.templates_changed.connect(self._renew)

    def watch(self, watched: bool) -> None:
        """Say whether somebody looks; nothing is drawn for nobody."""
        self._watched = watched
        if watched and self._due:
            self._soon.start()
        elif not watched:
            self._stop()

    def _renew(self) -> None:
        """Leave at once what is being drawn: pages are made in the same place."""
        self._due = True
        self._stop()
        if self._watched:
            self._soon.start()

    def _stop(self) -> None:
        self._soon.stop()
        if self._under_way is not None:
            self._under_way.cancel()
            self._due = True
            self._end()

    def _ask(self) -> None:
        if not self._workspace.document.is_open:
            return
        self._due = False
        self._under_way = self._workspace.tasks.run(
            OfferCharts(self._workspace.document.draft),
            lambda _: self._end(),
            part=self._take,
            failed=self._fail,
            lane=Lane.PREVIEW,
            replaces="charts",
            owner=self,
        )
        self.begun.emit()

    def _take(self, offer: object) -> None:
        if isinstance(offer, ChartOffer):
            self.arrived.emit(offer)

    def _end(self) -> None:
        self._under_way = None
        self.ended.emit()

    def _fail(self, error: BriefingError) -> None:
        self._under_way = None
        self.failed.emit(error.message)
