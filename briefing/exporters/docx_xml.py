"""WordprocessingML elements made short: ``w("p", w("r", …))`` (names as in ECMA-376 part 1)."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NAMESPACES = {"w": W, "r": R}
WORD_2013 = "w15"
"""Prefix that an attribute may name, so that it stays declared though no element has it."""


def qn(tag: str) -> str:
    """Return the qualified name of a WordprocessingML tag or attribute."""
    return f"{{{W}}}{tag}"


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Return an element with its children; None among them is left out."""
    element = etree.Element(qn(tag), nsmap=NAMESPACES)
    for name, value in attributes.items():
        element.set(qn(name), str(value))
    element.extend(child for child in children if child is not None)
    return element


def add(
    parent: Element, namespace: str, tag: str, text: str = "", **attributes: str | int
) -> Element:
    """Append an element of another namespace to ``parent`` and return it."""
    child = etree.Element(f"{{{namespace}}}{tag}")
    child.text = text or None
    for name, value in attributes.items():
        child.set(name, str(value))
    parent.append(child)
    return child


def part_bytes(root: Element) -> bytes:
    """Return a part's XML as a package holds it."""
    kept = [*(prefix for prefix in root.nsmap if prefix), WORD_2013]
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES, keep_ns_prefixes=kept)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def replace_child(parent: Element, child: Element, *, before: tuple[str, ...]) -> None:
    """Put ``child`` in the place of its like, else before the first of the tags ``before``."""
    old = next((node for node in parent if node.tag == child.tag), None)
    if old is not None:
        parent.replace(old, child)
        return
    later = {qn(tag) for tag in before}
    place = next((index for index, node in enumerate(parent) if node.tag in later), len(parent))
    parent.insert(place, child)
