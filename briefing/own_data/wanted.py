"""A chart of the officer's own figures as it is asked for: ``lines: GDP growth | AM, GE | 2015-``.

The same words stand in a request, in a ``.brief`` file and on the command line; the window writes
them. What is left out is for the program to choose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.model import BriefRequest, Taxonomy
from briefing.own_data.tables import IndicatorTable, tables_of

LINES, BARS, DOTS = "lines", "bars", "dots"
"""Ids of the charts of own data."""
OWN_CHARTS = (LINES, BARS, DOTS)
_TITLES = {
    LINES: "{} over the years",
    BARS: "{}, countries compared",
    DOTS: "{}, two years compared",
}
_LONGEST = 52
"""Characters of an indicator's name in a title."""
_YEARS = re.compile(r"([0-9]{4})?\s*(?:([-\u2013])\s*([0-9]{4})?)?")


@dataclass(frozen=True, slots=True)
class OwnChart:
    """Which figures a chart of own data shows, and as what."""

    form: str
    """One of ``OWN_CHARTS``."""
    indicator: str = ""
    """Its name, with the unit in brackets where several have the name; empty: one that suits."""
    countries: tuple[str, ...] = ()
    """Ids or names of regions; empty: those of the brief, and others to compare with."""
    first: int | None = None
    """The first year, and the last; None: as the figures begin and end."""
    last: int | None = None

    @classmethod
    def read(cls, id_: str) -> OwnChart | None:
        """Return what the id of a chart asks for; None where it is no chart of own data."""
        form, _, said = id_.partition(":")
        if form.strip() not in OWN_CHARTS:
            return None
        indicator, *parts = (" ".join(part.split()) for part in said.split("|"))
        made = cls(form.strip(), indicator)
        for part in parts:
            if part and (years := _YEARS.fullmatch(part)):
                ends = (years[1], years[3] if years[2] else years[1])
                first, last = (int(year) if year else None for year in ends)
                made = replace(made, first=first, last=last)
            else:
                named = (one.strip() for one in part.split(","))
                made = replace(made, countries=(*made.countries, *filter(None, named)))
        return made

    @property
    def id(self) -> str:
        """How a request names the chart."""
        parts = [self.indicator.replace("|", "/"), ", ".join(self.countries), self._years()]
        said = " | ".join(part for place, part in enumerate(parts) if part or not place)
        return f"{self.form}: {said.lstrip()}" if said else self.form

    @property
    def title(self) -> str:
        """What it shows, in a few words; empty where that is left to the program."""
        parts = [", ".join(self.countries), self._years()]
        said = ", ".join(filter(None, parts))
        name = self.indicator if len(self.indicator) <= _LONGEST else _cut(self.indicator)
        title = _TITLES[self.form].format(name) if name else ""
        return f"{title} ({said})" if title and said else title

    def tables(self, request: BriefRequest) -> tuple[IndicatorTable, ...]:
        """Return the tables that it may show, with the years that it asks for alone."""
        found = tables_of(request)
        if self.indicator:
            found = named(self.indicator, tables_of(replace(request, indicators=())))
        return tuple(table.within(self.first, self.last) for table in found)

    def regions(self, taxonomy: Taxonomy) -> tuple[str, ...]:
        """Return the ids of the countries that it names, without those that are not known."""
        by_name = {region.name.casefold(): id_ for id_, region in taxonomy.regions.items()}
        by_name |= {id_.casefold(): id_ for id_ in taxonomy.regions}
        ids = (by_name.get(one.casefold(), "") for one in self.countries)
        return tuple(dict.fromkeys(filter(None, ids)))

    def _years(self) -> str:
        if self.first is None and self.last is None:
            return ""
        if self.first == self.last:
            return str(self.first)
        return f"{self.first or ''}-{self.last or ''}"


def labels_of(tables: Iterable[IndicatorTable]) -> tuple[str, ...]:
    """Return how the indicators of tables are told apart: by name, with the unit where need be."""
    held = list(tables)
    number = Counter(table.name for table in held)
    return tuple(
        _in_full(table) if number[table.name] > 1 and table.unit else table.name for table in held
    )


def named(label: str, tables: Iterable[IndicatorTable]) -> tuple[IndicatorTable, ...]:
    """Return the tables of the indicator that is called so, letter case aside."""
    wanted, held = _key(label), list(tables)
    found = [table for table in held if _key(table.name) == wanted]
    return tuple(found or (table for table in held if _key(_in_full(table)) == wanted))


def _cut(name: str) -> str:
    """Return a name cut between two words, as far as it has some."""
    begun = name[: _LONGEST - 1]
    return f"{begun.rpartition(' ')[0] or begun}…"


def _in_full(table: IndicatorTable) -> str:
    return f"{table.name} ({table.unit})"


def _key(label: str) -> str:
    return " ".join(label.replace("|", "/").casefold().split())
