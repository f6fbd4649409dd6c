"""What a reader is made of: head, legend, find bar, text, and the line about the sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.keyboard import tab_through
from gui.reader_commands import ReaderCommands
from gui.reader_find import FindBar
from gui.reader_head import ReaderHead
from gui.reader_legend import Legend
from gui.reader_sentence import SentenceBar
from gui.reader_view import ReaderView


class ReaderPane(QFrame):
    """The widgets of a reader in their places; what they do is the reader's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportReader")
        self.setStyleSheet("#reportReader { background: palette(base); }")
        self.head, self.legend, self.find_bar = ReaderHead(), Legend(), FindBar()
        self.text, self.sentence = ReaderView(), SentenceBar()
        self.commands = ReaderCommands(self)
        self._lay_out()
        self._join()
        self._order()

    def _order(self) -> None:
        """Let Tab go as one reads: the head's upper row, its lower one, the text, the sentence."""
        head, sentence = self.head, self.sentence
        tab_through(head.original_button, head.find_button, head.close_button, head.aside)
        tab_through(head.aside, self.legend, self.find_bar, self.text)
        tab_through(self.text, sentence.leave_out, sentence.use)

    def _join(self) -> None:
        do = self.commands
        do.aside.toggled.connect(self.head.aside.setChecked)
        self.head.aside.toggled.connect(do.aside.setChecked)
        self.head.find_wanted.connect(self.find_bar.open)
        self.find_bar.closed.connect(self.text.setFocus)
        self.sentence.use_wanted.connect(do.use.trigger)
        self.sentence.leave_out_wanted.connect(do.leave_out.trigger)

    def _lay_out(self) -> None:
        gap = self.fontMetrics().averageCharWidth()
        top = QVBoxLayout()
        top.setContentsMargins(2 * gap, gap, 2 * gap, gap)
        for widget in (self.head, self.legend, self.find_bar):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        column.addWidget(self.sentence)
