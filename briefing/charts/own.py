"""What the charts of the officer's own figures share: which indicator, which countries, whose.

The countries of the request come first and in ink; others that the data brings are there for
comparison, as their names say. What is behind a point is a line of the officer's file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefing.charts.chart import NotEnough
from briefing.charts.checking import as_cell, is_name, unfit
from briefing.model import ChartData, ChartPoint, Selection, Taxonomy
from briefing.own_data import (
    IndicatorTable,
    Value,
    Writing,
    countries_asked,
    shape_of,
    tables_of,
    writing_of,
)
from briefing.own_data.writing import read_number
from briefing.wording import listed

NO_VALUE = "–"
COMPARED = " (for comparison)"
"""Ends the name of a country that the request does not ask for."""
_FEW = 12
"""Countries of a file that has been put together for the brief; of a larger one only those asked
for are shown."""
_SHORT_UNIT = 14
_LONGEST = 60
"""Characters of the name of an indicator in a question."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An indicator, the regions of it that are shown, and how its numbers are written."""

    table: IndicatorTable
    names: dict[str, str]
    """Of the regions shown, those asked for first."""
    asked: tuple[str, ...]
    writing: Writing

    @property
    def indicator(self) -> str:
        """Its name within a sentence."""
        return lowered(self.table.name[:_LONGEST])

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
        begun = self.writing.number(first)
        return f"from {begun} in {years[0]} to {self.said(last)} in {years[1]}"

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
        by = f"{listed(sources[:3])}{' and others' if sources[3:] else ''}, " if sources else ""
        unit = f"Unit: {self.writing.unit}. " if self.writing.unit else ""
        return f"{unit}Source: {by}in {files}.{lacking if None in found else ''}{more}"


def shown(
    selection: Selection,
    taxonomy: Taxonomy,
    chart: str,
    most: int,
    enough: Callable[[Shown], bool],
    most_beside: int = 99,
) -> Shown | NotEnough:
    """Return the first indicator that a chart can show; those that it suits best go before.

    ``most`` countries are shown, or ``most_beside`` where some are there for comparison only.
    """
    request = selection.request
    tables = tables_of(request)
    if not tables:
        return NotEnough("No chart of own data: no table of figures has been added.")
    asked = countries_asked(request, taxonomy)
    for table in sorted(tables, key=lambda one: shape_of(one) != chart):
        made = _shown(table, asked, taxonomy, (most, most_beside))
        if made.names and enough(made):
            return made
    if asked and not any(region in table.values for table in tables for region in asked):
        return NotEnough("No chart of own data: it has no figures on the countries asked for.")
    return NotEnough(_TOO_THIN[chart])


_TOO_THIN = {
    "lines": "No line chart of own data: no country has figures for three years or more.",
    "bars": "No bar chart of own data: in no year do three countries have figures.",
    "dots": "No chart of two years from own data: fewer than two countries have figures for both.",
}


def _shown(
    table: IndicatorTable, asked: Sequence[str], taxonomy: Taxonomy, most: tuple[int, int]
) -> Shown:
    known = [region for region in table.values if region in taxonomy.regions]
    first = [region for region in asked if region in table.values] if asked else known
    first = [region for region in first if region in taxonomy.regions][: most[0]]
    others = [region for region in known if region not in first] if len(known) <= _FEW else []
    others = others[: max(0, min(most) - len(first))]
    regions = [*first, *others] if first else []
    numbers = [value.number for one in regions for value in table.values[one].values()]
    names = {region: as_cell(taxonomy.regions[region].name) for region in regions}
    return Shown(table, names, tuple(first), writing_of(numbers, table.unit))


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


def in_how_many(changes: Sequence[float]) -> str:
    """Say in how many countries something rose, or fell where it rose in none; it may stay."""
    of, rose = len(changes), sum(one > 0 for one in changes)
    fell = sum(one < 0 for one in changes)
    if of in (rose, fell):
        return f"It {'rose' if rose else 'fell'} in {all_of(of)}"
    if not rose and not fell:
        return f"It is the same as before in {all_of(of)}"
    some = rose or fell
    number = f"{'one' if of == 2 else some} of {'two' if of == 2 else of} countries"
    return f"It rose in {number}" if rose else f"It fell in {number} and rose in none"


def where_most(changes: Sequence[float], name: str, change: float, way: str) -> str:
    """Say where it changed most, and how: it may fall there though it rose in most countries."""
    went = "rose" if change > 0 else "fell"
    if all(one * change > 0 for one in changes):
        return f"it {went} most in {name}, {way}"
    return f"it changed most in {name}, where it {went} {way}"


def all_of(countries: int) -> str:
    """Return ``both countries``, ``all 4 countries``."""
    return "both countries" if countries == 2 else f"all {countries} countries"


def lowered(name: str) -> str:
    """Return the name of an indicator within a sentence: ``inflation``, but ``Chinese FDI``.

    It keeps its capital unless its first word is one that surely is no name.
    """
    first, _, rest = name.partition(" ")
    is_common = first.lower() in _COMMON and first[1:].islower() and not rest[:1].isupper()
    return name[:1].lower() + name[1:] if is_common else name


_COMMON = frozenset(
    "access adult annual area armed arms average balance birth budget capital carbon child coal"
    " consumer consumption corruption crude current death debt defence defense deficit"
    " development displaced domestic economic education electricity emissions employment energy"
    " exchange expenditure exports external female fertility food foreign forest fuel gas"
    " government gross growth health homicide household imports income industrial industry"
    " inequality infant inflation interest internally international internet investment labor"
    " labour land life literacy male manufacturing maternal median military mobile monetary"
    " mortality natural net nominal number official oil output people per political population"
    " poverty price prices primary private production productivity proportion public rate ratio"
    " real refugees remittances renewable rent reserves revenue rural savings school secondary"
    " services share spending tax terms total tourism tourist trade under unemployment urban value"
    " volume wages water women youth".split()
)
"""Words with which the names of indicators begin."""
