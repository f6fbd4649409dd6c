"""Turning a page so that its text stands upright, whatever angle it was drawn or is shown at."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.importers.pdf.glyphs import Glyph, Pen

Box = tuple[float, float, float, float]
"""Left, bottom, right, top as pdfium counts: upwards."""

_TURNS = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}
"""For each angle of writing the matrix that makes it level."""


@dataclass(slots=True)
class Drawn:
    """A character before it is known which way is up."""

    text: str
    box: tuple[float, float, float, float]
    pen: Pen
    drop: tuple[float, float]
    """From the lower left corner of the box to the origin of the character."""
    order: int


class Frame:
    """Turns pdfium's coordinates into those of the upright page, from its upper left corner."""

    def __init__(self, box: tuple[float, float, float, float], angle: int) -> None:
        left, bottom, right, top = box
        self._a, self._b, self._c, self._d = _TURNS[angle]
        corners = [self._turned(x, y) for x in (left, right) for y in (bottom, top)]
        self._left = min(x for x, _ in corners)
        self._top = max(y for _, y in corners)
        turned = angle in (90, 270)
        self.size = (top - bottom, right - left) if turned else (right - left, top - bottom)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        return self._a * x + self._b * y, self._c * x + self._d * y

    def rectangle(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, ...]:
        """Return left, top, right and bottom of a box."""
        (a, b), (c, d) = self._turned(x0, y0), self._turned(x1, y1)
        across, down = (a, c) if a <= c else (c, a), (b, d) if b >= d else (d, b)
        left, top = self._left, self._top
        return across[0] - left, top - down[0], across[1] - left, top - down[1]

    def glyph(self, item: Drawn) -> Glyph:
        """Return a drawn character in its upright place."""
        x0, y0, x1, y1 = item.box
        a, b = self._a, self._b
        one, other = a * x0 + b * y0, a * x1 + b * y1
        if one > other:
            one, other = other, one
        x, y = x0 + item.drop[0], y0 + item.drop[1]
        down = self._top - self._c * x - self._d * y
        return Glyph(item.text, one - self._left, other - self._left, down, item.pen, item.order)
