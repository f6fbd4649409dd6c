"""The tables of a sheet, one beneath the other, and the values that their rows say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.indicators.columns import cell_at, fitted
from briefing.indicators.grids import Cell, Row, cell_text
from briefing.indicators.head import Head
from briefing.indicators.head_words import Part
from briefing.indicators.heads import Heads

_LONGEST_NAME = 200
_MOST_TABLES = 200
_BELOW = 22
"""Rows that tell whether the first of them is a head."""


@dataclass(frozen=True, slots=True)
class Table:
    """A head, and the rows beneath it."""

    head: Head
    rows: tuple[Row, ...]

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
    head = heads.find(rows)
    left = [row for row in rows if row.line > head.ends]
    found: list[Table] = []
    begins = 0
    for place in range(len(left)):
        if len(found) == _MOST_TABLES or left[place].line <= head.ends:
            continue
        if (next_ := heads.begins(left[place : place + _BELOW], head)) is not None:
            found.append(_table(head, left[begins:place]))
            head, begins = next_, place
    return [*found, _table(head, left[begins:])]


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
    kept = tuple(row for row in rows if row.line > head.ends)
    return Table(fitted(head, kept), kept)
