"""XLSX: the cells of the sheet that holds the table, formulas as their last computed values.

A workbook is a ZIP file: what it says it unpacks to is looked at before anything is unpacked, and
whether that is true before it is read.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from itertools import islice, repeat
from operator import is_not
from typing import Any
from xml.etree.ElementTree import ParseError

from lxml.etree import LxmlError

from briefing.archives import BROKEN_ARCHIVE
from briefing.errors import ImportFailure
from briefing.importers.local_file import printable
from briefing.indicators.grids import MOST_COLUMNS, MOST_ROWS, Cell, Grid, PerCent, Row, bounded
from briefing.indicators.heads import Heads
from briefing.wording import listed

LARGEST = 32 * 1024 * 1024
"""Bytes of all parts, unpacked."""
MOST_CELLS = 600_000
_PIECE = re.compile(rb"<(?:\w{1,20}:)?(?:c|si|xf|row|rPr|r)[\s/>]")
"""What costs time to read: cells and rows, their texts and their styles."""
_LOOKED_AT = 40
"""Rows of a sheet in which its head is looked for, before the others are read."""
_MOST_PARTS = 2_000
_LAST_ROW = MOST_ROWS + 10_000
"""Rows below are not looked at; those above may be empty in part."""
_CHUNK = 1024 * 1024
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
"""What a format of numbers prints as it stands."""
_NO_VALUE = re.compile(rb"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>")
"""A formula whose value has not been written beside it."""
_UNCOMPUTED = (
    "Some cells hold formulas that have not been computed, and count as empty: open the file in "
    "the spreadsheet program, save it there, and add it anew.",
)
_NO_NAME = re.compile(
    r"(?:sheet|tabelle|feuil|feuille|hoja|foglio|лист|data|daten|donn[ée]es|datos|export)"
    r"\s?[0-9]*",
    re.IGNORECASE,
)
"""Names of sheets that say nothing of what they hold."""
_MOST_NAMED = 3
_DAMAGED = (
    *BROKEN_ARCHIVE,
    *(KeyError, TypeError, AttributeError, IndexError, OverflowError, ParseError, LxmlError),
)
"""What the library raises on a file that is no sound workbook; there is no error of its own."""


def workbook_grid(data: bytes, heads: Heads, known: Callable[[Sequence[Row]], int]) -> Grid:
    """Return the rows of the sheet that looks most like a table, the first of equals.

    ``known`` says how many rows name countries.

    Raises:
        ImportFailure: no workbook, damaged, protected by a password, too large to be meant, or
            without a table.
    """
    try:
        uncomputed = _check(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what it leaves out, none of it cells
            grid = _grid(data, heads, known)
            return replace(grid, remarks=(*grid.remarks, *_UNCOMPUTED[:uncomputed]))
    except _DAMAGED as error:
        raise ImportFailure(
            "The file is no sound XLSX workbook, or is protected by a password.",
            "Open it in the spreadsheet program, and save it once more as XLSX or CSV.",
        ) from error


def _check(data: bytes) -> bool:
    """Look whether a workbook unpacks to no more than can be meant.

    Return whether it has formulas without the values that they give.

    Raises:
        ImportFailure: to more.
        zipfile.BadZipFile, zlib.error: it is damaged, or says what is not so.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
            raise _too_large(f"unpacks to more than {LARGEST // 1024 // 1024} MB")
        cells, uncomputed = 0, False
        for part in parts:
            with package.open(part) as stream:  # reads no more than it says, and checks the sum
                while chunk := stream.read(_CHUNK):
                    cells += len(_PIECE.findall(chunk))
                    uncomputed = uncomputed or _NO_VALUE.search(chunk) is not None
        if cells > MOST_CELLS:
            raise _too_large(f"has more than {MOST_CELLS:,} cells")
        return uncomputed


def _too_large(what: str) -> ImportFailure:
    return ImportFailure(f"The workbook {what}.", "Save the sheet that matters as CSV.")


def _grid(data: bytes, heads: Heads, known: Callable[[Sequence[Row]], int]) -> Grid:
    """Return the sheet that looks most like a table; hidden ones are passed over.

    Raises:
        ImportFailure: there is none with cells, it has no head, or too many rows.
    """
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        begun = [(sheet, tuple(islice(_rows(sheet), _LOOKED_AT))) for sheet in shown]
        filled = [(sheet, rows) for sheet, rows in begun if rows]
        if not filled:
            raise ImportFailure("The workbook has no sheet with cells.", "Choose another file.")
        sheet, rows = max(filled, key=lambda one: (heads.likeness(one[1]), known(one[1])))
        heads.find(rows)
        unread = [one for one in filled if one[0] is not sheet and _has_head(one[1], heads)]
        others = [str(one.title) for one, _ in unread]
        named = str(sheet.title) if len(filled) > 1 else ""
        remarks = _on_others(named, others)
        telling = "" if _NO_NAME.fullmatch(named) else " ".join(named.split())
        return Grid(bounded(tuple(_rows(sheet))), sheet=telling, remarks=remarks)
    finally:
        book.close()


def _has_head(rows: Sequence[Row], heads: Heads) -> bool:
    with suppress(ImportFailure):
        heads.find(rows)
        return True
    return False


def _on_others(sheet: str, others: Sequence[str]) -> tuple[str, ...]:
    """Say which sheet is read, where others hold tables too."""
    if not others:
        return ()
    names = [f"“{printable(name)}”" for name in others[:_MOST_NAMED]]
    if len(others) > _MOST_NAMED:
        names.append("others")
    advice = "save each that matters as a file of its own"
    hold = "hold tables" if others[1:] else "holds a table"
    return (f"Sheet “{printable(sheet)}” is read; {listed(names)} {hold} too: {advice}.",)


def _rows(sheet: Any) -> Iterator[Row]:
    """Yield the rows that have cells; what the sheet says of its size is not believed."""
    from openpyxl.cell.read_only import EMPTY_CELL

    sheet.reset_dimensions()
    found = sheet.iter_rows(max_col=MOST_COLUMNS, max_row=_LAST_ROW)
    rows = ((line, _cells(cells, EMPTY_CELL)) for line, cells in enumerate(found, 1))
    filled = (Row(line, cells) for line, cells in rows if cells)
    return islice(filled, MOST_ROWS + 1)


def _cells(cells: Sequence[Any], empty: object) -> tuple[Cell, ...]:
    """Return the cells of a row up to the last that holds something; most are ``empty``."""
    left = sum(map(is_not, cells, repeat(empty)))
    found: list[Cell] = []
    for cell in cells:
        if not left:
            break
        left -= cell is not empty
        found.append(_cell(cell))
    while found and found[-1] is None:
        found.pop()
    return tuple(found)


def _cell(cell: Any) -> Cell:
    value = cell.value
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return _in_per_cent(value) if is_per_cent(cell.number_format) else value
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _in_per_cent(value: float) -> PerCent:
    """Return a hundred times a number, without what binary fractions add to it."""
    return PerCent(f"{value * 100:.13g}")


@cache
def is_per_cent(number_format: str) -> bool:
    """Return whether a format of a workbook shows a hundred times the number it holds."""
    return "%" in _LITERAL.sub("", number_format).partition(";")[0]
