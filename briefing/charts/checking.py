"""Whether chart data fits to be drawn: a ``.brief`` file may have been changed by hand."""

from __future__ import annotations

import re
from collections.abc import Collection

from briefing.errors import BriefError
from briefing.model import ChartData

LONGEST_NAME = 1000
"""Characters in the name of a row or column; what is drawn of it is cut."""
LARGEST_NUMBER = 1_000_000
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0, and with it SVG, cannot hold (production 2, ``Char``)."""


def check_shape(
    data: ChartData, columns: range, most_rows: int, words: Collection[int] = (0,)
) -> None:
    """Check that the data is a table of rows of names and numbers, in bounds and not all zero.

    ``words`` are the columns that hold text; all others hold counts.

    Raises:
        BriefError: it is not; the message names the chart and the fault.
    """
    if len(data.columns) not in columns:
        raise unfit(data, f"it has {len(data.columns)} columns")
    if not 1 <= len(data.rows) <= most_rows:
        raise unfit(data, f"it has {len(data.rows)} rows")
    if any(len(row) != len(data.columns) for row in data.rows):
        raise unfit(data, "a row is longer or shorter than the head")
    texts = [cell for row in data.rows for place, cell in enumerate(row) if place in words]
    if not all(map(is_name, (*data.columns, *texts))):
        raise unfit(data, "the name of a row or column is no short text")
    numbers = [cell for row in data.rows for place, cell in enumerate(row) if place not in words]
    if not all(map(_is_count, numbers)):
        raise unfit(data, f"a cell is no whole number from 0 to {LARGEST_NUMBER}")
    if numbers and not any(numbers):
        raise unfit(data, "all its numbers are 0")


def as_cell(text: str) -> str:
    """Return text as a cell may hold it: no longer than it may be, in characters of XML."""
    return _NO_TEXT.sub("\ufffd", text[:LONGEST_NAME])


def unfit(data: ChartData, fault: str) -> BriefError:
    """Return the error for a chart that cannot be drawn."""
    name = _NO_TEXT.sub("\ufffd", data.chart[:40])
    return BriefError(f"The chart “{name}” of the brief is damaged: {fault}.", "Build it anew.")


def is_name(cell: object) -> bool:
    """Tell whether something is a short text that can be drawn."""
    return isinstance(cell, str) and len(cell) <= LONGEST_NAME and not _NO_TEXT.search(cell)


def _is_count(cell: object) -> bool:
    return type(cell) is int and 0 <= cell <= LARGEST_NUMBER
