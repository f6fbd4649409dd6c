"""The list that the officer works through: by keyboard, with the mouse, by drag and drop."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from briefing.model import Passage
from briefing.model.desk import FindingRow
from gui import theme
from gui.findings_list_dragging import DraggedList
from gui.models.findings import FindingsModel
from gui.models.findings_lines import Shown
from gui.models.findings_merge import runs

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag


class FindingsList(DraggedList):
    """The list of findings."""

    def __init__(self, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setAccessibleName(self.tr("Findings"))

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the finding that a key leads to; headings are passed over."""
        self.executeDelayedItemsLayout()
        moves = QAbstractItemView.CursorAction
        here, last = self.currentIndex().row(), len(self.lines_model.lines) - 1
        if action == moves.MoveHome or here < 0:
            return self.finding_from(0, 1)
        if action == moves.MoveEnd:
            return self.finding_from(last, -1)
        if action in (moves.MovePageDown, moves.MovePageUp):
            return self._a_page_on(here, 1 if action == moves.MovePageDown else -1)
        if action in (moves.MoveDown, moves.MoveNext):
            return self._or_here(self.finding_from(here + 1, 1))
        if action in (moves.MoveUp, moves.MovePrevious):
            return self._or_here(self.finding_from(here - 1, -1))
        return self.currentIndex()

    def current_row(self) -> FindingRow | None:
        """Return the finding that is current, if one is."""
        return self.lines_model.row_at(self.currentIndex())

    def selected_rows(self) -> list[FindingRow]:
        """Return the selected findings from top to bottom; the current one where none is."""
        lines = self.lines_model.lines
        rows = [row for n in self._selected_places() if (row := lines[n].row) is not None]
        current = self.current_row()
        return rows or ([current] if current else [])

    def after_selection(self) -> Passage | None:
        """Return the finding that follows what is selected: where one goes on after deciding.

        What the officer has left out already is passed over, unless that alone is shown.
        """
        last = max(self._selected_places(), default=self.currentIndex().row())
        passes_over = self.lines_model.shown is not Shown.LEFT_OUT
        for line in self.lines_model.lines[last + 1 :]:
            if line.row is not None and not (passes_over and _is_left_out(line.row)):
                return line.row.decision.passage
        return None

    def _selected_places(self) -> list[int]:
        """Return the places of the lines that are selected, from top to bottom.

        Taken range by range: asked index by index, Qt takes its time over thousands.
        """
        selection = self.selectionModel().selection()
        ranges = [selection.at(n) for n in range(selection.count())]
        return sorted({n for one in ranges for n in range(one.top(), one.bottom() + 1)})

    def go_to(self, passage: Passage | None) -> None:
        """Make a finding the current one and the only one selected, on screen."""
        index = self.lines_model.index_of(passage)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
            self.scrollTo(index)

    def go_to_first(self) -> None:
        """Make the first finding the current one."""
        row = self.lines_model.row_at(self.finding_from(0, 1))
        self.go_to(row.decision.passage if row else None)

    def go_to_or_first(self, passage: Passage | None) -> None:
        """Make a finding the current one; where none is after that, the first."""
        self.go_to(passage)
        if not self.currentIndex().isValid():
            self.go_to_first()

    def settle(self) -> None:
        """Let what is current be a finding, and be selected.

        Where its line is taken away, Qt makes the one beside it current, be it a heading, and does
        not select it.
        """
        index = self.currentIndex()
        if index.isValid() and self.lines_model.row_at(index) is None:
            after = self.finding_from(index.row(), 1)
            index = after if after.isValid() else self.finding_from(index.row(), -1)
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)

    def go_to_unseen(self, step: int) -> None:
        """Go to the next finding that has not been seen, or to the one before; at the end round."""
        count = self.lines_model.rowCount()
        for n in range(1, count + 1):
            row = self.lines_model.lines[(self.currentIndex().row() + step * n) % count].row
            if row is not None and not self.lines_model.is_seen(row):
                self.go_to(row.decision.passage)
                return

    def _or_here(self, index: QModelIndex) -> QModelIndex:
        return index if index.isValid() else self.currentIndex()

    def finding_from(self, place: int, step: int) -> QModelIndex:
        """Return the first finding from a place on, in the direction of ``step``."""
        lines = self.lines_model.lines
        while 0 <= place < len(lines):
            if lines[place].row is not None:
                return self.lines_model.index(place)
            place += step
        return QModelIndex()

    def _a_page_on(self, here: int, step: int) -> QModelIndex:
        page = max(1, self.viewport().height() - round(self.delegate.measures.line_height))
        there = self.line_at(self.tops[here] + step * page)
        there = there if there != here else here + step
        found = self.finding_from(there, step)
        return found if found.isValid() else self.finding_from(there, -step)

    def setSelection(self, rect: QRect, command: Flag) -> None:  # noqa: N802 - Qt's name
        """Select the findings between top and bottom of a rectangle of the viewport."""
        self.executeDelayedItemsLayout()
        wanted, offset = rect.normalized(), self.verticalOffset()
        first = self.line_at(wanted.top() + offset)
        last = self.line_at(wanted.bottom() + offset)
        self.selectionModel().select(self._findings_between(first, last), command)

    def _findings_between(self, first: int, last: int) -> QItemSelection:
        """Return the findings between two lines, as runs between headings."""
        model, lines, selection = self.lines_model, self.lines_model.lines, QItemSelection()
        places = [n for n in range(first, min(last + 1, len(lines))) if lines[n].row is not None]
        for begin, end in runs(places):
            selection.select(model.index(begin), model.index(end))
        return selection

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        """Return all that is on screen: it is drawn quickly."""
        return QRegion(self.viewport().rect())

    def isIndexHidden(self, index: Index) -> bool:  # noqa: N802 - Qt's name
        """Return that no line is hidden: the model leaves out what is not to be shown."""
        return False

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Search for nothing: letters are commands here."""

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the first finding."""
        if not self.currentIndex().isValid():
            self.go_to_first()
        super().focusInEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Keep the current finding on screen and tell those who listen to the list."""
        QAbstractItemView.currentChanged(self, current, previous)
        if current.isValid() and self.hasFocus() and QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)

    def selectionChanged(  # noqa: N802 - Qt's name
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Draw what is selected now."""
        QAbstractItemView.selectionChanged(self, selected, deselected)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the lines that are on screen."""
        self.executeDelayedItemsLayout()
        self.measure_shown()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colours().paper)
        if not self.lines_model.lines:
            return
        offset = self.verticalOffset()
        first = self.line_at(event.rect().top() + offset)
        last = self.line_at(event.rect().bottom() + offset)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        for place in range(first, last + 1):
            index = self.lines_model.index(place)
            option.rect = self.visualRect(index)
            option.state = self._state(index)
            self.delegate.paint(painter, option, index)
        self.draw_target(painter)

    def _state(self, index: QModelIndex) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            state |= QStyle.StateFlag.State_HasFocus
        return state


def _is_left_out(row: FindingRow) -> bool:
    return row.decision.by_officer and not row.decision.is_used
