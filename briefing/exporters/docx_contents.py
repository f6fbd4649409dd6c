"""The contents list: entries with links, in one field that Word can renew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.blocks import Contents, Inline, Text
from briefing.exporters.docx_bookmarks import Bookmarks
from briefing.exporters.docx_styles import CONTENTS, StyleSheet
from briefing.exporters.docx_text import field
from briefing.exporters.docx_xml import Element, qn, w

LineWriter = Callable[[tuple[Inline, ...], str | None, Element], Element]
"""Makes a paragraph of words, a style and tabs."""
_DEEPEST = 3
"""Levels that the built-in styles of contents lists are asked for."""


def write_contents(
    contents: Contents, styles: StyleSheet, bookmarks: Bookmarks, width: int, line: LineWriter
) -> list[Element]:
    """Return the lines of a contents list on text of ``width`` twentieths of a point.

    Each ends with the number of its page, which Word puts in when it counts its fields.
    """
    paragraphs = []
    for entry in contents.entries:
        style = styles.paragraph(f"{CONTENTS} {min(entry.level, _DEEPEST)}")
        edge = w("tab", val="right", leader="dot", pos=width)
        linked = tuple(_leading_to(piece, entry.target) for piece in entry.content)
        paragraph = line(linked, style, w("tabs", edge))
        paragraph.append(w("r", w("tab")))
        paragraph.extend(field(f"PAGEREF {bookmarks.name(entry.target)} \\h", "–"))
        paragraphs.append(paragraph)
    _in_one_field(paragraphs)
    return paragraphs


def _in_one_field(paragraphs: list[Element]) -> None:
    """Put the field that makes a contents list around the paragraphs."""
    if not paragraphs:
        return
    begin, code, separate, _, end = field('TOC \\o "1-3" \\h \\z \\u', "")
    at = 1 if paragraphs[0][0].tag == qn("pPr") else 0
    paragraphs[0][at:at] = [begin, code, separate]
    paragraphs[-1].append(end)


def _leading_to(piece: Inline, target: str) -> Inline:
    return replace(piece, link=f"#{target}") if isinstance(piece, Text) else piece
