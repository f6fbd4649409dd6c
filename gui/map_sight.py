"""Which part of the world is in sight: a middle and a scale; plain values in, plain values out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from gui.map_shapes import TURN

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_CLOSEST = 90.0
"""Pixels a degree at the most: an island of ten kilometres is then nine pixels wide."""
_LEAST_SPAN = 9.0
"""Degrees around a country that is brought into sight, so that one sees where it lies."""
_AIR = 1.25
"""What is brought into sight has so much room around it."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A part of the world on a sheet of some size."""

    size: QSizeF
    top: float
    bottom: float
    """Where the world ends."""
    x: float = 11.0
    y: float = 0.0
    scale: float = 0.0
    """Pixels a degree."""

    @property
    def least(self) -> float:
        """The scale at which the whole world is seen, once."""
        return max(self.size.width(), 1.0) / TURN

    def kept(self) -> Sight:
        """Return what is in sight once the map ends neither at its sides nor far beyond a pole.

        Beyond a pole no more is left empty than where the whole world is seen: so much that what is
        beneath the mouse can stay there when one looks closer.
        """
        scale = min(max(self.scale, self.least), _CLOSEST)
        middle, high = (self.top + self.bottom) / 2, self.bottom - self.top
        empty = max(0.0, self.size.height() - high * self.least) / 2
        play = max(0.0, (high * scale - self.size.height()) / 2 + empty) / scale
        y = min(max(self.y, middle - play), middle + play)
        x = (self.x + TURN / 2) % TURN - TURN / 2
        return replace(self, x=x, y=y, scale=scale)

    def whole(self) -> Sight:
        """Return the whole world."""
        return replace(self, x=11.0, y=(self.top + self.bottom) / 2, scale=0.0).kept()

    def resized(self, size: QSizeF) -> Sight:
        """Return the same part on a sheet of another size; the whole world stays whole."""
        was_whole = self.scale <= self.least * 1.001
        return replace(self, size=size, scale=0.0 if was_whole else self.scale).kept()

    def moved(self, across: float, down: float) -> Sight:
        """Return what is in sight when the map is pushed by so many pixels."""
        return replace(self, x=self.x - across / self.scale, y=self.y - down / self.scale).kept()

    def zoomed(self, by: float, about: QPointF) -> Sight:
        """Return a closer or a wider look; the point of the sheet keeps its place."""
        held = self.on_map(about)
        closer = replace(self, scale=self.scale * by).kept()
        off = closer.on_map(about)
        return replace(
            closer, x=closer.x + held.x() - off.x(), y=closer.y + held.y() - off.y()
        ).kept()

    def around(self, boxes: list[Box]) -> Sight:
        """Return what holds all these boxes, seen from the side where they lie closest."""
        if not boxes:
            return self
        left, right = _shortest_arc([(box[0], box[2]) for box in boxes])
        top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
        across = max((right - left) * _AIR, _LEAST_SPAN)
        down = max((bottom - top) * _AIR, _LEAST_SPAN)
        scale = min(self.size.width() / across, self.size.height() / down)
        return replace(self, x=(left + right) / 2, y=(top + bottom) / 2, scale=scale).kept()

    def on_map(self, at: QPointF) -> QPointF:
        """Return the point of the map at a point of the sheet."""
        across = (at.x() - self.size.width() / 2) / self.scale
        down = (at.y() - self.size.height() / 2) / self.scale
        return QPointF(self.x + across, self.y + down)

    def on_sheet(self, x: float, y: float) -> QPointF:
        """Return where a point of the map is seen, in that turn of it nearest to the middle."""
        across = (x - self.x + TURN / 2) % TURN - TURN / 2
        return QPointF(
            self.size.width() / 2 + across * self.scale,
            self.size.height() / 2 + (y - self.y) * self.scale,
        )

    def shows(self, x: float, y: float, margin: float = 12.0) -> bool:
        """Return whether a point of the map is well in sight."""
        sheet = QRectF(0, 0, self.size.width(), self.size.height())
        return sheet.adjusted(margin, margin, -margin, -margin).contains(self.on_sheet(x, y))

    def turns(self) -> list[tuple[QTransform, QRectF]]:
        """Return each turn of the world that is in sight: how it is laid, what of it is seen."""
        half = QSizeF(self.size.width() / self.scale / 2, self.size.height() / self.scale / 2)
        found = []
        for turn in (-TURN, 0.0, TURN):
            seen = QRectF(
                self.x - turn - half.width(),
                self.y - half.height(),
                2 * half.width(),
                2 * half.height(),
            )
            laid = QTransform(self.scale, 0, 0, self.scale, 0, 0)
            corner = -seen.left() * self.scale, -seen.top() * self.scale
            found.append((laid * QTransform.fromTranslate(*corner), seen))
        return found


def _shortest_arc(spans: list[tuple[float, float]]) -> tuple[float, float]:
    """Return from where to where a stretch goes that holds all spans, the shortest there is."""
    best = (-TURN / 2, TURN / 2)
    for start, _ in spans:
        begun = [(start + (left - start) % TURN, right - left) for left, right in spans]
        end = max(left + width for left, width in begun)
        if end - start < best[1] - best[0]:
            best = start, end
    return best
