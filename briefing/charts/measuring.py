"""Words before they are written: how wide they are, and how they are made to fit.

Widths are measured with the faces that are drawn, for names in reports may be of any script.
"""

from __future__ import annotations

from functools import lru_cache

from briefing.charts.drawing import POINTS_PER_INCH
from briefing.charts.loading import load
from briefing.fonts import FALLBACK, SANS, Family, spell_out_uncovered

_SIZE_PT = 8.5
"""Size of the charts' type, as in their style."""
_LONGEST = 400
"""Characters that are looked at; no line holds more."""


class Measure:
    """Measures words in the type of the charts, in points."""

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return how wide a line of text is, in points."""
        return _width(text, bold)

    def fitted(self, text: str, room: float, *, bold: bool = False) -> str:
        """Return the text on one line, cut with an ellipsis where it is wider than ``room``."""
        return self.broken(text, room, 1, bold=bold)[0]

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


@lru_cache(maxsize=1 << 14)
def _width(text: str, bold: bool) -> float:
    load()
    from matplotlib.font_manager import get_font
    from matplotlib.ft2font import LoadFlags

    # The face that stands in where the other lacks a glyph is measured as it is drawn.
    font = get_font([_file(SANS, bold), _file(FALLBACK, bold)])
    font.set_size(_SIZE_PT, POINTS_PER_INCH)  # drawing sets another
    # So is what no face has, as it is written in its stead.
    font.set_text(spell_out_uncovered(text), 0.0, flags=LoadFlags.NO_HINTING)
    wide, _ = font.get_width_height()
    return float(wide) / 64


@lru_cache(maxsize=4)
def _file(family: Family, bold: bool) -> str:
    weight = 700 if bold else 400
    faces = [face for face in family.faces if face.weight == weight]
    return str(next((face for face in faces if not face.italic), faces[0]).path)
