"""Leaves the program: nothing unsaved is lost, and an import is taken back before the window goes.

Every step returns at once; the window stays until the last question has been answered.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui import messages
from gui.document import Document
from gui.files import Files
from gui.main_window import MainWindow
from gui.pages import Pages
from gui.timers import timer

PATIENCE = 30_000
"""Milliseconds in which an import that is cancelled must have ended before the window is left."""


class Leaving(QObject):
    """What happens between the wish to leave and the end."""

    def __init__(self, window: MainWindow, document: Document, files: Files, pages: Pages) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._files = files
        self._pages = pages
        self.patience = timer(self, PATIENCE, self._leave_anyway)
        """Runs while the window is to be left as soon as an import has been taken back."""

    def leave(self) -> None:
        """Leave the program once nothing can be lost by it."""
        self._files.unless_lost(self._leave)

    def go_on(self) -> None:
        """Leave after all, if that waited for the import that has now been taken back."""
        if self.patience.isActive():
            self.patience.stop()
            self._leave_anyway()

    def _leave(self) -> None:
        if self.patience.isActive():
            return  # as soon as the import has ended
        if self._pages.is_importing:
            messages.confirm(
                self._window,
                self.tr("Reports are still being imported."),
                self.tr("Leaving now drops the import; the library stays as it was before it."),
                self.tr("&Leave"),
                self._leave_without_import,
            )
        else:
            self._leave_now()

    def _leave_without_import(self) -> None:
        """Wait until what the import has brought is taken back, then leave."""
        if not self._pages.is_importing:  # it has ended while the question stood
            self._leave_anyway()
            return
        self._window.status.say(self.tr("Cancelling the import…"))
        self.patience.start()
        self._pages.reports.strip.stop()

    def _leave_anyway(self) -> None:
        """Leave; what was changed while one waited is asked about."""
        self._files.unless_lost(self._leave_now)

    def _leave_now(self) -> None:
        state = self._window.state
        state.last_brief = str(self._document.path or "")
        state.keep_window(self._window)
        self._pages.keep_state()
        state.write()
        self._files.let_go()
        self._window.leave()
