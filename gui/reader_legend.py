"""The legend of a report's themes, each with its mark, name and count; one tick shows one theme."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from briefing.model import Theme
from gui import theme
from gui.reader_flow import FlowLayout
from gui.theme_marks import mark_of


class Legend(QWidget):
    """All themes of the report; arrow keys go from one to the next."""

    chosen = Signal(str)
    """Id of the theme whose findings alone are to be marked; empty: all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Themes of the report"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._flow = FlowLayout(self)
        self.chips: dict[str, Chip] = {}
        self.counts: Mapping[str, int] = {}

    def show_counts(self, counts: Mapping[str, int], themes: Mapping[str, Theme]) -> None:
        """Show the themes that occur, the most frequent first; all are marked at first."""
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            self._group.removeButton(chip)
            chip.deleteLater()
        self.chips, self.counts = {}, counts
        self._add("", self.tr("All themes"), 0)
        for id_ in sorted(counts, key=lambda id_: (-counts[id_], id_)):
            name = themes[id_].name if id_ in themes else id_
            self._add(id_, name, counts[id_])
        self.chips[""].setChecked(True)
        self.setVisible(bool(counts))

    def choose(self, theme_id: str) -> None:
        """Mark the findings of one theme alone, or of all."""
        if theme_id in self.chips:
            self.chips[theme_id].click()

    def _add(self, id_: str, name: str, count: int) -> None:
        chip = Chip(id_, name, count)
        chip.toggled.connect(lambda on: self.chosen.emit(id_) if on else None)
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        self.chips[id_] = chip


class Chip(QAbstractButton):
    """A theme's mark, its name and how often it occurs; the chosen one stands on a ground."""

    def __init__(self, id_: str, name: str, count: int) -> None:
        super().__init__()
        self._id, self._count = id_, str(count) if count else ""
        self.setText(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        spoken = self.tr("{theme}, %n finding(s)", "", count).format(theme=name)
        self.setAccessibleName(spoken if count else name)
        self.setToolTip(self.tr("Mark the findings on {theme} alone").format(theme=name))
        if not id_:
            self.setToolTip(self.tr("Mark the findings on all themes"))

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
