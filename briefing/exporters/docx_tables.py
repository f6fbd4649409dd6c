"""Tables: heading row repeated, rows kept whole, described, columns as wide as words need."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from briefing.blocks import Cell, Paragraph, Table, plain_text
from briefing.exporters.docx_styles import DATA_TABLE, TABLE_STYLES, StyleSheet, first_of
from briefing.exporters.docx_xml import Element, w

ParagraphWriter = Callable[[Paragraph, Cell, Table], Element]
_LEAST = 2.0
"""What a column without words of its own counts for."""
_LONGEST = 40
"""Characters beyond which a cell's text makes its column no wider; it wraps."""


def write_table(
    table: Table, width: int, styles: StyleSheet, paragraph: ParagraphWriter
) -> Element:
    """Return a table as wide as the text (``width`` in twentieths of a point)."""
    widths = column_widths(table, width)
    grid = w("tblGrid", *(w("gridCol", w=column) for column in widths))
    rows = _with_continuations(table)
    return w(
        "tbl",
        _properties(table, width, styles),
        grid,
        *(_row(row, number, table, widths, paragraph) for number, row in enumerate(rows)),
    )


def column_widths(table: Table, width: int) -> list[int]:
    """Return the widths of the columns; they sum to ``width``.

    A column grows with the square root of its words: halfway between columns of equal width and
    columns in proportion, so that short labels do not stand in slits nor far from their values.
    """
    needs = [_LEAST] * table.columns
    for row in _with_continuations(table):
        for place, cell in row:
            if cell is not None and cell.columns == 1:
                needs[place] = max(needs[place], math.sqrt(_need(cell)))
    edges = [round(width * sum(needs[:end]) / sum(needs)) for end in range(table.columns + 1)]
    return [right - left for left, right in pairwise(edges)]


def description(table: Table) -> str:
    """Return what a table is about: its caption, else its headings, else its first row."""
    caption = plain_text(table.caption)
    cells = [cell for row in table.rows for cell in row.cells]
    headings = [_words(cell) for cell in cells if cell.heading]
    first = [_words(cell) for cell in table.rows[0].cells]
    return caption or ", ".join(filter(None, headings)) or ", ".join(filter(None, first))


def _words(cell: Cell) -> str:
    return " ".join(plain_text(paragraph.content) for paragraph in cell.paragraphs)


def _need(cell: Cell) -> int:
    """Return about how many characters wide a cell wants to be."""
    words = _words(cell)
    longest = max((len(word) for word in words.split()), default=0)
    return max(min(len(words), _LONGEST), longest) + 2


def _properties(table: Table, width: int, styles: StyleSheet) -> Element:
    style = styles.table(first_of(TABLE_STYLES, table.roles, DATA_TABLE))
    heading = any(row.heading for row in table.rows)
    side = all(row.cells[0].heading for row in table.rows if row.cells and not row.heading)
    return w(
        "tblPr",
        w("tblStyle", val=style) if style else None,
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val=f"{0x0400 | (0x0020 if heading else 0) | (0x0080 if side else 0):04X}",
            firstRow=int(heading),
            lastRow=0,
            firstColumn=int(side),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        w("tblCaption", val=plain_text(table.caption)) if table.caption else None,
        w("tblDescription", val=description(table)),
    )


_Placed = list[tuple[int, Cell | None]]
"""Cells of a row by the column they begin in; None where one from above reaches down."""


def _with_continuations(table: Table) -> list[_Placed]:
    """Return the rows with a place for each cell that reaches down, which Word wants to see."""
    reaching: dict[int, int] = {}
    placed = []
    for row in table.rows:
        cells: _Placed = []
        column = 0
        waiting = iter(row.cells)
        while column < table.columns:
            if reaching.get(column, 0) > 0:
                reaching[column] -= 1
                cells.append((column, None))
                column += 1
                continue
            cell = next(waiting, Cell((Paragraph(()),)))
            cells.append((column, cell))
            for below in range(column, column + cell.columns):
                reaching[below] = cell.rows - 1
            column += cell.columns
        placed.append(cells)
    return placed


def _row(
    cells: _Placed, number: int, table: Table, widths: list[int], paragraph: ParagraphWriter
) -> Element:
    """Return a row. The first is always marked as heading: checkers ask it of every table."""
    heading = number == 0 or table.rows[number].heading
    properties = w("trPr", w("cantSplit"), w("tblHeader") if heading else None)
    return w("tr", properties, *(_cell(at, cell, table, widths, paragraph) for at, cell in cells))


def _cell(
    column: int, cell: Cell | None, table: Table, widths: list[int], paragraph: ParagraphWriter
) -> Element:
    if cell is None:
        return w("tc", w("tcPr", w("tcW", w=widths[column], type="dxa"), w("vMerge")), w("p"))
    covered = sum(widths[column : column + cell.columns])
    properties = w(
        "tcPr",
        w("tcW", w=covered, type="dxa"),
        w("gridSpan", val=cell.columns) if cell.columns > 1 else None,
        w("vMerge", val="restart") if cell.rows > 1 else None,
    )
    return w("tc", properties, *(paragraph(each, cell, table) for each in cell.paragraphs))
