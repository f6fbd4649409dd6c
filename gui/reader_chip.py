"""One theme in a report's legend: its mark, its name, how often it occurs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui import theme
from gui.theme_marks import mark_of
from gui.tips import plain_tip


class Chip(QAbstractButton):
    """A theme's mark, its name and how often it occurs; the chosen one stands on a ground."""

    def __init__(self, id_: str, name: str, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._id, self._count = id_, str(count) if count else ""
        self.setText(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        spoken = self.tr("{theme}, %n finding(s)", "", count).format(theme=name)
        self.setAccessibleName(spoken if count else name)
        alone = self.tr("Mark the findings on {theme} alone").format(theme=name)
        self.setToolTip(plain_tip(alone if id_ else self.tr("Mark the findings on all themes")))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for mark, name and count."""
        metrics = self.fontMetrics()
        letters = metrics.horizontalAdvance(f"{self.text()}  {self._count}")
        return QSize(self._text_left() + letters + metrics.averageCharWidth(), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground, mark, name and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades = theme.colours()
        edge = shades.accent if self.hasFocus() else shades.accent_quiet
        if self.isChecked() or self.hasFocus() or self.underMouse():
            painter.setPen(QColor(edge if self.isChecked() or self.hasFocus() else shades.hairline))
            painter.setBrush(QColor(shades.selected if self.isChecked() else shades.panel))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        letter = self.fontMetrics().averageCharWidth()
        if self._id:
            middle = self.height() / 2 - 1.5
            painter.fillRect(QRectF(letter, middle, 2.2 * letter, 3), mark_of(self._id))
        self._write(painter)

    def _write(self, painter: QPainter) -> None:
        shades = theme.colours()
        room = self.rect().adjusted(self._text_left(), 0, 0, 0)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(shades.ink))
        painter.drawText(room, side, self.text())
        taken = self.fontMetrics().horizontalAdvance(f"{self.text()}  ")
        painter.setPen(QColor(shades.secondary))
        painter.drawText(room.adjusted(taken, 0, 0, 0), side, self._count)

    def _text_left(self) -> int:
        letter = self.fontMetrics().averageCharWidth()
        return letter * 4 if self._id else letter

    def _height(self) -> int:
        return round(self.fontMetrics().height() * 1.35)
