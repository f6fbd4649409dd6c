"""Paper to write on: it counts points from the upper left corner, and makes words fit.

Widths are measured with the faces that are drawn, for names in reports may be of any script.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.charts.drawing import GREY, HAIRLINE, INK, POINTS_PER_INCH, WIDTH_PT
from briefing.charts.loading import load
from briefing.fonts import FALLBACK, SANS, Family, spell_out_uncovered
from briefing.model import FigureArea

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

_SIZE_PT = 8.5
"""Size of the charts' type, as in their style."""
_CAPITAL_PT = 5.6
"""Height of the capitals of the charts' type."""
_BENEATH, _ABOVE, _DOTS, _WORDS = 1.0, 2.0, 2.5, 3.0
"""What lies above what: hairlines and boxes, lines, dots, words."""
_LONGEST = 400
"""Characters that are looked at; no line holds more."""


class Paper:
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

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return how wide a line of text is, in points."""
        return _width(text, bold)

    def fitted(self, text: str, room: float, *, bold: bool = False) -> str:
        """Return the text on one line, cut with an ellipsis where it is wider than ``room``."""
        return self.broken(text, room, 1, bold=bold)[0]

    def fitted_place(self, place: str, room: float) -> str:
        """Return where a finding stands on one line; the name is cut before page and paragraph."""
        name, comma, where = spell_out_uncovered(place[:_LONGEST]).rpartition(", ")
        if not comma or self.width(comma + where) > room / 2:
            return self.fitted(place, room)
        return f"{self.fitted(name, room - self.width(comma + where))}{comma}{where}"

    def broken(self, text: str, room: float, most: int, *, bold: bool = False) -> list[str]:
        """Return the text in at most so many lines of a width, the last cut where it must be."""
        left = " ".join(spell_out_uncovered(text[:_LONGEST]).split())
        lines: list[str] = []
        while left and len(lines) < most:
            line = self._begun(left, room, bold=bold)
            left = left[len(line) :].lstrip()
            lines.append(line.rstrip())
        if left or len(text) > _LONGEST:
            lines[-1] = self._cut(lines[-1], room, bold=bold)
        if lines[1:] and lines[-1] == "…":
            # What stands for words left out stands behind a word.
            before, _, word = lines[-2].rpartition(" ")
            lines[-2:] = [before, f"{word} …"] if before else [lines[-2]]
        return lines or [""]

    def _begun(self, text: str, room: float, *, bold: bool) -> str:
        """Return as much of the text as fits, to the end of a word if there is one."""
        fits = self._fitting(text, room, bold=bold)
        if fits == len(text) or text[fits].isspace():
            return text[:fits]
        word_end = text.rfind(" ", 1, fits)
        return text[:word_end] if word_end > 0 else text[:fits]

    def _cut(self, line: str, room: float, *, bold: bool) -> str:
        room -= self.width(" …", bold=bold)
        fits = self._fitting(line, room, bold=bold)
        kept = line if fits == len(line) else line[:fits].rsplit(" ", 1)[0]
        return f"{kept.rstrip(' ,;:')} …"

    def _fitting(self, text: str, room: float, *, bold: bool) -> int:
        """Return how many characters fit, one at least; found by halving."""
        low, high = 1, len(text)
        if self.width(text, bold=bold) <= room:
            return high
        while low < high - 1:
            middle = (low + high) // 2
            if self.width(text[:middle], bold=bold) <= room:
                low = middle
            else:
                high = middle
        return low


def measuring() -> Paper:
    """Return paper on which words are measured before the height of a drawing is known."""
    load()
    from matplotlib.figure import Figure

    return Paper(Figure(), 1.0)


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


def width_of(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return how wide a line of text of some size is, in points."""
    return _width(text, bold, italic) * size / _SIZE_PT


@lru_cache(maxsize=1 << 14)
def _width(text: str, bold: bool, italic: bool = False) -> float:
    from matplotlib.font_manager import get_font
    from matplotlib.ft2font import LoadFlags

    # The face that stands in where the other lacks a glyph is measured as it is drawn.
    font = get_font([_file(SANS, bold, italic), _file(FALLBACK, bold, italic)])
    font.set_size(_SIZE_PT, POINTS_PER_INCH)  # drawing sets another
    # So is what no face has, as it is written in its stead.
    font.set_text(spell_out_uncovered(text), 0.0, flags=LoadFlags.NO_HINTING)
    wide, _ = font.get_width_height()
    return float(wide) / 64


@lru_cache(maxsize=8)
def _file(family: Family, bold: bool, italic: bool) -> str:
    weight = 700 if bold else 400
    faces = [face for face in family.faces if face.weight == weight]
    return str(next((face for face in faces if face.italic == italic), faces[0]).path)
