"""Opening the original file of a report with the program that the system has for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.errors import LibraryError
from briefing.service.calls import ShowOriginal
from gui import messages
from gui.exporting_places import open_file
from gui.workspace import Workspace


class Originals(QObject):
    """Asks for a copy that can be opened, and opens it; says so where that cannot be done."""

    def __init__(self, workspace: Workspace, widget: QWidget) -> None:
        """``widget`` is the page that asks: with it the asking ends."""
        super().__init__(widget)
        self._workspace = workspace
        self._widget = widget

    def open(self, sha256: str) -> None:
        """Open the original of a report."""
        self._workspace.tasks.run(
            ShowOriginal(sha256), self._show, replaces="original", owner=self._widget
        )

    def _show(self, path: Path) -> None:
        if not open_file(path):
            told = self.tr("No program on this machine opens such files.")
            messages.tell(self._widget.window(), LibraryError(told, str(path)))
