"""Rows of the tables that findings of running text are found by: their regions and their themes.

Each row says how sure the tag is, and what it is worth: so sure, of a sentence so ready to be
printed. No score that a finding gets for the tag is higher, so that the best of many are found by
going down the index until what follows cannot be among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.library.database import Database
from briefing.model import Finding
from briefing.weights import most_worth, region_tags, theme_tags

REGION_COLUMNS = "region, worth, finding, place, nearness"
THEME_COLUMNS = "theme, worth, finding, sureness"

RegionRow = tuple[str, float, int, int | None, float]
ThemeRow = tuple[str, float, int, float]


def region_rows(numbered: Iterable[tuple[int, Finding]]) -> Iterator[RegionRow]:
    """Yield the rows of findings by their numbers; in the order of ``REGION_COLUMNS``."""
    for key, finding in numbered:
        most = most_worth(finding)
        for region, place, nearness in region_tags(finding):
            yield region, nearness * most, key, place, nearness


def theme_rows(numbered: Iterable[tuple[int, Finding]]) -> Iterator[ThemeRow]:
    """Yield the rows of findings by their numbers; in the order of ``THEME_COLUMNS``."""
    for key, finding in numbered:
        most = most_worth(finding)
        for theme, sureness in theme_tags(finding):
            yield theme, sureness * most, key, sureness


def write_tags_of(database: Database, numbered: Iterable[tuple[int, Finding]]) -> None:
    """Make queries find findings under their tags; the caller holds the transaction."""
    held = list(numbered)
    database.run_many("INSERT INTO finding_region VALUES (?, ?, ?, ?, ?)", region_rows(held))
    database.run_many("INSERT INTO finding_theme VALUES (?, ?, ?, ?)", theme_rows(held))
