"""Heads and feet drawn by themselves, to be put on pages that are finished but for them.

They are the only thing on a page that depends on all others. So they are laid out when the rest is
done, on pages without text, and drawn as artefacts: they are no part of what is read out.

Imports WeasyPrint, so it is imported only when a document is made.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import astuple, dataclass
from html import escape
from typing import TypeAlias

import pydyf
from weasyprint.document import Page
from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.pdf.stream import Stream

from briefing import fonts
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_joining import Frame
from briefing.exporters.pdf_lettering import KnownFont, known_fonts, letterings_of
from briefing.exporters.pdf_part_making import no_collections
from briefing.exporters.pdf_parts import Sheet
from briefing.exporters.pdf_typesetting import press
from briefing.model import House

_SHAPE = (
    "@page g{name} {{ size: {0}px {1}px; margin: {2}px {3}px {4}px {5}px }}"
    ".g{name} {{ page: g{name}; break-after: page }}"
)
_STRINGS = "".join(
    f"{element} {{ string-set: {name} content() }} "
    for element, name in zip("ibus", ("head", "foot", "number", "total"), strict=True)
)
_SLIP = '<div class="g{}"><i>{}</i><b>{}</b><u>{}</u><s>{}</s></div>'
_POINTS = 0.75
"""Points in a CSS pixel."""
_RESOURCES = ("ExtGState", "XObject", "Pattern", "Shading")


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands around the text of a page."""

    sheet: Sheet
    head: str
    foot: str
    """What tells the place of the page in its part."""
    number: int
    """Of the page in the whole."""
    total: int


HeldFrames: TypeAlias = dict[tuple[Slip, str, House | None], Frame]
"""What has been drawn, by all that it depends on."""


def frames(
    slips: Sequence[Slip], rules: str, fetcher: FigureFetcher, kept: HeldFrames
) -> HeldFrames:
    """Return heads and feet by what is written in them; ``kept`` has those drawn before.

    ``rules`` are those of the pages, which take head, foot and number from strings of these names.
    """
    keys = [(slip, rules, fetcher.house) for slip in dict.fromkeys(slips)]
    new = [key for key in keys if key not in kept]
    with press().turn, no_collections():
        made = dict(zip(new, _drawn([key[0] for key in new], rules, fetcher), strict=True))
    return {key: made[key] if key in made else kept[key] for key in keys}


def _drawn(slips: Sequence[Slip], rules: str, fetcher: FigureFetcher) -> Iterator[Frame]:
    if not slips:
        return
    shapes = {sheet: n for n, sheet in enumerate(dict.fromkeys(slip.sheet for slip in slips))}
    pages = [_SHAPE.format(*astuple(sheet), name=name) for sheet, name in shapes.items()]
    body = "".join(
        _SLIP.format(shapes[one.sheet], _shown(one.head), _shown(one.foot), one.number, one.total)
        for one in slips
    )
    html = f'<html lang="en"><title>-</title><body>{body}</body></html>'
    typeset = press().lay_out(html, _STRINGS + rules + "".join(pages), fetcher)
    known: dict[int, KnownFont] = {}
    with known_fonts():
        for page in typeset.pages:
            yield _frame(page, known)


def _frame(page: Page, known: dict[int, KnownFont]) -> Frame:
    """Return what stands around the text of a page; ``known`` are the fonts drawn with so far."""
    for font in known.values():
        font.forget()
    boxes = [box for box in page._page_box.children if isinstance(box, MarginBox)]
    empty = copy(page)
    empty._page_box = page._page_box.copy_with_children(boxes)
    resources = pydyf.Dictionary({name: pydyf.Dictionary() for name in _RESOURCES})
    stream = Stream(known, (0, 0, page.width, page.height), resources, {}, None, {}, None)
    stream.transform(d=-1, f=page.height * _POINTS)
    empty.paint(stream, _POINTS)
    lines = b"\n".join(pydyf._to_bytes(line) for line in stream.stream)
    content = b"Q\n/Artifact <</Type /Pagination>> BDC\nq\n%b\nQ\nEMC" % lines
    used = [font for font in known.values() if font.widths]
    return Frame(zlib.compress(content, 9), letterings_of(used))


def _shown(text: str) -> str:
    return escape(fonts.spell_out_uncovered(text))
