"""How a line of the list of findings is set and drawn: words, place, state, note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from briefing.model import Choice
from briefing.model.desk import FindingRow
from gui import theme
from gui.findings_setting import Measures, Setting, SettingCache
from gui.models.findings import FindingsModel, Role
from gui.models.findings_lines import Heading, Line

Index = QModelIndex | QPersistentModelIndex


class FindingsDelegate(QStyledItemDelegate):
    """Sets each finding to the width of the list and draws it; keeps what it has set lately."""

    def __init__(self, model: FindingsModel, view: QWidget) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.measures = Measures(view.font())
        self._set = SettingCache(model.words)

    def renew(self) -> None:
        """Forget what was set: the font or the colours are others."""
        self.measures = Measures(self._view.font())
        self._set.clear()

    def height(self, line: Line, width: int) -> int:
        """Return how high a line is at a width, gap included."""
        if line.row is None:
            return self.measures.heading_height
        return self.setting(line.row, width).height + self.measures.gap

    def guess(self, line: Line, width: int) -> int:
        """Return about how high a line is at a width, without setting it."""
        if line.row is None:
            return self.measures.heading_height
        return self.measures.guess(len(line.row.text), width) + self.measures.gap

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the size of a line at the width of the list."""
        width = option.rect.width() or self._view.width()
        return QSize(width, self.height(self._model.lines[index.row()], width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = self._model.lines[index.row()]
        painter.save()
        if line.heading is not None:
            self._draw_heading(painter, option.rect, line.heading)
        elif line.row is not None:
            rect = option.rect.adjusted(0, 0, 0, -self.measures.gap)
            self._draw_row(painter, rect, line.row, option.state)
        painter.restore()

    def helpEvent(  # noqa: N802 - Qt's name
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show in full what is cut in the line under a finding."""
        line = self._model.lines[index.row()] if index.isValid() else None
        if event.type() != QEvent.Type.ToolTip or line is None or line.row is None:
            return super().helpEvent(event, view, option, index)
        setting = self.setting(line.row, view.viewport().width())
        tip = setting.whole if setting.shown != setting.whole else ""
        if (
            not index.data(Role.SEEN)
            and event.pos().x() > option.rect.right() - self.measures.after
        ):
            tip = self.tr("The blue dot: you have not looked at this finding yet")
        QToolTip.showText(event.globalPos(), tip, view)
        return True

    def setting(self, row: FindingRow, width: int) -> Setting:
        """Return a finding set at a width."""
        return self._set.of(row, width, self._model.searched, self.measures)

    def _draw_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        shades, measures, words = theme.colours(), self.measures, self._model.words
        room = rect.adjusted(0, 0, 0, -measures.under_heading)
        count = words.count(heading)
        painter.setFont(measures.count_font)
        painter.setPen(QColor(shades.secondary))
        measures.draw_line(painter, room, count, at_end=True)
        room.setRight(room.right() - measures.count_width(count))
        painter.setFont(measures.heading_font)
        painter.setPen(QColor(shades.ink))
        measures.draw_line(painter, room, words.title(heading))

    def _draw_row(
        self, painter: QPainter, rect: QRect, row: FindingRow, state: QStyle.StateFlag
    ) -> None:
        shades, measures = theme.colours(), self.measures
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(shades.selected))
        edge = QRect(rect.topLeft(), QSize(measures.edge, rect.height()))
        painter.fillRect(edge, QColor(self._edge(row)))
        setting = self.setting(row, rect.width())
        setting.draw(painter, rect, ink=self._ink(row, selected=selected))
        if not self._model.is_seen(row):
            self._draw_unseen(painter, rect)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(shades.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _draw_unseen(self, painter: QPainter, rect: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.colours().accent))
        painter.setBrush(QColor(theme.colours().accent))
        radius = self.measures.dot
        middle = self.measures.pad + round(self.measures.line_height / 2)
        painter.drawEllipse(QPoint(rect.right() - 3 * radius, rect.top() + middle), radius, radius)
        painter.restore()

    def _edge(self, row: FindingRow) -> str:
        shades = theme.colours()
        if row.decision.choice is Choice.LEAD:
            return shades.accent
        return shades.accent_quiet if row.decision.is_used else shades.hairline

    def _ink(self, row: FindingRow, *, selected: bool) -> str:
        shades = theme.colours()
        if row.decision.is_used or self._model.searched:
            return shades.ink
        faint = row.decision.by_officer and not selected
        return shades.faint if faint else shades.secondary
