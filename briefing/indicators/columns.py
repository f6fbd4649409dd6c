"""What the rows of a table tell of its columns, which their names in the head do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.indicators.faults import shown
from briefing.indicators.grids import Cell, Row, cell_text
from briefing.indicators.head import Head
from briefing.indicators.head_words import Part, is_passed_over
from briefing.indicators.numbers import number_of
from briefing.indicators.years import is_part
from briefing.wording import listed

_LOOKED_AT = 20
_NAMED = 3
_YEAR_FIRST = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")


def fitted(head: Head, rows: Sequence[Row]) -> Head:
    """Return a head without indicators that have no number, and with the names of countries.

    The UN set these in a column without a name, beside one of numbers.
    """
    bare = {place for place in head.indicators if not _has_number(rows, place)}
    if bare == {*head.indicators}:
        bare = set()
    indicators = {place: name for place, name in head.indicators.items() if place not in bare}
    years = {place: year for place, year in head.years.items() if place not in bare}
    parts, place = head.parts, head.parts.get(Part.COUNTRY, -1)
    beside = place + 1
    if 0 < beside < len(head.columns) and not head.columns[beside]:
        begun = [(cell_at(row, place), cell_at(row, beside)) for row in rows[:_LOOKED_AT]]
        pairs = [(cell_text(one), cell_text(other)) for one, other in begun]
        if pairs and all(one.isdecimal() and other.strip(" 0123456789") for one, other in pairs):
            parts = parts | {Part.CODE: place, Part.COUNTRY: beside}
    return replace(head, parts=parts, indicators=indicators, years=years)


def unread_columns(head: Head, rows: Sequence[Row]) -> str:
    """Return the columns of numbers that are not read though they should be: ``“2024 Q1”``.

    Those are columns that begin with a year or name a part of one, and such beside countries that
    have one each.
    """
    known = {*head.values, *head.parts.values()}
    names = [
        f"“{shown(name)}”"
        for place, name in enumerate(head.columns)
        if place not in known and name and not is_passed_over(name)
        if head.countries or _YEAR_FIRST.match(name) or is_part(name)
        if _has_number(rows, place)
    ]
    more = [f"{len(names) - _NAMED + 1} more"] if len(names) > _NAMED else []
    return listed([*names[: _NAMED - len(more)], *more])


def _has_number(rows: Sequence[Row], place: int) -> bool:
    return any(number_of(cell_at(row, place), False) is not None for row in rows)


def differing_columns(head: Head, row: Row, other: Row) -> str:
    """Return the columns in which two rows differ though nothing is read of them: ``“sex”``."""
    read = {*head.values, *head.parts.values()}
    names = [
        f"“{shown(name)}”"
        for place, name in enumerate(head.columns)
        if name and place not in read and not is_passed_over(name)
        if cell_at(row, place) != cell_at(other, place)
    ]
    return listed(names[:_NAMED])


def cell_at(row: Row, place: int) -> Cell:
    """Return a cell of a row; one that ends before it has none there."""
    return row.cells[place] if place < len(row.cells) else None
