"""The page of sources while the library is empty: one sentence, and the way in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.labels import plain, quiet


class EmptyPane(QFrame):
    """Says what to do first."""

    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noReports")
        self.setStyleSheet("#noReports { background: palette(base); }")
        self.sentence = plain(
            self.tr("Import the reports that your briefing is to rest on, or drop them here.")
        )
        self.sentence.setWordWrap(True)
        self.sentence.setFont(theme.reading_font(self.font().pointSizeF() * 1.4))
        self.files = QPushButton(self.tr("Import Fi&les…"))
        self.files.setProperty("primary", True)
        self.files.clicked.connect(self.files_wanted)
        self.folder = QPushButton(self.tr("Import Fol&der…"))
        self.folder.clicked.connect(self.folder_wanted)
        self.notice = quiet()
        self._lay_out()

    def say(self, text: str) -> None:
        """Show a line beneath the buttons."""
        self.notice.setText(text)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.files)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(self.fontMetrics().height())
        column.addStretch(2)
        column.addWidget(self.sentence)
        column.addLayout(buttons)
        column.addWidget(self.notice)
        column.addStretch(3)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addLayout(column, 4)
        across.addStretch(1)
