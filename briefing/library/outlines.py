"""What ranking needs to know of findings, without their words: a few numbers each.

Findings under a tag are told one by one, that which is worth most first, so that whoever looks for
the best of many can stop when what follows is worth too little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from briefing.library.database import Database
from briefing.library.encoding import dump
from briefing.library.search import FindingQuery
from briefing.model.outline import Outline, RegionTag, ReportOutline, ThemeTag

MANY = 2_500
"""From so many findings of the regions asked for it is quicker to begin with the best; from four
times as many where a theme leaves few of them."""

_REPORTS = "SELECT id, sha256, file_name, last_day FROM report"
_OUTLINES = """SELECT f.id, f.report, f.block, f.start, f.strength, f.needs_context,
        b.kind = 'body' AND NOT b.needs_context
    FROM json_each(?) j CROSS JOIN finding f ON f.id = j.value
    LEFT JOIN finding b ON b.id = CASE WHEN f.needs_context THEN f.before END"""
_REGIONS_OF = """SELECT r.finding, r.region, r.place, r.nearness
    FROM json_each(?) j CROSS JOIN finding_region r ON r.finding = j.value
    WHERE +r.region IN (SELECT value FROM json_each(?))"""
_THEMES_OF = """SELECT t.finding, t.theme, t.sureness
    FROM json_each(?) j CROSS JOIN finding_theme t ON t.finding = j.value
    WHERE +t.theme IN (SELECT value FROM json_each(?))"""
_COUNTED = """SELECT count(*) FROM (SELECT 1 FROM finding_region
    WHERE region IN (SELECT value FROM json_each(?)) LIMIT ?)"""
_WITH_THEME = "SELECT count(*) FROM finding_theme WHERE theme = ?"
_OF_REGIONS = """SELECT a.region, a.worth, a.finding, a.worth FROM finding_region a
    WHERE a.region IN (SELECT value FROM json_each(:regions))"""
_ON_THEME = """SELECT a.region, a.worth, a.finding, a.worth * t.sureness FROM finding_region a
    CROSS JOIN finding_theme t ON t.finding = a.finding AND t.theme = :theme
    WHERE a.region IN (SELECT value FROM json_each(:regions))"""
_REPORTS_OF = """SELECT DISTINCT f.report FROM json_each(?) j
    CROSS JOIN finding f ON f.id = j.value"""
BY_REGION = """SELECT a.worth, a.finding, a.worth FROM finding_region a
    WHERE a.region = :one"""
BY_REGION_ON_THEME = """SELECT a.worth, a.finding, a.worth * t.sureness FROM finding_region a
    CROSS JOIN finding_theme t ON t.finding = a.finding AND t.theme = :theme
    WHERE a.region = :one"""
BY_THEME = """SELECT a.worth, a.finding, a.worth FROM finding_theme a
    WHERE a.theme = :theme"""
BY_THEME_OF_ONE = """SELECT a.worth, a.finding, a.worth * r.nearness FROM finding_theme a
    CROSS JOIN finding_region r ON r.finding = a.finding AND r.region = :one
    WHERE a.theme = :theme"""
BY_THEME_OF_MANY = """SELECT a.worth, a.finding, a.worth * r.nearness FROM finding_theme a
    CROSS JOIN finding_region r ON r.finding = a.finding
    WHERE a.theme = :theme AND +r.region IN (SELECT value FROM json_each(:many))"""
DOWNWARD = (BY_REGION, BY_REGION_ON_THEME, BY_THEME, BY_THEME_OF_ONE, BY_THEME_OF_MANY)
DOWN = " ORDER BY a.worth DESC, a.finding DESC"
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


class Lead(NamedTuple):
    """A finding that may be among the best."""

    worth: float
    """What it counts under the tag that it was found by; what is told after it counts no more."""
    finding: int
    most: float
    """What its score cannot exceed under the tags that were asked for."""


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

    def few(self, query: FindingQuery, shares: Mapping[str, float]) -> list[Lead] | None:
        """Return what answers a query of tags alone; None where that may be much.

        A finding is told for each pair of tags that it answers by. ``shares`` say what each region
        counts at the most.
        """
        regions = dump(sorted(query.regions))
        most = 4 * MANY if query.themes else MANY
        if not query.regions or self._counted(regions, most) == most:
            return None
        asked = [(_ON_THEME, {"theme": theme}) for theme in sorted(query.themes)]
        rows = chain.from_iterable(
            self._database.rows(sql, {"regions": regions, **more})
            for sql, more in asked or [(_OF_REGIONS, {})]
        )
        return [Lead(worth, id_, most * shares[region]) for region, worth, id_, most in rows]

    def _counted(self, regions: str, most: int) -> int:
        """Return how many tags there are of regions, or ``most`` if there are more."""
        counted = self._database.row(_COUNTED, (regions, most))
        return int(counted[0]) if counted else 0

    def along(self, way: Way) -> Iterator[Lead]:
        """Yield findings, what is worth most first; one with several of the regions comes again.

        They are read one by one: the first of very many are often enough.
        """
        (one, *_) = sorted(way.regions) or ("",)
        wanted = {"one": one, "theme": way.theme, "many": dump(sorted(way.regions))}
        return (Lead(*row) for row in self._database.stream(self._down(way, one) + DOWN, wanted))

    def _down(self, way: Way, one: str) -> str:
        """Return the query for what lies on a way: down the index of its region or its theme."""
        if not way.theme:
            return BY_REGION
        if len(way.regions) != 1:
            return BY_THEME_OF_MANY if way.regions else BY_THEME
        on_theme = self._database.row(_WITH_THEME, (way.theme,))
        themed = int(on_theme[0]) if on_theme else 0
        is_rarer = self._counted(dump([one]), themed) < themed
        return BY_REGION_ON_THEME if is_rarer else BY_THEME_OF_ONE

    def newest_of(self, findings: Iterable[int]) -> date | None:
        """Return the day of the newest report that any of some findings stands in."""
        rows = self._database.rows(_REPORTS_OF, (dump([*findings]),))
        return max((day for row in rows if (day := self.reports[row[0]].published)), default=None)

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
