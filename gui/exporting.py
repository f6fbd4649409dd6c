"""What leaves the program: export, print, briefs for several regions. Light until it is used."""

from __future__ import annotations

from pathlib import Path
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

    def new_pack(self) -> None:
        """Put several briefs together."""
        self._open_pack()

    def open_pack(self) -> None:
        """Ask which pack to go on with."""
        from gui.pack_files import ask_for_pack

        if self._is_alone():
            ask_for_pack(self._window, self._open_pack)

    def _open_pack(self, path: Path | None = None) -> None:
        from gui.pack_dialog import PackDialog

        if self._is_alone():
            dialog = PackDialog(self._workspace, self._window)
            if path is not None:
                dialog.open_path(path)
            self._open(dialog)

    def print_(self) -> None:
        """Ask the system for a printer and print the pages of the PDF."""
        from gui.printing import Printing

        if self._is_free() and self.printing is None:
            self.printing = Printing(self._workspace, self._window)
            self.printing.finished.connect(self._printed)
            self.printing.ask()

    def _is_free(self) -> bool:
        """Return whether a dialog about the open brief may be opened."""
        return self._is_alone() and self._workspace.document.is_open

    def _is_alone(self) -> bool:
        """Return whether no dialog is open; one that is comes to the front."""
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
        return self.dialog is None

    def _open(self, dialog: WritingDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _printed(self) -> None:
        self.printing = None
