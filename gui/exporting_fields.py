"""What every way of writing files asks: which formats, into which folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from briefing.model.desk import FormatChoice
from gui.file_dialogs import documents
from gui.widgets.folder_field import FolderField
from gui.widgets.shade import shade
from gui.workspace import Workspace


class FormatBoxes(QWidget):
    """A box to tick for each format; those usually wanted are ticked at first."""

    changed = Signal()

    def __init__(self, formats: tuple[FormatChoice, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[str, QCheckBox] = {}
        self._formats = formats
        for choice in formats:
            box = QCheckBox(choice.name)
            box.setAccessibleName(self.tr("Write {format}").format(format=choice.name))
            box.setChecked(choice.is_usual)
            box.toggled.connect(self.changed)
            self.boxes[choice.id] = box
            row.addWidget(box)
        row.addStretch()
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def chosen(self) -> tuple[FormatChoice, ...]:
        """Return the formats that are ticked."""
        return tuple(choice for choice in self._formats if self.boxes[choice.id].isChecked())


def export_folder(workspace: Workspace) -> FolderField:
    """Return a field for the folder into which documents are written."""
    name = QCoreApplication.translate("Exporting", "Folder for the documents")
    return FolderField(str(first_folder(workspace)), name)


class Line(QLabel):
    """A quiet line of plain text under a field; ``mind`` sets it in the colour of warnings."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setVisible(bool(text))
        shade(self, "secondary")

    def say(self, text: str, *, mind: bool = False) -> None:
        """Show a text, or nothing."""
        self.setText(text)
        self.setVisible(bool(text))
        shade(self, "mind" if mind else "secondary")


def first_folder(workspace: Workspace) -> Path:
    """Return the folder to suggest: of the last export, of the brief's file, the documents."""
    if workspace.settings.export_folder:
        return Path(workspace.settings.export_folder)
    if workspace.document.path is not None:
        return workspace.document.path.parent
    return Path(documents())
