"""The tables of a sheet, one beneath the other, and the values that their rows say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.indicators.columns import cell_at, fitted
from briefing.indicators.continuing import continuing
from briefing.indicators.grids import Cell, Row, cell_text
from briefing.indicators.head import Head
from briefing.indicators.head_words import Part
from briefing.indicators.heads import Heads

_LONGEST_NAME = 200
_MOST_TABLES = 200


_NOTE = re.compile(r"(?:sources?|notes?|quellen?|anmerkung|fuente|nota|\*)\b|.*:$", re.IGNORECASE)
"""What stands beneath a table, not above one."""


@dataclass(frozen=True, slots=True)
class Table:
    """A head, and the rows beneath it."""

    head: Head
    rows: tuple[Row, ...]
    continued: tuple[int, ...] = ()
    """Lines of rows that have their country or indicator from the row above."""

    def cells(self) -> Iterator[Cell]:
        """Yield the cells in which values stand."""
        return (cell_at(row, place) for row in self.rows for place in self.head.values)


@dataclass(frozen=True, slots=True)
class Said:
    """One value as a row says it."""

    line: int
    indicator: str
    year: Cell
    value: Cell
    country: str = ""
    """Where it stands in the head."""
    unit: str = ""
    """Where it stands in the head."""


def tables_in(rows: Sequence[Row], heads: Heads) -> list[Table]:
    """Return the tables of a sheet: each begins with a head of its own.

    Raises:
        ImportFailure: there is no head.
    """
    found = [heads.find(rows)]
    for place, row in enumerate(rows):
        if row.line <= found[-1].ends or len(found) == _MOST_TABLES:
            continue
        if (head := heads.begins(rows, place, found[-1])) is not None:
            found.append(head)
    ends = [*(head.line for head in found[1:]), rows[-1].line + 1]
    return [
        _table(head, [row for row in rows if head.ends < row.line < end])
        for head, end in zip(_titled(found, rows), ends, strict=True)
    ]


def _titled(heads: Sequence[Head], rows: Sequence[Row]) -> Sequence[Head]:
    """Return the heads of several tables with what stands above each, if that tells them apart."""
    before = {row.line: above for above, row in pairwise(rows)}
    titles = [_title(before.get(head.line)) for head in heads]
    if len(heads) == 1 or not all(titles) or len({*titles}) < len(heads):
        return heads
    return [
        replace(head, indicator=head.indicator or title)
        for head, title in zip(heads, titles, strict=True)
    ]


def _title(row: Row | None) -> str:
    """Return the words of a row that holds nothing else, and no note."""
    filled = [cell for cell in row.cells if cell_text(cell)] if row else []
    text = cell_text(filled[0]) if len(filled) == 1 else ""
    return "" if _NOTE.match(text) else text


def text_at(row: Row, head: Head, part: Part) -> str:
    """Return what a row holds in a column, as text; no longer than a name can be."""
    place = head.parts.get(part)
    return "" if place is None else cell_text(cell_at(row, place))[:_LONGEST_NAME]


def said_in(row: Row, head: Head, named: str) -> Iterator[Said]:
    """Yield the values of a row: one, or several where they stand across.

    ``named`` is what the indicator is called where nothing in the table says so.
    """
    told = text_at(row, head, Part.INDICATOR)
    time = head.parts.get(Part.YEAR)
    for place in head.values:
        across = ", ".join(filter(None, (told, head.indicators.get(place, ""))))
        year = head.years.get(place) or (None if time is None else cell_at(row, time))
        country, unit = head.countries.get(place, ""), head.units.get(place, "")
        indicator = (across or head.indicator or named)[:_LONGEST_NAME]
        yield Said(row.line, indicator, year, cell_at(row, place), country, unit)


def _table(head: Head, rows: Sequence[Row]) -> Table:
    head = fitted(head, rows)
    filled, continued = continuing(head, rows)
    return Table(head, filled, continued)
