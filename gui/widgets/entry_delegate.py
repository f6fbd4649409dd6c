"""Lines of a list whose words wrap: a value at their right edge, where they stand beneath them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QListWidget, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from gui import theme

ValueRole = Qt.ItemDataRole.UserRole + 1
"""What stands at the right edge; may be empty."""
FootRole = Qt.ItemDataRole.UserRole + 2
"""What stands beneath, quietly; may be empty."""

Index = QModelIndex | QPersistentModelIndex
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)


class EntryDelegate(QStyledItemDelegate):
    """Sets each entry to the width of its list, with a hairline between two."""

    def sizeHint(self, option: Option, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of an entry at the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        words, foot = self._rooms(option.fontMetrics, QRect(0, 0, width, 0), index)
        bottom = foot.bottom() if foot.isValid() else words.bottom()
        return QSize(width, bottom + 1 + _air(option.fontMetrics))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        """Draw one entry."""
        painter.save()
        shades, state = theme.colours(), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(shades.selected))
        words, foot = self._rooms(option.fontMetrics, option.rect, index)
        painter.setFont(option.font)
        painter.setPen(QColor(shades.ink))
        painter.drawText(words, _WRAPPED, str(index.data()))
        painter.drawText(_beside(words, option.rect), Qt.AlignmentFlag.AlignRight, _value(index))
        painter.setPen(QColor(shades.secondary))
        painter.drawText(foot, _WRAPPED, _foot(index))
        painter.setPen(QColor(shades.hairline))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(shades.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _rooms(self, metrics: QFontMetrics, rect: QRect, index: Index) -> tuple[QRect, QRect]:
        """Return where the words stand, and what is beneath them."""
        air = _air(metrics)
        value = _value(index)
        taken = metrics.horizontalAdvance(value) + 2 * air if value else 0
        room = rect.adjusted(air, air, -air - taken, 0)
        words = _filled(metrics, room, str(index.data()))
        if not _foot(index):
            return words, QRect()
        beneath = QRect(room.left(), words.bottom() + 1, room.width(), 0)
        return words, _filled(metrics, beneath, _foot(index))


def entry_list(name: str) -> QListWidget:
    """Return an empty list of such entries; a screen reader hears its name."""
    entries = QListWidget()
    entries.setAccessibleName(name)
    entries.setItemDelegate(EntryDelegate(entries))
    entries.setWordWrap(True)  # else Qt leaves the entries where they are as the width changes
    entries.setResizeMode(QListView.ResizeMode.Adjust)
    entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    entries.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    return entries


def _filled(metrics: QFontMetrics, room: QRect, words: str) -> QRect:
    tall = QRect(room.left(), room.top(), max(room.width(), 1), 10_000)
    height = metrics.boundingRect(tall, _WRAPPED, words).height()
    return QRect(room.left(), room.top(), room.width(), height)


def _beside(words: QRect, rect: QRect) -> QRect:
    return QRect(words.left(), words.top(), rect.right() - words.left() * 2 + rect.left(), 10_000)


def _value(index: Index) -> str:
    return str(index.data(ValueRole) or "")


def _foot(index: Index) -> str:
    return str(index.data(FootRole) or "")


def _air(metrics: QFontMetrics) -> int:
    return ceil(metrics.height() * 0.3)
