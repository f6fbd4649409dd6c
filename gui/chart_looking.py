"""Opens a chart large: one that is offered, or one that was clicked on the pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.model.offers import ChartOffer
from briefing.service.chart_calls import ShowChart
from gui.chart_dialog import ChartDialog
from gui.tasks import Lane
from gui.workspace import Workspace


class ChartLooking(QObject):
    """Has one such view open at a time."""

    finding_wanted = Signal(str)
    """A finding behind a chart, by its code, is to be shown."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._around = parent
        self._dialog: ChartDialog | None = None

    def open(self, offer: ChartOffer, label: str = "") -> ChartDialog:
        """Open a chart, with what stands behind one of its points."""
        if self._dialog is not None:
            self._dialog.deleteLater()
        dialog = self._dialog = ChartDialog(self._workspace, offer, self._around.window())
        dialog.finding_wanted.connect(self.finding_wanted)
        dialog.open()
        dialog.choose(label)
        return dialog

    def look(self, chart: str, label: str) -> None:
        """Open a chart of the document, by its anchor, once it has been brought."""
        self._workspace.tasks.run(
            ShowChart(self._workspace.document.draft, chart),
            lambda offer: self.open(offer, label),
            lane=Lane.PREVIEW,
            replaces="chart shown",
            owner=self,
        )
