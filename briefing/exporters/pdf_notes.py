"""Notes for print: footnotes, which the layout knows, as they are; endnotes as a list."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lxml import html as lxml_html
from lxml.etree import tostring

from briefing.exporters.endnotes import NOTE_SIGN, hold, list_endnotes, notes_in


@lru_cache(maxsize=4)
def printed(html: str) -> str:
    """Return a document as it is laid out: calls held to their words, endnotes in lists."""
    if NOTE_SIGN not in html:
        return html
    root: Any = lxml_html.document_fromstring(html)
    list_endnotes(root)
    for note in list(notes_in(root)):
        hold(note)
    written: str = tostring(root, encoding="unicode", method="html", doctype="<!DOCTYPE html>")
    return written


def has_footnotes(html: str) -> bool:
    """Tell whether notes of a document that is ready for the layout stand at the foot of pages."""
    return NOTE_SIGN in html
