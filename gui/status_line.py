"""The bar at the foot of the window: what is going on, and when the brief was last saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from gui.timers import timer

if TYPE_CHECKING:  # loading it would hold up the first window
    from datetime import datetime


TOLD_FOR_MS = 8_000
"""What is told of one deed stands for so long."""


class StatusLine(QStatusBar):
    """One line at the left, one at the right; neither ever opens a box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._going_on = QLabel()
        self._going_on.setAccessibleName(self.tr("What is going on"))
        self._kept = QLabel()
        self._kept.setAccessibleName(self.tr("Network and saving"))
        self._kept.setToolTip(
            self.tr("The program opens no network connection. What you import stays here.")
        )
        self._told = ""
        self._passing = timer(self, TOLD_FOR_MS, lambda: self.unsay(self._told))
        self.addWidget(self._going_on, 1)
        self.addPermanentWidget(self._kept)
        self.show_saved(None)

    @property
    def said(self) -> str:
        """What is said at the left."""
        return self._going_on.text()

    @property
    def kept(self) -> str:
        """What is said at the right."""
        return self._kept.text()

    def say(self, text: str) -> None:
        """Say what is going on; empty: nothing is."""
        self._passing.stop()
        self._going_on.setText(text)

    def tell(self, text: str) -> None:
        """Say what came of a deed; it goes after some seconds."""
        self._told = text
        self.say(text)
        self._passing.start()

    def unsay(self, text: str) -> None:
        """Take back what was said, unless something else has been said since."""
        if self._going_on.text() == text:
            self._going_on.clear()

    def show_saved(self, when: datetime | None, *, read_only: bool = False) -> None:
        """Say when the brief was saved, or that it cannot be."""
        if read_only:
            self._kept.setText(self.tr("Offline · read-only"))
        elif when is None:
            self._kept.setText(self.tr("Offline"))
        else:
            time = when.strftime("%H:%M")
            self._kept.setText(self.tr("Offline · saved %1").replace("%1", time))
