"""Where the officer says which pack: for opening and for saving."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.file_dialogs import documents

ENDING = ".pack"


def ask_for_pack(parent: QWidget, then: Callable[[Path], object]) -> None:
    """Ask which pack to open."""
    dialog = _dialog(parent, _tr("Open a Pack"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    names = _tr("Packs (*%1 *.toml)").replace("%1", ENDING)
    dialog.setNameFilters([names, _tr("All files (*)")])
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def ask_where_to_save(parent: QWidget, name: str, then: Callable[[Path], object]) -> None:
    """Ask where to save a pack; ``name`` is suggested. An existing file is asked about."""
    dialog = _dialog(parent, _tr("Save the Pack As"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(ENDING.removeprefix("."))
    dialog.setNameFilters([_tr("Packs (*%1)").replace("%1", ENDING)])
    dialog.selectFile(name + ENDING)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, documents())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _tr(text: str) -> str:
    return QCoreApplication.translate("PackFiles", text)
