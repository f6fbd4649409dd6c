"""What is shown while files are being written, and when one cannot be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import BriefingError
from gui.widgets.labels import plain
from gui.widgets.shade import shade

FEW = 4
"""Files up to which a bar that tells how many are written would stand still for too long."""


class ProgressPane(QWidget):
    """A bar, what is being done, and Cancel."""

    cancelled = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = broken(heading, strong=True)
        self.step = broken()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.cancel.setAutoDefault(False)  # Return, pressed once too often, stops nothing
        buttons.rejected.connect(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, self.bar, self.step):
            column.addWidget(widget)
        column.addStretch()
        column.addWidget(buttons)

    def begin(self) -> None:
        """Start over, not yet knowing how many steps there are."""
        self.bar.setRange(0, 0)
        self.step.setText("")
        self.cancel.setEnabled(True)
        self.cancel.setFocus()

    def show_step(self, done: int, total: int, name: str) -> None:
        """Show how far the work is; of a few files each takes long, so that the bar only moves."""
        self.bar.setRange(0, total if done and total > FEW else 0)
        self.bar.setValue(done)
        self.step.setText(name)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.step.setText(self.tr("Stopping …"))
        self.cancelled.emit()


class ProblemPane(QWidget):
    """What went wrong and what can be done: try again, save elsewhere, go back."""

    again = Signal()
    elsewhere = Signal()
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = broken("", strong=True)
        self.hint = broken()
        self.quotation = broken()
        shade(self.quotation, "secondary")
        for label in (self.message, self.hint, self.quotation):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.message, self.quotation, self.hint):
            column.addWidget(widget)
        column.addStretch()
        column.addWidget(self._buttons())

    def show_problem(self, error: BriefingError, *, quotation: str, about_place: bool) -> None:
        """Explain an error; ``about_place`` offers another place for the file."""
        self.message.setText(error.message)
        self.hint.setText(error.hint)
        self.hint.setVisible(bool(error.hint))
        self.quotation.setText(quotation)
        self.quotation.setVisible(bool(quotation))
        self.save_as.setVisible(about_place)
        self.try_again.setFocus()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        self.save_as = box.addButton(self.tr("&Save as…"), roles.ActionRole)
        self.go_back = box.addButton(self.tr("&Back"), roles.RejectRole)
        self.try_again = box.addButton(self.tr("&Try again"), roles.AcceptRole)
        self.save_as.clicked.connect(self.elsewhere)
        self.go_back.clicked.connect(self.back)
        self.try_again.clicked.connect(self.again)
        return box


def broken(text: str = "", *, strong: bool = False) -> QLabel:
    """Return a label of plain text that breaks its lines."""
    label = plain(text, wraps=True)
    if strong:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    return label
