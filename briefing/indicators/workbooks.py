"""XLSX: the cells of the sheet that holds the table, formulas as their last computed values.

A workbook is a ZIP file: what it says it unpacks to is looked at before anything is unpacked, and
whether that is true before it is read.
"""

from __future__ import annotations

import io
import lzma
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from itertools import islice
from typing import Any
from xml.etree.ElementTree import ParseError

from lxml.etree import LxmlError

from briefing.errors import ImportFailure
from briefing.indicators.grids import MOST_COLUMNS, MOST_ROWS, Cell, Grid, PerCent, Row, bounded

LARGEST = 64 * 1024 * 1024
"""Bytes of all parts, unpacked."""
_MOST_PARTS = 2_000
_LAST_ROW = MOST_ROWS + 10_000
"""Rows below are not looked at; those above may be empty in part."""
_CHUNK = 1024 * 1024
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
"""What a format of numbers prints as it stands."""
_DAMAGED = (
    *(ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, ParseError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError),
    *(RuntimeError, OSError, LxmlError),
)
"""What the library raises on a file that is no sound workbook; there is no error of its own."""


def workbook_grid(data: bytes, fits: Callable[[Sequence[Row]], int]) -> Grid:
    """Return the rows of the sheet that looks most like a table, the first of equals.

    Raises:
        ImportFailure: no workbook, damaged, protected by a password, or too large to be meant.
    """
    try:
        _check(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what it leaves out, none of it cells
            sheets = _sheets(data)
    except _DAMAGED as error:
        raise ImportFailure(
            "The file is no sound XLSX workbook, or is protected by a password.",
            "Open it in the spreadsheet program, and save it once more as XLSX or CSV.",
        ) from error
    if not sheets:
        raise ImportFailure("The workbook has no sheet with cells.", "Choose another file.")
    name, rows = max(sheets, key=lambda sheet: fits(sheet[1][:40]))  # the first of the best
    return Grid(bounded(rows), sheet=name if len(sheets) > 1 else "")


def _check(data: bytes) -> None:
    """Look whether a workbook unpacks to no more than can be meant.

    Raises:
        ImportFailure: to more.
        zipfile.BadZipFile, zlib.error: it is damaged, or says what is not so.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
            raise ImportFailure(
                f"The workbook unpacks to more than {LARGEST // 1024 // 1024} MB.",
                "Save the sheet that matters as CSV.",
            )
        for part in parts:
            with package.open(part) as stream:  # reads no more than it says, and checks the sum
                while stream.read(_CHUNK):
                    pass


def _sheets(data: bytes) -> list[tuple[str, tuple[Row, ...]]]:
    """Return the sheets that have cells, by name; hidden ones are passed over."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        read = [(str(sheet.title), tuple(_rows(sheet))) for sheet in shown]
    finally:
        book.close()
    return [(name, rows) for name, rows in read if rows]


def _rows(sheet: Any) -> Iterator[Row]:
    """Yield the rows that have cells; what the sheet says of its size is not believed."""
    sheet.reset_dimensions()
    found = sheet.iter_rows(max_col=MOST_COLUMNS, max_row=_LAST_ROW)
    rows = ((line, _cells(cells)) for line, cells in enumerate(found, 1))
    filled = (Row(line, cells) for line, cells in rows if cells)
    return islice(filled, MOST_ROWS + 1)


def _cells(cells: Sequence[Any]) -> tuple[Cell, ...]:
    """Return the cells of a row up to the last that holds something."""
    end = max((place for place, cell in enumerate(cells, 1) if cell.value is not None), default=0)
    return tuple(map(_cell, cells[:end]))


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
