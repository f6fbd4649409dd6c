"""A chart in large: what is drawn on it can be chosen with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing.model import FigureArea
from briefing.model.offers import ChartOffer
from gui import theme


class ChartPicture(QWidget):
    """Shows the drawing as large as there is room, on white, as it is printed."""

    picked = Signal(str)
    """A point of the chart was chosen; the argument is its label."""

    def __init__(self, offer: ChartOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._image = QImage.fromData(offer.png)
        self._hovered = self._marked = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 120)
        if offer.data is not None:
            self.setAccessibleName(offer.data.question)
            self.setAccessibleDescription(offer.data.alt)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return one and a half times the size of print."""
        return QSize(round(self._offer.width_pt * 1.5), round(self._offer.height_pt * 1.5))

    def mark(self, label: str) -> None:
        """Set a point apart."""
        self._marked = label
        self.update()

    def place_of(self, label: str) -> QRectF:
        """Return where a point is seen; empty where it is not drawn."""
        found = next((area for area in self._offer.areas if area.label == label), None)
        return self._placed(found) if found is not None else QRectF()

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
        painter.fillRect(room.adjusted(-8, -8, 8, 8), QColor(theme.LIGHT.paper))
        painter.drawImage(room, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for label, width in ((self._hovered, 1.2), (self._marked, 2.2)):
            place = self.place_of(label) if label else QRectF()
            if not place.isEmpty():
                painter.setPen(QPen(QColor(theme.LIGHT.accent), width))
                painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), 3, 3)

    def _room(self) -> QRectF:
        size = self._image.size().scaled(
            self.size() - QSize(16, 16), Qt.AspectRatioMode.KeepAspectRatio
        )
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def _placed(self, area: FigureArea) -> QRectF:
        room = self._room()
        scale = room.width() / self._offer.width_pt
        return QRectF(
            room.left() + area.left * scale,
            room.top() + area.top * scale,
            area.width * scale,
            area.height * scale,
        )

    def _label_at(self, at: QPointF) -> str:
        """Return the point that is drawn uppermost at a place; empty for none."""
        hit = (
            area.label for area in reversed(self._offer.areas) if self._placed(area).contains(at)
        )
        return next(hit, "")

    def _hover(self, label: str) -> None:
        if label != self._hovered:
            self._hovered = label
            hand = Qt.CursorShape.PointingHandCursor if label else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            self.update()
