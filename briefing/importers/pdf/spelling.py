"""The characters of a stretch of line as text: order of reading, spaces, letter-spacing.

Spaces are put where there is room for one, whether or not the file draws space characters;
letter-spaced words are closed up.
"""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections import Counter

from briefing.importers.pdf.glyphs import Glyph
from briefing.importers.pdf.rows import Run

_ONE_LETTER_WORDS = frozenset("AEIOUYÀÁÉÓАВИКОСУЯІЄЇ")

_TURNED_LIGATURE = re.compile(
    "[\N{ARABIC LETTER ALEF}\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
    "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}\N{ARABIC LETTER ALEF WITH HAMZA BELOW}]"
    "\N{ARABIC LETTER LAM}|"
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER LAM}{2}\N{ARABIC LETTER ALEF}?"
)

_LEFT_TO_RIGHT = frozenset({"L", "EN", "AN"})

_BETWEEN = frozenset({"WS", "CS", "ES", "ET"})


def in_reading_order(runs: list[Run]) -> list[Glyph]:
    """Return the characters as read: from the left, or from the right in Arabic and Hebrew."""
    glyphs = [glyph for run in runs for glyph in run.glyphs]
    if not is_right_to_left("".join(glyph.text for glyph in glyphs)):
        return sorted(glyphs, key=lambda glyph: (glyph.x0, glyph.order))
    glyphs.sort(key=lambda glyph: (-glyph.x1, glyph.order))
    _mend_ligatures(glyphs)
    return _embedded_turned(glyphs)


def _mend_ligatures(glyphs: list[Glyph]) -> None:
    """Put the letters of one drawn ligature, which share a place, into their written order.

    pdfium turns lines stored from left to right around letter by letter, ligatures too. No word
    has alef before lam in a ligature, so that order tells that the letters were turned.
    """
    start = 0
    for end in range(1, len(glyphs) + 1):
        if end < len(glyphs) and glyphs[end].x0 == glyphs[start].x0:
            continue
        letters = "".join(glyph.text for glyph in glyphs[start:end])
        if _TURNED_LIGATURE.fullmatch(letters):
            glyphs[start:end] = glyphs[start:end][::-1]
        start = end


def _embedded_turned(glyphs: list[Glyph]) -> list[Glyph]:
    """Turn numbers and Latin words inside text from right to left back into their own order."""
    turned: list[Glyph] = []
    stretch: list[Glyph] = []
    for glyph in glyphs:
        kind = unicodedata.bidirectional(glyph.text[0])
        if kind in _LEFT_TO_RIGHT or (stretch and kind in _BETWEEN):
            stretch.append(glyph)
        else:
            turned += _turned(stretch)
            stretch = []
            turned.append(glyph)
    return turned + _turned(stretch)


def _turned(stretch: list[Glyph]) -> list[Glyph]:
    end = len(stretch)
    while end and unicodedata.bidirectional(stretch[end - 1].text[0]) in _BETWEEN:
        end -= 1
    return stretch[:end][::-1] + stretch[end:]


def is_right_to_left(text: str) -> bool:
    """Return whether most letters of the text are written from right to left."""
    kinds = Counter(unicodedata.bidirectional(char) for char in text)
    return kinds["R"] + kinds["AL"] > kinds["L"]


def spell(glyphs: list[Glyph], size: float) -> str:
    """Return the text with one space wherever the gap between two characters is a word's."""
    parts: list[tuple[str, float, bool]] = []
    last: Glyph | None = None
    spaced = False
    for glyph in glyphs:
        if glyph.text.isspace():
            spaced = last is not None
            continue
        gap = max(glyph.x0 - last.x1, last.x0 - glyph.x1) if last else 0.0
        parts.append((glyph.text, gap, spaced))
        last, spaced = glyph, False
    return _with_spaces(parts, size)


def _with_spaces(parts: list[tuple[str, float, bool]], size: float) -> str:
    """Join characters, each given with the gap before it and whether a space stood there."""
    spread = _letter_spacing([gap for _, gap, _ in parts[1:]], [s for _, _, s in parts[1:]], size)
    text: list[str] = []
    explicit = sum(spaced for _, _, spaced in parts) > 0.08 * len(parts)
    for char, gap, spaced in parts:
        room = 0.3 if _is_kerned_initial(text, char, explicit) else 0.14
        wide = gap > spread + room * size and not unicodedata.combining(char[0])
        if text and (wide or (spaced and spread < 0.1 * size)):
            text.append(" ")
        text.append(char)
    return "".join(text)


def _is_kerned_initial(text: list[str], char: str, explicit: bool) -> bool:
    """Return whether a lone capital before a small letter would be cut off by a space.

    Where a line draws its spaces, the gap after a capital such as N or P is loose kerning.
    """
    alone = bool(text) and text[-1].isupper() and (len(text) < 2 or text[-2] == " ")
    return explicit and alone and char.islower() and text[-1] not in _ONE_LETTER_WORDS


def _letter_spacing(gaps: list[float], spaced: list[bool], size: float) -> float:
    """Return how far the letters of a line are set apart, in points; mostly near 0."""
    if len(gaps) < 4:
        return 0.0
    if sum(spaced) > 0.6 * len(spaced):
        return 1.3 * statistics.median(gaps)
    closed = [gap for gap, space in zip(gaps, spaced, strict=True) if not space]
    return max(0.0, statistics.median(closed)) if closed else 0.0
