"""Pages: size, margins, and the marking, reference and number at head and foot of every one."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefing.blocks import Block
from briefing.errors import ExportError
from briefing.exporters.docx_heads import write_foot, write_head
from briefing.exporters.docx_house import logo_run
from briefing.exporters.docx_letterhead import Letterhead
from briefing.exporters.docx_styles import StyleSheet
from briefing.exporters.docx_xml import NOTHING, Element, Xml, qn, trees, w, written
from briefing.exporters.pages import page_size
from briefing.model import RenderedBrief

VARIANTS = ("default", "first", "even")
_PICTURE_SHARE = 0.8
"""Of a page's height that a picture may take, to leave room for its question and caption."""
_TWENTIETHS_PER_MM = 1440 / 25.4
_NARROWEST = round(10 * _TWENTIETHS_PER_MM)
"""Margin that printers leave on the outer side."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks that stand on pages with a head and foot of their own: a section, in Word's words."""

    blocks: tuple[Block, ...]
    head: str
    """Empty: none, as on a cover."""
    foot: str
    begins: str = "nextPage"
    """Where, in Word's words: ``nextPage``, ``oddPage``."""
    is_centred: bool = False
    """Whether it stands in the middle of its page."""
    has_logo: bool = False
    """Whether the logo of the house stands at its head."""
    ends: tuple[str, ...] = ()
    """Ids that its end has."""
    tail: Xml = NOTHING
    """Runs of a paragraph behind its end."""
    foot_line: Xml = NOTHING
    """Runs of a second line of its foot."""
    total: Xml = NOTHING
    """Runs that tell how many pages there are; empty: what Word counts."""


@dataclass(frozen=True, slots=True)
class _Margins:
    """Margins of the reference document in twentieths of a point."""

    left: int
    right: int
    top: int
    bottom: int


class Pages:
    """The pages of a document, all of one size and with the margins of the reference."""

    def __init__(
        self,
        rendered: RenderedBrief,
        reference: Element,
        part: Part,
        styles: StyleSheet,
        letterhead: Letterhead,
    ) -> None:
        self._letterhead = letterhead
        self._rendered = rendered
        self._part = part
        self._styles = styles
        self._count = 0
        size = page_size(rendered)
        self._width = round(size.width_mm * _TWENTIETHS_PER_MM)
        self._height = round(size.height_mm * _TWENTIETHS_PER_MM)
        self._margins = _bound(_margin_element(reference), rendered.binding_mm)
        self._sides = _sides(self._margins)

    @property
    def text_width(self) -> int:
        """Width of the text in twentieths of a point."""
        return self._width - self._sides.left - self._sides.right

    @property
    def room_for_pictures(self) -> tuple[float, float]:
        """Width and height in points that a picture may take."""
        height = self._height - self._sides.top - self._sides.bottom
        return self.text_width / 20, height / 20 * _PICTURE_SHARE

    def properties(self) -> Xml:
        """Return ``w:sectPr``, with which the body ends; heads and feet become parts."""
        return self._section(self._rendered, None)

    def properties_of(self, stretch: Stretch) -> Xml:
        """Return ``w:sectPr``, with which a stretch ends."""
        about = replace(self._rendered, title=stretch.head, reference=stretch.foot)
        if not stretch.has_logo:
            about = replace(about, house=None)
        return self._section(about, stretch)

    def _section(self, about: RenderedBrief, stretch: Stretch | None) -> Xml:
        return w(
            "sectPr",
            *(self._head_or_foot("header", variant, about) for variant in VARIANTS),
            *(self._head_or_foot("footer", variant, about, stretch) for variant in VARIANTS),
            w("footnotePr", w("numRestart", val="eachSect")) if stretch else None,
            w("type", val=stretch.begins) if stretch else None,
            w("pgSz", w=self._width, h=self._height),
            written(self._margins),
            w("vAlign", val="center") if stretch and stretch.is_centred else None,
            None if stretch and stretch.head else w("titlePg"),
        )

    def _head_or_foot(
        self, kind: str, variant: str, about: RenderedBrief, stretch: Stretch | None = None
    ) -> Xml:
        """Add a header or footer part and return the reference to it."""
        content_type, relation = (
            (CT.WML_HEADER, RT.HEADER) if kind == "header" else (CT.WML_FOOTER, RT.FOOTER)
        )
        self._count += 1
        uri = PackURI(f"/word/{kind}{(self._count - 1) // 6 * 3 + VARIANTS.index(variant) + 1}.xml")
        stored = self._letterhead.part(variant, uri, content_type, self._part.package)
        if kind == "header":
            stored.element[:0] = trees(self._head(about, variant, stored))
        else:
            stored.element.extend(trees(self._foot(about, variant, stretch)))
        number = self._part.relate_to(stored, relation)
        return Xml(f'<w:{kind}Reference w:type="{variant}" r:id="{number}"/>')

    def _head(self, about: RenderedBrief, variant: str, part: Part) -> Xml:
        """Return the line of a head; on first pages with the logo, if there is one."""
        logo = about.house.logo if about.house is not None and variant == "first" else None
        run = NOTHING if logo is None else logo_run(logo, part)
        return write_head(about, variant, self._styles, self.text_width, run)

    def _foot(self, about: RenderedBrief, variant: str, stretch: Stretch | None) -> Xml:
        return write_foot(
            about,
            self._styles,
            self.text_width,
            numbered=not self._letterhead.counts_pages(variant),
            total=stretch.total if stretch else NOTHING,
            below=stretch.foot_line if stretch else NOTHING,
        )


def _margin_element(reference: Element) -> Element:
    element = reference.find(qn("pgMar"))
    if element is None:
        raise ExportError("The Word reference document has no page margins.")
    return element


def _bound(margins: Element, binding_mm: int) -> Element:
    """Return the margins with that on the side where sheets are bound; the text stays as wide."""
    made = deepcopy(margins)
    if not binding_mm:
        return made
    both = sum(int(margins.get(qn(side), "0")) for side in ("left", "right"))
    inner = round(binding_mm * _TWENTIETHS_PER_MM)
    made.set(qn("left"), str(inner))
    made.set(qn("right"), str(max(both - inner, _NARROWEST)))
    return made


def _sides(margins: Element) -> _Margins:
    sides = (int(margins.get(qn(side), "0")) for side in ("left", "right", "top", "bottom"))
    return _Margins(*(abs(side) for side in sides))
