"""A list of lines of different heights, thousands of them, that stays quick: its geometry."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from gui.findings_delegate import FindingsDelegate
from gui.models.findings import FindingsModel
from gui.models.findings_lines import Key

Index = QModelIndex | QPersistentModelIndex


class LineList(QListView):
    """Lines of different heights. Only those on screen are set; the others' heights are guessed.

    When a guess above what is on screen proves wrong, the lines on screen stay where they are.
    """

    def __init__(self, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tops: list[int] = [0]
        self._kept: tuple[Key, int] | None = None
        self._laid_width = -1
        self.lines_model = model
        self.delegate = FindingsDelegate(model, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        self._set_margins()

    def _set_margins(self) -> None:
        em = self.fontMetrics().height()
        self.setViewportMargins(em, 0, round(em * 0.5), 0)

    def renew(self) -> None:
        """Set all lines anew: fonts, colours or names are others."""
        self.delegate.renew()
        self._laid_width = -1
        self.scheduleDelayedItemsLayout()

    def keep_place(self) -> None:
        """Let the current line, else the first on screen, stay where it is in the next layout."""
        self.executeDelayedItemsLayout()
        lines = self.lines_model.lines
        place = self.currentIndex().row()
        if not 0 <= place < len(lines) or not self._on_screen(place):
            place = self.line_at(self.verticalOffset())
        if 0 <= place < len(lines):
            self._kept = (lines[place].key, self.tops[place] - self.verticalOffset())

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Guess the heights of lines that are new, measure those on screen."""
        width = self.viewport().width()
        if width != self._laid_width:
            self._forget_heights()
            self._laid_width = width
        for line in self.lines_model.lines:
            if not line.height:
                line.height = self.delegate.guess(line, width)
        self._sum_up()
        QAbstractItemView.doItemsLayout(self)
        self._restore_place()
        self.measure_shown()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Give the scroll bar its range."""
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(max(1, round(self.delegate.measures.line_height * 1.5)))
        bar.setRange(0, max(0, self.tops[-1] - page))
        QAbstractItemView.updateGeometries(self)

    def verticalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return how far the list is scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return that the list never scrolls sideways."""
        return 0

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's name
        """Return where a line stands in the viewport, on screen or not."""
        self.executeDelayedItemsLayout()
        place = index.row()
        if not index.isValid() or place + 1 >= len(self.tops):
            return QRect()
        top, below = self.tops[place], self.tops[place + 1]
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), below - top)

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return the line at a point of the viewport."""
        self.executeDelayedItemsLayout()
        y = point.y() + self.verticalOffset()
        if not 0 <= y < self.tops[-1]:
            return QModelIndex()
        return self.lines_model.index(self.line_at(y))

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll until a line is on screen, with the heading right above it if there is one."""
        for _ in range(2):  # the first time the lines around it may still be guessed
            rect = self.visualRect(index)
            if rect.isEmpty():
                return
            self._scroll_to(index, rect, hint)
            self.measure_shown()

    def _scroll_to(self, index: Index, rect: QRect, hint: QAbstractItemView.ScrollHint) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        above = index.row() - 1
        if above >= 0 and self.lines_model.lines[above].heading is not None:
            rect.setTop(rect.top() - self.lines_model.lines[above].height)
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - page // 2)
        elif rect.top() < 0 or rect.height() > page:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() >= page:
            bar.setValue(bar.value() + rect.bottom() - page + 1)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Measure what comes on screen, and draw it."""
        self.measure_shown()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Set the lines to the new width; what one looks at stays on screen."""
        if self.viewport().width() != self._laid_width:
            if self._laid_width > 0 and self._kept is None and len(self.tops) > 1:
                self.keep_place()
            self.doItemsLayout()
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()
        self.measure_shown()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow another font or other colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._set_margins()
            self.renew()

    def _on_screen(self, place: int) -> bool:
        top, page = self.verticalOffset(), self.viewport().height()
        return self.tops[place + 1] > top and self.tops[place] < top + page

    def line_at(self, y: int) -> int:
        """Return the place of the line at a height of the whole list."""
        return max(0, min(bisect_right(self.tops, y) - 1, len(self.lines_model.lines) - 1))

    def _forget_heights(self) -> None:
        for line in self.lines_model.lines:
            line.height, line.measured = 0, False

    def _sum_up(self) -> None:
        self.tops = list(accumulate((n.height for n in self.lines_model.lines), initial=0))

    def _restore_place(self) -> None:
        if self._kept is None:
            return
        key, y = self._kept
        self._kept = None
        place = next((n for n, line in enumerate(self.lines_model.lines) if line.key == key), None)
        if place is not None:
            self.verticalScrollBar().setValue(self.tops[place] - y)

    def measure_shown(self) -> None:
        """Measure the lines on screen; what was on screen fully stays where it is."""
        lines, width = self.lines_model.lines, self.viewport().width()
        while lines and len(self.tops) == len(lines) + 1:
            top = self.verticalOffset()
            first, last = self.line_at(top), self.line_at(top + self.viewport().height())
            guessed = [line for line in lines[first : last + 1] if not line.measured]
            if not guessed:
                return
            anchor = min(first + (self.tops[first] < top), last)
            y = self.tops[anchor] - top
            for line in guessed:
                line.height, line.measured = self.delegate.height(line, width), True
            self._sum_up()
            self._shift_to(self.tops[anchor] - y)

    def _shift_to(self, top: int) -> None:
        bar = self.verticalScrollBar()
        blocked = bar.blockSignals(True)
        bar.setRange(0, max(0, self.tops[-1] - self.viewport().height()))
        bar.setValue(top)
        bar.blockSignals(blocked)
        bar.update()
        self.viewport().update()
