"""How many findings of running text there are by region, by theme and in all, at once.

Each region and each theme is a set of findings, kept as the bits of one number, so that counting
what many regions have in common with a query is a matter of microseconds. The sets are read once,
and again only when another process has changed the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefing.library.database import Database, Row
from briefing.library.search import PLACED, FindingQuery, conditions, parameters

_ALL = "SELECT group_concat(id) AS findings FROM finding WHERE kind = 'body'"
_BY_REGION = (
    "SELECT region AS tag, group_concat(finding) AS findings FROM finding_region GROUP BY 1"
)
_BY_THEME = "SELECT theme AS tag, group_concat(finding) AS findings FROM finding_theme GROUP BY 1"
_REGIONS_OF = "SELECT region AS tag FROM finding_region WHERE finding = ?"
_THEMES_OF = "SELECT theme AS tag FROM finding_theme WHERE finding = ?"
_WITHIN = """SELECT group_concat(f.id) AS findings
    FROM finding f JOIN report r ON r.id = f.report WHERE f.kind = 'body'"""
_REMEMBERED = 8
_HIGHEST = 50_000_000
"""No library of ours has so many findings; one that says so is not to eat up the memory."""


class Facets:
    """The sets of findings of a library as it is at one moment."""

    def __init__(self, database: Database) -> None:
        self._database = database
        found = _split(database.row(_ALL))
        self._size = min(max(map(int, found), default=0), _HIGHEST) + 1
        self._all = self._set(found)
        self._regions = self._sets(_BY_REGION)
        self._themes = self._sets(_BY_THEME)
        self._within: dict[FindingQuery, int] = {}

    def count(self, query: FindingQuery) -> int:
        """Return how many findings answer a query."""
        return self._answers(query).bit_count()

    def count_by_region(
        self, query: FindingQuery, covers: Mapping[str, Iterable[str]]
    ) -> dict[str, int]:
        """Return how many findings that answer name, or are about, any region that each covers."""
        answers = self._answers(query)
        return {
            whole: (answers & _union(self._regions, parts)).bit_count()
            for whole, parts in covers.items()
        }

    def count_by_theme(self, query: FindingQuery) -> dict[str, int]:
        """Return how many findings that answer have each theme."""
        answers = self._answers(query)
        return {theme: (answers & found).bit_count() for theme, found in self._themes.items()}

    def retag(self, findings: Iterable[int]) -> None:
        """Take in that the tags of some findings are others."""
        for finding in findings:
            bit = 1 << finding
            if self._all & bit:
                _put(self._regions, bit, self._tags(_REGIONS_OF, finding))
                _put(self._themes, bit, self._tags(_THEMES_OF, finding))

    def forget(self, findings: Iterable[int]) -> None:
        """Take in that some findings are gone."""
        kept = ~self._set(map(str, findings))
        self._all &= kept
        self._within.clear()
        for sets in (self._regions, self._themes):
            for tag, found in sets.items():
                sets[tag] = found & kept

    def redate(self) -> None:
        """Take in that what is known of a report is other: periods may hold other findings."""
        self._within.clear()

    def renew(self, findings: Iterable[int]) -> None:
        """Take in that what is known of a report is other, and the tags of some findings by it."""
        self.redate()
        self.retag(findings)

    def _tags(self, sql: str, finding: int) -> frozenset[str]:
        return frozenset(row["tag"] for row in self._database.rows(sql, (finding,)))

    def _answers(self, query: FindingQuery) -> int:
        answers = self._inside(replace(query, regions=frozenset(), themes=frozenset()))
        if query.regions:
            answers &= _union(self._regions, query.regions)
        if query.themes:
            answers &= _union(self._themes, query.themes)
        return answers

    def _inside(self, limits: FindingQuery) -> int:
        """Return the findings of a period and of some reports; the latest limits are remembered."""
        if limits == FindingQuery():
            return self._all
        if limits not in self._within:
            if len(self._within) == _REMEMBERED:
                del self._within[next(iter(self._within))]
            placed = (PLACED,) if limits.since or limits.until else ()
            sql = " AND ".join((_WITHIN, *conditions(limits), *placed))
            self._within[limits] = self._set(_split(self._database.row(sql, parameters(limits))))
        return self._within[limits]

    def _sets(self, sql: str) -> dict[str, int]:
        return {row["tag"]: self._set(_split(row)) for row in self._database.rows(sql)}

    def _set(self, findings: Iterable[str]) -> int:
        """Return ids as the bits of a number; what came in while we were reading is left out."""
        size = self._size
        bits = bytearray(size // 8 + 1)
        for finding in map(int, findings):
            if 0 <= finding < size:
                bits[finding >> 3] |= 1 << (finding & 7)
        return int.from_bytes(bits, "little")


def _split(row: Row | None) -> list[str]:
    """Return the ids that a row lists."""
    findings = row["findings"] if row is not None else None
    return findings.split(",") if findings else []


def _put(sets: dict[str, int], bit: int, wanted: frozenset[str]) -> None:
    """Put a finding into the sets that are ``wanted``, and take it out of all others."""
    for tag, found in sets.items():
        if found & bit and tag not in wanted:
            sets[tag] = found & ~bit
    for tag in wanted:
        sets[tag] = sets.get(tag, 0) | bit


def _union(sets: Mapping[str, int], names: Iterable[str]) -> int:
    union = 0
    for name in names:
        union |= sets.get(name, 0)
    return union
