"""What stands in the window while no brief is open: what to do, in one sentence and three buttons.

Knows nothing of the core, so that it is on screen at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing import PROGRAM
from gui import theme

MEASURE = 80
"""Width of the column, in characters."""
MOST_RECENT = 6
"""How many of the recent briefs are offered."""


class WelcomePage(QFrame):
    """Three ways to begin, and the briefs worked on lately."""

    import_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column = QWidget()
        column.setMaximumWidth(self.fontMetrics().averageCharWidth() * MEASURE)
        self._column = column
        self._fill(QVBoxLayout(column))
        self._opening = _quiet("")
        self._opening.setFont(theme.reading_font(self.font().pointSizeF() * 1.25))
        self._opening.setWordWrap(True)
        self._opening.hide()
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addWidget(column, 4)
        across.addWidget(self._opening, 4)
        across.addStretch(1)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Offer the briefs that were worked on lately, latest first."""
        while item := self._recent.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        if not paths:
            return
        self._recent.addWidget(_heading(self.tr("RECENT BRIEFS")))
        for path in paths[:MOST_RECENT]:
            self._recent.addWidget(self._recent_button(path))

    def set_busy(self, text: str) -> None:
        """Say what is being done; the buttons wait for it. Empty: nothing is."""
        self._busy.setText(text)
        for button in self.findChildren(QPushButton):
            button.setEnabled(not text)
        if not text:
            self._opening.hide()
            self._column.show()

    def wait_for(self, name: str) -> None:
        """Say nothing but that a brief is being opened, until nothing is being done any more."""
        from gui.tips import plain_tip

        self._opening.setText(plain_tip(self.tr("Opening “%1”…").replace("%1", name)))
        self._column.hide()
        self._opening.show()

    def _fill(self, column: QVBoxLayout) -> None:
        line = self.fontMetrics().lineSpacing()
        column.addStretch(3)
        column.addWidget(_heading(PROGRAM.upper()))
        column.addSpacing(line // 2)
        column.addWidget(_title(self.tr("From your reports to a finished briefing")))
        column.addSpacing(line // 2)
        column.addWidget(self._sentence())
        column.addSpacing(line + line // 2)
        column.addLayout(self._row_of_buttons())
        self._busy = _quiet("")
        column.addWidget(self._busy)
        column.addSpacing(line * 2)
        column.addLayout(self._recent)
        column.addStretch(4)
        column.addWidget(_quiet(self.tr("Everything stays on this computer.")))

    def _sentence(self) -> QLabel:
        said = QLabel(
            self.tr(
                "Import the reports you have, tick the regions and themes you need, and go through "
                "what the reports say: the briefing writes itself beside it, every sentence "
                "leading back to its page."
            )
        )
        said.setWordWrap(True)
        said.setFont(theme.reading_font(self.font().pointSizeF() * 1.25))
        return said

    def _row_of_buttons(self) -> QHBoxLayout:
        reports = QPushButton(self.tr("I&mport Reports…"))
        reports.setProperty("primary", True)
        reports.clicked.connect(self.import_wanted)
        reports.setToolTip(self.tr("Or drop files and folders anywhere on this window"))
        brief = QPushButton(self.tr("&Open a Brief…"))
        brief.clicked.connect(self.open_wanted)
        sample = QPushButton(self.tr("&Try the Sample"))
        sample.clicked.connect(self.sample_wanted)
        sample.setToolTip(self.tr("Five sample reports and a prepared request"))
        self._buttons = (reports, brief, sample)
        row = QHBoxLayout()
        row.setSpacing(self.fontMetrics().averageCharWidth() * 2)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _recent_button(self, path: str) -> QPushButton:
        from gui.tips import plain_tip  # not needed on a first start

        button = QPushButton(Path(path).stem.replace("&", "&&"))
        button.setProperty("quiet", True)
        button.setToolTip(plain_tip(path))
        button.setAccessibleName(self.tr("Open %1").replace("%1", Path(path).stem))
        button.clicked.connect(lambda: self.recent_wanted.emit(path))
        button.setEnabled(not self._busy.text())
        return button


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = QFont(label.font())
    font.setWeight(QFont.Weight.DemiBold)
    font.setPointSizeF(font.pointSizeF() * 0.88)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 110)
    label.setFont(font)
    return _dimmed(label)


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    font = QFont(label.font())
    font.setWeight(QFont.Weight.DemiBold)
    font.setPointSizeF(font.pointSizeF() * 2.1)
    label.setFont(font)
    return label


def _quiet(text: str) -> QLabel:
    return _dimmed(QLabel(text))


def _dimmed(label: QLabel) -> QLabel:
    """Give a label the secondary colour, in light and dark: that of placeholders."""
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
