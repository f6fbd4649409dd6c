"""The dialog in which the officer begins a template of his own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.model.desk import TemplateChoice
from gui.widgets.calm_combo import CalmCombo
from gui.widgets.remark import Remark

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


class TemplateDialog(QDialog):
    """A name, and the template to begin with; ``chosen`` brings both."""

    chosen = Signal(str, str)

    def __init__(
        self, templates: Sequence[TemplateChoice], origin: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New template"))
        self._taken = {one.name for one in templates}
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("such as desk-note"))
        self.name.textChanged.connect(self._show)
        self.origin = CalmCombo()
        for template in templates:
            if not template.fault:
                self.origin.addItem(template.title, template.name)
        self.origin.setCurrentIndex(max(0, self.origin.findData(origin)))
        self.fault = Remark()
        self._lay_out()
        self._show()

    def accept(self) -> None:
        """Hand the name over and close."""
        if self._is_good():
            self.chosen.emit(self.name.text(), self.origin.currentData())
            super().accept()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Begin with"), self.origin)
        about = Remark(
            self.tr("A copy is put into the folder of your templates, to be edited as text.")
        )
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        for part in (self.fault, about, self.buttons):
            column.addWidget(part)

    def _is_good(self) -> bool:
        return bool(_NAME.fullmatch(self.name.text())) and self.name.text() not in self._taken

    def _show(self) -> None:
        """Say what is wrong with the name, once there is one."""
        name = self.name.text()
        said = ""
        if name in self._taken:
            said = self.tr("There is a template of this name.")
        elif name and not _NAME.fullmatch(name):
            said = self.tr("Use letters, digits, hyphens and underscores.")
        self.fault.mind(said)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._is_good())
