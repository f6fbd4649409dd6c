"""A chart in large: what is drawn on it can be chosen with the mouse."""

from __future__ import annotations

from itertools import chain
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing.model import FigureArea
from briefing.model.offers import ChartOffer
from gui import theme
from gui.chart_words import named
from gui.tips import plain_tip

_MARGIN = 8
"""Pixels of paper around the drawing."""


class ChartPicture(QWidget):
    """Shows the drawing as large as there is room, on white, as it is printed."""

    picked = Signal(str)
    """A point of the chart was chosen; the argument is its label."""

    def __init__(self, offer: ChartOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._image = QImage.fromData(offer.png)
        points = offer.data.points if offer.data is not None else ()
        self._told = {point.label: named(point) for point in points}
        self._hovered = self._marked = ""
        self._shapes: dict[str, QPainterPath] = {}
        """Edges as they lie at this size."""
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(260, 120)
        if offer.data is not None:
            self.setAccessibleName(offer.data.question)
            self.setAccessibleDescription(offer.data.alt)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return one and a half times the size of print."""
        return QSize(round(self._offer.width_pt * 1.5), round(self._offer.height_pt * 1.5))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the drawing is at a width."""
        if not self._offer.width_pt:
            return self.minimumHeight()
        return (
            ceil((width - 2 * _MARGIN) * self._offer.height_pt / self._offer.width_pt) + 2 * _MARGIN
        )

    def mark(self, label: str) -> None:
        """Set a point apart."""
        self._marked = label
        self.update()

    def place_of(self, label: str) -> QRectF:
        """Return where a point is seen best; empty where it is not drawn."""
        places = [self._placed(area) for area in self._offer.areas if area.label == label]
        return max(places, key=lambda place: place.width() * place.height(), default=QRectF())

    def shape_of(self, label: str) -> QPainterPath:
        """Return the edge of all that is drawn for a point."""
        if label not in self._shapes:
            self._shapes[label] = self._shape(label)
        return self._shapes[label]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have all lie elsewhere."""
        super().resizeEvent(event)
        self._shapes.clear()

    def _shape(self, label: str) -> QPainterPath:
        areas = [area for area in self._offer.areas if area.label == label]
        shape = QPainterPath()
        for ring in (ring for area in areas for ring in area.outline):
            shape.addPolygon(QPolygonF(list(map(self._seen, ring[::2], ring[1::2]))))
            shape.closeSubpath()
        for area in areas if shape.isEmpty() else ():
            shape.addRoundedRect(self._placed(area).adjusted(-1, -1, 1, 1), 3, 3)
        return shape

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show that what is under the mouse can be chosen."""
        self._hover(self._label_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self._hover("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose what was clicked."""
        label = self._label_at(event.position())
        if label and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(label)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the drawing, and edges around what is chosen or under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self._room()
        painter.fillRect(
            room.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN), QColor(theme.LIGHT.paper)
        )
        painter.drawImage(room, self._image)
        painter.setClipRect(room.adjusted(-2, -2, 2, 2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for label, width in ((self._hovered, 1.2), (self._marked, 2.2)):
            if label:
                painter.setPen(QPen(QColor(theme.LIGHT.accent), width))
                painter.drawPath(self.shape_of(label))

    def _room(self) -> QRectF:
        size = self._image.size().scaled(
            self.size() - QSize(2 * _MARGIN, 2 * _MARGIN), Qt.AspectRatioMode.KeepAspectRatio
        )
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def _placed(self, area: FigureArea) -> QRectF:
        to = self._seen(area.left + area.width, area.top + area.height)
        return QRectF(self._seen(area.left, area.top), to)

    def _seen(self, x: float, y: float) -> QPointF:
        """Return where a point of the drawing is seen."""
        room = self._room()
        scale = room.width() / self._offer.width_pt
        return QPointF(room.left() + x * scale, room.top() + y * scale)

    def _label_at(self, at: QPointF) -> str:
        """Return the point that is drawn uppermost at a place; empty for none."""
        areas = self._offer.areas[::-1]
        boxes = (area.label for area in areas if self._placed(area).contains(at))
        shapes = (
            area.label
            for area in areas
            if area.outline and self._room().contains(at) and self.shape_of(area.label).contains(at)
        )
        return next(chain(boxes, shapes), "")

    def _hover(self, label: str) -> None:
        if label != self._hovered:
            self._hovered = label
            hand = Qt.CursorShape.PointingHandCursor if label else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            self.setToolTip(plain_tip(self._told.get(label, "")))
            self.update()
