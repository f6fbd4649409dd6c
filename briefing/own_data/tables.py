"""A table an indicator: its values by country and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefing.model import BriefRequest, DataFile, Series, Taxonomy

_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Value:
    """A figure, and where it stands."""

    number: float
    source: str
    """Who publishes it; empty where the file does not say."""
    file: str
    line: int

    @property
    def place(self) -> str:
        """Where it stands, in words: ``World Bank, in figures.csv, line 14``."""
        where = f"{self.file}, line {self.line}"
        return f"{self.source}, in {where}" if self.source else where


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """One indicator in one unit; of two values for the same country and year the first stands."""

    name: str
    unit: str
    values: dict[str, dict[int, Value]] = field(default_factory=dict)
    """By region and year, both in the order of the files."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years for which there is a value, ascending."""
        return tuple(sorted({year for found in self.values.values() for year in found}))

    def within(self, first: int | None, last: int | None) -> IndicatorTable:
        """Return the table with the years from a first to a last one alone; None: any."""
        if first is None and last is None:
            return self
        begin, end = first or 0, last or _LAST_YEAR
        kept = {
            region: {year: value for year, value in found.items() if begin <= year <= end}
            for region, found in self.values.items()
        }
        values = {region: found for region, found in kept.items() if found}
        return IndicatorTable(self.name, self.unit, values)

    def latest(self, region: str) -> tuple[int, Value] | None:
        """Return the last year for which a region has a value, and that."""
        found = self.values.get(region)
        year = max(found) if found else None
        return None if found is None or year is None else (year, found[year])


def with_file(files: tuple[DataFile, ...], added: DataFile) -> tuple[DataFile, ...]:
    """Return files with one more; it stands in the place of one of its name."""
    if all(file.name != added.name for file in files):
        return (*files, added)
    return tuple(added if file.name == added.name else file for file in files)


def tables_of(request: BriefRequest) -> tuple[IndicatorTable, ...]:
    """Return the indicators that a request shows, in its order, else in that of the files."""
    made: dict[tuple[str, str], IndicatorTable] = {}
    for file, series, unit in in_one_unit(request.data):
        table = made.setdefault((series.indicator, unit), IndicatorTable(series.indicator, unit))
        years = table.values.setdefault(series.region, {})
        for year, number, line in series.points:
            years.setdefault(year, Value(number, series.source, file.name, line))
    if not request.indicators:
        return tuple(made.values())
    order = {name: place for place, name in enumerate(request.indicators)}
    shown = [table for table in made.values() if table.name in order]
    return tuple(sorted(shown, key=lambda table: order[table.name]))


def in_one_unit(files: tuple[DataFile, ...]) -> Iterator[tuple[DataFile, Series, str]]:
    """Yield all series with their units; one that says none has that which is usual for it."""
    units = _usual_units(files)
    for file, series in _all(files):
        yield file, series, series.unit or units.get(series.indicator, "")


def countries_asked(request: BriefRequest, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the regions that a request is about, each followed by what it is made of."""
    return regions_within(request.regions, taxonomy)


def regions_within(ids: Iterable[str], taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return regions, each followed by what it is made of."""
    found: dict[str, None] = {}
    waiting = list(ids)
    while waiting:
        current = waiting.pop(0)
        if current not in found:
            found[current] = None
            known = taxonomy.regions.get(current)
            waiting[:0] = known.members if known else ()
    return tuple(found)


def _all(files: tuple[DataFile, ...]) -> Iterator[tuple[DataFile, Series]]:
    return ((file, series) for file in files for series in file.series)


def _usual_units(files: tuple[DataFile, ...]) -> dict[str, str]:
    """Return the commonest unit of each indicator, for rows that do not say theirs."""
    counted: dict[str, Counter[str]] = {}
    for _, series in _all(files):
        if series.unit:
            counted.setdefault(series.indicator, Counter())[series.unit] += len(series.points)
    return {name: units.most_common(1)[0][0] for name, units in counted.items()}
