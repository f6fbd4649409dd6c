"""The table of reports: a view with columns that one can order, widen, sort by and edit in."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from briefing.model import ReportSummary
from gui.models.reports import ReportsModel

WIDTHS = (34, 18, 18, 16, 10, 9)
"""Of the columns, in characters, at the least; the words in them may ask for more."""
MOST = 44
"""Characters that a column other than the title takes at the most by itself."""
LOOKED_AT = 60
"""Rows that are looked at for how much room a column needs."""
TITLE = 0.4
"""Part of the table that is left to the title however much the others ask for."""
DRAWN, DIVIDED = b"+", b"-"
"""What a kept state begins with: columns drawn by the officer, or divided by the table."""

LEAST_ROWS = 4
"""How many can be seen at the least, the head of the table counted as one."""


class ReportsTable(QTableView):
    """Rows to choose among: Enter opens, Delete removes, F2 edits the cell."""

    opened = Signal(str)
    removal_wanted = Signal()

    def __init__(self, model: ReportsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports = model
        self._divided_for = 0
        """How many reports there were when the columns were divided."""
        self._dividing = self._divided_by_hand = False
        self.setModel(model)
        self.setItemDelegate(_Roomy(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Reports"))
        self.doubleClicked.connect(self._open)
        self._set_headers()

    def current(self) -> ReportSummary | None:
        """Return the report that is being looked at."""
        return self._reports.report(self.currentIndex().row())

    def selected(self) -> tuple[ReportSummary, ...]:
        """Return the reports that are selected, from the top down."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(report for row in rows if (report := self._reports.report(row)))

    def choose(self, sha256: str) -> None:
        """Make a report the current one, else the first."""
        row = max(self._reports.row_of(sha256), 0)
        if self.currentIndex().row() == row:
            return  # whatever is being edited in it goes on
        self.setCurrentIndex(self._reports.index(row, 0))

    def header_state(self) -> QByteArray:
        """Return widths, order and sorting of the columns, to be kept."""
        by_hand = DRAWN if self._divided_by_hand else DIVIDED
        return QByteArray(by_hand + self.horizontalHeader().saveState().data())

    def restore_header(self, state: QByteArray) -> None:
        """Take kept widths, order and sorting; widths that nobody has drawn go on by themselves."""
        kept, header = state.data(), self.horizontalHeader()
        by_hand = kept[:1] == DRAWN
        self._dividing = True
        if kept[:1] in (DRAWN, DIVIDED) and header.restoreState(QByteArray(kept[1:])):
            self._divided_by_hand = by_hand
            self.sortByColumn(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self._dividing = False
        self._divide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open on Enter, ask to remove on Delete; neither while a cell is being edited."""
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # what the cell's editor leaves over, such as the Enter that ends it
            return
        report = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and report:
            self.opened.emit(report.sha256)
        elif event.key() == Qt.Key.Key_Delete and self.selected():
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Divide the new width."""
        super().resizeEvent(event)
        self._divide()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for all columns and a handful of rows."""
        size = self.fontMetrics()
        return QSize(size.averageCharWidth() * sum(WIDTHS), size.height() * 14)

    def _open(self, index: QModelIndex) -> None:
        report = self._reports.report(index.row())
        if report:
            self.opened.emit(report.sha256)

    def _set_headers(self) -> None:
        header, letter = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorClearable(True)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width * letter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(letter * 6)
        header.sectionResized.connect(self._note_resized)
        self._reports.modelReset.connect(self._take_reports)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        self.setMinimumHeight(rows.defaultSectionSize() * LEAST_ROWS)

    def _note_resized(self, column: int) -> None:
        """Leave the columns to the officer once one has been drawn wider or narrower."""
        self._divided_by_hand |= column > 0 and not self._dividing

    def _take_reports(self) -> None:
        """Divide anew where there are more reports; not while one looks for some of them."""
        if self._reports.rowCount() > self._divided_for:
            self._divided_for = self._reports.rowCount()
            self._divide()

    def _divide(self) -> None:
        """Give each column what its words need; the title has the rest."""
        if self._divided_by_hand or not self._divided_for:
            return
        letter = self.fontMetrics().averageCharWidth()
        wanted = [
            min(max(self._needed(column) + 3 * letter, least * letter), MOST * letter)
            for column, least in enumerate(WIDTHS[1:], 1)
        ]
        room = self.viewport().width() * (1 - TITLE)
        shrunk = min(1.0, room / sum(wanted))
        self._dividing = True
        for column, width in enumerate(wanted, 1):
            self.setColumnWidth(column, round(width * shrunk))
        self._dividing = False

    def _needed(self, column: int) -> int:
        """Return the width of the longest words in a column, among its first cells."""
        cells = range(min(self._reports.rowCount(), LOOKED_AT))
        said = (str(self._reports.index(row, column).data()) for row in cells)
        return max((self.fontMetrics().horizontalAdvance(words) for words in said), default=0)


class _Roomy(QStyledItemDelegate):
    """Draws whole rows as one: no frame around the cell that is current."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
