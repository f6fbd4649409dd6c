"""The shapes of the world as the window paints them, made once of what the core has sent."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from briefing.model.atlas import Atlas, Lands, Spot, Strokes

TURN = 360.0
"""Width of the world; it repeats itself."""
_POINT_BYTES = 8
_COARSEST = 0.75
"""Pixels by which a point may lie beside its place."""
_ANY = 1e6
"""A scale at which only the finest shapes will do."""


@dataclass(slots=True)
class Shape:
    """A path with what holds it."""

    path: QPainterPath
    box: QRectF


@dataclass(slots=True)
class Level:
    """All shapes at one level of detail."""

    areas: dict[str, Shape]
    coasts: list[Shape]
    borders: list[Shape]
    contested: list[Shape]
    disputed: list[Shape]


class Shapes:
    """The world: spots of all countries, and their shapes at the level that is wanted."""

    def __init__(self, atlas: Atlas) -> None:
        self.spots: dict[str, Spot] = atlas.spots
        self.top, self.bottom = atlas.top, atlas.bottom
        self._atlas = atlas
        self._levels: dict[float, Level] = {}

    def level(self, scale: float) -> Level:
        """Return the shapes for so many pixels a degree; a level is made when it is looked at."""
        levels = self._atlas.levels
        fitting = (lands for lands in levels if lands.grid * scale <= _COARSEST)
        lands = next(fitting, levels[-1])
        if lands.grid not in self._levels:
            self._levels[lands.grid] = _level(lands)
        return self._levels[lands.grid]

    def country_at(self, at: QPointF) -> str:
        """Return the country whose land lies at a point of the map; empty for the sea."""
        areas = self.level(_ANY).areas
        for shift in (0.0, TURN, -TURN):
            point = QPointF(at.x() + shift, at.y())
            for country, shape in areas.items():
                if shape.box.contains(point) and shape.path.contains(point):
                    return country
        return ""

    def is_disputed_at(self, at: QPointF) -> bool:
        """Return whether land at a point of the map is in dispute."""
        shifted = [QPointF(at.x() + shift, at.y()) for shift in (0.0, TURN, -TURN)]
        return any(
            shape.box.contains(point) and shape.path.contains(point)
            for shape in self.level(_ANY).disputed
            for point in shifted
        )


def _level(lands: Lands) -> Level:
    """Return the shapes; lines one by one, for often only few of them are in sight."""
    return Level(
        areas={country: _shape(rings) for country, rings in lands.areas.items()},
        coasts=_one_by_one(lands.coasts),
        borders=_one_by_one(lands.borders),
        contested=_one_by_one(lands.contested),
        disputed=_one_by_one(lands.disputed),
    )


def _one_by_one(lines: Strokes) -> list[Shape]:
    return [_shape((line,)) for line in lines]


def _shape(lines: Iterable[bytes]) -> Shape:
    path = QPainterPath()
    for line in lines:
        path.addPolygon(_polygon(line))
    return Shape(path, path.boundingRect())


def _polygon(line: bytes) -> QPolygonF:
    """Return a line's points: Qt reads them as they were sent, after their number."""
    polygon = QPolygonF()
    stream = QDataStream(QByteArray(struct.pack(">I", len(line) // _POINT_BYTES) + line))
    stream.setFloatingPointPrecision(QDataStream.FloatingPointPrecision.SinglePrecision)
    stream >> polygon
    return polygon
