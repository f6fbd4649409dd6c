"""The parsed HTML and the few questions that reading it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

import lxml.html
from lxml import etree

from briefing.blocks.model import Direction

Element: TypeAlias = lxml.html.HtmlElement

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 (production 2, Char) has no place for."""


def parse(html: str) -> Element:
    """Return the root of an HTML document, without characters that XML forbids.

    One that holds nothing, or comments only, is read as an empty ``html`` element.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(_NOT_XML.sub("", html).encode(), parser=parser)
    except etree.ParserError:  # lxml's word for a document without elements
        return lxml.html.document_fromstring("<html></html>")


def parse_whole(html: str) -> Element | None:
    """Return the root with comments and the like; None where characters would have to be left out.

    Without any of these it is what ``parse`` returns.
    """
    if _NOT_XML.search(html):
        return None
    parser = lxml.html.HTMLParser(encoding="utf-8")
    try:
        return lxml.html.document_fromstring(html.encode(), parser=parser)
    except etree.ParserError:
        return None


def name(element: Element) -> str:
    """Return the name of an element, such as ``p``."""
    return str(element.tag)


def classes(element: Element) -> tuple[str, ...]:
    """Return the classes of an element in the order written."""
    return tuple(element.get("class", "").split())


def ids(element: Element) -> tuple[str, ...]:
    """Return the id of an element as a tuple of one or none."""
    name = element.get("id", "")
    return (name,) if name else ()


def children(element: Element) -> Iterator[Element]:
    """Yield the child elements, without entities and the like."""
    return (child for child in element if isinstance(child.tag, str))


def direction(element: Element) -> Direction:
    """Return the direction of writing that an element or what encloses it asks for."""
    node: etree._Element | None = element
    while node is not None:
        asked = node.get("dir", "")
        if asked in ("ltr", "rtl"):
            return Direction(asked)
        node = node.getparent()
    return Direction.AUTO


def language(element: Element) -> str:
    """Return the language that an element or what encloses it names; empty if the document's."""
    node: etree._Element | None = element
    while node is not None and node.tag != "html":
        named = node.get("lang", "")
        if named:
            return named
        node = node.getparent()
    return ""
