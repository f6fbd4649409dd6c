"""A ``table`` element in, a table whose rows all cover the same number of columns out."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.blocks import tree
from briefing.blocks.errors import misplaced
from briefing.blocks.inline import read_inlines
from briefing.blocks.model import Cell, Inline, Paragraph, Row, Table
from briefing.blocks.tree import Element
from briefing.errors import TemplateError

_PARTS = frozenset({"caption", "colgroup", "thead", "tbody", "tfoot", "tr"})
_ROW = frozenset({"tr"})
_CELLS = frozenset({"td", "th"})


def read_table(element: Element) -> Table:
    """Return the table of a ``table`` element.

    Raises:
        TemplateError: an element that has no place there, no row, or rows of unequal width.
    """
    rows = tuple(_rows(element))
    widths = _widths(rows)
    if len(set(widths)) != 1:
        raise TemplateError(
            f"A table of the template has rows of {sorted(set(widths)) or 'no'} columns.",
            "Every row must cover the same number of columns, and there must be one.",
        )
    roles = tree.classes(element)
    return Table(rows, widths[0], _caption(element), tree.ids(element), roles)


def _caption(element: Element) -> tuple[Inline, ...]:
    caption = element.find("caption")
    return () if caption is None else read_inlines(caption)


def _rows(element: Element, heading: bool = False) -> Iterator[Row]:
    for child in tree.children(element):
        if child.tag not in (_PARTS if element.tag == "table" else _ROW):
            raise misplaced(child, _PARTS)
        if child.tag == "tr":
            yield Row(tuple(_cell(cell) for cell in tree.children(child)), heading)
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child, heading=child.tag == "thead")


def _cell(element: Element) -> Cell:
    if element.tag not in _CELLS:
        raise misplaced(element, _CELLS)
    return Cell(
        paragraphs=tuple(_paragraphs(element)),
        heading=element.tag == "th",
        columns=max(1, tree.whole_number(element, "colspan", 1)),
        rows=max(1, tree.whole_number(element, "rowspan", 1)),
        ids=tree.ids(element),
    )


def _paragraphs(cell: Element) -> Iterator[Paragraph]:
    """Yield the paragraphs of a cell: its ``p`` elements, or its text as one."""
    direction = tree.direction(cell)
    within = tree.classes(cell)
    loose = read_inlines(cell, skip=frozenset({"p"}))
    paragraphs = cell.findall("p")
    if loose or not paragraphs:
        yield Paragraph(loose, (), within, direction=direction)
    for paragraph in paragraphs:
        content = read_inlines(paragraph)
        yield Paragraph(
            content, tree.ids(paragraph), tree.classes(paragraph), within, tree.direction(paragraph)
        )


def _widths(rows: tuple[Row, ...]) -> list[int]:
    """Return how many columns each row covers, counting cells that reach down from above."""
    reaching: dict[int, int] = {}
    widths = []
    for number, row in enumerate(rows):
        widths.append(sum(cell.columns for cell in row.cells) + reaching.get(number, 0))
        for cell in row.cells:
            for below in range(number + 1, number + cell.rows):
                reaching[below] = reaching.get(below, 0) + cell.columns
    return widths
