"""Endnotes as a list below the text of a document, or of a part of a pack, before its sources.

The layout of the PDF knows no endnotes, and LibreOffice puts those of a Word file on a page of its
own, without marking. So in both each call becomes a raised number that leads to an item of a list,
and the item leads back.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import html as lxml_html
from lxml.etree import tostring

from briefing.blocks.inline import ENDNOTES

NOTE_SIGN = '<span class="note"'
"""Stands in every document with notes that has not been made ready."""
NOTES = "notes"
"""Class of the heading of the list and of the list."""
_TITLE = "Notes"
_GLUE = "\u2060"
"""Holds a call to the word before it."""
_SOURCES = "sources"
_HEADINGS = ("h2", "h3", "h4")


@lru_cache(maxsize=4)
def listed(html: str) -> str:
    """Return a document with its endnotes in lists, and all else as it is."""
    if NOTE_SIGN not in html or ENDNOTES not in html:
        return html
    root: Any = lxml_html.document_fromstring(html)
    list_endnotes(root)
    written: str = tostring(root, encoding="unicode", method="html", doctype="<!DOCTYPE html>")
    return written


def list_endnotes(root: Any) -> None:
    """Put the endnotes of a document, or of each part of a pack, into a list of their own."""
    parts = [one for one in root.body.iter("section") if ENDNOTES in one.classes]
    whole = [root.body] if ENDNOTES in root.body.classes and not parts else []
    for part in (*parts, *whole):
        _gather(part)


def notes_in(element: Any) -> Iterator[Any]:
    """Yield the notes in an element; a body may have their class, as the name of its template."""
    return (span for span in element.iter("span") if "note" in span.classes)


def hold(note: Any) -> None:
    """Let no space and no end of line come between a note's call and the word before it."""
    before = note.getprevious()
    if before is None:
        parent = note.getparent()
        parent.text = (parent.text or "").rstrip() + _GLUE
    else:
        before.tail = (before.tail or "").rstrip() + _GLUE


def _gather(part: Any) -> None:
    """Put the notes below their heading, which stands before that of the sources or at the end."""
    notes = list(notes_in(part))
    heading = next((one for one in part.iter(*_HEADINGS) if NOTES in one.classes), None)
    if not notes:
        if heading is not None:
            heading.drop_tree()
        return
    for note in notes:
        hold(note)
    place = f"{part.get('id')}-" if part.get("id") else ""
    made = lxml_html.Element("ol", {"class": NOTES})
    made.extend([_item(note, number, place) for number, note in enumerate(notes, 1)])
    made.tail = "\n"
    (_entitled(part) if heading is None else heading).addnext(made)


def _entitled(part: Any) -> Any:
    """Return a heading for the notes, put where they belong."""
    sources = next((one for one in part.iter("ol") if _SOURCES in one.classes), None)
    above: Any = None if sources is None else sources.getprevious()
    titled = above is not None and above.tag in _HEADINGS
    inside = part.tag == "section"
    heading = lxml_html.Element(above.tag if titled else "h3" if inside else "h2", {"class": NOTES})
    heading.text = _TITLE
    if sources is None:
        part.append(heading)
    else:
        (above if titled else sources).addprevious(heading)
    return heading


def _item(note: Any, number: int, place: str) -> Any:
    """Put a call in a note's place; return the note as an item that leads back to it."""
    item = lxml_html.Element("li", {"id": f"{place}note-{number}"})
    item.text = note.text
    item.extend(list(note))
    back = lxml_html.Element("a", {"class": "back", "href": f"#{place}call-{number}"})
    back.text = "↑"
    back.tail = None
    spaced = list(item)
    if spaced:
        spaced[-1].tail = (spaced[-1].tail or "") + "\u00a0"
    else:
        item.text = (item.text or "") + "\u00a0"
    item.append(back)
    call = lxml_html.Element("a", {"class": "call", "href": f"#{place}note-{number}"})
    call.set("id", f"{place}call-{number}")
    call.text = str(number)
    call.tail = note.tail
    note.getparent().replace(note, call)
    return item
