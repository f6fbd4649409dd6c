"""What ranking needs to know of findings, without their words: a few numbers each.

Findings under a tag are told in slices, that which is worth most first, so that whoever looks for
the best of many can stop when what follows is worth too little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefing.library.database import Database
from briefing.library.encoding import dump
from briefing.library.search import FindingQuery
from briefing.model.outline import Outline, RegionTag, ReportOutline, ThemeTag

_SHORTEST, _LONGEST = 64, 512
"""Findings that are read at a time."""
MANY = 2_500
"""From so many findings of the regions asked for it is quicker to begin with the best; from twice
as many where a theme leaves few of them."""

_REPORTS = "SELECT id, sha256, file_name, last_day FROM report"
_OUTLINES = """SELECT f.id, f.report, f.block, f.start, f.strength, f.needs_context,
        b.kind = 'body' AND NOT b.needs_context
    FROM json_each(?) j CROSS JOIN finding f ON f.id = j.value
    LEFT JOIN finding b ON b.id = CASE WHEN f.needs_context THEN f.before END"""
_REGIONS_OF = """SELECT r.finding, r.region, r.place, r.nearness
    FROM json_each(?) j CROSS JOIN finding_region r ON r.finding = j.value
    WHERE +r.region IN (SELECT value FROM json_each(?)) ORDER BY r.place"""
_THEMES_OF = """SELECT t.finding, t.theme, t.sureness
    FROM json_each(?) j CROSS JOIN finding_theme t ON t.finding = j.value
    WHERE +t.theme IN (SELECT value FROM json_each(?))"""
_FEW = """SELECT count(*) FROM (SELECT 1 FROM finding_region
    WHERE region IN (SELECT value FROM json_each(?)) LIMIT ?)"""
_OF_REGIONS = """SELECT DISTINCT r.finding FROM finding_region r
    WHERE r.region IN (SELECT value FROM json_each(:regions))"""
_AND_THEMES = """ AND EXISTS (SELECT 1 FROM finding_theme t
    WHERE t.finding = r.finding AND +t.theme IN (SELECT value FROM json_each(:themes)))"""
BY_THEME = """SELECT a.worth, a.finding FROM finding_theme a
    WHERE a.theme = :theme AND (a.worth, a.finding) < (:worth, :finding)"""
BY_REGION = """SELECT a.worth, a.finding FROM finding_region a
    WHERE a.region = :one AND (a.worth, a.finding) < (:worth, :finding)"""
_OF_ONE = (
    " AND EXISTS (SELECT 1 FROM finding_region r WHERE r.finding = a.finding AND r.region = :one)"
)
_ON_THEME = """ AND EXISTS (SELECT 1 FROM finding_theme t
    WHERE t.finding = a.finding AND t.theme = :theme)"""
OF_MANY = """ AND EXISTS (SELECT 1 FROM finding_region r WHERE r.finding = a.finding
    AND +r.region IN (SELECT value FROM json_each(:many)))"""
DOWN = " ORDER BY a.worth DESC, a.finding DESC LIMIT :limit"
_IN_REPORT = "SELECT 1 FROM finding f WHERE f.report = :report"
_HAS_REGION = """ AND EXISTS (SELECT 1 FROM finding_region r WHERE r.finding = f.id
    AND +r.region IN (SELECT value FROM json_each(:regions)))"""
_HAS_THEME = """ AND EXISTS (SELECT 1 FROM finding_theme t WHERE t.finding = f.id
    AND +t.theme IN (SELECT value FROM json_each(:themes)))"""


@dataclass(frozen=True, slots=True)
class Way:
    """Findings to go through, those worth most first."""

    theme: str = ""
    """Those that have it; empty: those of ``regions``, which is one then."""
    regions: frozenset[str] = frozenset()
    """Those with any of them; empty: whatever their regions."""


class Outlines:
    """The outlines of one library as it is at one moment."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.decoding():
            self.reports = {
                id_: ReportOutline(sha256, name, date.fromisoformat(day) if day else None)
                for id_, sha256, name, day in database.rows(_REPORTS)
            }

    def of(self, ids: Iterable[int], query: FindingQuery) -> list[Outline]:
        """Return what ranks findings, with those tags of theirs that a query asks for."""
        wanted = dump(list(ids))
        regions: dict[int, list[RegionTag]] = {}
        themes: dict[int, list[ThemeTag]] = {}
        if query.regions:
            rows = self._database.rows(_REGIONS_OF, (wanted, dump(sorted(query.regions))))
            for id_, region, place, nearness in rows:
                regions.setdefault(id_, []).append(RegionTag(region, place, nearness))
        if query.themes:
            rows = self._database.rows(_THEMES_OF, (wanted, dump(sorted(query.themes))))
            for id_, theme, sureness in rows:
                themes.setdefault(id_, []).append(ThemeTag(theme, sureness))
        return [
            Outline(
                id_,
                self.reports[report],
                *(block, start, strength, bool(leans), bool(brings)),
                regions.get(id_, ()),
                themes.get(id_, ()),
            )
            for id_, report, block, start, strength, leans, brings in self._database.rows(
                _OUTLINES, (wanted,)
            )
        ]

    def few(self, query: FindingQuery) -> list[int] | None:
        """Return the findings that answer a query of tags alone; None where they may be many."""
        regions = dump(sorted(query.regions))
        most = 2 * MANY if query.themes else MANY
        if not query.regions or self._counted(regions, most) == most:
            return None
        sql = _OF_REGIONS + (_AND_THEMES if query.themes else "")
        wanted = {"regions": regions, "themes": dump(sorted(query.themes))}
        return [row[0] for row in self._database.rows(sql, wanted)]

    def _counted(self, regions: str, most: int) -> int:
        """Return how many tags there are of regions, or ``most`` if there are more."""
        counted = self._database.row(_FEW, (regions, most))
        return int(counted[0]) if counted else 0

    def along(self, way: Way) -> Iterator[tuple[float, int]]:
        """Yield findings with what each is worth at the most, most worth first.

        They are read in slices, the first of them short: it is often enough.
        """
        (one, *others) = sorted(way.regions) or ("",)
        wanted = {"one": one, "theme": way.theme, "many": dump(sorted(way.regions))}
        is_rare = not others and self._counted(dump([one]), MANY) < MANY
        sql = _down(way, by_region=bool(one) and (is_rare or not way.theme)) + DOWN
        worth, finding, limit = 2.0, 0, _SHORTEST
        while True:
            at = {"worth": worth, "finding": finding, "limit": limit}
            rows = self._database.rows(sql, {**wanted, **at})
            yield from map(tuple, rows)
            if len(rows) < limit:
                return
            worth, finding = rows[-1]
            limit = min(2 * limit, _LONGEST)

    def newest(self, query: FindingQuery) -> date | None:
        """Return the day of the newest report with a finding that answers a query of tags alone."""
        sql = _IN_REPORT + (_HAS_REGION if query.regions else "")
        sql += _HAS_THEME if query.themes else ""
        tags = {"regions": dump(sorted(query.regions)), "themes": dump(sorted(query.themes))}
        dated = [(one.published, id_) for id_, one in self.reports.items() if one.published]
        for day, report in sorted(dated, reverse=True):
            if self._database.row(sql + " LIMIT 1", {**tags, "report": report}) is not None:
                return day
        return None


def _down(way: Way, *, by_region: bool) -> str:
    """Return the query for what lies on a way, read down the index of its region or its theme."""
    if by_region:
        return BY_REGION + (_ON_THEME if way.theme else "")
    if not way.regions:
        return BY_THEME
    return BY_THEME + (_OF_ONE if len(way.regions) == 1 else OF_MANY)
