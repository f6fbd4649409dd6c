"""The sheet that a map is drawn on: its origin is the map's lower left corner.

Axes would take longer to set up than the map to draw.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from briefing.charts.drawing import POINTS_PER_INCH
from briefing.charts.locator_type import width_of_letters
from briefing.maps.shapes import Array

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.path import Path

Place = tuple[float, float]


class Sheet:
    """A part of a figure, so wide and high, from so far left and below on.

    What is drawn later lies above what was drawn before.
    """

    def __init__(self, figure: Figure, size: Place, left: float = 0.0, below: float = 0.0) -> None:
        from matplotlib.transforms import Affine2D, Bbox, TransformedBbox

        self._figure = figure
        self._size = size
        inch = 1 / POINTS_PER_INCH
        upright = Affine2D().translate(left, below).scale(inch)
        self._points = upright + figure.dpi_scale_trans
        self._edge = TransformedBbox(Bbox([(0.0, 0.0), self._size]), self._points)
        self._number = 0

    def ground(self, face: str, edge: str, thick: float) -> None:
        """Fill the whole map, or draw its edge."""
        from matplotlib.patches import Rectangle

        self._put(Rectangle((0, 0), *self._size, fc=face, ec=edge, lw=thick))

    def fill(self, rings: Iterable[Array], face: str) -> None:
        """Fill land; an edge of its own colour hides the seam between two areas of one tint."""
        from matplotlib.patches import PathPatch

        if rings := list(rings):
            self._put(PathPatch(_path(rings, closed=True), fc=face, ec=face, lw=0.3))

    def stroke(
        self, lines: Sequence[Array], colour: str, width: float, *, dashed: bool = False
    ) -> None:
        """Draw lines."""
        from matplotlib.patches import PathPatch

        if lines:
            style: str | tuple[float, tuple[float, float]] = (
                (0.0, (3.0, 2.2)) if dashed else "solid"
            )
            path = _path(lines, closed=False)
            self._put(PathPatch(path, fc="none", ec=colour, lw=width, ls=style))

    def dots(
        self, places: Sequence[Place], face: str, edge: str, radius: float, thick: float
    ) -> None:
        """Draw dots alike."""
        from matplotlib.lines import Line2D

        if places:
            xs, ys = zip(*places, strict=True)
            dots = Line2D(xs, ys, ls="none", marker="o", ms=2 * radius, mfc=face, mec=edge)
            dots.set_markeredgewidth(thick)
            self._put(dots)

    def write(
        self,
        at: Place,
        text: str,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        italic: bool = False,
        centred: bool = True,
    ) -> None:
        """Write one line on a baseline, about its middle or from its left end."""
        from briefing.charts.words import Words

        x, y = at
        if centred:
            x -= width_of_letters(text, size, bold=bold) / 2
        self._put(Words(x, y, text, colour, bold=bold, italic=italic, size=size), is_cut=False)

    def _put(self, artist: Artist, *, is_cut: bool = True) -> None:
        artist.set_transform(self._points)
        self._number += 1
        artist.set_zorder(self._number)
        self._figure.add_artist(artist)
        if is_cut:
            artist.set_clip_box(self._edge)


def _path(lines: Sequence[Array], *, closed: bool) -> Path:
    """Return one path of all the lines."""
    from matplotlib.path import Path

    lengths = [len(line) for line in lines]
    ends = np.cumsum(lengths)
    codes = np.full(ends[-1], Path.LINETO, dtype=np.uint8)
    codes[ends - lengths] = Path.MOVETO
    if closed:
        codes[ends - 1] = Path.CLOSEPOLY
    return Path(np.concatenate(lines), codes)
