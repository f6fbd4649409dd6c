"""How many findings of running text there are, by region, by theme, in all."""

from __future__ import annotations

from briefing.library.database import Database
from briefing.library.search import FindingQuery, conditions, parameters

_FOUND = "FROM finding f JOIN report r ON r.id = f.report WHERE f.kind = 'body'"
_PLACED = "(f.dated OR r.first_day IS NOT NULL)"
"""Where a period is asked for, what nothing dates is not offered."""
_BY_REGIONS = """SELECT regions, count(*) AS findings FROM (
    SELECT group_concat(region) AS regions FROM finding_region {only} GROUP BY finding
) GROUP BY regions"""
_BY_THEME = "SELECT theme, count(*) AS findings FROM finding_theme {only} GROUP BY theme"


def count(database: Database, query: FindingQuery) -> int:
    """Return how many findings answer a query; those without any date only where none is asked."""
    row = database.row(f"SELECT count(*) {_where(query)}", parameters(query))
    return int(row[0]) if row else 0


def count_by_regions(database: Database, query: FindingQuery) -> dict[frozenset[str], int]:
    """Return how many of the findings name or are about each combination of regions."""
    rows = database.rows(_BY_REGIONS.format(only=_only(query)), parameters(query))
    counts: dict[frozenset[str], int] = {}
    for row in rows:
        regions = frozenset(row["regions"].split(","))
        counts[regions] = counts.get(regions, 0) + int(row["findings"])
    return counts


def count_by_theme(database: Database, query: FindingQuery) -> dict[str, int]:
    """Return how many of the findings have each theme."""
    rows = database.rows(_BY_THEME.format(only=_only(query)), parameters(query))
    return {row["theme"]: int(row["findings"]) for row in rows}


def _only(query: FindingQuery) -> str:
    """Return the restriction to what answers; none where everything does."""
    if query == FindingQuery():
        return ""
    return f"WHERE finding IN (SELECT f.id {_where(query)})"


def _where(query: FindingQuery) -> str:
    placed = (_PLACED,) if query.since or query.until else ()
    return " AND ".join((_FOUND, *conditions(query), *placed))
