"""Heads of two rows: indicators above years, years above indicators, units beneath names.

What stands above several columns is written once, over the first of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.indicators.across import year_of
from briefing.indicators.grids import Row, cell_text
from briefing.indicators.head import Head
from briefing.indicators.head_words import Part, part_of
from briefing.indicators.numbers import is_missing, number_of
from briefing.indicators.units import is_unit, parted, without_brackets
from briefing.indicators.years import is_part_alone


def may_end_a_head(row: Row, is_place: Callable[[str], bool]) -> bool:
    """Return whether a row holds no country and no numbers but years."""
    filled = [cell for cell in row.cells if not is_missing(cell)]
    return bool(filled) and all(
        not is_place(cell_text(cell)) and (number_of(cell, False) is None or year_of(cell))
        for cell in filled
    )


def says_more(made: Head, above: Head, beneath: Head) -> bool:
    """Return whether two rows are a head together, and not one of them by itself."""
    if made.lacking or Part.VALUE in made.parts:
        return False
    if any(year_of(year) is None for year in made.years.values()):
        return True  # parts of years: alone, either row would have their values be those of years
    if not beneath.lacking:
        names = list(beneath.years.values() or beneath.indicators.values())
        return len({*names}) < len(names)
    if not above.lacking:
        adds = len({*made.indicators.values()}) > len({*above.indicators.values()})
        return bool(made.units) or adds
    return True


@dataclass(frozen=True, slots=True)
class _Column:
    """What the two rows say of a column."""

    over: str
    """Above it, or above one before."""
    is_own: bool
    """Whether it stands above this very column."""
    under: str

    @property
    def part(self) -> Part | None:
        """What it holds; the lower row goes before."""
        is_over = self.is_own and year_of(self.under) is None
        return part_of(self.under) or (part_of(self.over) if is_over else None)

    @property
    def year(self) -> str:
        """The year that one of the rows names, with the part of it that the other one names."""
        if year_of(self.under) is not None:
            year, other = self.under, self.over
        elif (self.is_own or self.under) and year_of(self.over) is not None:
            year, other = self.over, self.under
        else:
            return ""
        return f"{year} {other}" if is_part_alone(other) else year

    @property
    def name(self) -> str:
        """What is measured, as far as that is told."""
        told = [self.over if self.is_own or self.under else "", self.under]
        names = [text for text in told if text and not _is_time(text)]
        if self.year:
            names = [text for text in names if not is_part_alone(text)]
        if len(names) < len(told):
            return "".join(names)
        (over, unit), (under, own) = (parted(name, "") for name in names)
        unit = own or unit
        return f"{over}, {under} ({unit})" if unit else f"{over}, {under}"


def joined(upper: Row, lower: Row) -> Head:
    """Return the head that two rows are together."""
    columns = _columns(upper, lower)
    parts: dict[Part, int] = {}
    for place, column in enumerate(columns):
        if column.part is not None:
            parts.setdefault(column.part, place)
    names = tuple(one.year or one.name or one.under or one.over for one in columns)
    rest = {place: one for place, one in enumerate(columns) if place not in parts.values()}
    years = {place: one.year for place, one in rest.items() if one.year}
    made = Head(upper.line, names, parts, last=lower.line)
    if Part.VALUE in parts:
        return made
    units = {place: one for place, one in rest.items() if one.is_own and _is_unit_alone(one.under)}
    told = {place: without_brackets(one.under) for place, one in units.items()}
    if years and Part.YEAR not in parts:
        return _over_years(made, {place: rest[place] for place in years}, told)
    named = {
        place: one.over if place in units else one.name
        for place, one in rest.items()
        if one.name and (one.is_own or one.under)
    }
    return _with(made, {}, named, told)


def _over_years(made: Head, columns: dict[int, _Column], units: dict[int, str]) -> Head:
    """Return a head of years with the indicator of each column, where there are several.

    What stands alone beneath a year that has one column is a remark, not an indicator.
    """
    years = {place: one.year for place, one in columns.items()}
    names = {place: one.name for place, one in columns.items() if one.name}
    is_above = any(year_of(one.under) is not None for one in columns.values())
    repeats = len({*years.values()}) < len(years)
    if not is_above and not repeats:
        return _with(made, years, {}, units)
    return _with(made, years, names, {})


def _with(
    made: Head, years: dict[int, str], indicators: dict[int, str], units: dict[int, str]
) -> Head:
    return Head(made.line, made.columns, made.parts, years, indicators, units=units, last=made.last)


def _columns(upper: Row, lower: Row) -> list[_Column]:
    above, beneath = (list(map(cell_text, row.cells)) for row in (upper, lower))
    width = max(len(above), len(beneath))
    above += [""] * (width - len(above))
    beneath += [""] * (width - len(beneath))
    found, over = [], ""
    for own, under in zip(above, beneath, strict=True):
        over = own or over
        carried = over if own or part_of(over) is None else ""
        found.append(_Column(carried, bool(own), under))
    return found


def _is_unit_alone(text: str) -> bool:
    """Return whether words are a unit, and name nothing before it: ``Deaths (number)`` do."""
    return is_unit(text) and not parted(text, "")[1]


def _is_time(text: str) -> bool:
    return year_of(text) is not None or part_of(text) is Part.YEAR
