"""Python's search for what nobody holds any more, kept out of the moments in which one works.

Python would begin it by itself whenever many things have been made, in whichever thread makes
them: that which reads the core's answers, or draws pages. What Qt owns and the search finds would
be destroyed there while the window uses it, which ends the program. So the search begins on the
window's thread only.

A search through everything takes a tenth of a second once some thousand findings are on the screen.
Nearly all that the window lets go of is freed without it. So the search looks at what is young
only, and through everything when the officer has turned to another program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from gui.timers import timer

_YOUNG = 50_000
"""Things made until the youngest are looked at; what has lasted is left until one is away."""
_EVERY_MS = 1_000
"""Milliseconds after which it is seen whether there are so many."""
_AFTER_MS = 2_000
"""Milliseconds for which the officer has been away, so that passing by costs nothing."""


class Collecting(QObject):
    """One for the program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._away = timer(self, _AFTER_MS, gc.collect)
        self._often = QTimer(self)
        self._often.timeout.connect(_look_at_the_young)
        self._often.start(_EVERY_MS)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._note_state)

    def settle(self) -> None:
        """Take what there is now for lasting: the program itself need not be looked through."""
        gc.freeze()

    def end(self) -> None:
        """Let Python go about it as it did before."""
        self._away.stop()
        self._often.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()

    def _note_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        else:
            self._away.start()


def _look_at_the_young() -> None:
    if gc.get_count()[0] > _YOUNG:
        gc.collect(0)
