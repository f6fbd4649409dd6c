"""All that the map shows at one time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF

from gui.map_marks import Mark
from gui.map_shapes import Level, Shapes
from gui.map_sight import Sight


class Scene(NamedTuple):
    """The world, what is told of it, and which part of it is in sight."""

    shapes: Shapes
    marks: Mapping[str, Mark]
    dots: Mapping[str, QPointF]
    sight: Sight

    @property
    def level(self) -> Level:
        """The shapes at the level of detail that the scale calls for."""
        return self.shapes.level(self.sight.scale)
