"""The cells of a file, whatever its format: rows of values with the number of their line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from briefing.errors import ImportFailure
from briefing.importers.encoding import decode

Cell = str | int | float | None
"""What a cell holds; a date stands as ISO 8601 writes it."""

MOST_ROWS = 60_000
MOST_COLUMNS = 500
_LONGEST_CELL = 2_000
_DELIMITERS = (",", ";", "\t", "|")
_FOLDED = re.compile(r"(?:\w{1,40},){1,20}\w{1,40}\\\w{1,40}")
_LOOKED_AT = 40
"""Rows in which the head is looked for."""


class PerCent(float):
    """A number in per cent, of a cell that a workbook shows so: 5.4 where it holds 0.054."""

    def __str__(self) -> str:
        return f"{float(self):.12g}%"


@dataclass(frozen=True, slots=True)
class Row:
    """One row, and the line of the file on which it begins."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table."""

    rows: tuple[Row, ...]
    mark: str = ""
    """What parts its cells, in a text file."""
    sheet: str = ""
    """Name of the sheet, where the file has several and it tells something."""
    remarks: tuple[str, ...] = ()
    """What there is to say of the file as a whole."""

    @property
    def decimal_comma(self) -> bool:
        """Whether ``1,234`` without any other sign is more likely one and a bit than a thousand."""
        return self.mark == ";"


def csv_grid(data: bytes, fits: Callable[[Sequence[Row]], int]) -> Grid:
    """Return the rows of a text file; ``fits`` says how much like a head and table they look.

    Raises:
        ImportFailure: not text, or too long to be meant.
    """
    text = decode(data).replace("\x00", "")
    text = _without_hint(text)
    looked = {mark: unfolded(_begun(text, mark)) for mark in _DELIMITERS}
    mark = max(_DELIMITERS, key=lambda one: (fits(looked[one]), _width(looked[one])))
    rows = tuple(islice(_rows(text, mark), MOST_ROWS + 1))
    return Grid(unfolded(bounded(rows)), mark)


def unfolded(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    r"""Return rows with a cell for each name where Eurostat has several in the first.

    Its head says so: ``freq,unit,geo\TIME_PERIOD``.
    """
    head = next((n for n, row in enumerate(rows[:_LOOKED_AT]) if _is_folded(row)), None)
    if head is None:
        return rows
    parted = (Row(one.line, (*_parts(one), *one.cells[1:])) for one in rows[head:])
    return (*rows[:head], *parted)


def _is_folded(row: Row) -> bool:
    return _FOLDED.fullmatch(cell_text(row.cells[0])) is not None


def _parts(row: Row) -> list[str]:
    return [part.strip() for part in str(row.cells[0]).split(",")]


def bounded(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows that are not too many.

    Raises:
        ImportFailure: they are.
    """
    if len(rows) > MOST_ROWS:
        raise ImportFailure(
            f"The table has more than {MOST_ROWS:,} rows.",
            "Save the countries and years that matter as a file of their own.",
        )
    return rows


def cell_text(cell: Cell) -> str:
    """Return the words of a cell, spaces put in order, no longer than can be meant."""
    return "" if cell is None else " ".join(str(cell)[:_LONGEST_CELL].split())


def _without_hint(text: str) -> str:
    """Return the text with the line emptied in which spreadsheets name the delimiter."""
    first, _, rest = text.partition("\n")
    return f"\n{rest}" if first.strip().lower().startswith("sep=") else text


def _begun(text: str, mark: str) -> tuple[Row, ...]:
    begun: list[Row] = []
    with suppress(ImportFailure):  # what is wrong is told of the delimiter that is chosen
        begun.extend(islice(_rows(text, mark), _LOOKED_AT))
    return tuple(begun)


def _rows(text: str, mark: str) -> Iterator[Row]:
    """Yield the rows that have cells.

    Raises:
        ImportFailure: a quotation mark swallows the rest of the text, or a cell is too long.
    """
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=mark, skipinitialspace=True)
    begins = 1
    try:
        for cells in reader:
            if lines.tell() == len(text) and _is_open(text, begins, mark):
                raise csv.Error
            if any(cell.strip() for cell in cells):
                yield Row(begins, tuple(cells[:MOST_COLUMNS]))
            begins = reader.line_num + 1
    except csv.Error as error:
        if len(_line(text, begins)) > csv.field_size_limit():
            raise ImportFailure(
                f"Line {begins} has a cell of more than {csv.field_size_limit():,} characters.",
                "Shorten it, or take the line out.",
            ) from error
        raise ImportFailure(
            f"Line {begins} opens a quotation mark that is never closed.",
            "Close it, or save the table once more.",
        ) from error


def _is_open(text: str, line: int, mark: str) -> bool:
    """Return whether the last row, which begins on a line, ends within quotation marks."""
    last = _from(text, line)
    try:
        list(csv.reader(last, delimiter=mark, skipinitialspace=True, strict=True))
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def _line(text: str, line: int) -> str:
    return _from(text, line).readline()


def _from(text: str, line: int) -> io.StringIO:
    """Return a text from the beginning of a line on, counted from 1."""
    rest = io.StringIO(text, newline="")
    for _ in range(line - 1):
        rest.readline()
    return rest


def _width(rows: Sequence[Row]) -> int:
    return max((len(row.cells) for row in rows), default=0)
