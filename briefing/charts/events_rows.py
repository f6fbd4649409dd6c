"""Rows of the events: their dates, and names by which each is told from the others."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import ChartData, PartialDate

_LINES = ((4, 5), (7, 3))
"""Events up to which there is room for so many lines each; more have two."""


def lines_of(events: int) -> int:
    """Return how many lines each of so many events may take."""
    return next((lines for most, lines in _LINES if events <= most), 2)


def labels(rows: Sequence[Sequence[str | int]]) -> list[str]:
    """Return a name for each row that no other has: its date, and where it stands."""
    found: dict[str, None] = {}
    for row in rows:
        name = f"{spoken(row)}, {row[2]}"
        while name in found:
            name += " (more)"
        found[name] = None
    return list(found)


def days_of(data: ChartData) -> list[PartialDate]:
    """Return the dates of the rows.

    Raises:
        ValueError: one is no date.
    """
    return [PartialDate.parse(str(row[0])) for row in data.rows]


def spoken(row: Sequence[str | int]) -> str:
    """Return the date of a row as it is spoken: ``13 September 2022``."""
    return PartialDate.parse(str(row[0])).spoken()
