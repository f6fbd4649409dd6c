"""Lines with a tick that are ticked by a click on their words too, not on the small box alone."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex


class TickDelegate(QStyledItemDelegate):
    """Draws lines as the style does; a click on a line's words turns its tick."""

    _twice = False
    """Whether the button that is released next ends a double click."""

    def editorEvent(  # noqa: N802 - Qt's name
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Turn the tick of a line that was clicked; a double click turns it once."""
        if event.type() is QEvent.Type.MouseButtonDblClick:
            self._twice = True
        is_release = event.type() is QEvent.Type.MouseButtonRelease
        if not is_release or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        twice, self._twice = self._twice, False
        if not self._is_on_words(event, option, index):
            return super().editorEvent(event, model, option, index)
        return True if twice else turn(model, index)

    def _is_on_words(self, event: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton or event.modifiers():
            return False
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        line = QStyleOptionViewItem(option)
        self.initStyleOption(line, index)
        style = line.widget.style() if line.widget else QApplication.style()
        check = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        at = event.position().toPoint()
        return line.rect.contains(at) and not style.subElementRect(
            check, line, line.widget
        ).contains(at)


def turn(model: QAbstractItemModel, index: Index) -> bool:
    """Tick a line, or untick it where it is ticked; return whether it has a tick to turn."""
    state = index.data(Qt.ItemDataRole.CheckStateRole)
    if state is None:
        return False
    ticked = Qt.CheckState(state) is Qt.CheckState.Checked
    now = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
    return model.setData(index, now, Qt.ItemDataRole.CheckStateRole)
