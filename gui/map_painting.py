"""How the map looks: land tinted by number, what is ticked filled and outlined, lines, dots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform

from gui.map_marks import DOT, Mark, fill_of
from gui.map_scene import Scene
from gui.map_shapes import Level, Shape
from gui.map_words import paint_names
from gui.theme import Colours

_COAST, _BORDER, _TICKED, _WITHIN, _CURRENT = 0.7, 0.6, 1.5, 1.0, 2.6
"""Widths of lines in pixels."""
_NEAR = 4.0
"""Pixels a degree from which one can tell dashes from dirt, and a coast from its islands."""


def paint_world(painter: QPainter, scene: Scene, colours: Colours) -> None:
    """Paint sea, land, names and dots."""
    size = scene.sight.size
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(colours.panel))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    level = scene.level
    for transform, seen in scene.sight.turns():
        painter.setTransform(transform, True)
        _paint_land(painter, level, scene.marks, seen, colours)
        _paint_disputed(painter, level, seen, colours)
        _paint_lines(painter, level, seen, colours)
        _paint_ticked(painter, level, scene.marks, seen, colours)
        _paint_contested(painter, level, seen, colours)
        painter.resetTransform()
    paint_names(painter, scene, colours)
    for country, at in scene.dots.items():
        _paint_dot(painter, at, scene.marks[country], scene.marks, colours)


def paint_outline(painter: QPainter, scene: Scene, country: str, colours: Colours) -> None:
    """Paint an edge around the country that is current or beneath the mouse."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = _CURRENT if scene.sight.scale >= _NEAR else _CURRENT / 2
    for colour, wide in ((colours.paper, 2 * width), (colours.ink, width)):
        painter.setPen(_pen(painter, colour, wide))
        if country in scene.dots:
            painter.drawEllipse(scene.dots[country], DOT + 3, DOT + 3)
        elif country in scene.level.areas:
            _paint_edge(painter, scene, scene.level.areas[country])


def _paint_edge(painter: QPainter, scene: Scene, shape: Shape) -> None:
    for transform, seen in scene.sight.turns():
        if shape.box.intersects(seen):
            painter.save()
            painter.setTransform(transform, True)
            painter.drawPath(shape.path)
            painter.restore()


def _paint_land(
    painter: QPainter, level: Level, marks: Mapping[str, Mark], seen: QRectF, colours: Colours
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for country, shape in level.areas.items():
        if shape.box.intersects(seen):
            painter.fillPath(shape.path, QBrush(fill_of(marks.get(country), marks, colours)))


def _paint_disputed(painter: QPainter, level: Level, seen: QRectF, colours: Colours) -> None:
    """Hatch land in dispute, in the tint of none of those who claim it."""
    hatch = QBrush(QColor(colours.faint), Qt.BrushStyle.BDiagPattern)
    scale = painter.worldTransform().m11() / _ratio(painter)
    hatch.setTransform(QTransform.fromScale(1 / scale, 1 / scale))  # as dense however close
    for path in _in_sight(level.disputed, seen):
        painter.fillPath(path, QColor(colours.desk))
        painter.fillPath(path, hatch)


def _paint_lines(painter: QPainter, level: Level, seen: QRectF, colours: Colours) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for lines, pen in (
        (level.coasts, _pen(painter, colours.faint, _COAST)),
        (level.borders, _pen(painter, colours.faint, _BORDER)),
    ):
        painter.setPen(pen)
        for path in _in_sight(lines, seen):
            painter.drawPath(path)


def _paint_contested(painter: QPainter, level: Level, seen: QRectF, colours: Colours) -> None:
    """Dash borders in dispute: over a line of paper, for what is ticked has an edge there too.

    From far away they are no longer than a dash or two, and stand back.
    """
    paths = list(_in_sight(level.contested, seen))
    is_near = painter.worldTransform().m11() >= _NEAR
    dashed = _pen(
        painter, colours.ink if is_near else colours.secondary, 1.1 if is_near else _BORDER
    )
    dashed.setDashPattern([3.0, 2.2])
    for pen in (_pen(painter, colours.paper, 2.4 if is_near else 1.2), dashed):
        painter.setPen(pen)
        for path in paths:
            painter.drawPath(path)


def _paint_ticked(
    painter: QPainter, level: Level, marks: Mapping[str, Mark], seen: QRectF, colours: Colours
) -> None:
    """Set what is ticked apart by its edge too: it is not told by colour alone.

    The light line within the dark one parts countries whose fill is as dark.
    """
    ticked = (level.areas[c] for c, mark in marks.items() if mark.ticked and c in level.areas)
    shapes = [shape for shape in ticked if shape.box.intersects(seen)]
    for colour, width in ((colours.ink, _TICKED + 1.4), (colours.paper, _WITHIN)):
        painter.setPen(_pen(painter, colour, width))
        for shape in shapes:
            painter.drawPath(shape.path)


def _in_sight(lines: Iterable[Shape], seen: QRectF) -> Iterable[QPainterPath]:
    return (line.path for line in lines if line.box.intersects(seen))


def _paint_dot(
    painter: QPainter, at: QPointF, mark: Mark, marks: Mapping[str, Mark], colours: Colours
) -> None:
    """Paint a dot; one that would bring nothing stands back, one that is ticked has a ring."""
    worth = bool(mark.count or mark.ticked)
    painter.setPen(_pen(painter, colours.secondary if worth else colours.faint, 1))
    painter.setBrush(fill_of(mark, marks, colours))
    radius = DOT if worth else DOT - 1
    painter.drawEllipse(at, radius, radius)
    if not mark.ticked:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(painter, colours.paper, 1.6))
    painter.drawEllipse(at, DOT + 0.6, DOT + 0.6)
    painter.setPen(_pen(painter, colours.ink, _TICKED))
    painter.drawEllipse(at, DOT + 2.2, DOT + 2.2)


def _pen(painter: QPainter, colour: str, width: float) -> QPen:
    """Return a pen whose width is one of pixels, however the map is scaled.

    Qt takes the width of such a pen for dots of the screen, of which a pixel may have several.
    """
    pen = QPen(QColor(colour), width * _ratio(painter))
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _ratio(painter: QPainter) -> float:
    """Return how many dots of the screen a pixel has."""
    return painter.device().devicePixelRatioF()
