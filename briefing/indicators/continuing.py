"""Rows whose country or indicator is written once above them, as in merged cells and pivots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.indicators.columns import cell_at
from briefing.indicators.grids import Row, cell_text
from briefing.indicators.head import Head
from briefing.indicators.head_words import Part
from briefing.indicators.numbers import is_missing
from briefing.indicators.years import time_of


def continuing(head: Head, rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[int, ...]]:
    """Return rows with what is left empty in them, and the lines of those that had to be filled.

    Only where years or indicators then tell all of them apart: a sum, or a row of another country,
    would most likely have those of a row above.
    """
    places = sorted(head.parts[p] for p in (Part.INDICATOR, Part.COUNTRY) if p in head.parts)
    is_told = {Part.YEAR, Part.INDICATOR} & {*head.parts}
    if not is_told or all(cell_at(row, place) for row in rows for place in places):
        return tuple(rows), ()
    filled = tuple(_filled(head, rows, places))
    changed = [row for row, old in zip(filled, rows, strict=True) if row is not old]
    told = (*places, *(head.parts[p] for p in (Part.YEAR, Part.UNIT) if p in head.parts))
    keys = Counter(_key(row, told) for row in filled) if changed else {}
    if any(keys[_key(row, told)] > 1 for row in changed):
        return tuple(rows), ()
    return filled, tuple(row.line for row in changed)


def _key(row: Row, places: Sequence[int]) -> tuple[str, ...]:
    return tuple(cell_text(cell_at(row, place)) for place in places)


def _filled(head: Head, rows: Sequence[Row], places: Sequence[int]) -> Iterator[Row]:
    above: Row | None = None
    for row in rows:
        if not _has_value(head, row):
            yield row
            continue
        above = _continued(row, above, places) if above and _may_continue(head, row) else row
        yield above


def _continued(row: Row, above: Row, places: Sequence[int]) -> Row:
    """Return a row with what is empty in it as above; not beside something new at the left."""
    cells = list(row.cells)
    for place in places:
        before = cell_at(above, place)
        if place >= len(cells) or (cells[place] not in (None, "", before)):
            break
        cells[place] = before
    return row if tuple(cells) == row.cells else replace(row, cells=tuple(cells))


def _has_value(head: Head, row: Row) -> bool:
    return any(not is_missing(cell_at(row, place)) for place in head.values)


def _may_continue(head: Head, row: Row) -> bool:
    """Return whether a row tells its year where it has to, and no code of a country."""
    time, code = head.parts.get(Part.YEAR), head.parts.get(Part.CODE)
    has_year = time is None or time_of(cell_at(row, time)) is not None
    return has_year and (code is None or not cell_text(cell_at(row, code)))
