"""Where endnotes stand: below the text of a document, or of a part of a pack, before its sources.

Word sets endnotes where a section ends, so one ends there.
"""

from __future__ import annotations

import re
from copy import deepcopy

from briefing.exporters.docx_xml import Element, qn, replace_child, w

_FIRST_SOURCE = re.compile(r"(?:\w+_)?source_1")
"""Bookmark of the first source, in a pack behind the name of its part."""
_OF_A_FIRST_PAGE = ("titlePg", "vAlign")
_PAGE = ("pgSz", "pgMar", "pgNumType", "vAlign", "titlePg")
_AFTER_ENDNOTES = ("type", *_PAGE)
"""What follows ``w:endnotePr`` among the properties of a section."""


def end_sections_below_text(body: Element) -> None:
    """Part each section of a document that calls endnotes before the heading of its sources."""
    section: list[Element] = []
    for element in list(body):
        section.append(element)
        properties = next(element.iter(qn("sectPr")), None)
        if properties is not None:
            _part(section, properties)
            section = []


def _part(section: list[Element], properties: Element) -> None:
    """Part a section that calls endnotes; without sources they stand at its end."""
    if not any(True for element in section for _ in element.iter(qn("endnoteReference"))):
        return
    numbers = w("endnotePr", w("numFmt", val="decimal"), w("numRestart", val="eachSect"))
    replace_child(properties, numbers, before=_AFTER_ENDNOTES)
    place = next((n for n, element in enumerate(section) if _holds_first_source(element)), 0)
    if place < 2:
        return
    last = section[place - 2]
    if last.tag != qn("p"):
        last, table = w("p"), last
        table.addnext(last)
    _properties_of(last).append(deepcopy(properties))
    replace_child(properties, w("type", val="continuous"), before=_PAGE)
    for name in _OF_A_FIRST_PAGE:
        for found in properties.findall(qn(name)):
            properties.remove(found)


def _holds_first_source(element: Element) -> bool:
    names = (mark.get(qn("name"), "") for mark in element.iter(qn("bookmarkStart")))
    return any(_FIRST_SOURCE.fullmatch(name) for name in names)


def _properties_of(paragraph: Element) -> Element:
    found = paragraph.find(qn("pPr"))
    if found is None:
        found = w("pPr")
        paragraph.insert(0, found)
    return found
