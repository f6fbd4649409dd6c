"""A field for the marking of one part: a level of the scheme, or that of what it is part of."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from briefing.model.marking import Scheme
from gui.widgets.calm_combo import CalmCombo


class LevelCombo(CalmCombo):
    """Offers the levels of a scheme; what was written otherwise is shown as it is."""

    chosen = Signal(str)
    """The name of a level, or nothing."""

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        """``nothing`` says what holds without a marking of its own."""
        super().__init__(parent)
        self._scheme: Scheme | None = None
        self._nothing = nothing
        self.addItem(nothing, "")
        self.activated.connect(lambda _: self.chosen.emit(self.currentData()))

    def offer(self, scheme: Scheme | None) -> None:
        """Offer the levels of a scheme."""
        if scheme == self._scheme:
            return
        self._scheme, now = scheme, self.currentData()
        with QSignalBlocker(self):
            self.clear()
            self.addItem(self._nothing, "")
            for level in scheme.levels if scheme else ():
                self.addItem(f"({level.portion})  {level.name}", level.name)
        self.show_marking(now or "")

    def show_marking(self, marking: str) -> None:
        """Show a marking as it was written."""
        with QSignalBlocker(self):
            if self.findData(marking) < 0:
                self.addItem(marking, marking)
            self.setCurrentIndex(self.findData(marking))
