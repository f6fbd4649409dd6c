"""A field for a folder, with a button to choose it; left empty, it says what is used instead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget


class FolderField(QWidget):
    """The path of a folder; empty means the usual one."""

    def __init__(self, path: str, name: str, instead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.line = QLineEdit(path)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(instead)
        self.line.setClearButtonEnabled(True)
        choose = QPushButton(self.tr("Choose…"))
        choose.setAccessibleName(self.tr("Choose: %1").replace("%1", name))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(choose)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """Return the path, or nothing."""
        return self.line.text().strip()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self._name, self.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.line.setText)
        dialog.open()
