"""Choosing what to import: the system's own dialogs, for files and for a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing.service.calls import ListVocabulary
from gui.file_dialogs import documents
from gui.looking import look
from gui.tasks import Lane
from gui.workspace import Workspace


class ImportChooser(QObject):
    """Opens one dialog at a time and says what was chosen; nothing waits for it."""

    chosen = Signal(list)
    """Paths of files, or of one folder."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._folder = documents()

    def choose_files(self) -> QFileDialog:
        """Let one or more files be chosen, of the formats that can be read."""
        dialog = self._dialog(self.tr("Import reports"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(self.filters())
        dialog.open()
        return dialog

    def choose_folder(self) -> QFileDialog:
        """Let a folder be chosen; all that can be read in it is imported."""
        dialog = self._dialog(self.tr("Import a folder"), QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.open()
        return dialog

    def filters(self) -> list[str]:
        """Return the lines of the dialog's list of formats: all together first."""
        vocabulary = self._workspace.vocabulary
        readable = vocabulary.readable if vocabulary else ()
        endings = sorted({ending for _, each in readable for ending in each})
        first = [self._filter(self.tr("Reports"), endings)] if endings else []
        each = [self._filter(name, known) for name, known in readable]
        return [*first, *each, self._filter(self.tr("All files"), [""])]

    def _filter(self, name: str, endings: list[str] | tuple[str, ...]) -> str:
        return f"{name} ({' '.join(f'*{ending}' for ending in endings)})"

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window.window(), title, documents())  # its page may be hidden
        look(dialog, Path(self._folder).is_dir, partial(self._begin_at, dialog), False)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        self._make_ready()
        return dialog

    def _begin_at(self, dialog: QFileDialog, is_there: bool) -> None:
        """Begin where the last reports were, once that folder has answered."""
        if is_there:
            dialog.setDirectory(self._folder)

    def _make_ready(self) -> None:
        """Have what imports started and loaded while one chooses."""
        self._workspace.tasks.run(
            ListVocabulary(),
            lambda _: None,
            failed=lambda _: None,
            replaces="import made ready",
            lane=Lane.LIBRARY,
            owner=self,
        )

    def _take(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        if paths:
            self._folder = str(paths[0].parent)
            self.chosen.emit(paths)
