"""A ``table`` element in, a table whose rows all have the same number of cells out."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.blocks import tree
from briefing.blocks.errors import misplaced, refuse_loose_text
from briefing.blocks.inline import read_inlines
from briefing.blocks.model import Cell, Paragraph, Row, Table
from briefing.blocks.tree import Element
from briefing.errors import TemplateError

_PARTS = frozenset({"caption", "thead", "tbody", "tr"})
_ROW = frozenset({"tr"})
_CELLS = frozenset({"td", "th"})


def read_table(element: Element) -> Table:
    """Return the table of a ``table`` element.

    Raises:
        TemplateError: an element that has no place there, no row, or rows of unequal width.
    """
    rows = tuple(_rows(element))
    widths = {len(row.cells) for row in rows}
    if len(widths) != 1 or 0 in widths:
        raise TemplateError(
            f"A table of the template has rows of {sorted(widths) or 'no'} cells.",
            "Every row must have the same number of cells, and there must be one.",
        )
    caption = element.find("caption")
    words = () if caption is None else read_inlines(caption)
    return Table(rows, tree.ids(element), tree.classes(element), words)


def _rows(element: Element, heading: bool = False) -> Iterator[Row]:
    refuse_loose_text(element)
    allowed = _PARTS if element.tag == "table" else _ROW
    for number, child in enumerate(tree.children(element)):
        if child.tag not in allowed or (child.tag == "caption" and number > 0):
            raise misplaced(child, allowed)
        if child.tag == "caption":
            continue
        if child.tag == "tr":
            refuse_loose_text(child)
            yield Row(tuple(_cell(cell) for cell in tree.children(child)), heading)
        else:
            yield from _rows(child, heading=child.tag == "thead")


def _cell(element: Element) -> Cell:
    if element.tag not in _CELLS:
        raise misplaced(element, _CELLS)
    return Cell(
        paragraphs=tuple(_paragraphs(element)),
        heading=element.tag == "th",
        ids=tree.ids(element),
    )


def _paragraphs(cell: Element) -> Iterator[Paragraph]:
    """Yield the paragraphs of a cell: its ``p`` elements, or its text as one."""
    within = tree.classes(cell)
    paragraphs = cell.findall("p")
    if not paragraphs:
        yield Paragraph(read_inlines(cell), (), within, direction=tree.direction(cell))
        return
    refuse_loose_text(cell)
    for paragraph in tree.children(cell):
        if paragraph.tag != "p":
            raise misplaced(paragraph, frozenset({"p"}))
        content = read_inlines(paragraph)
        yield Paragraph(
            content, tree.ids(paragraph), tree.classes(paragraph), within, tree.direction(paragraph)
        )
