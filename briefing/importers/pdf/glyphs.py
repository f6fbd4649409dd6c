"""The characters of a page with place, size and face, turned so that most of them stand upright.

In goes a page of pdfium, out comes a ``Sheet``: distances in points, ``x`` from the left edge,
``y`` from the top edge downwards, to the baseline. Whatever angle the page was drawn or is shown
at, the angle at which most characters are written counts as upright.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from briefing.importers.symbols import plain_symbols

MOST_CHARACTERS = 25_000
"""Characters read of one page; a page of small type holds some 10,000."""
MOST_OBJECTS = 20_000
"""Drawing operations looked at on one page when searching for lines and pictures."""

_BOLD = re.compile(r"bold|black|heavy|demi|semibd|[-,]bd\b", re.I)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b", re.I)
_TURNS = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}
"""For each angle of writing the matrix that makes it level."""
_MADE_UP = frozenset({10, 13, 32})
"""Characters that pdfium may add of itself, where it sees a gap or a new line."""
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6


@dataclass(frozen=True, slots=True)
class Pen:
    """What all characters of one drawing operation share."""

    size: float
    """Height of the type in points as it appears on the page."""
    bold: bool
    italic: bool
    angle: int
    """Direction of writing in degrees, anticlockwise; within 3 degrees of level counts as level."""


@dataclass(slots=True)
class Glyph:
    """One character as drawn. ``x0`` to ``x1`` is its advance width."""

    text: str
    x0: float
    x1: float
    y: float
    pen: Pen
    order: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight line, drawn as a stroke or as a narrow filled box."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_horizontal(self) -> bool:
        """Whether it lies rather than stands."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(slots=True)
class Sheet:
    """One page: its upright characters, its lines, and what could not be read of it."""

    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule] = field(default_factory=list)
    sideways: str = ""
    """Characters written at another angle than most, in the order of the file."""
    pictured: float = 0.0
    """Share of the page's area that the largest picture covers, 0 to 1."""
    unmapped: int = 0
    """Characters for which the font does not say what they mean."""
    truncated: bool = False
    """Whether the page holds more characters than are read."""


class _Frame:
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

    def glyph(self, item: _Drawn) -> Glyph:
        """Return a drawn character in its upright place."""
        x0, y0, x1, y1 = item.box
        a, b = self._a, self._b
        one, other = a * x0 + b * y0, a * x1 + b * y1
        if one > other:
            one, other = other, one
        x, y = x0 + item.drop[0], y0 + item.drop[1]
        down = self._top - self._c * x - self._d * y
        return Glyph(item.text, one - self._left, other - self._left, down, item.pen, item.order)


@dataclass(slots=True)
class _Drawn:
    """A character before it is known which way is up."""

    text: str
    box: tuple[float, float, float, float]
    pen: Pen
    drop: tuple[float, float]
    """From the lower left corner of the box to the origin of the character."""
    order: int


def read_sheet(page: pdfium.PdfPage) -> Sheet:
    """Return the characters and lines of a page.

    Raises:
        pdfium.PdfiumError: the page is damaged.
    """
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        reader = _Reader(text_page.raw)
        drawn = list(reader.characters(min(count, MOST_CHARACTERS)))
    finally:
        text_page.close()
    angle = _prevailing_angle(drawn)
    frame = _Frame(page.get_bbox(), angle)
    upright = [frame.glyph(item) for item in drawn if item.pen.angle == angle]
    sideways = "".join(item.text for item in drawn if item.pen.angle != angle)
    width, height = frame.size
    sheet = Sheet(width, height, upright, sideways=" ".join(sideways.split()))
    sheet.rules, sheet.pictured = _lines_and_pictures(page, frame)
    sheet.unmapped = reader.unmapped
    sheet.truncated = count > MOST_CHARACTERS
    return sheet


def _prevailing_angle(drawn: list[_Drawn]) -> int:
    angles = Counter(item.pen.angle for item in drawn)
    level = [(count, angle) for angle, count in angles.items() if angle % 90 == 0]
    return max(level)[1] if level else 0


_Box = tuple[float, float, float, float]
"""Left, bottom, right, top as pdfium counts: upwards."""
_Held = tuple[Pen, tuple[float, float]]
"""A pen, and where the baseline lies in the boxes of its characters."""


class _Reader:
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

    def characters(self, count: int) -> Iterator[_Drawn]:
        """Yield the characters that the file draws, spaces included, made-up ones left out."""
        for index in range(count):
            item = self._character(index)
            if item is not None:
                yield item

    def _character(self, index: int) -> _Drawn | None:
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
        return _Drawn(self._meaning(code, index), self._sane(index, box, pen), pen, drop, index)

    def _held(self, index: int, box: _Box) -> _Held | None:
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

    def _pen(self, key: int, index: int, box: _Box) -> _Held:
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

    def _sane(self, index: int, box: _Box, pen: Pen) -> _Box:
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


def _lines_and_pictures(page: pdfium.PdfPage, frame: _Frame) -> tuple[list[Rule], float]:
    rules: list[Rule] = []
    pictured = 0.0
    width, height = frame.size
    area = max(width * height, 1.0)
    for number, item in enumerate(page.get_objects(max_depth=4)):
        if number >= MOST_OBJECTS:
            break
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            rules.extend(_rules_of(frame.rectangle(*item.get_bounds())))
        elif item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, top, right, bottom = frame.rectangle(*item.get_bounds())
            pictured = max(pictured, (right - left) * (bottom - top) / area)
    return rules, min(pictured, 1.0)


def _rules_of(box: tuple[float, ...]) -> list[Rule]:
    """Return the lines that a drawn path amounts to: itself when thin, else its four edges."""
    left, top, right, bottom = box
    if min(right - left, bottom - top) <= 3:
        return [Rule(left, top, right, bottom)] if max(right - left, bottom - top) >= 8 else []
    return []
