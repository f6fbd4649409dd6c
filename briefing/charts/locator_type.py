"""Words on a map before they have a place: how they are broken into lines, how wide they are."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.charts.loading import load
from briefing.fonts import FALLBACK, SANS, spell_out_uncovered

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

_LETTERS = 60
_LINE = 18
"""Letters from which a name is broken into more than two lines."""


@dataclass(frozen=True, slots=True)
class Text:
    """One way to write a name: its lines, and the size of its box in points of print."""

    lines: tuple[str, ...]
    width: float
    height: float
    price: float = 0.0
    """What it costs to write it so rather than otherwise."""


def text_of(lines: Sequence[str], size: float, *, bold: bool = False, price: float = 0.0) -> Text:
    """Return these lines with the room that they take."""
    widest = max(width_of_letters(line, size, bold=bold) for line in lines)
    return Text(tuple(lines), widest + 2.0, size * 1.12 * len(lines) + 1.0, price)


def short(name: str) -> str:
    """Return a name as it is printed on the map: cut, and without letters that no font has."""
    return spell_out_uncovered(textwrap.shorten(name, _LETTERS, placeholder=" …") or "…")


def broken(name: str) -> tuple[str, ...]:
    """Return the name in lines of about half its length, a very long one in more."""
    half = max(len(name) // 2 + 1, 8)
    return tuple(textwrap.wrap(name, min(half, _LINE), break_long_words=False))


def wrapped(text: str, size: float, room: float) -> list[str]:
    """Return a text in lines that are no wider than the room."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of_letters(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def width_of_letters(line: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line is, each letter by itself: near enough, and soon known."""
    return sum(_advance(char, bold) for char in line) * size


@lru_cache(maxsize=4096)
def _advance(char: str, bold: bool) -> float:
    """Return the width of a letter, as a share of the size of the type."""
    for font in _faces(bold):
        if number := font.get_char_index(ord(char)):
            font.set_size(100, 72)
            return float(font.load_glyph(number).linearHoriAdvance) / 65536 / 100
    return 1.0


@lru_cache(maxsize=2)
def _faces(bold: bool) -> tuple[FT2Font, ...]:
    load()
    from matplotlib.ft2font import FT2Font

    weight = 700 if bold else 400
    sans = next(face for face in SANS.faces if face.weight == weight and not face.italic)
    return FT2Font(str(sans.path)), FT2Font(str(FALLBACK.faces[bold].path))
