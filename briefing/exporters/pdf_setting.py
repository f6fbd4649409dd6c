"""Short strings set in type by themselves, to be put anywhere on a page.

Many strings are set as lines of one page: a tenth of the time that the margins of pages take.

Imports WeasyPrint, so it is imported only when a document is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any, TypeAlias

import pydyf
from weasyprint import CSS
from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure.boxes import BlockBox, LineBox, TextBox
from weasyprint.pdf.stream import Stream

from briefing import fonts
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_house import dressed
from briefing.exporters.pdf_lettering import KnownFont, known_fonts, letterings_of
from briefing.exporters.pdf_pages import HEAD_STYLE, MARKED_STYLE
from briefing.exporters.pdf_parsing import ParsedHTML
from briefing.exporters.pdf_parts import Lettering
from briefing.exporters.pdf_typesetting import press
from briefing.model import House

_RULES = (
    "@page {{ size: 9000px 900000px; margin: 0 }} body {{ margin: 0 }} div {{ {plain} }}"
    " .free {{ white-space: nowrap }} .held {{ overflow-wrap: anywhere }} .marked {{ {marked} }}"
)
_RESOURCES = ("ExtGState", "XObject", "Pattern", "Shading")


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be set."""

    text: str
    is_marked: bool = False
    """Whether it is set as a marking is."""
    width: float = 0
    """How wide its lines may be, in CSS pixels; 0: it is one line, however wide."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is set."""

    width: float
    height: float
    drawing: bytes
    """Operators that draw it with its upper left corner at the origin, downwards."""
    letterings: tuple[Lettering, ...]


SetWords: TypeAlias = dict[tuple[Words, House | None], tuple[Line, ...]]
"""The lines of words, as a house sets them."""


def setting(words: Iterable[Words], house: House | None, kept: SetWords) -> SetWords:
    """Return words as they are set; ``kept`` has some that were set before."""
    keys = [(one, house) for one in dict.fromkeys(words)]
    new = [key for key in keys if key not in kept]
    made = dict(zip(new, _set([one for one, _ in new], house), strict=True))
    return {key: made[key] if key in made else kept[key] for key in keys}


def _set(words: list[Words], house: House | None) -> Iterator[tuple[Line, ...]]:
    if not words:
        return
    fetcher = FigureFetcher(house=house)
    shared = press()
    with shared.turn, known_fonts():
        shared.wardrobe.styles(fetcher)  # brings the fonts of the house
        rules = dressed(_RULES.format(plain=HEAD_STYLE, marked=MARKED_STYLE), house)
        body = "".join(_slip(one) for one in words)
        document = ParsedHTML(f'<html lang="en"><body>{body}</body></html>', fetcher).render(
            font_config=shared.fonts,
            counter_style=shared.counters,
            stylesheets=[CSS(string=rules, url_fetcher=fetcher)],
        )
        known: dict[int, KnownFont] = {}
        for block in _blocks(document.pages[0]._page_box):
            yield tuple(_line(box, known) for box in block.children if isinstance(box, LineBox))


def _slip(words: Words) -> str:
    kind = "held" if words.width else "free"
    style = f' style="width: {words.width}px"' if words.width else ""
    shown = escape(fonts.spell_out_uncovered(" ".join(words.text.split())))
    return f'<div class="{kind}{" marked" if words.is_marked else ""}"{style}>{shown}</div>'


def _blocks(box: Any) -> Iterator[Any]:
    """Yield the blocks in which the words stand, in order."""
    for child in box.children:
        if isinstance(child, BlockBox) and child.element_tag == "div":
            yield child
        elif hasattr(child, "children"):
            yield from _blocks(child)


def _line(box: Any, known: dict[int, KnownFont]) -> Line:
    for font in known.values():
        font.forget()
    resources = pydyf.Dictionary({name: pydyf.Dictionary() for name in _RESOURCES})
    stream = Stream(known, (0, 0, box.width, box.height), resources, {}, None, {}, None)
    width = 0.0
    for text in box.descendants():
        if isinstance(text, TextBox):
            above = round(text.position_y - box.position_y, 4)
            # Where it was set must leave no trace, not even by rounding.
            text.position_x, text.position_y = width, above
            draw_text(stream, text, 0, "clip", "none")
            width += text.width
    drawing = b"\n".join(pydyf._to_bytes(line) for line in stream.stream)
    used = [font for font in known.values() if font.widths]
    return Line(width, round(box.height, 4), drawing, letterings_of(used))
