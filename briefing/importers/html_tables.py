"""Tell tables that hold data from tables that only lay out a page, and write them as text."""

from __future__ import annotations

from lxml.html import HtmlElement

from briefing.importers.html_tree import text_of

_LONGEST_CELL = 600  # characters; longer cells are columns of a layout
_BLOCKS = ("h1", "h2", "h3", "h4", "table", "article", "section")


def is_data_table(table: HtmlElement) -> bool:
    """Return whether the table has rows and columns of short cells and no page parts in them."""
    if table.get("role") == "presentation" or any(
        element is not table for element in table.iter(*_BLOCKS)
    ):
        return False
    rows = [_cells(row) for row in table.iter("tr")]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    return max(len(cell) for row in rows for cell in row) <= _LONGEST_CELL


def table_text(table: HtmlElement) -> str:
    """Return the table's cells joined with `` | `` and its rows with newlines."""
    rows = (" | ".join(_cells(row)) for row in table.iter("tr"))
    return "\n".join(row for row in rows if row.strip(" |"))


def _cells(row: HtmlElement) -> list[str]:
    return [text_of(cell) for cell in row.iter("td", "th")]
