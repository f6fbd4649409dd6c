"""Heads and feet of a desk's own reference document: its letterhead, which stays.

The marking and running title stand in a line above what the head holds, marking, reference and
page number in a line below what the foot holds. An empty head or foot of theirs counts as none.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package

from briefing.exporters.docx_xml import Element, R, qn, tree, w

_DRAWN = ("drawing", "pict", "object")
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_ALT = "Letterhead"
"""Said of a picture of theirs that has no words."""


class Letterhead:
    """What heads and feet of a reference document hold, by kind and variant of page."""

    def __init__(self, part: Part, section: Element, settings: Element) -> None:
        """Read it before its relations are dropped."""
        self._parts: dict[tuple[str, str], XmlPart] = {}
        self._own_first = section.find(qn("titlePg")) is not None
        self._own_even = settings.find(qn("evenAndOddHeaders")) is not None
        for kind in ("header", "footer"):
            for reference in section.iterfind(qn(f"{kind}Reference")):
                related = part.related_parts.get(reference.get(f"{{{R}}}id", ""))
                if isinstance(related, XmlPart) and _holds_something(related.element):
                    self._parts[kind, reference.get(qn("type"), "default")] = related

    def part(self, variant: str, uri: PackURI, content_type: str, package: Package) -> XmlPart:
        """Return a head or foot with what theirs holds; an empty one where they have none."""
        kind = "header" if content_type == CT.WML_HEADER else "footer"
        theirs = self._parts.get((kind, self._variant(variant)))
        root = tree(w(_ROOTS[kind])) if theirs is None else _copied(theirs.element)
        made = XmlPart(uri, content_type, cast(Any, root), package)
        _relate(made, {} if theirs is None else theirs.rels)
        return made

    def counts_pages(self, variant: str) -> bool:
        """Tell whether a foot of theirs holds a page number, which then is not printed twice."""
        theirs = self._parts.get(("footer", self._variant(variant)))
        if theirs is None:
            return False
        codes = [node.text or "" for node in theirs.element.iter(qn("instrText"))]
        codes += [node.get(qn("instr"), "") for node in theirs.element.iter(qn("fldSimple"))]
        return any("PAGE" in code.split() for code in codes)

    def _variant(self, variant: str) -> str:
        """Return which of theirs stands on such pages: the usual one where they have no other."""
        own = {"first": self._own_first, "even": self._own_even}
        return variant if own.get(variant, True) else "default"


def _holds_something(root: Element) -> bool:
    if any((node.text or "").strip() for node in root.iter(qn("t"))):
        return True
    return any(next(root.iter(qn(tag)), None) is not None for tag in _DRAWN)


def _copied(theirs: Element) -> Element:
    root = deepcopy(theirs)
    for picture in root.iter(_PICTURE):
        if not picture.get("descr"):
            picture.set("descr", _ALT)
    return root


def _relate(part: Part, relations: Mapping[str, Any]) -> None:
    """Let a part refer to the same pictures and addresses by the same ids."""
    for identifier, relation in relations.items():
        target = relation.target_ref if relation.is_external else relation.target_part
        part.load_rel(relation.reltype, target, identifier, relation.is_external)
