"""One page of pdfium into a sheet: its upright characters, its drawn lines, its pictures."""

from __future__ import annotations

from collections import Counter

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from briefing.importers.pdf.characters import Reader
from briefing.importers.pdf.frames import Drawn, Frame
from briefing.importers.pdf.glyphs import Glyph, Rule, Sheet

MOST_CHARACTERS = 25_000
"""Characters read of one page; a page of small type holds some 10,000."""

MOST_OBJECTS = 20_000
"""Drawing operations looked at on one page when searching for lines and pictures."""

_WIDEST = 14_400.0
"""Points; the largest page that ISO 32000-1, annex C, lets a program expect."""
_BLEED = 36.0
"""Points over the edge of the page within which a character is still taken in."""


def read_sheet(page: pdfium.PdfPage) -> Sheet:
    """Return the characters and lines of a page.

    Raises:
        pdfium.PdfiumError: the page is damaged.
    """
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        reader = Reader(text_page.raw)
        drawn = list(reader.characters(min(count, MOST_CHARACTERS)))
    finally:
        text_page.close()
    angle = _prevailing_angle(drawn)
    frame = Frame(page.get_bbox(), angle)
    turned = (frame.glyph(item) for item in drawn if item.pen.angle == angle)
    upright = [glyph for glyph in turned if _is_on_page(glyph, frame.size)]
    sideways = "".join(item.text for item in drawn if item.pen.angle != angle)
    width, height = frame.size
    sheet = Sheet(width, height, upright, sideways=" ".join(sideways.split()))
    sheet.rules, sheet.pictured = _lines_and_pictures(page, frame)
    sheet.unmapped = reader.unmapped
    sheet.truncated = count > MOST_CHARACTERS
    return sheet


def _is_on_page(glyph: Glyph, size: tuple[float, float]) -> bool:
    """Return whether a reader could see the character; damaged files put some anywhere."""
    width, height = min(size[0], _WIDEST), min(size[1], _WIDEST)
    across = -_BLEED <= glyph.x0 <= glyph.x1 <= width + _BLEED
    return across and -_BLEED <= glyph.y <= height + _BLEED


def _prevailing_angle(drawn: list[Drawn]) -> int:
    angles = Counter(item.pen.angle for item in drawn)
    level = [(count, angle) for angle, count in angles.items() if angle % 90 == 0]
    return max(level)[1] if level else 0


def _lines_and_pictures(page: pdfium.PdfPage, frame: Frame) -> tuple[list[Rule], float]:
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
