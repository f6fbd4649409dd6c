"""The characters of a page as pdfium finds them in the file, each with its pen and its place."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator

import pypdfium2.raw as raw

from briefing.importers.pdf.frames import Box, Drawn
from briefing.importers.pdf.glyphs import Pen
from briefing.importers.symbols import plain_symbols

_BOLD = re.compile(r"bold|black|heavy|demi|semibd|[-,]bd\b", re.I)

_ITALIC = re.compile(r"italic|oblique|[-,]it\b", re.I)

_MADE_UP = frozenset({10, 13, 32})
"""Characters that pdfium may add of itself, where it sees a gap or a new line."""

_FORCE_BOLD = 1 << 18

_ITALIC_FLAG = 1 << 6

_Held = tuple[Pen, tuple[float, float]]
"""A pen, and where the baseline lies in the boxes of its characters."""


class Reader:
    """Reads the characters of one text page; holds the buffers that pdfium writes into."""

    def __init__(self, text_page: object) -> None:
        self._page = text_page
        self._box = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box_reference = ctypes.byref(self._box)
        self._pens: dict[int, _Held] = {}
        self._last: tuple[float, float, _Held] | None = None
        self.unmapped = 0

    def characters(self, count: int) -> Iterator[Drawn]:
        """Yield the characters that the file draws, spaces included, made-up ones left out."""
        for index in range(count):
            item = self._character(index)
            if item is not None:
                yield item

    def _character(self, index: int) -> Drawn | None:
        code = raw.FPDFText_GetUnicode(self._page, index)
        if code in _MADE_UP and raw.FPDFText_IsGenerated(self._page, index) == 1:
            self._last = None
            return None
        raw.FPDFText_GetLooseCharBox(self._page, index, self._box_reference)
        found = self._box
        box = (found.left, found.bottom, found.right, found.top)
        nowhere = code == 32 and box[0] == box[2] and box[1] == box[3]
        held = None if nowhere else self._held(index, box)
        if held is None:
            self._last = None
            return None
        pen, drop = held
        self._last = None if code == 32 else (box[1], box[3], held)
        return Drawn(self._meaning(code, index), self._sane(index, box, pen), pen, drop, index)

    def _held(self, index: int, box: Box) -> _Held | None:
        """Return pen and baseline of a character; None for what no drawing operation owns.

        Within a word the pen of the character before is taken where the box is as high: asking
        pdfium for each character would take twice the time.
        """
        if self._last is not None and self._last[0] == box[1] and self._last[1] == box[3]:
            return self._last[2]
        owner = raw.FPDFText_GetTextObject(self._page, index)
        return self._pen(ctypes.addressof(owner.contents), index, box) if owner else None

    def _meaning(self, code: int, index: int) -> str:
        """Return the character; what the font does not map is a replacement character."""
        if 32 <= code < 0xAD:
            return chr(code)
        if code < 32 or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF):
            if code == 2 and raw.FPDFText_IsHyphen(self._page, index) == 1:
                return "-"
            self.unmapped += code not in (9, 10, 13)
            return "\N{REPLACEMENT CHARACTER}" if code not in (9, 10, 13) else " "
        return _plain(chr(code))

    def _pen(self, key: int, index: int, box: Box) -> _Held:
        known = self._pens.get(key)
        if known is None:
            raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
            drop = self._x.value - box[0], self._y.value - box[1]
            known = self._pens[key] = (self._new_pen(index), drop)
        return known

    def _new_pen(self, index: int) -> Pen:
        raw.FPDFText_GetMatrix(self._page, index, self._matrix)
        matrix = self._matrix
        size = raw.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.c, matrix.d)
        name = ctypes.create_string_buffer(256)
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._page, index, name, 256, flags)
        face = name.value.decode("utf-8", "replace")
        return Pen(
            size=round(abs(size), 2) or 1.0,
            bold=bool(_BOLD.search(face)) or bool(flags.value & _FORCE_BOLD),
            italic=bool(_ITALIC.search(face)) or bool(flags.value & _ITALIC_FLAG),
            angle=_direction(math.degrees(math.atan2(matrix.b, matrix.a))),
        )

    def _sane(self, index: int, box: Box, pen: Pen) -> Box:
        """Return the box, or the box of the ink where a font states widths that cannot be."""
        if max(box[2] - box[0], box[3] - box[1]) <= 4 * max(pen.size, 1.0):
            return box
        sides = [ctypes.c_double() for _ in range(4)]
        raw.FPDFText_GetCharBox(self._page, index, sides[0], sides[2], sides[1], sides[3])
        return sides[0].value, sides[1].value, sides[2].value, sides[3].value


def _direction(degrees: float) -> int:
    quarter = round(degrees / 90) * 90
    return quarter % 360 if abs(degrees - quarter) <= 3 else round(degrees) % 360


def _plain(char: str) -> str:
    """Return ligatures and positional Arabic letters as the letters they stand for."""
    code = ord(char)
    if 0xFB00 <= code <= 0xFB06 or 0xFB50 <= code <= 0xFDFB or 0xFE70 <= code <= 0xFEFC:
        return unicodedata.normalize("NFKC", char)
    return plain_symbols(char)
