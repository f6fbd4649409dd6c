"""Finding words within the report that is being read."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from briefing.model.desk import ReportView
from gui.reader_document import ASIDE
from gui.reader_spans import Place
from gui.tips import plain_tip
from gui.widgets.labels import quiet


class FindBar(QWidget):
    """A field, how many places there are, and steps from one to the next."""

    found = Signal(object)
    """The place to be shown; None: there is none."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ReportView | None = None
        self._aside = False
        self._matches: list[Place] = []
        self._at = -1
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in this report"))
        self.field.setAccessibleName(self.tr("Find in this report"))
        self.field.textChanged.connect(self._search)
        self.count = quiet()
        self.count.setAccessibleName(self.tr("Places found"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for name, arrow, by in (
            (self.tr("Previous place"), Qt.ArrowType.UpArrow, -1),
            (self.tr("Next place"), Qt.ArrowType.DownArrow, 1),
        ):
            row.addWidget(self._step_button(name, arrow, by))
        self.hide()

    def look_in(self, view: ReportView, *, aside: bool) -> None:
        """Search another report, or the same with or without what stands beside its text."""
        self._view, self._aside = view, aside
        if self.isVisible():
            self._search(self.field.text())

    def open(self) -> None:
        """Show the bar, ready to type into."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        if self.field.text() and not self._matches:
            self._search(self.field.text())

    def close_bar(self) -> None:
        """Take the bar away, and the mark of the place with it."""
        self.hide()
        self.found.emit(None)
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next place or the one before, round and round."""
        if self._matches:
            self._at = (self._at + by) % len(self._matches)
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step on Enter, back on Shift+Enter, close on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _search(self, text: str) -> None:
        words = text.strip()
        self._matches = self._places(words) if words and self._view else []
        self._at = 0 if self._matches else -1
        self._show()

    def _places(self, words: str) -> list[Place]:
        spaced = r"\s+".join(re.escape(word) for word in words.split())
        pattern = re.compile(spaced, re.IGNORECASE)
        blocks = self._view.blocks if self._view else ()
        return [
            (number, match.start(), match.end())
            for number, block in enumerate(blocks)
            if self._aside or block.kind not in ASIDE
            for match in pattern.finditer(block.text)
        ]

    def _show(self) -> None:
        if self._matches:
            told = self.tr("{number} of {count}")
            self.count.setText(told.format(number=self._at + 1, count=len(self._matches)))
        else:
            self.count.setText(self.tr("not found") if self.field.text().strip() else "")
        self.found.emit(self._matches[self._at] if self._matches else None)

    def _step_button(self, name: str, arrow: Qt.ArrowType, by: int) -> QToolButton:
        button = QToolButton()
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setToolTip(plain_tip(name))
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.step(by))
        return button
