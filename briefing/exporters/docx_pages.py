"""Pages: size, margins, and the marking, reference and number at head and foot of every one."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefing.errors import ExportError
from briefing.exporters.docx_heads import write_foot, write_head
from briefing.exporters.docx_styles import StyleSheet
from briefing.exporters.docx_xml import Element, R, part_bytes, qn, w
from briefing.exporters.pages import page_size
from briefing.model import RenderedBrief

VARIANTS = ("default", "first", "even")
_PICTURE_SHARE = 0.8
"""Of a page's height that a picture may take, to leave room for its question and caption."""
_TWENTIETHS_PER_MM = 1440 / 25.4


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
        self, rendered: RenderedBrief, reference: Element, part: Part, styles: StyleSheet
    ) -> None:
        self._rendered = rendered
        self._part = part
        self._styles = styles
        size = page_size(rendered)
        self._width = round(size.width_mm * _TWENTIETHS_PER_MM)
        self._height = round(size.height_mm * _TWENTIETHS_PER_MM)
        self._margins = _margin_element(reference)
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

    def properties(self) -> Element:
        """Return ``w:sectPr``, with which the body ends; heads and feet become parts."""
        return w(
            "sectPr",
            *(self._head_or_foot("header", variant) for variant in VARIANTS),
            *(self._head_or_foot("footer", variant) for variant in VARIANTS),
            w("pgSz", w=self._width, h=self._height),
            deepcopy(self._margins),
            w("titlePg"),
        )

    def _head_or_foot(self, kind: str, variant: str) -> Element:
        """Add a header or footer part and return the reference to it."""
        content_type, relation = (
            (CT.WML_HEADER, RT.HEADER) if kind == "header" else (CT.WML_FOOTER, RT.FOOTER)
        )
        uri = PackURI(f"/word/{kind}{VARIANTS.index(variant) + 1}.xml")
        write = write_head if kind == "header" else write_foot
        root = write(self._rendered, variant, self._styles, self.text_width)
        stored = Part(uri, content_type, part_bytes(root), self._part.package)
        element = w(f"{kind}Reference", type=variant)
        element.set(f"{{{R}}}id", self._part.relate_to(stored, relation))
        return element


def _margin_element(reference: Element) -> Element:
    element = reference.find(qn("pgMar"))
    if element is None:
        raise ExportError("The Word reference document has no page margins.")
    return element


def _sides(margins: Element) -> _Margins:
    sides = (int(margins.get(qn(side), "0")) for side in ("left", "right", "top", "bottom"))
    return _Margins(*(abs(side) for side in sides))
