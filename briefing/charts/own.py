"""What the charts of the officer's own figures share: which indicator, which countries, whose.

The countries of the request come first and in ink; others that the data brings are there for
comparison, as their names say. What is behind a point is a line of the officer's file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.charts.checking import as_cell, is_name, unfit
from briefing.model import ChartData, ChartPoint
from briefing.own_data import IndicatorTable, Value, Writing
from briefing.own_data.writing import read_number
from briefing.wording import listed, with_article

NO_VALUE = "–"
COMPARED = " (for comparison)"
"""Ends the name of a country that the request does not ask for."""
_SHORT_UNIT = 14
LONGEST = 60
"""Characters of the name of an indicator in a question."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An indicator, the regions of it that are shown, and how its numbers are written."""

    table: IndicatorTable
    names: dict[str, str]
    """Of the regions shown, those asked for first."""
    asked: tuple[str, ...]
    writing: Writing
    has_namesake: bool = False
    """Whether there is a table of the same indicator in another unit."""
    note: str = ""
    """Which countries are not shown though they were asked for, in sentences."""

    @property
    def indicator(self) -> str:
        """Its name before the colon of a question, whole words of it: it may be in the plural.

        The unit is told where that alone tells it from another.
        """
        name = self.table.name
        cut = name if len(name) <= LONGEST else f"{name[:LONGEST].rsplit(' ', 1)[0]} …"
        unit = f" ({self.table.unit})" if self.has_namesake and self.table.unit else ""
        return f"{cut[:1].upper()}{cut[1:]}{as_cell(unit)}"

    @property
    def heading(self) -> str:
        """What the numbers are and in what unit, before they are told in words."""
        return ", ".join(filter(None, (self.table.name, self.writing.unit)))

    def within(self, region: str) -> str:
        """Return the name of a region within a sentence: ``the United States``."""
        return with_article(self.names[region])

    def value(self, region: str, year: int) -> Value | None:
        """Return the value of a region in a year, if there is one."""
        return self.table.values.get(region, {}).get(year)

    def cell(self, region: str, year: int) -> str:
        """Return that value as it is printed."""
        value = self.value(region, year)
        return NO_VALUE if value is None else self.writing.number(value.number)

    def said(self, number: float) -> str:
        """Return a number with its unit, where that is short."""
        unit = self.writing.unit
        beside = f"\u00a0{unit}" if unit and len(unit) <= _SHORT_UNIT else ""
        return f"{self.writing.number(number)}{beside}"

    def from_to(self, first: float, last: float, years: tuple[int, int]) -> str:
        """Return two numbers with their years, the unit with the second."""
        made = replace(self, writing=self.writing.telling(first, last))
        begun = made.writing.number(first)
        return f"from {begun} in {years[0]} to {made.said(last)} in {years[1]}"

    def head(self, region: str) -> str:
        """Return how rows and columns name a region."""
        return self.names[region] + ("" if region in self.asked else COMPARED)

    def point(self, region: str, year: int) -> ChartPoint | None:
        """Return what is drawn for a region and year, with where it comes from."""
        value = self.value(region, year)
        if value is None:
            return None
        written = self.writing.number(value.number)
        label, unit = as_cell(f"{self.names[region]}, {year}"), as_cell(self.writing.unit)
        place, file = as_cell(value.place), as_cell(value.file)
        return ChartPoint(label, written, unit, (), place, file, value.line)

    def basis(self, years: Iterable[int], more: str = "", lacking: str = "") -> str:
        """Say the unit and who publishes the figures; ``lacking``, where a value is not there."""
        wanted = list(years)
        found = [self.value(region, year) for region in self.names for year in wanted]
        files = listed(list(dict.fromkeys(one.file for one in found if one)))
        sources = list(dict.fromkeys(one.source for one in found if one and one.source))
        by = f"{listed(sources[:3])}{' and others' if sources[3:] else ''}, in " if sources else ""
        unit = f"Unit: {self.writing.unit}. " if self.writing.unit else ""
        return f"{unit}Source: {by}{files}.{lacking if None in found else ''}{self.note}{more}"


def numbers_of(data: ChartData, columns: range, rows: range) -> list[list[float | None]]:
    """Return the numbers of a chart's data row by row, None where there is none.

    Raises:
        BriefError: the data is damaged, or is another chart's.
    """
    if len(data.columns) not in columns or len(data.rows) not in rows:
        raise unfit(data, f"it has {len(data.rows)} rows of {len(data.columns)} columns")
    if any(len(row) != len(data.columns) for row in data.rows):
        raise unfit(data, "a row is longer or shorter than the head")
    if not all(map(is_name, (*data.columns, *(cell for row in data.rows for cell in row)))):
        raise unfit(data, "a name or number is no short text")
    try:
        found = [[_number(str(cell)) for cell in row[1:]] for row in data.rows]
    except ValueError as error:
        raise unfit(data, "a cell is no number") from error
    if not any(number is not None for row in found for number in row):
        raise unfit(data, "it has no numbers")
    return found


def _number(cell: str) -> float | None:
    return None if cell == NO_VALUE else read_number(cell)


def is_year(text: str) -> bool:
    """Return whether a head is a year."""
    return len(text) == 4 and text.isdecimal() and text.isascii()


def plain_name(head: str) -> str:
    """Return the name of a country as it is drawn."""
    return head.removesuffix(COMPARED)
