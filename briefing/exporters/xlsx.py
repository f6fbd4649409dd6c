"""A spreadsheet of one sheet of texts by XlsxWriter, the same bytes for the same texts.

All cells are texts, so nothing is ever computed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

_LONGEST = 32_767
"""Characters that a cell holds."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    name: str
    width: int
    """In characters."""


def workbook(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    title: str,
    author: str,
    day: date,
) -> bytes:
    """Return a workbook whose one sheet holds the rows under its columns' names."""
    from xlsxwriter import Workbook

    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True})
    created = datetime.combine(day, time(), UTC)  # the clock of the computer stays out
    book.set_properties({"title": _text(title), "author": _text(author), "created": created})
    head = book.add_format({"bold": True, "num_format": "@", "valign": "top"})
    plain = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    sheet = book.add_worksheet(name)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.name, head)
    for line, row in enumerate(rows, 1):
        for number, text in enumerate(row):
            sheet.write_string(line, number, _text(text), plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    book.close()
    return made.getvalue()


def _text(text: str) -> str:
    return _NOT_XML.sub(" ", text)[:_LONGEST]
