"""What is said above the charts: how they are ordered, that they are being drawn, or why not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.chart_offers import ChartOffers
from gui.timers import timer
from gui.widgets.remark import Remark

_LATE_MS = 500
"""Drawing that takes no longer is not told of."""


class ChartRemark(Remark):
    """One line that is always there, so that nothing below it moves when it says something else."""

    def __init__(self, offers: ChartOffers, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._late = timer(self, _LATE_MS, self._say_busy)
        self._say_how()
        offers.begun.connect(self._late.start)
        offers.ended.connect(self._settle)
        offers.failed.connect(self._say_fault)

    def _settle(self) -> None:
        self._late.stop()
        self._say_how()

    def _say_how(self) -> None:
        self.say(self.tr("Drag a ticked chart, or press Alt+Up and Alt+Down, to order."))

    def _say_busy(self) -> None:
        self.say(self.tr("The charts are being drawn…"))

    def _say_fault(self, fault: str) -> None:
        self._late.stop()
        self.mind(self.tr("The charts cannot be drawn: {fault}").replace("{fault}", fault))
