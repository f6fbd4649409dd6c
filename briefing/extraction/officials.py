"""Who stands for a country or bloc: the table of office-holders, read into names.

Takes ``officials.toml``; gives the names that count wherever they stand, and the short forms that
count once a report has said who is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extraction.gazetteer import Name, NameKind
from briefing.extraction.names import without_accents
from briefing.taxonomy import Table, is_country


@dataclass(frozen=True, slots=True)
class Official:
    """One person under one spelling of the name."""

    full: str
    shorts: tuple[str, ...]
    """Short forms that stand for the person once the report has named them."""
    unmistakable: tuple[str, ...]
    """Short forms that stand for the person anywhere."""
    region: str
    years: str

    @property
    def kind(self) -> NameKind:
        """Office-holder of a country, or leader of a bloc, who names no country."""
        return NameKind.OFFICIAL if is_country(self.region) else NameKind.LEADER

    def name(self, text: str) -> Name:
        """Return one of the person's names as the gazetteer looks for it."""
        return Name(text, (self.region,), self.kind, self.years)


def read_officials(table: Table) -> list[Official]:
    """Return everyone in the table; a spelling with accents is read without them too."""
    lines = ((region, line) for region, row in table.items() for line in row["officials"])
    return [official for region, line in lines for official in _of_line(region, line)]


def unmistakable_names(officials: list[Official]) -> Iterator[Name]:
    """Yield the names that count by themselves; of one surname the first in the table counts."""
    for official in officials:
        yield official.name(official.full)
        yield from (official.name(short) for short in official.unmistakable)


def by_short_form(officials: list[Official]) -> dict[str, list[Official]]:
    """Return the officials under each of their short forms, in the order of the table."""
    found: defaultdict[str, list[Official]] = defaultdict(list)
    for official in officials:
        for short in (*official.shorts, *official.unmistakable):
            found[short].append(official)
    return dict(found)


def by_full_name(officials: list[Official]) -> dict[str, Official]:
    """Return each official under the full name; the first in the table counts."""
    found: dict[str, Official] = {}
    for official in officials:
        found.setdefault(official.full, official)
    return found


def _of_line(region: str, line: str) -> Iterator[Official]:
    names, _, years = line.partition(";")
    fulls, _, shorts = names.partition("=")
    given = [part.strip() for part in shorts.split(",") if part.strip()]
    for full in (part.strip() for part in fulls.split("/")):
        forms = given or [full.split()[-1]]
        for spelling in _with_bare(full.rstrip("!")):
            yield _official(spelling, forms, region, years.strip())


def _official(full: str, forms: list[str], region: str, years: str) -> Official:
    known = [spelling for form in forms for spelling in _with_bare(form)]
    return Official(
        full=full,
        shorts=tuple(form for form in known if not form.endswith("!")),
        unmistakable=tuple(form.rstrip("!") for form in known if form.endswith("!")),
        region=region,
        years=re.sub(r"-$", "–", years).replace("-", "–"),
    )


def _with_bare(text: str) -> list[str]:
    return list(dict.fromkeys((text, without_accents(text))))
