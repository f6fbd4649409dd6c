"""Notes for print: footnotes as they are, endnotes gathered below the text, before its sources.

The layout knows footnotes. Endnotes it does not know, so each call becomes a raised number that
leads to an item of a list, and the item leads back.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lxml import html as lxml_html
from lxml.etree import tostring

ENDNOTES = "endnotes"
"""Class of the body of a document whose notes stand below the text."""
NOTE_SIGN = '<span class="note"'
"""Stands in every document with notes that has not been made ready."""
_GLUE = "\u2060"
"""Holds a call to the word before it."""
_SOURCES = "sources"
_HEADINGS = ("h2", "h3")


@lru_cache(maxsize=4)
def printed(html: str) -> str:
    """Return a document as it is laid out: calls held to their words, endnotes in lists."""
    if NOTE_SIGN not in html:
        return html
    root: Any = lxml_html.document_fromstring(html)
    for note in _notes(root):
        _hold(note)
    if ENDNOTES in root.body.classes:
        _gather(root.body)
    written: str = tostring(root, encoding="unicode", method="html", doctype="<!DOCTYPE html>")
    return written


def has_footnotes(html: str) -> bool:
    """Tell whether notes of a document that is ready for the layout stand at the foot of pages."""
    return NOTE_SIGN in html


def _notes(element: Any) -> list[Any]:
    """Return the notes in an element; a body may have their class, as the name of its template."""
    return [span for span in element.iter("span") if "note" in span.classes]


def _hold(note: Any) -> None:
    """Let no space and no end of line come between a note's call and the word before it."""
    before = note.getprevious()
    if before is None:
        parent = note.getparent()
        parent.text = (parent.text or "").rstrip() + _GLUE
    else:
        before.tail = (before.tail or "").rstrip() + _GLUE


def _gather(body: Any) -> None:
    """Put the notes below the text: before the heading of the sources, else at the end."""
    items = [_item(note, number) for number, note in enumerate(_notes(body), 1)]
    if not items:
        return
    sources = next((one for one in body.iter("ol") if _SOURCES in one.classes), None)
    if sources is None:
        body.append(_listed(items))
        return
    heading = sources.getprevious()
    before = sources if heading is None or heading.tag not in _HEADINGS else heading
    before.addprevious(_listed(items))


def _listed(items: list[Any]) -> Any:
    made = lxml_html.Element("ol", {"class": "notes"})
    made.extend(items)
    return made


def _item(note: Any, number: int) -> Any:
    """Put a call in a note's place; return the note as an item that leads back to it."""
    item = lxml_html.Element("li", {"id": f"note-{number}"})
    item.text = note.text
    item.extend(list(note))
    back = lxml_html.Element("a", {"class": "back", "href": f"#call-{number}"})
    back.text = "↑"
    back.tail = None
    spaced = list(item)
    if spaced:
        spaced[-1].tail = (spaced[-1].tail or "") + "\u00a0"
    else:
        item.text = (item.text or "") + "\u00a0"
    item.append(back)
    call = lxml_html.Element(
        "a", {"class": "call", "id": f"call-{number}", "href": f"#note-{number}"}
    )
    call.text = str(number)
    call.tail = note.tail
    note.getparent().replace(note, call)
    return item
