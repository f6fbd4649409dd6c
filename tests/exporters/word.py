"""Reads a Word document back, as far as tests ask."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from lxml import etree

from briefing.exporters.docx_xml import R, qn

Element: TypeAlias = etree._Element
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@dataclass(frozen=True)
class Word:
    """A Word document by its bytes."""

    data: bytes

    @cached_property
    def package(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.data))

    def part(self, name: str) -> Element:
        return etree.fromstring(self.package.read(name))

    @cached_property
    def document(self) -> Element:
        return self.part("word/document.xml")

    @cached_property
    def style_names(self) -> dict[str, str]:
        """Return the built-in names of styles by their ids."""
        styles = self.part("word/styles.xml").findall(qn("style"))
        return {style.get(qn("styleId"), ""): value(style, "name") for style in styles}

    def elements(self, tag: str) -> list[Element]:
        return list(self.document.iter(qn(tag)))

    def style(self, paragraph: Element) -> str:
        """Return the name of a paragraph's style."""
        return self.style_names.get(value(paragraph, "pPr/pStyle"), "")

    def paragraphs(self, *styles: str) -> list[str]:
        """Return the words of the paragraphs, or of those that wear one of these styles."""
        return [
            words(paragraph)
            for paragraph in self.elements("p")
            if not styles or self.style(paragraph) in styles
        ]

    def notes(self, kind: str) -> list[str]:
        """Return the words of ``footnotes`` or ``endnotes``, without what leads back."""
        if kind == "endnotes":
            return [one.removesuffix("\u00a0↑") for one in self.paragraphs("endnote text")]
        found = self.part(f"word/{kind}.xml").findall(qn(kind[:-1]))
        return [words(one).strip() for one in found if one.get(qn("type")) is None]

    @property
    def relations(self) -> dict[str, str]:
        """Return what the relations of the document lead to."""
        root = self.part("word/_rels/document.xml.rels")
        return {entry.get("Id", ""): entry.get("Target", "") for entry in root}

    def heads_and_feet(self, section: int = 0) -> dict[tuple[str, str], str]:
        """Return the words of each head and foot by kind and variant; a tab is ``|``."""
        properties = self.elements("sectPr")[section]
        found = {}
        for kind in ("header", "footer"):
            for reference in properties.findall(qn(f"{kind}Reference")):
                target = self.relations[reference.get(f"{{{R}}}id", "")]
                root = self.part(f"word/{target}")
                found[kind, reference.get(qn("type"), "")] = words(root)
        return found


def path(names: str) -> str:
    """Return a path of WordprocessingML tags as lxml wants it."""
    return "/".join(qn(name) for name in names.split("/"))


def value(element: Element, names: str) -> str:
    """Return the ``w:val`` of the element at a path; empty where it is missing."""
    found = element.find(path(names))
    return "" if found is None else found.get(qn("val"), "")


def words(element: Element) -> str:
    """Return the text in an element; a tab is ``|``, a line break a new line, a note its number."""
    runs = (node for run in element.iter(qn("r")) for node in run)
    return "".join(_sign(node) for node in runs)


def _sign(node: Element) -> str:
    if node.tag == qn("t"):
        return node.text or ""
    if node.tag == qn("footnoteReference"):
        return node.get(qn("id"), "")
    return {qn("tab"): "|", qn("br"): "\n", qn("noBreakHyphen"): "-"}.get(str(node.tag), "")
