"""Where the officer says which file: for opening and for saving briefs. Nothing here waits."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

ENDING = ".brief"


def ask_for_brief(parent: QWidget, near: Path | None, then: Callable[[Path], object]) -> None:
    """Ask which brief to open."""
    dialog = _dialog(parent, _tr("Open a Brief"), near)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def ask_where_to_save(
    parent: QWidget, near: Path | None, name: str, then: Callable[[Path], object]
) -> None:
    """Ask where to save a brief; ``name`` is suggested. An existing file is asked about."""
    dialog = _dialog(parent, _tr("Save the Brief As"), near)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(ENDING.removeprefix("."))
    dialog.selectFile(file_name(name) + ENDING)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def file_name(title: str) -> str:
    """Return a title as a file name that every system takes."""
    plain = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title)
    return " ".join(plain.split()).strip(" .")[:100] or _tr("Brief")


def documents() -> str:
    """Return the folder in which a file dialog begins: the documents', else the home folder."""
    places = QStandardPaths.StandardLocation
    folder = QStandardPaths.writableLocation(places.DocumentsLocation)
    return folder if Path(folder).is_dir() else QStandardPaths.writableLocation(places.HomeLocation)


def _dialog(parent: QWidget, title: str, near: Path | None) -> QFileDialog:
    beside = near is not None and near.parent.is_dir()
    dialog = QFileDialog(parent, title, str(near.parent) if near and beside else documents())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters([_tr("Briefs (*%1)").replace("%1", ENDING), _tr("All files (*)")])
    return dialog


def _tr(text: str) -> str:
    return QCoreApplication.translate("Files", text)
