"""What stands in the place of the list while there is nothing to list: one sentence, one step."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.labels import plain


class Lack(Enum):
    """Why there is nothing to list."""

    REPORTS = auto()
    SCOPE = auto()
    FINDINGS = auto()
    ANSWERS = auto()
    NEAR = auto()
    SHOWN = auto()
    VIEW = auto()


class EmptyPane(QWidget):
    """Says why there is nothing, and leads on."""

    import_wanted = Signal()
    scope_wanted = Signal()
    all_wanted = Signal()
    """All findings are to be shown again: no search, no filter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lack = Lack.VIEW
        self.sentence = plain(parent=self)
        self.sentence.setWordWrap(True)
        self.sentence.setFont(theme.reading_font(self.font().pointSizeF() * 1.2))
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = QPushButton(self)
        self.button.setProperty("primary", True)
        self.button.clicked.connect(self._go)
        self._lay_out()

    def show_lack(self, lack: Lack) -> None:
        """Say what is missing and offer the step that mends it."""
        self._lack = lack
        sentence, step = self._said(lack)
        self.sentence.setText(sentence)
        self.button.setText(step)
        self.button.setVisible(bool(step))

    def show_message(self, message: str) -> None:
        """Say what went wrong, and lead back to the list."""
        self.show_lack(Lack.ANSWERS)
        self.sentence.setText(message)

    def _said(self, lack: Lack) -> tuple[str, str]:
        return {
            Lack.REPORTS: (
                self.tr("There are no reports yet to find anything in."),
                self.tr("&Import Reports…"),
            ),
            Lack.SCOPE: (
                self.tr("Tick a region and a theme, and what the reports say of them stands here."),
                self.tr("Choose the &Scope"),
            ),
            Lack.FINDINGS: (
                self.tr(
                    "No report says anything on this. A larger region, another theme or a longer "
                    "period may bring something."
                ),
                self.tr("Widen the &Scope"),
            ),
            Lack.ANSWERS: (
                self.tr("No finding holds these words. Fewer words, or others, may be found."),
                self.tr("&Back to the List"),
            ),
            Lack.NEAR: (
                self.tr("Nothing comes near to what is asked for without answering it."),
                self.tr("&Back to the List"),
            ),
            Lack.SHOWN: (
                self.tr("There is no such finding in the list."),
                self.tr("Show &All"),
            ),
            Lack.VIEW: (self.tr("Looking through the reports …"), ""),
        }[lack]

    def _go(self) -> None:
        if self._lack is Lack.REPORTS:
            self.import_wanted.emit()
        elif self._lack in (Lack.SCOPE, Lack.FINDINGS):
            self.scope_wanted.emit()
        else:
            self.all_wanted.emit()

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * em, em, 3 * em, em)
        column.setSpacing(em)
        column.addStretch(2)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
