"""Export of one brief: formats, name and folder, then the files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing.model.desk import ExportedFile
from briefing.service.calls import ExportDraft, ExportReleasable
from gui.exporting_dialog import WritingDialog
from gui.exporting_form import ExportForm
from gui.exporting_written import WrittenRow, rows_of_files
from gui.workspace import Workspace


class ExportDialog(WritingDialog):
    """Asks what goes where and what is replaced, once; then writes."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.form = ExportForm(workspace)
        self._start_when_known = False
        super().__init__(workspace, self.form, self.form.note, parent)
        self.setWindowTitle(self.tr("Export"))
        self.problem.elsewhere.connect(self._save_as)
        self.form.changed.connect(self._tell)
        self._tell()

    def call(self) -> ExportDraft | ExportReleasable | None:
        """Return the export that the form asks for; None while something is missing."""
        paths, level = self.form.paths(), self.form.version.level
        draft = self.form.draft()
        replaces = bool(self.form.replaced())
        if paths and level:
            return ExportReleasable(draft, paths, level, replaces)
        return ExportDraft(draft, paths, replaces) if paths else None

    def rows(self, answer: tuple[ExportedFile, ...]) -> tuple[WrittenRow, ...]:
        """Return a row for each file."""
        return rows_of_files(answer)

    def targets(self) -> tuple[Path, ...]:
        """Return the files that are written."""
        return self.form.paths()

    def start(self) -> None:
        """Write; not before it is known whether files are replaced, and then as that allows."""
        self._start_when_known = self.form.is_looking
        if not self.form.is_looking:
            super().start()

    def ask(self) -> None:
        """Go back to the form, which looks anew at what is there."""
        super().ask()
        self.form.look_again()

    def _tell(self) -> None:
        """Let the button say that it replaces files; nothing is asked a second time."""
        replaces = bool(self.form.replaced())
        self.go.setText(self.tr("&Replace and export") if replaces else self.tr("&Export"))
        self.go.setEnabled(bool(self.form.paths()))
        if self._start_when_known and not self.form.is_looking:
            self._start_when_known = False
            if not replaces:
                self.start()

    def _save_as(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as"), str(self.targets()[0]))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take_place)
        dialog.open()

    def _take_place(self, path: str) -> None:
        """Take the other place; the form shows what is there before anything is written."""
        self.form.take(Path(path))
        self.ask()
        self.go.setFocus()
