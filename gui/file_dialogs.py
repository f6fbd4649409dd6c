"""Where the officer says which file: for opening and for saving briefs. Nothing here waits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing.naming import safe_name
from gui.looking import look

ENDING = ".brief"


def ask_for_brief(parent: QWidget, near: Path | None, then: Callable[[Path], object]) -> None:
    """Ask which brief to open, looking ``near`` a file first."""

    def ask(folder: str) -> None:
        dialog = _dialog(parent, _tr("Open a Brief"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.open()

    _beside(parent, near, ask)


def ask_for_document(parent: QWidget, near: Path | None, then: Callable[[Path], object]) -> None:
    """Ask which finished document to look at, looking ``near`` a file first."""

    def ask(folder: str) -> None:
        dialog = _dialog(parent, _tr("Check a Document"), folder)
        dialog.setNameFilters([_tr("Documents (*.pdf *.docx)"), _tr("All files (*)")])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.open()

    _beside(parent, near, ask)


def ask_where_to_save(
    parent: QWidget,
    near: Path | None,
    name: str,
    then: Callable[[Path], object],
    otherwise: Callable[[], object] | None = None,
) -> None:
    """Ask where to save a brief; ``name`` is suggested. An existing file is asked about.

    ``otherwise`` is called where no file is chosen.
    """

    def ask(folder: str) -> None:
        dialog = _dialog(parent, _tr("Save the Brief As"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile((safe_name(name) or _tr("Brief")) + ENDING)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        if otherwise is not None:
            dialog.rejected.connect(lambda: otherwise())
        dialog.open()

    _beside(parent, near, ask)


def documents() -> str:
    """Return the folder in which a file dialog begins: the documents', else the home folder."""
    places = QStandardPaths.StandardLocation
    folder = QStandardPaths.writableLocation(places.DocumentsLocation)
    return folder if Path(folder).is_dir() else QStandardPaths.writableLocation(places.HomeLocation)


def _beside(parent: QWidget, near: Path | None, then: Callable[[str], object]) -> None:
    """Go on with the folder of a file, if it answers; else with that of the documents."""
    if near is None:
        then(documents())
        return
    folder = near.parent
    look(parent, folder.is_dir, lambda there: then(str(folder) if there else documents()), False)


def _dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters([_tr("Briefs (*%1)").replace("%1", ENDING), _tr("All files (*)")])
    return dialog


def _tr(text: str) -> str:
    return QCoreApplication.translate("Files", text)
