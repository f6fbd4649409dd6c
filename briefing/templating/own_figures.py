"""The officer's own figures as a template sees them: at a glance, and where they are from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from briefing.charts.checking import as_cell
from briefing.model import Brief, ChartData, DataFile, Taxonomy
from briefing.own_data import IndicatorTable, Value, countries_asked, tables_of, writing_of

_MOST_COUNTRIES = 6
_MOST_NAMED = 6
_MOST_ROWS = 30
"""Of what is to be seen at a glance; a file of the World Bank may bring a thousand indicators."""


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """The latest value of an indicator for a country; empty cells where there is none."""

    indicator: str
    value: str
    unit: str
    year: str
    source: str


class OwnFigures:
    """Knows which of the officer's files one document has printed figures of."""

    def __init__(self, brief: Brief, charts: Iterable[ChartData], taxonomy: Taxonomy) -> None:
        self.beyond = 0
        """How many indicators have no room at a glance; known once it has been asked for."""
        self._request = brief.request
        self._taxonomy = taxonomy
        shown = {point.file for chart in charts for point in chart.points}
        self._printed = {file.name for file in self._request.data if as_cell(file.name) in shown}

    def at_a_glance(self) -> tuple[GlanceRow, ...]:
        """Return a row an indicator, the country named where there are several.

        Without a country asked for, there are none.
        """
        tables = tables_of(self._request)
        asked = countries_asked(self._request, self._taxonomy)
        regions = [one for one in asked if any(one in table.values for table in tables)]
        regions = regions[:_MOST_COUNTRIES]
        shown = tables[: _MOST_ROWS // max(1, len(regions))] if regions else ()
        self.beyond = len(tables) - len(shown) if regions else 0
        rows = [self._row(table, region, len(regions) > 1) for table in shown for region in regions]
        return tuple(rows)

    def files(self) -> Iterator[DataFile]:
        """Give the files that figures were printed of so far."""
        return (file for file in self._request.data if file.name in self._printed)

    def _row(self, table: IndicatorTable, region: str, is_named: bool) -> GlanceRow:
        country = (
            self._taxonomy.regions[region].name if region in self._taxonomy.regions else region
        )
        name = f"{table.name}, {country}" if is_named else table.name
        found = table.latest(region)
        if found is None:
            return GlanceRow(name, "", "", "", "")
        year, value = found
        self._printed.add(value.file)
        writing = writing_of([value.number], table.unit)
        return GlanceRow(
            name, writing.number(value.number), writing.unit, str(year), _publisher(value)
        )


def _publisher(value: Value) -> str:
    return value.source or value.file


def data_line(file: DataFile) -> Markup:
    """Return what a file of figures holds, and who publishes them."""
    names, sources = file.indicators, list(dict.fromkeys(one.source for one in file.series))
    held = ", ".join(names[:_MOST_NAMED]) + (" and others" if names[_MOST_NAMED:] else "")
    published = ", ".join(filter(None, sources[:_MOST_NAMED])) or "publisher not stated"
    return Markup("<cite>{}</cite>: {}. {}.").format(file.name, held, published)
