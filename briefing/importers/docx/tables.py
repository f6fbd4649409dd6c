"""Word tables: cells row by row; what is merged counts once, what only lays out is no table."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from briefing.importers.docx.package import W

_PROSE = 40
"""A cell of so many words is text that stands in a table for its layout."""

CellText = Callable[[etree._Element], str]


def cells_of(table: etree._Element) -> list[list[etree._Element]]:
    """Return the cells of each row that is not deleted, content controls looked through."""
    rows = [row for row in _inside(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
    return [list(_inside(row, f"{W}tc")) for row in rows]


def _inside(element: etree._Element, tag: str) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            found += _inside(child, tag)
    return found


def is_layout(rows: list[list[etree._Element]], text_of: CellText) -> bool:
    """Return whether the table only places text: one filled cell a row, or whole paragraphs."""
    texts = [[text for cell in row if (text := text_of(cell).strip())] for row in rows]
    widest = max(map(len, texts), default=0)
    if widest <= 1:
        return True
    long = [len(text.split()) >= _PROSE for row in texts for text in row]
    return widest == 2 and len(rows) <= 2 and any(long)


def written_rows(rows: list[list[etree._Element]], text_of: CellText) -> str:
    """Return the cells joined by `` | `` and the rows by newlines."""
    return "\n".join(" | ".join(_cell(cell, text_of) for cell in row) for row in rows)


def _cell(cell: etree._Element, text_of: CellText) -> str:
    """Return the text of a cell; nothing where it continues the one above."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    if merged is not None and merged.get(f"{W}val", "continue") == "continue":
        return ""
    return text_of(cell)
