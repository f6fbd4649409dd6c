"""A line of words as matplotlib draws it, without what it reckons for text that may be turned.

Imports matplotlib, so only what draws imports it, when a chart is drawn.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties


class Words(Artist):
    """A line that begins at a place; the place is the left end of its baseline."""

    def __init__(
        self,
        x: float,
        y: float,
        text: str,
        colour: str,
        *,
        bold: bool = False,
        italic: bool = False,
        size: float | None = None,
    ) -> None:
        super().__init__()
        self._at = (x, y)
        self._text = text
        self._colour = colour
        self._type = _type(bold, italic, size)

    def draw(self, renderer: RendererBase, *_: Any, **__: Any) -> None:
        """Put the words on the sheet."""
        x, y = self.get_transform().transform(self._at)
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        pen = renderer.new_gc()
        pen.set_foreground(self._colour)
        renderer.draw_text(pen, x, y, self._text, self._type, 0.0)
        pen.restore()


@lru_cache(maxsize=32)
def _type(bold: bool, italic: bool, size: float | None) -> FontProperties:
    """Return the type; without a size, that of the charts’ style."""
    weight = "bold" if bold else "normal"
    return FontProperties(weight=weight, style="italic" if italic else "normal", size=size)
