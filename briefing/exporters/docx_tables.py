"""Tables: heading row repeated, rows kept whole, described, columns as wide as words need."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.blocks import Cell, Paragraph, Row, Table, plain_text
from briefing.exporters.docx_styles import DATA_TABLE, TABLE_STYLES, StyleSheet, first_of
from briefing.exporters.docx_xml import Xml, w


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where in a table a cell stands."""

    table: Table
    row: int
    column: int

    @property
    def stays_with_next(self) -> bool:
        """Whether the row stays on the page of the next: a heading, and rows of some tables."""
        roles = self.table.roles
        is_within = "whole" in roles and self.row < len(self.table.rows) - 1
        return "facts" in roles or is_within or (self.row == 0 and self.table.rows[0].heading)

    @property
    def is_number(self) -> bool:
        """Whether numbers stand in the column, digit below digit."""
        if "own-numbers" in self.table.roles:
            return 0 < self.column < len(self.table.rows[0].cells) - 1
        return "counted" in self.table.roles and self.column == 1


ParagraphWriter = Callable[[Paragraph, Cell, CellPlace], Xml]
_LEAST = 2.0
"""What a column of next to no words counts for."""
_LONGEST = 40
"""Characters beyond which a cell's text makes its column no wider; it wraps."""

_SHARES: dict[str, tuple[float, ...]] = {
    "facts": (0.14, 0.36, 0.14, 0.36),
    "pairs": (0.3, 0.7),
    "indicators": (0.28, 0.44 / 3, 0.44 / 3, 0.44 / 3, 0.28),
    "told": (0.26, 0.52, 0.22),
    "worded": (0.26, 0.38, 0.11, 0.25),
    "counted": (0.37, 0.1, 0.53),
    "numbers": (0.37, 0.1, 0.11, 0.42),
}
"""Of the width, by class of table, as in the PDF; columns of any other are as its words want."""


def write_table(table: Table, width: int, styles: StyleSheet, paragraph: ParagraphWriter) -> Xml:
    """Return a table as wide as the text (``width`` in twentieths of a point)."""
    widths = column_widths(table, width)
    grid = w("tblGrid", *(w("gridCol", w=column) for column in widths))
    return w(
        "tbl",
        _properties(table, width, styles),
        grid,
        *(_row(row, number, table, widths, paragraph) for number, row in enumerate(table.rows)),
    )


def column_widths(table: Table, width: int) -> list[int]:
    """Return the widths of the columns; they sum to ``width``.

    Some tables have columns of their own. Else a column grows with the square root of its words:
    halfway between columns of equal width and columns in proportion, so that short labels do not
    stand in slits nor far from their values.
    """
    columns = list(zip(*(row.cells for row in table.rows), strict=True))
    shares = (share for role, share in _SHARES.items() if role in table.roles)
    needs: Sequence[float] = next(shares, ())
    if len(needs) != len(columns):
        needs = [max(_LEAST, math.sqrt(max(map(_need, cells)))) for cells in columns]
    edges = [round(width * sum(needs[:end]) / sum(needs)) for end in range(len(needs) + 1)]
    return [right - left for left, right in pairwise(edges)]


def description(table: Table) -> str:
    """Return what a table is about: its headings, else its first row."""
    cells = [cell for row in table.rows for cell in row.cells]
    headings = [_words(cell) for cell in cells if cell.heading]
    first = [_words(cell) for cell in table.rows[0].cells]
    return ", ".join(filter(None, headings)) or ", ".join(filter(None, first))


def _words(cell: Cell) -> str:
    return " ".join(plain_text(paragraph.content) for paragraph in cell.paragraphs)


def _need(cell: Cell) -> int:
    """Return about how many characters wide a cell wants to be."""
    words = _words(cell)
    longest = max((len(word) for word in words.split()), default=0)
    return max(min(len(words), _LONGEST), longest) + 2


def _properties(table: Table, width: int, styles: StyleSheet) -> Xml:
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
        w("tblDescription", val=description(table)),
    )


def _row(row: Row, number: int, table: Table, widths: list[int], paragraph: ParagraphWriter) -> Xml:
    """Return a row. The first is always marked as heading: checkers ask it of every table."""
    heading = number == 0 or row.heading
    properties = w("trPr", w("cantSplit"), w("tblHeader") if heading else None)
    cells = (
        _cell(cell, width, CellPlace(table, number, column), paragraph)
        for column, (cell, width) in enumerate(zip(row.cells, widths, strict=True))
    )
    return w("tr", properties, *cells)


def _cell(cell: Cell, width: int, place: CellPlace, paragraph: ParagraphWriter) -> Xml:
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    return w("tc", properties, *(paragraph(each, cell, place) for each in cell.paragraphs))
