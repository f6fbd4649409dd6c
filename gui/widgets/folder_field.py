"""A field for a folder, to be typed or chosen; where it may be empty it says what is used then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget


class FolderField(QWidget):
    """The path of a folder."""

    changed = Signal()

    def __init__(
        self, path: str, name: str, instead: str = "", parent: QWidget | None = None
    ) -> None:
        """``name`` is what the folder is for; ``instead`` what an empty field stands for."""
        super().__init__(parent)
        self._name = name
        self.edit = QLineEdit(path)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(instead)
        self.edit.setClearButtonEnabled(bool(instead))
        self.edit.textChanged.connect(self.changed)
        self.button = QPushButton(self.tr("Choose…"))
        self.button.setAccessibleName(self.tr("Choose: %1").replace("%1", name))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """Return the path, or nothing."""
        return self.edit.text().strip()

    def folder(self) -> Path | None:
        """Return the folder; None while the field is empty or names no absolute place."""
        folder = Path(self.text()).expanduser() if self.text() else None
        return folder if folder is not None and folder.is_absolute() else None

    def _choose(self) -> None:
        dialog = QFileDialog(self, self._name, self.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.edit.setText)
        dialog.open()
