"""How pages look on the desk: white paper with a hairline of shadow, marks laid over findings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from briefing.model.desk import PagePoint
from gui import theme

_SHADOW = ((2, 10), (1, 22))
"""How far the shadow reaches, in pixels, and how dark it is, of 255."""
_AROUND = 4
"""Pixels around a finding that are tinted with it."""
_DASH = 12
"""Points at the left of a finding in which its dash stands."""
_EDGE = 3
_POINT_EDGE = 1.6
"""Width of the edge around a point of a chart, in pixels."""
_TINT, _HOVER = 30, 14
"""How strong the tint of the current finding is, and of that under the mouse, of 255."""


def draw_words(painter: QPainter, room: QRect, words: str) -> None:
    """Say something where there are no pages."""
    painter.setPen(QColor(theme.colours().secondary))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room.adjusted(24, 24, -24, -24), flags, words)


def draw_fault(painter: QPainter, sheet: QRectF, words: str) -> None:
    """Say on a page why it is empty; paper is white in the dark too."""
    painter.setPen(QColor(theme.LIGHT.secondary))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(sheet.adjusted(24, sheet.height() / 6, -24, -24), int(flags), words)


def draw_paper(painter: QPainter, sheet: QRectF) -> None:
    """Draw an empty page; paper is white in the dark too."""
    shadow = QColor(theme.LIGHT.ink)
    for spread, alpha in _SHADOW:
        shadow.setAlpha(alpha)
        painter.fillRect(sheet.adjusted(-spread, 1 - spread, spread, spread + 1), shadow)
    painter.fillRect(sheet, Qt.GlobalColor.white)


def draw_picture(painter: QPainter, sheet: QRectF, image: QImage, ratio: float | None) -> None:
    """Draw a page's picture, pixel by pixel at a screen's ratio, or fitted where it is another."""
    if ratio is None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(sheet, image)
    else:
        image.setDevicePixelRatio(ratio)
        painter.drawImage(sheet.topLeft(), image)


def draw_point(painter: QPainter, edge: QPainterPath) -> None:
    """Draw an edge around what is drawn for a point of a chart, as the large chart has it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.LIGHT.accent), _POINT_EDGE))
    painter.drawPath(edge)
    painter.restore()


def edge_of(places: Sequence[tuple[QRectF, PagePoint]]) -> QPainterPath:
    """Return the edge of a point that is drawn in these places: its own, else theirs."""
    path = QPainterPath()
    for place, point in places:
        for ring in point.outline:
            at = zip(ring[::2], ring[1::2], strict=True)
            size = place.width(), place.height()
            path.addPolygon([place.topLeft() + QPointF(x * size[0], y * size[1]) for x, y in at])
            path.closeSubpath()
    for place, _ in places if path.isEmpty() else ():
        path.addRoundedRect(place.adjusted(-1, -1, 1, 1), 2, 2)
    return path


def draw_mark(painter: QPainter, place: QRectF, zoom: float, *, marked: bool) -> None:
    """Tint a finding, the current one with an edge; on white, whatever the window's colours."""
    edge = QColor(theme.LIGHT.accent)
    tint = QColor(edge)
    tint.setAlpha(_TINT if marked else _HOVER)
    around = place.adjusted(-_AROUND - _DASH * zoom, -_AROUND / 2, _AROUND, _AROUND / 2)
    painter.fillRect(around, tint)
    if marked:
        painter.fillRect(QRectF(around.topLeft(), QSizeF(_EDGE, around.height())), edge)
