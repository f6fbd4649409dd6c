"""Offers, when the program starts, what was not saved when it ended."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from briefing.safekeeping.autosave import Unsaved, discard, unsaved
from gui import messages
from gui.background import Background
from gui.recovery_dialog import RecoveryDialog
from gui.timers import timer
from gui.wiring import Wiring


class Recovering(QObject):
    """Asks once at the start; what is left undecided is offered again at the next one."""

    def __init__(self, wiring: Wiring, background: Background) -> None:
        super().__init__(wiring)
        self._wiring = wiring
        self._background = background
        self.dialog: RecoveryDialog | None = None
        """The dialog, while it is open."""

    def offer(self, otherwise: Callable[[], object]) -> None:
        """Look for unsaved work; ``otherwise`` is called where nothing is to be restored."""
        damaged: list[Path] = []
        seconds = self._wiring.workspace.settings.autosave_seconds
        self._background.run(
            partial(unsaved, damaged, silent_for=10 * seconds),
            lambda found: self._take(found, damaged, otherwise),
        )

    def _take(
        self, found: tuple[Unsaved, ...], damaged: list[Path], otherwise: Callable[[], object]
    ) -> None:
        if not found:
            if damaged:
                self._wiring.window.status.say(self._told(damaged))
            otherwise()
            return
        in_front = QApplication.activeModalWidget()
        if isinstance(in_front, QDialog):  # the officer has begun something: it comes first
            again = timer(self, 0, lambda: self._take(found, damaged, otherwise))
            in_front.finished.connect(again.start)
            return
        dialog = RecoveryDialog(found, self._wiring.window)
        self.dialog = dialog
        dialog.restore_wanted.connect(self._wiring.files.restore)
        dialog.discard_wanted.connect(self._ask_to_discard)
        dialog.rejected.connect(otherwise)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _ask_to_discard(self, work: Unsaved) -> None:
        messages.confirm(
            self.dialog,
            self.tr("Discard “%1”?").replace("%1", work.title),
            self.tr("What was not saved of it is gone then. A saved brief stays as it is."),
            self.tr("&Discard"),
            partial(self._discard, work),
            careful=True,
        )

    def _discard(self, work: Unsaved) -> None:
        self._background.run(partial(discard, work.file))
        if self.dialog is not None:
            self.dialog.remove(work)

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _told(self, damaged: list[Path]) -> str:
        count = len(damaged)
        text = self.tr("%n side file(s) of unsaved work cannot be read; see %1", "", count)
        return text.replace("%1", str(damaged[0].parent))
