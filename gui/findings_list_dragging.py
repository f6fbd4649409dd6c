"""Dragging findings within their list, which shows where they would go."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui import theme
from gui.findings_list_lines import LineList
from gui.models.findings import MIME, FindingsModel


class DraggedList(LineList):
    """Lines of which the selected ones can be dragged to another place."""

    dropped = Signal(int)
    """The selected findings were dropped before the line at this place."""

    def __init__(self, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._target: int | None = None
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Drag the selected findings; the list itself says where they would go."""
        indexes = [index for index in self.selectedIndexes() if self.lines_model.row_at(index)]
        if not indexes or self.lines_model.searched:
            return
        drag = QDrag(self)
        drag.setMimeData(self.lines_model.mimeData(indexes))
        drag.setPixmap(self.grab(self._label_of(indexes[0])))
        drag.exec(Qt.DropAction.MoveAction)

    def _label_of(self, index: QModelIndex) -> QRect:
        rect = self.visualRect(index)
        return QRect(rect.left(), rect.top(), min(rect.width(), 320), min(rect.height(), 80))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the findings would go; near an edge the list scrolls."""
        QAbstractItemView.dragMoveEvent(self, event)
        if event.source() is not self or not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        self._aim(self.place_for(event.position().toPoint().y()))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Show no place to drop any more."""
        QAbstractItemView.dragLeaveEvent(self, event)
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where the findings were dropped; what follows changes the draft."""
        self._aim(None)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        if event.mimeData().hasFormat(MIME):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.dropped.emit(self.place_for(event.position().toPoint().y()))

    def place_for(self, y: int) -> int:
        """Return the place of the line before which something dropped at a height goes."""
        self.executeDelayedItemsLayout()
        offset = y + self.verticalOffset()
        place = self.line_at(offset)
        if offset > (self.tops[place] + self.tops[min(place + 1, len(self.tops) - 1)]) / 2:
            place += 1
        return max(1, place)  # nothing stands above the first heading

    def _aim(self, place: int | None) -> None:
        if place != self._target:
            self._target = place
            self.viewport().update()

    def draw_target(self, painter: QPainter) -> None:
        """Draw where the findings would go, if they are being dragged."""
        if self._target is None:
            return
        measures = self.delegate.measures
        y = self.tops[self._target] - self.verticalOffset() - round(measures.gap / 2)
        thick = max(2, round(measures.edge * 0.7))
        line = QRect(0, y - thick // 2, self.viewport().width(), thick)
        painter.fillRect(line, QColor(theme.colours().accent))
