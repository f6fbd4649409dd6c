"""A line of words as matplotlib draws it, without what it reckons for text that may be turned.

Imports matplotlib, so only ``paper`` imports it, when a chart is drawn.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties


class Words(Artist):
    """A line that begins at a place; the place is the left end of its baseline."""

    def __init__(self, x: float, y: float, text: str, colour: str, *, bold: bool) -> None:
        super().__init__()
        self._at = (x, y)
        self._text = text
        self._colour = colour
        self._bold = bold

    def draw(self, renderer: RendererBase, *_: Any, **__: Any) -> None:
        """Put the words on the sheet."""
        x, y = self.get_transform().transform(self._at)
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        pen = renderer.new_gc()
        pen.set_foreground(self._colour)
        renderer.draw_text(pen, x, y, self._text, _type(self._bold), 0.0)
        pen.restore()


@lru_cache(maxsize=2)
def _type(bold: bool) -> FontProperties:
    return FontProperties(weight="bold" if bold else "normal")
