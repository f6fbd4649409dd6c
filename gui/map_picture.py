"""The map as it was painted last: moved at once with the hand, painted sharp soon after."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.map_painting import paint_world
from gui.map_scene import Scene
from gui.map_sight import Sight
from gui.timers import timer

_SHARP = 40
"""Milliseconds after which a map that has been moved is painted anew."""


class MapPicture:
    """Keeps what was painted for a widget, since painting the world takes longer than a hand."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._picture: QPixmap | None = None
        self._of: Sight | None = None
        """What the picture shows; while the map is moved it may be another part than is wanted."""
        self._sharp = timer(widget, _SHARP, self.forget)

    def forget(self) -> None:
        """Have it painted anew."""
        self._picture = None
        self._widget.update()

    def follow(self) -> None:
        """Have it moved now, and painted anew in a moment."""
        if not self._sharp.isActive():
            self._sharp.start()
        self._widget.update()

    def show(self, painter: QPainter, scene: Scene) -> None:
        """Paint what was painted last, moved to where it lies now."""
        if self._picture is None or self._of is None:
            self._picture, self._of = self._painted(scene), scene.sight
        old, now = self._of, scene.sight
        if old != now:
            painter.fillRect(self._widget.rect(), QColor(theme.colours().panel))
            painter.translate(now.on_sheet(old.x, old.y))
            painter.scale(now.scale / old.scale, now.scale / old.scale)
            painter.translate(-self._widget.width() / 2, -self._widget.height() / 2)
        painter.drawPixmap(0, 0, self._picture)
        painter.resetTransform()

    def _painted(self, scene: Scene) -> QPixmap:
        ratio = self._widget.devicePixelRatioF()
        picture = QPixmap(self._widget.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setFont(self._widget.font())
        paint_world(painter, scene, theme.colours())
        painter.end()
        return picture
