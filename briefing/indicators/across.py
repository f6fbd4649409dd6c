"""What a row of names tells of a table's columns: what each holds, and which values stand across.

Years may do, indicators, indicators of a year (``score 2023``) and countries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.indicators.grids import Cell, Row, cell_text
from briefing.indicators.head import Head
from briefing.indicators.head_words import (
    LABELLED,
    Part,
    is_passed_over,
    is_vague,
    part_of,
    without_code,
)
from briefing.indicators.numbers import number_of
from briefing.indicators.units import is_unit, parted, without_brackets
from briefing.indicators.years import is_part_alone, time_of

_OF_A_YEAR = re.compile(
    r"(\S.*[^0-9(])[\s_](?:((?:19|20)[0-9]{2})|\(((?:19|20)[0-9]{2})\))"
    r"|((?:19|20)[0-9]{2})[\s_](\D*\S)"
)
"""An indicator with its year behind or before it."""
_BETWEEN = re.compile(
    r"\b(?:since|from|to|until|till|before|after|by|and|through|base|index|than|[12][0-9]{3}.*)$"
    r"|[-=/\u2013]$",
    re.IGNORECASE,
)
"""What stands before a year of which a value is not: ``change since 2010``."""
_OF_A_PART = re.compile(r"[mw]?[0-9]+", re.IGNORECASE)
"""Of a month or week behind its year: ``2024 M2``."""
_LEAST_COUNTRIES = 2
_FIRST = 4
"""Columns of which one may hold countries, though its name does not say so."""
_MOSTLY = 0.5


def across(row: Row) -> Head:
    """Return what the names in a row tell."""
    names = tuple(map(cell_text, row.cells))
    parts = _parts(names)
    head = Head(row.line, names, parts)
    if Part.VALUE in parts:
        return head
    if Part.YEAR in parts:
        return replace(head, indicators=_further(names, parts))
    years = {p: name for p, name in enumerate(names) if year_of(name) is not None}
    if years or not {Part.COUNTRY, Part.CODE} & {*parts}:
        return replace(head, years=years)
    of = {p: found for p, name in _further(names, parts).items() if (found := _of_a_year(name))}
    units = {p: without_brackets(name) for p, (name, _) in of.items() if name.startswith("(")}
    named = {place: name for place, (name, _) in of.items() if name and place not in units}
    years = {place: year for place, (_, year) in of.items()}
    return replace(head, years=years, indicators=named, units=units)


def year_of(cell: Cell) -> int | None:
    """Return the year that the head of a column names, or in which the day lies that it names."""
    found = time_of(cell)
    return found.year if found else None


def with_countries(head: Head, below: Sequence[Row], is_place: Callable[[str], bool]) -> Head:
    """Return a head with the countries that it names, a column each, where years stand beneath.

    The column of the years need have no name, or may have that of the countries above.
    """
    if Part.VALUE in head.parts or head.years:
        return head
    time = head.parts.get(Part.YEAR, 0)
    if not below or not all(row.cells and year_of(row.cells[time]) for row in _full(below, time)):
        return head
    parts = {Part.YEAR: time} | {p: at for p, at in head.parts.items() if at != time}
    taken = {*parts.values()}
    found = {p: n for p, n in enumerate(head.columns) if p not in taken and n and is_place(n)}
    if len(found) < _LEAST_COUNTRIES or {Part.COUNTRY, Part.CODE} & {*parts}:
        return head
    return replace(head, parts=parts, indicators={}, countries=found)


def _is_of_values(head: Head, is_place: Callable[[str], bool]) -> bool:
    """Return whether a row holds a country, or numbers besides years: it is no head then."""
    names = [name for place, name in enumerate(head.columns) if place not in head.years]
    return any(is_place(name) or number_of(name, False) is not None for name in names if name)


def _full(rows: Sequence[Row], place: int) -> Sequence[Row]:
    """Return the first rows of some, which reach to a column."""
    return [row for row in rows if row.cells[place:]][:3]


def with_places(head: Head, below: Sequence[Row], is_place: Callable[[str], bool]) -> Head:
    """Return a head with the column beneath which countries stand, whatever it is called.

    Where that is what is measured and in what unit, as the IMF has it, that is the indicator.
    """
    has_values = Part.YEAR in head.parts and Part.VALUE in head.parts
    if not (head.years or has_values) or _is_of_values(head, is_place):
        return head
    taken = {*head.parts.values(), *head.years}
    for place in range(min(_FIRST, len(head.columns))):
        cells = [cell_text(row.cells[place]) for row in below if row.cells[place:]]
        texts = [text for text in cells if text]
        known = sum(map(is_place, texts))
        if place not in taken and known and known >= _MOSTLY * len(texts):
            name = head.columns[place]
            named = name if is_unit(parted(name, "")[1]) else ""
            return replace(head, parts=head.parts | {Part.COUNTRY: place}, indicator=named)
    return head


def _parts(names: Sequence[str]) -> dict[Part, int]:
    parts: dict[Part, int] = {}
    for place, name in enumerate(names):
        part = part_of(name)
        if part is not None and (part not in parts or _is_better(part, names[parts[part]], name)):
            parts[part] = place
    return parts


def _is_better(part: Part, before: str, name: str) -> bool:
    """Return whether a column tells more of a part than one before it."""
    if part is Part.COUNTRY:
        return is_vague(before) and not is_vague(name)
    return _is_label(part, before, name)


def _is_label(part: Part, before: str, name: str) -> bool:
    """Return whether a column has the words for the codes of one before, in capitals throughout."""
    return part in LABELLED and before == before.upper() and name != name.upper()


def _further(names: Sequence[str], parts: dict[Part, int]) -> dict[int, str]:
    """Return the columns of which nothing is known but that they may hold values."""
    taken = {*parts.values()}
    return {
        place: without_code(name)
        for place, name in enumerate(names)
        if place not in taken and name and not is_passed_over(name) and part_of(name) is None
    }


def _of_a_year(name: str) -> tuple[str, str] | None:
    """Return indicator and year of a column that names both."""
    found = _OF_A_YEAR.fullmatch(name)
    if not found or (found[1] and _BETWEEN.search(found[1].rstrip(" _"))):
        return None
    before, after = found[2] or found[3], found[4]
    words = found[1].rstrip(" _,:") if before else found[5].lstrip(" _")
    if is_part_alone(words) or _OF_A_PART.fullmatch(words):
        return None
    return ("" if part_of(words) is Part.VALUE else words), before or after
