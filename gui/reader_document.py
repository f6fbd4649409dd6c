"""A report as a text document for reading, built in slices so that the window never waits.

Each block of the report becomes two blocks of the document: a narrow empty one that keeps the
distance, and one that holds the text. Nothing of a report's text is ever taken for markup.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from briefing.model import BlockKind
from briefing.model.desk import BlockView, ReportView
from gui.reader_spans import page_marks
from gui.reader_type import ReaderType

SLICE_SECONDS = 0.012
"""How long one slice of building may take."""
ASIDE = frozenset({BlockKind.FOOTNOTE, BlockKind.META, BlockKind.FURNITURE})
"""Kinds of blocks that stand beside the text: shown small, or not at all."""
BULLET = "•\u2002"
_UNSAFE = {ord(c): " " for c in "\0\u2029\ufdd0\ufdd1"} | {ord(c): "\u2028" for c in "\r\n"}
"""Characters that a text document would take for the end of a block."""


class ReportDocument(QObject):
    """The document of one report, and where in it each block's words stand."""

    grown = Signal()
    """Some more blocks are there."""

    def __init__(self, view: ReportView, kind: ReaderType, parent: QObject) -> None:
        super().__init__(parent)
        self.view = view
        self.document = QTextDocument(self)
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentLayout(QPlainTextDocumentLayout(self.document))
        self.document.setDefaultFont(kind.text)
        self.pages = page_marks(view.blocks)
        """The blocks that begin a new page, with its number."""
        self._type = kind
        self._aside_shown = False
        self._built = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.build)
        self._timer.start()

    @property
    def is_built(self) -> bool:
        """Whether all of the report is there."""
        return self._built == len(self.view.blocks)

    def has(self, block: int) -> bool:
        """Return whether a block of the report is there already."""
        return block < self._built

    def build(self) -> None:
        """Add as many blocks as one slice of time allows."""
        until = perf_counter() + SLICE_SECONDS
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        first = self._built
        while not self.is_built and perf_counter() < until:
            self._add(cursor, self._built)
            self._built += 1
        cursor.endEditBlock()
        self._hide_aside(range(first, self._built))
        if self.is_built:
            self._timer.stop()
        self.grown.emit()

    def text_block(self, block: int) -> QTextBlock:
        """Return the document's block that holds a block's words."""
        return self.document.findBlockByNumber(2 * block + 1)

    def block_of(self, number: int) -> int:
        """Return the report's block to which a block of the document belongs."""
        return number // 2

    def span(self, block: int, start: int, end: int) -> tuple[int, int]:
        """Return where characters of a block stand in the document's block."""
        view = self.view.blocks[block]
        lead = lead_of(view)
        return lead + units(view.text, start), lead + units(view.text, end)

    def offset(self, block: int, position: int) -> int:
        """Return the character of a block at a position of the document's block."""
        view = self.view.blocks[block]
        return characters(view.text, position - lead_of(view))

    def show_aside(self, shown: bool) -> None:
        """Show notes, imprint and page furniture, or leave them away."""
        if shown != self._aside_shown:
            self._aside_shown = shown
            self._set_aside(range(self._built))

    def _hide_aside(self, blocks: range) -> None:
        if not self._aside_shown:
            self._set_aside(blocks)

    def _set_aside(self, blocks: range) -> None:
        first = last = -1
        for number in blocks:
            if self.view.blocks[number].kind in ASIDE:
                text = self.text_block(number)
                for block in (text.previous(), text):
                    block.setVisible(self._aside_shown)
                    block.setLineCount(int(self._aside_shown))
                first, last = (first if first >= 0 else number), number
        if first >= 0:
            start, end = self.text_block(first).previous(), self.text_block(last)
            length = end.position() + end.length() - start.position()
            self.document.markContentsDirty(start.position(), length)

    def _add(self, cursor: QTextCursor, number: int) -> None:
        block = self.view.blocks[number]
        previous = self.view.blocks[number - 1] if number else None
        if number:
            cursor.insertBlock(QTextBlockFormat(), self._type.gap(previous, block))
        else:
            cursor.setBlockCharFormat(self._type.gap(None, block))
        cursor.insertBlock(QTextBlockFormat(), self._type.of(block))
        cursor.insertText((BULLET if lead_of(block) else "") + block.text.translate(_UNSAFE))


def lead_of(block: BlockView) -> int:
    """Return how many characters stand before a block's own words."""
    return len(BULLET) if block.kind is BlockKind.LIST_ITEM else 0


def units(text: str, offset: int) -> int:
    """Return an offset in characters as one in the UTF-16 units that Qt counts."""
    head = text[:offset]
    return len(head) if head.isascii() else len(head.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, unit: int) -> int:
    """Return an offset in UTF-16 units as one in characters."""
    if unit <= 0 or text.isascii():
        return max(unit, 0)
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * unit]
    return len(head.decode("utf-16-le", "ignore"))
