"""The text of a report on screen: a measured column, pages in the margin, findings underlined."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit, QWidget

from briefing.model.desk import FindingSpan
from gui import theme
from gui.reader_document import ReportDocument
from gui.reader_marks import Margin, underline
from gui.reader_spans import Place, is_finding

_SHEET = """
QPlainTextEdit { border: none; border-top: 1px solid palette(mid); border-radius: 0; padding: 0;
    border-bottom: 1px solid palette(mid); }
QPlainTextEdit:focus { border-top-color: palette(link); border-bottom-color: palette(link); }
"""


class ReaderView(QPlainTextEdit):
    """Shows one report document; tells which place is pointed at."""

    pressed_at = Signal(int, int)
    """A block of the report and a character of it were clicked."""
    pointed_at = Signal(int, int)
    """The same, for where the pointer is; -1, -1: nowhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ReportDocument | None = None
        self._measure = 0.0
        self._margins = (0, 0)
        self._only = ""
        self._margin = Margin(self, self.marks_shown)
        self._nothing = QTextDocument(self)
        self._nothing.setDocumentLayout(QPlainTextDocumentLayout(self._nothing))
        self.setReadOnly(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setStyleSheet(_SHEET)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Text of the report"))
        self.updateRequest.connect(lambda _rect, _dy: self._margin.update())

    def show_report(self, report: ReportDocument, measure: float) -> None:
        """Show a report's document, its lines about ``measure`` wide."""
        self._report = report
        self._measure = measure
        self.setExtraSelections([])
        self.setDocument(report.document)
        self._arrange()

    def show_nothing(self) -> None:
        """Show an empty page: the report's document is about to go."""
        self._report = None
        self.setExtraSelections([])
        self.setDocument(self._nothing)

    def show_only(self, theme_id: str) -> None:
        """Underline the findings of one theme only; empty: those of all."""
        self._only = theme_id
        self.viewport().update()

    def highlight(self, place: Place | None, match: Place | None = None) -> None:
        """Give the chosen sentence, and a word that was looked for, a ground of their own."""
        shades = theme.colours()
        grounds = [(place, shades.selected), (match, shades.accent_quiet)]
        self.setExtraSelections(
            [self._selection(where, shade) for where, shade in grounds if where is not None]
        )

    def go_to(self, place: Place) -> None:
        """Scroll so that a place stands in the upper part of the view, if it is out of sight."""
        cursor = self._cursor(place)
        bar = self.verticalScrollBar()
        top = self.cursorRect(cursor).top()
        end = QTextCursor(cursor)
        end.setPosition(cursor.selectionEnd())
        height = self.viewport().height()
        if top >= 0 and self.cursorRect(end).bottom() <= height:
            return
        line = self._line_of(cursor)
        bar.setValue(line)
        above = 0
        while above < line and self.cursorRect(cursor).top() < height // 4:
            above += 1
            bar.setValue(line - above)

    def first_place(self) -> tuple[int, int]:
        """Return the block and character at the top of the view."""
        return self._place_at(QPointF(4, 2))

    def findings_shown(self) -> Iterator[tuple[QTextBlock, int, FindingSpan]]:
        """Yield the findings that are underlined on screen, with their blocks."""
        for block, number in self._blocks_shown():
            if self._report is not None and self._report.has(number):
                for span in self._report.view.blocks[number].spans:
                    if is_finding(span) and (not self._only or self._only in span.themes):
                        yield block, number, span

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the text, then the lines under its findings."""
        super().paintEvent(event)
        if self._report is None:
            return
        painter = QPainter(self.viewport())
        for block, number, span in self.findings_shown():
            corner = self._area(block).topLeft()
            place = self._report.span(number, span.passage.start, span.passage.end)
            themes = (self._only,) if self._only else span.themes
            underline(painter, block.layout(), corner, place, themes)

    def marks_shown(self) -> Iterator[tuple[QRectF, str]]:
        """Yield the numbers of the pages that begin on screen, with the line each stands beside."""
        for block, number in self._blocks_shown():
            mark = self._report.pages.get(number) if self._report else None
            if mark:
                area = self._area(block)
                line = block.layout().lineAt(0)
                height = line.height() if line.isValid() else 0.0
                yield QRectF(0, area.top(), 0, height), mark

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column in the middle and at its measure."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave copying to the reader where no words are selected: it copies the sentence."""
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where the text was clicked."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self._report:
            self.pressed_at.emit(*self._place_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where the pointer is."""
        super().mouseMoveEvent(event)
        if self._report and not event.buttons():
            self.pointed_at.emit(*self._place_at(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell when the pointer leaves."""
        if event.type() is QEvent.Type.Leave:
            self.pointed_at.emit(-1, -1)
        return super().viewportEvent(event)

    def _blocks_shown(self) -> Iterator[tuple[QTextBlock, int]]:
        """Yield the blocks with text that are on screen, each with its number in the report."""
        block, height = self.firstVisibleBlock(), self.viewport().height()
        while self._report and block.isValid() and self._area(block).top() <= height:
            if block.isVisible() and block.blockNumber() % 2:
                yield block, self._report.block_of(block.blockNumber())
            block = block.next()

    def _area(self, block: QTextBlock) -> QRectF:
        return self.blockBoundingGeometry(block).translated(self.contentOffset())

    def _selection(self, place: Place, shade: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setBackground(QColor(shade))
        made.format, made.cursor = form, self._cursor(place)
        return made

    def _cursor(self, place: Place) -> QTextCursor:
        cursor = QTextCursor(self.document())
        if self._report is not None:
            block = self._report.text_block(place[0])
            start, end = self._report.span(*place)
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            cursor = _turned(cursor)
        return cursor

    def _line_of(self, cursor: QTextCursor) -> int:
        """Return the line of the document on which a cursor stands, as the scroll bar counts."""
        block = cursor.block()
        self.blockBoundingGeometry(block)  # lays it out
        inside = block.layout().lineForTextPosition(cursor.position() - block.position())
        return block.firstLineNumber() + (inside.lineNumber() if inside.isValid() else 0)

    def _place_at(self, point: QPointF) -> tuple[int, int]:
        if self._report is None:
            return -1, -1
        cursor = self.cursorForPosition(point.toPoint())
        number = self._report.block_of(cursor.blockNumber())
        if not cursor.blockNumber() % 2:
            return number, 0
        return number, self._report.offset(number, cursor.positionInBlock())

    def _arrange(self) -> None:
        margin = self._margin.needed()
        scroll = self.verticalScrollBar().sizeHint().width()
        room = self.width() - scroll - 2 * margin
        spare = max(0, round((room - self._measure) / 2)) if self._measure else 0
        margins = (margin + spare, margin // 2 + spare)
        if margins != self._margins:
            self._margins = margins
            self.setViewportMargins(margins[0], 0, margins[1], 0)
        self._margin.setGeometry(QRect(0, 0, margins[0], self.height()))


def _turned(cursor: QTextCursor) -> QTextCursor:
    """Return a cursor with the same selection that stands at its beginning."""
    turned = QTextCursor(cursor)
    turned.setPosition(cursor.selectionEnd())
    turned.setPosition(cursor.selectionStart(), QTextCursor.MoveMode.KeepAnchor)
    return turned
