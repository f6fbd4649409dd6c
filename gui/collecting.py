"""Python's search for what nobody holds any more, kept out of the moments in which one works.

A search through everything takes a tenth of a second once some thousand findings are on the screen,
and Python begins it whenever many things have been made: just when they are to be shown. Nearly all
that the window lets go of is freed without it. So the search looks at what is young only, and
through everything when the officer has turned to another program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from gui.timers import timer

_THRESHOLDS = (50_000, 1_000_000, 1_000_000)
"""Things made until the youngest are looked at; what has lasted is left until one is away."""
_AFTER_MS = 2_000
"""Milliseconds for which the officer has been away, so that passing by costs nothing."""


class Collecting(QObject):
    """One for the program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = gc.get_threshold()
        self._away = timer(self, _AFTER_MS, gc.collect)
        gc.set_threshold(*_THRESHOLDS)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._note_state)

    def settle(self) -> None:
        """Take what there is now for lasting: the program itself need not be looked through."""
        gc.freeze()

    def end(self) -> None:
        """Let Python go about it as it does by itself."""
        self._away.stop()
        gc.set_threshold(*self._before)
        gc.unfreeze()

    def _note_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        else:
            self._away.start()
