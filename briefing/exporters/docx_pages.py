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
from briefing.model import RenderedBrief

PAGE_SIZES = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Width and height of an upright page in twentieths of a point."""
VARIANTS = ("default", "first", "even")
_PICTURE_SHARE = 0.8
"""Of a page's height that a picture may take, to leave room for its question and caption."""


@dataclass(frozen=True, slots=True)
class _Margins:
    """Margins of the reference document in twentieths of a point."""

    left: int
    right: int
    top: int
    bottom: int


class Sections:
    """The sections of a document: upright pages, and lying ones where a part asks for them."""

    def __init__(
        self, rendered: RenderedBrief, reference: Element, part: Part, styles: StyleSheet
    ) -> None:
        self._rendered = rendered
        self._reference = reference
        self._part = part
        self._styles = styles
        self._size = _page_size(rendered.page_size)
        self._margins = _margins(reference)
        self._landscape = False
        self._wanted = False
        self._relations: dict[tuple[str, str, bool], str] = {}
        self._closed = 0

    @property
    def text_width(self) -> int:
        """Width of the text in twentieths of a point."""
        return self._size[1 if self._landscape else 0] - self._margins.left - self._margins.right

    @property
    def room_for_pictures(self) -> tuple[float, float]:
        """Width and height in points that a picture may take."""
        height = self._size[0 if self._landscape else 1] - self._margins.top - self._margins.bottom
        return self.text_width / 20, height / 20 * _PICTURE_SHARE

    def turn(self, landscape: bool) -> None:
        """Let what follows, if anything does, stand on pages that lie or stand."""
        self._wanted = landscape

    def before_content(self, body: Element) -> None:
        """End the section in ``body`` where the pages turn here."""
        if self._wanted != self._landscape and len(body):
            body.append(w("p", w("pPr", self._properties())))
            self._closed += 1
        self._landscape = self._wanted

    def last(self) -> Element:
        """Return the properties of the section that the document ends with."""
        return self._properties()

    def _properties(self) -> Element:
        """Return ``w:sectPr``; only the first section has a first page of its own."""
        variants = VARIANTS if self._closed == 0 else ("default", "even")
        references = [
            self._reference_to(kind, variant)
            for kind in ("header", "footer")
            for variant in variants
        ]
        width, height = self._size
        size = (
            w("pgSz", w=height, h=width, orient="landscape")
            if self._landscape
            else w("pgSz", w=width, h=height)
        )
        margins = self._reference.find(qn("pgMar"))
        return w(
            "sectPr",
            *references,
            size,
            deepcopy(margins),
            w("titlePg") if self._closed == 0 else None,
        )

    def _reference_to(self, kind: str, variant: str) -> Element:
        key = kind, variant, self._landscape
        if key not in self._relations:
            self._relations[key] = self._store(kind, variant)
        element = w(f"{kind}Reference", type=variant)
        element.set(f"{{{R}}}id", self._relations[key])
        return element

    def _store(self, kind: str, variant: str) -> str:
        """Add a header or footer part and return its relation."""
        content_type, relation = (
            (CT.WML_HEADER, RT.HEADER) if kind == "header" else (CT.WML_FOOTER, RT.FOOTER)
        )
        number = sum(1 for key in self._relations if key[0] == kind) + 1
        uri = PackURI(f"/word/{kind}{number}.xml")
        write = write_head if kind == "header" else write_foot
        root = write(self._rendered, variant, self._styles, self.text_width)
        return self._part.relate_to(
            Part(uri, content_type, part_bytes(root), self._part.package), relation
        )


def _page_size(name: str) -> tuple[int, int]:
    if name not in PAGE_SIZES:
        known = " and ".join(PAGE_SIZES)
        raise ExportError(f"The page size “{name}” is not known.", f"Known are {known}.")
    return PAGE_SIZES[name]


def _margins(reference: Element) -> _Margins:
    element = reference.find(qn("pgMar"))
    if element is None:
        raise ExportError("The Word reference document has no page margins.")
    sides = (int(element.get(qn(side), "0")) for side in ("left", "right", "top", "bottom"))
    return _Margins(*(abs(side) for side in sides))
