"""What leaves the program: export, print, briefs for several regions. Light until it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from gui.exporting_dialog import WritingDialog
    from gui.printing import Printing
    from gui.workspace import Workspace


class Exporting(QObject):
    """Opens the dialogs over the window; only one of them at a time."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self.dialog: WritingDialog | None = None
        """The dialog that is open."""
        self.printing: Printing | None = None
        """The printing that is under way."""

    def export(self) -> None:
        """Ask what to write where, and write it."""
        from gui.export_dialog import ExportDialog

        if self._is_free():
            self._open(ExportDialog(self._workspace, self._window))

    def export_series(self) -> None:
        """Ask for which regions to write briefs, and write them."""
        from gui.series_dialog import SeriesDialog

        if self._is_free():
            self._open(SeriesDialog(self._workspace, self._window))

    def print_(self) -> None:
        """Ask the system for a printer and print the pages of the PDF."""
        from gui.printing import Printing

        if self._is_free() and self.printing is None:
            self.printing = Printing(self._workspace, self._window)
            self.printing.finished.connect(self._printed)
            self.printing.ask()

    def _is_free(self) -> bool:
        """Return whether a dialog may be opened; one that is open comes to the front."""
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
        return self._workspace.document.is_open and self.dialog is None

    def _open(self, dialog: WritingDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _printed(self) -> None:
        self.printing = None
