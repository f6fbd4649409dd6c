"""Fonts that several parts share: which letters each uses, and one font with the letters of all.

A glyph has the same number in every part, for numbers are those of the font's file.

Imports WeasyPrint, so it is imported only when a document is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.pdf import stream
from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import TO_UNITS, ffi, gobject, pango
from weasyprint.text.fonts import get_pango_font_key

from briefing.exporters.pdf_parts import Lettering
from briefing.exporters.pdf_typesetting import press

_GLYPHS = 1 << 16

ffi.cdef("PangoFontDescription * pango_font_description_from_string (const char *str);")


class KnownFont(Font):  # type: ignore[misc] # WeasyPrint publishes no types
    """A font that can tell in words which it is.

    It gives a letter that it lacks the same number in every part.
    """

    widths: dict[int, int]
    to_unicode: dict[int, str]
    missing: dict[int, int]

    def __init__(self, pango_font: Any, description: Any, size: float) -> None:
        self.words = ffi.string(pango.pango_font_description_to_string(description)).decode()
        self._held = pango_font  # what is drawn with belongs to it
        super().__init__(pango_font, description, size)

    def get_unused_glyph_id(self, codepoint: int) -> int:
        """Return the number that stands for a letter that the font lacks."""
        number = int(self.glyph_count + codepoint % (_GLYPHS - self.glyph_count))
        self.missing[codepoint] = number
        return number

    def forget(self) -> None:
        """Begin anew to note what is drawn."""
        self.widths, self.to_unicode, self.missing = {}, {}, {}


@contextmanager
def known_fonts() -> Iterator[None]:
    """Let WeasyPrint draw with fonts that are known."""
    before = stream.Font
    stream.Font = KnownFont
    try:
        yield
    finally:
        stream.Font = before


def letterings_of(fonts: Iterable[KnownFont]) -> tuple[Lettering, ...]:
    """Return which letters have been drawn of fonts."""
    return tuple(
        Lettering(one.words, one.font_size, one.widths, one.to_unicode, one.missing)
        for one in fonts
    )


def with_all_letters(letterings: Iterable[Lettering]) -> dict[str, KnownFont]:
    """Return each font once, with the letters of all who use it."""
    fonts: dict[str, KnownFont] = {}
    for one in letterings:
        font = fonts.get(one.font)
        if font is None:
            font = fonts[one.font] = _font(one)
        # Who comes first says which letter a glyph is, as within one document.
        font.widths = one.widths | font.widths
        font.to_unicode = one.letters | font.to_unicode
        font.missing = one.missing | font.missing
    return fonts


def _font(lettering: Lettering) -> KnownFont:
    """Return a font of this process that is the same as where the lettering comes from."""
    fonts = press().fonts.font_map
    wanted = ffi.gc(
        pango.pango_font_description_from_string(lettering.font.encode()),
        pango.pango_font_description_free,
    )
    pango.pango_font_description_set_absolute_size(wanted, lettering.size * TO_UNITS)
    context = ffi.gc(pango.pango_font_map_create_context(fonts), gobject.g_object_unref)
    found = ffi.gc(pango.pango_font_map_load_font(fonts, context, wanted), gobject.g_object_unref)
    _, description, size = get_pango_font_key(found)
    return KnownFont(found, description, size)
