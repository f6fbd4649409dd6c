"""Paper to write on: it counts points from the upper left corner, and measures words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.charts.drawing import GREY, HAIRLINE, INK, POINTS_PER_INCH, WIDTH_PT
from briefing.charts.measuring import Measure
from briefing.model import FigureArea

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

_CAPITAL_PT = 5.6
"""Height of the capitals of the charts' type."""
_BENEATH, _ABOVE, _DOTS, _WORDS = 1.0, 2.0, 2.5, 3.0
"""What lies above what: hairlines and boxes, lines, dots, words."""


class Paper(Measure):
    """A figure as a sheet: 0 is the left edge and the upper edge."""

    def __init__(self, figure: Figure, height_pt: float) -> None:
        from matplotlib.transforms import Affine2D

        self._figure = figure
        self._height = height_pt
        inch = 1 / POINTS_PER_INCH
        upright = Affine2D().scale(inch, -inch).translate(0.0, height_pt * inch)
        self._points = upright + figure.dpi_scale_trans
        self.areas: list[FigureArea] = []
        """Where the points of the chart lie; to be returned by what paints."""

    def point(self, label: str, left: float, top: float, width: float, height: float) -> None:
        """Note where a point of the chart is drawn, so that it leads to what stands behind it."""
        self.areas.append(area(label, left, top, width, height, self._height))

    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        colour: str = INK,
        bold: bool = False,
        align: str = "left",
    ) -> None:
        """Write one line; ``y`` is the middle of its capitals."""
        from briefing.charts.words import Words

        share = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        left = x - share * self.width(text, bold=bold) if share else x
        self._put(Words(left, y + _CAPITAL_PT / 2, text, colour, bold=bold), _WORDS)

    def rule(self, x: float, y: float, to_x: float, to_y: float, colour: str = HAIRLINE) -> None:
        """Draw a hairline."""
        self._put(_line((x, to_x), (y, to_y), colour, 0.6), _BENEATH)

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        colour: str,
        width: float,
        dashes: Sequence[float] = (),
    ) -> None:
        """Draw a line through these places, broken where one is no number.

        ``dashes`` are lengths drawn and left out by turns, in widths of the line.
        """
        drawn_line = _line(xs, ys, colour, width)
        if dashes:
            drawn_line.set_dashes(dashes)
        self._put(drawn_line, _ABOVE)

    def dot(self, x: float, y: float, colour: str, size: float, form: str = "o") -> None:
        """Draw a dot, or another mark that matplotlib knows, so many points across."""
        self.dots((x,), (y,), colour, size, form)

    def dots(
        self, xs: Sequence[float], ys: Sequence[float], colour: str, size: float, form: str = "o"
    ) -> None:
        """Draw several dots alike."""
        from matplotlib.lines import Line2D

        dots = Line2D(xs, ys, color=colour, linestyle="none", marker=form, ms=size, mew=0.0)
        self._put(dots, _DOTS)

    def box(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        colour: str,
        edge: str = "none",
    ) -> None:
        """Draw a box, with a hairline as its edge if one is wanted."""
        from matplotlib.patches import Rectangle

        thick = 0.0 if edge == "none" else 0.6
        self._put(Rectangle((left, top), width, height, fc=colour, ec=edge, lw=thick), _BENEATH)

    def _put(self, artist: Artist, order: float) -> None:
        artist.set_transform(self._points)
        artist.set_zorder(order)
        self._figure.add_artist(artist)

    def head(self, x: float, y: float, text: str, align: str = "left") -> None:
        """Write the head of a column."""
        self.write(x, y, text, colour=GREY, align=align)


def area(
    label: str, left: float, top: float, width: float, height: float, sheet: float
) -> FigureArea:
    """Return an area of a drawing, ``sheet`` high, without what stands out over its edges."""
    x, y = max(0.0, left), max(0.0, top)
    right, bottom = min(WIDTH_PT, left + width), min(sheet, top + height)
    return FigureArea(label, x, y, max(0.0, right - x), max(0.0, bottom - y))


def _line(xs: Sequence[float], ys: Sequence[float], colour: str, width: float) -> Line2D:
    from matplotlib.lines import Line2D

    return Line2D(xs, ys, color=colour, linewidth=width, solid_capstyle="butt")
