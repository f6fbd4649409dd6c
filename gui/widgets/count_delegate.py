"""Lines with a tick, a name and a quiet count at the right edge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from gui import theme
from gui.widgets.tick_delegate import TickDelegate

CountRole = Qt.ItemDataRole.UserRole + 1
"""How many findings; None while that is not known."""
QuietRole = Qt.ItemDataRole.UserRole + 2
"""Whether the line stands back: it would bring nothing."""

Index = QModelIndex | QPersistentModelIndex


class CountDelegate(TickDelegate):
    """Draws a line as the style does, with the count beside it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = QStyleOptionViewItem(option)
        self.initStyleOption(line, index)
        count = self.count_text(index)
        space = line.fontMetrics.horizontalAdvance("0")
        taken = line.fontMetrics.horizontalAdvance(count) + 2 * space if count else 0
        self._draw_name(painter, line, taken)
        if count:
            self._draw_count(painter, line, line.rect.adjusted(0, 0, -space, 0), count)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return a line's size: a little air around the letters; as wide as there is room."""
        size = super().sizeHint(option, index)
        width = min(size.width(), option.fontMetrics.averageCharWidth() * 10)
        return QSize(width, max(size.height(), round(option.fontMetrics.height() * 1.3)))

    def count_text(self, index: Index) -> str:
        """Return a line's count as it is printed; a dash where there is nothing."""
        count = index.data(CountRole)
        return "" if count is None else f"{count:,}" if count else "–"

    def _draw_name(self, painter: QPainter, line: QStyleOptionViewItem, taken: int) -> None:
        style = line.widget.style() if line.widget else QApplication.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, line, line.widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, line.widget) + 1
        width = room.width() - taken - 2 * margin
        line.text = line.fontMetrics.elidedText(line.text, Qt.TextElideMode.ElideRight, width)
        if line.index.data(QuietRole):
            faint = QColor(theme.colours().faint)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                line.palette.setColor(role, faint)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, line, painter, line.widget)

    def _draw_count(
        self, painter: QPainter, line: QStyleOptionViewItem, room: QRect, count: str
    ) -> None:
        colours = theme.colours()
        painter.save()
        painter.setFont(line.font)
        painter.setPen(QColor(colours.secondary if line.index.data(CountRole) else colours.faint))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.restore()
