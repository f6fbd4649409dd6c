"""Which findings answer a query: by region, theme, period and source, or by words.

Only running text is offered. Words typed by a person are data, never query syntax.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefing.library.database import Database, Row
from briefing.library.encoding import dump

_PIECE = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')
_WORD = re.compile(r"\w")

_COLUMNS = """
    SELECT f.*, r.sha256,
        b.block AS before_block, b.start AS before_start, b."end" AS before_end,
        b.text AS before_text, b.kind AS before_kind, b.strength AS before_strength,
        b.needs_context AS before_needs_context, b.tags AS before_tags
"""
_CANDIDATES = (
    _COLUMNS
    + """
    FROM finding f JOIN report r ON r.id = f.report LEFT JOIN finding b ON b.id = f.before
    WHERE f.kind = 'body' AND """
)
_BY_WORDS = (
    _COLUMNS
    + """
    FROM finding_words w JOIN finding f ON f.id = w.rowid
    JOIN report r ON r.id = f.report LEFT JOIN finding b ON b.id = f.before
    WHERE finding_words MATCH ? ORDER BY w.rank, f.id LIMIT ?"""
)
_IN_REGIONS = """f.id IN (SELECT finding FROM finding_region
    WHERE region IN (SELECT value FROM json_each(:regions)))"""
_ON_THEMES = """f.id IN (SELECT finding FROM finding_theme
    WHERE theme IN (SELECT value FROM json_each(:themes)))"""
_IN_REPORTS = "r.sha256 IN (SELECT value FROM json_each(:reports))"
_STRONG = "f.strength >= :least_strength"
_IN_PERIOD = """CASE
    WHEN f.dated THEN EXISTS (SELECT 1 FROM finding_date d WHERE d.finding = f.id
        AND d.last_day >= :since AND d.first_day <= :until)
    WHEN r.first_day IS NOT NULL THEN r.last_day >= :since AND r.first_day <= :until
    ELSE 1 END"""


@dataclass(frozen=True, slots=True)
class FindingQuery:
    """What findings must satisfy to be candidates; an empty set asks for nothing."""

    regions: frozenset[str] = frozenset()
    """Region ids, members included; a finding mentions or is about one of them."""
    themes: frozenset[str] = frozenset()
    since: date | None = None
    """A finding's own dates decide, else its report's date; without either it stays in."""
    until: date | None = None
    reports: frozenset[str] = frozenset()
    """SHA-256 of the reports to look in."""
    least_strength: float = 0.0
    limit: int | None = None
    """At most so many, the strongest; None: all."""


def matching(database: Database, query: FindingQuery) -> list[Row]:
    """Return the rows that answer the query, in the order of import and text.

    With a limit, the strongest come first.
    """
    sql = _CANDIDATES + " AND ".join(_conditions(query))
    order = " ORDER BY f.id" if query.limit is None else " ORDER BY f.strength DESC, f.id"
    return database.rows(sql + order + " LIMIT :limit", _parameters(query))


def by_words(database: Database, words: str, limit: int) -> list[Row]:
    """Return the rows that hold all the words, best first by BM25."""
    expression = match_expression(words)
    return database.rows(_BY_WORDS, (expression, limit)) if expression else []


def match_expression(words: str) -> str:
    """Return the full-text expression for what a person typed; empty where there is no word.

    Quoted words are a phrase; the last word, unless quoted, may go on.
    """
    pieces = [match for match in _PIECE.finditer(words) if _WORD.search(match[0])]
    if not pieces:
        return ""
    terms = ['"{}"'.format((piece[1] or piece[2]).replace("\0", " ")) for piece in pieces]
    goes_on = pieces[-1][2] is not None
    return " ".join(terms) + ("*" if goes_on else "")


def _conditions(query: FindingQuery) -> Iterable[str]:
    yield _STRONG
    if query.regions:
        yield _IN_REGIONS
    if query.themes:
        yield _ON_THEMES
    if query.reports:
        yield _IN_REPORTS
    if query.since or query.until:
        yield _IN_PERIOD


def _parameters(query: FindingQuery) -> dict[str, object]:
    return {
        "regions": dump(sorted(query.regions)),
        "themes": dump(sorted(query.themes)),
        "reports": dump(sorted(query.reports)),
        "least_strength": query.least_strength,
        "since": (query.since or date.min).isoformat(),
        "until": (query.until or date.max).isoformat(),
        "limit": -1 if query.limit is None else query.limit,
    }
