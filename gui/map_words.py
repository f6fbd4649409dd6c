"""What is written on the map: names of countries that have room for theirs, and a label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from briefing.model.atlas import Spot
from gui.map_marks import fill_of
from gui.map_scene import Scene
from gui.map_shapes import Shape
from gui.map_sight import Sight
from gui.theme import Colours

_AROUND = 5.0
"""Air around the words of a label."""
_SMALLER = 0.9
"""Size of names beside that of the window's words."""
_MORE_LAND = 1.5
"""How much larger than its name a country is at the least: of others no place is tried."""
_EDGE = 4.0
"""Pixels that names keep from the edge of the map."""
_TRIED = 5
"""Places across and down that are tried for a name."""


def paint_names(painter: QPainter, scene: Scene, colours: Colours) -> None:
    """Write the names of the countries whose land has room for them."""
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * _SMALLER)
    painter.setFont(font)
    for country, room in named(scene, QFontMetricsF(font)):
        mark = scene.marks[country]
        painter.setPen(legible_on(fill_of(mark, scene.marks, colours), colours))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, mark.name)


def legible_on(fill: QColor, colours: Colours) -> QColor:
    """Return the colour of words on land of a colour: that of words, or of paper."""
    light = _luminance(fill)
    inks = QColor(colours.ink), QColor(colours.paper)
    return max(inks, key=lambda ink: abs(log((_luminance(ink) + 0.05) / (light + 0.05))))


def _luminance(colour: QColor) -> float:
    """Return how light a colour is to the eye, 0 to 1, as WCAG reckons it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (((c + 0.055) / 1.055) ** 2.4 if c > 0.04 else c / 12.92 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def named(scene: Scene, metrics: QFontMetricsF) -> Iterator[tuple[str, QRectF]]:
    """Yield each country that has room for its name, with the room."""
    sight, areas, spots = scene.sight, scene.level.areas, scene.shapes.spots
    sheet = QRectF(QPointF(), sight.size).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    for country, mark in scene.marks.items():
        shape, spot = areas.get(country), spots.get(country)
        if shape is None or spot is None:
            continue
        size = QSizeF(metrics.horizontalAdvance(mark.name) + 4, metrics.height())
        if (spot.extent * sight.scale) ** 2 < _MORE_LAND * size.width() * size.height():
            continue
        foreign = [one for one in scene.level.disputed if one.box.intersects(shape.box)]
        for room in _rooms(spot, size, sight):
            if sheet.contains(room) and _lies_on(shape, foreign, _on_map(room, spot, sight)):
                yield country, room
                break


def _rooms(spot: Spot, size: QSizeF, sight: Sight) -> Iterator[QRectF]:
    """Yield where a name could stand: at the spot of the country, then nearer or farther from it.

    Where the spot is out of sight, the middle of what is seen of the country stands for it.
    """
    middle = sight.on_sheet(spot.x, spot.y)
    left, top, right, bottom = spot.box
    corner = middle + QPointF(left - spot.x, top - spot.y) * sight.scale
    seen = QRectF(corner, QSizeF(right - left, bottom - top) * sight.scale)
    seen &= QRectF(QPointF(), sight.size)
    steps = [(n + 0.5) / _TRIED for n in range(_TRIED)]
    others = [
        QPointF(seen.left() + x * seen.width(), seen.top() + y * seen.height())
        for x in steps
        for y in steps
    ]
    best = middle if seen.contains(middle) else seen.center()
    others.sort(key=lambda at: QPointF.dotProduct(at - best, at - best))
    for at in [best, *others] if seen.width() >= size.width() else ():
        yield QRectF(at - QPointF(size.width(), size.height()) / 2, size)


def _on_map(room: QRectF, spot: Spot, sight: Sight) -> QRectF:
    """Return a room of the sheet in degrees, in that turn of the map in which the spot is."""
    off = (room.topLeft() - sight.on_sheet(spot.x, spot.y)) / sight.scale
    return QRectF(QPointF(spot.x, spot.y) + off, room.size() / sight.scale)


def _lies_on(shape: Shape, foreign: Iterable[Shape], room: QRectF) -> bool:
    """Return whether words in a room stand on land of the country alone, and on none in dispute."""
    middle, across, down = room.center(), room.width() / 2, room.height() / 2
    corners = [middle + QPointF(x * across, y * down) for x in (-1, 0, 1) for y in (-1, 1)]
    if not all(map(shape.path.contains, (middle, *corners))):
        return False
    return not any(other.path.intersects(room) for other in foreign)


def paint_label(
    painter: QPainter, lines: Sequence[str], at: QPointF, sight: Sight, colours: Colours
) -> None:
    """Write lines in a box above a point: first what it is, beneath it what is to be said of it."""
    metrics = QFontMetricsF(painter.font())
    width = max(map(metrics.horizontalAdvance, lines)) + 2 * _AROUND
    height = metrics.height() * len(lines) + 2 * _AROUND
    left = min(max(at.x() - width / 2, 2.0), max(2.0, sight.size.width() - width - 2))
    top = at.y() - height - 12
    box = QRectF(left, top if top > 2 else at.y() + 16, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.frame), 1))
    painter.setBrush(QColor(colours.paper))
    painter.drawRoundedRect(box, 4, 4)
    line = box.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
    line.setHeight(metrics.height())
    for number, words in enumerate(lines):
        painter.setPen(QColor(colours.secondary if number else colours.ink))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)
        line.translate(0, metrics.height())
