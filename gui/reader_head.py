"""The head of a report that is being read: its title, where it comes from, switches."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from briefing.model import ReportSummary
from briefing.wording import joined
from gui.reports_labels import wrapped
from gui.tips import plain_tip
from gui.widgets.labels import plain, quiet


class ReaderHead(QWidget):
    """Title and origin; whether notes are shown; finding words; closing."""

    find_wanted = Signal()
    original_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.origin = wrapped(plain()), wrapped(quiet())
        self.title.setAccessibleName(self.tr("Title of the report"))
        self.origin.setAccessibleName(self.tr("Authors, publisher and date of the report"))
        font = QFont(self.title.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        self.aside = QCheckBox(self.tr("&Notes and page furniture"))
        self.find_button = self._button(self.tr("Find…"), self.tr("Find in this report"))
        self.find_button.clicked.connect(self.find_wanted)
        self.original_button = self._button(
            self.tr("Original"), self.tr("Open the original file with its own program (O)")
        )
        self.original_button.clicked.connect(self.original_wanted)
        self.close_button = self._button(self.tr("Close"), self.tr("Close the report"))
        self.close_button.clicked.connect(self.close_wanted)
        self._lay_out()

    def show_report(self, report: ReportSummary) -> None:
        """Show what is known of a report."""
        said = report.metadata
        self.title.setText(said.title or report.file_name)
        day = said.date.spoken() if said.date else ""
        parts = (joined(said.authors), said.publisher, day)
        self.origin.setText(" · ".join(part for part in parts if part))
        self.origin.setVisible(any(parts))

    def say(self, text: str) -> None:
        """Show a sentence in place of a report."""
        self.title.setText(text)
        self.origin.hide()

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("quiet", True)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.original_button)
        first.addWidget(self.find_button)
        first.addWidget(self.close_button)
        second = QHBoxLayout()
        second.addWidget(self.origin, 1)
        second.addStretch()
        second.addWidget(self.aside)
        column.addLayout(first)
        column.addLayout(second)
