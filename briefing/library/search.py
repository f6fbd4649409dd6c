"""Which findings answer a query: by region, theme, period and source, or by words.

Only running text is offered. Words typed by a person are data, never query syntax.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.library.database import Database, Row
from briefing.library.encoding import dump
from briefing.model import Passage
from briefing.quotations import full_code

_SLICE = 1_000
"""Findings that are read at a time."""
CODE_KEPT = 12
"""So many characters of each code are indexed; more are hardly ever written."""
_PIECE = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')
_WORD = re.compile(r"\w")
_NO_TEXT = re.compile(r"[\0\ud800-\udfff]")
"""What SQLite takes for the end of a text, and what is left of bytes that are no UTF-8."""

_FINDINGS = """
    SELECT f.id, r.sha256, f.block, f.start, f."end", f.kind, f.strength, f.needs_context, f.before,
        w.text, w.tags, w.page_label, w.paragraph, w.heading_path, w.quote_prefix, w.quote_suffix,
        (SELECT nullif(json_group_array(
            json_array(t.id, t.term, t.facet, t.tag, t.adds, h.words)), '[]')
            FROM rule_hit h JOIN tag_rule t ON t.id = h.rule
            WHERE h.finding = f.id AND h.active) AS ruled,
        c.about AS corrected_about, c.themes AS corrected_themes
    FROM finding f JOIN wording w ON w.finding = f.id JOIN report r ON r.id = f.report
    LEFT JOIN tag_correction c ON c.report = f.report AND c.block = f.block
        AND c.start = f.start AND c."end" = f."end"
"""
_OF_REPORT = f"{_FINDINGS} WHERE r.sha256 = ? ORDER BY f.id"
_BY_ID = f"{_FINDINGS} WHERE f.id IN (SELECT value FROM json_each(?))"  # noqa: S608 constant parts
_WORDS = """SELECT w.finding, w.text, w.tags,
        EXISTS (SELECT 1 FROM rule_hit h WHERE h.finding = w.finding AND h.active)
    FROM json_each(?) j CROSS JOIN wording w ON w.finding = j.value"""
PLACED = "(f.dated OR r.first_day IS NOT NULL)"
"""Something tells when a finding was so."""
_CANDIDATES = "SELECT f.id FROM finding f JOIN report r ON r.id = f.report WHERE f.kind = 'body'"
_BESIDE = """SELECT f.id FROM (SELECT DISTINCT one.report, one.block
        FROM json_each(:beside) j CROSS JOIN finding one ON one.id = j.value) place
    CROSS JOIN finding f ON f.report = place.report AND f.block = place.block
    JOIN report r ON r.id = f.report WHERE f.kind = 'body'"""
_LATEST = "SELECT id FROM finding WHERE kind = 'body' ORDER BY id DESC LIMIT ?"
_BY_WORDS = """SELECT id FROM (SELECT rowid AS id, rank AS nearness FROM finding_words
        WHERE finding_words MATCH ? ORDER BY rowid DESC LIMIT ?)
    ORDER BY nearness, id LIMIT ?"""
RANKED = 5_000
"""So many of the findings that came in last are ranked of those that hold the words: words that
more of them hold, such as the first letter of one, tell nothing apart."""
_AT = """SELECT f.id, f.report, f.block, f.start, f."end"
    FROM finding f JOIN report r ON r.id = f.report
    WHERE r.sha256 = ? AND f.block = ? AND f.start = ? AND f."end" = ?"""
_BY_CODE = """SELECT f.id, r.sha256, f.block, f.start, f."end" FROM finding_code c
    JOIN finding f ON f.id = c.finding JOIN report r ON r.id = f.report
    WHERE c.code >= ? AND c.code < ? ORDER BY f.id"""
_IN_REGIONS = """f.id IN (SELECT finding FROM finding_region
    WHERE region IN (SELECT value FROM json_each(:regions)))"""
_ON_THEMES = """f.id IN (SELECT finding FROM finding_theme
    WHERE theme IN (SELECT value FROM json_each(:themes)))"""
_IN_REPORTS = "r.sha256 IN (SELECT value FROM json_each(:reports))"
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


def matching(database: Database, query: FindingQuery, *, placed: bool = False) -> list[int]:
    """Return the ids of the findings that answer the query, in the order of import and text.

    With ``placed``, those that nothing dates are left out.
    """
    limits = (*conditions(query), PLACED) if placed else conditions(query)
    sql = " AND ".join((_CANDIDATES, *limits)) + " ORDER BY f.id"
    return _ids(database.rows(sql, parameters(query)))


def latest(database: Database, number: int) -> list[int]:
    """Return the ids of so many of the findings that came in last, in their order."""
    return _ids(database.rows(_LATEST, (number,)))[::-1]


def beside(database: Database, query: FindingQuery, ids: Sequence[int]) -> list[int]:
    """Return which findings that answer the query stand in one paragraph with any of ``ids``."""
    sql = " AND ".join((_BESIDE, *conditions(query))) + " ORDER BY f.id"
    return _ids(database.rows(sql, {**parameters(query), "beside": dump(ids)}))


def by_words(database: Database, words: str, limit: int) -> list[int]:
    """Return the ids of the findings that hold all the words, best first by BM25."""
    expression = match_expression(words)
    return _ids(database.rows(_BY_WORDS, (expression, RANKED, limit))) if expression else []


def rows_of_report(database: Database, sha256: str) -> list[Row]:
    """Return the rows of a report's findings, in their order."""
    return database.rows(_OF_REPORT, (sha256,))


def ids_of_report(database: Database, report: int) -> list[int]:
    """Return the ids of a report's findings; the report by its own id."""
    return _ids(database.rows("SELECT id FROM finding WHERE report = ?", (report,)))


def row_at(database: Database, passage: Passage) -> Row | None:
    """Return the row of the finding that is this passage, with the number of its report."""
    place = (passage.report, passage.block, passage.start, passage.end)
    return database.row(_AT, place)


def by_code(database: Database, code: str, reports: frozenset[str]) -> list[int]:
    """Return the ids of the findings of running text whose code begins so."""
    begins = code[:CODE_KEPT]
    rows = database.rows(_BY_CODE, (begins, f"{begins}~"))
    return [
        row["id"]
        for row in rows
        if (not reports or row["sha256"] in reports) and full_code(_passage(row)).startswith(code)
    ]


def _passage(row: Row) -> Passage:
    return Passage(row["sha256"], row["block"], row["start"], row["end"])


def rows_by_id(database: Database, ids: Iterable[int]) -> dict[int, Row]:
    """Return the rows of the findings with these ids, read in slices.

    While SQLite is at work nothing else is: a job that is no longer wanted is left between two.
    """
    wanted = list(ids)
    found: dict[int, Row] = {}
    for first in range(0, len(wanted), _SLICE):
        rows = database.rows(_BY_ID, (dump(wanted[first : first + _SLICE]),))
        found.update((row["id"], row) for row in rows)
    return found


def words_by_id(database: Database, ids: Sequence[int]) -> dict[int, Row]:
    """Return the words of findings, their tags, and whether rules lie over these."""
    found = {row["finding"]: row for row in database.rows(_WORDS, (dump(ids),))}
    ruled = [id_ for id_, row in found.items() if row[3]]
    return found | rows_by_id(database, ruled)


def _ids(rows: Iterable[Row]) -> list[int]:
    return [row["id"] for row in rows]


def match_expression(words: str) -> str:
    """Return the full-text expression for what a person typed; empty where there is no word.

    Quoted words are a phrase; the last word, unless quoted, may go on.
    """
    written = _NO_TEXT.sub(" ", words)
    pieces = [match for match in _PIECE.finditer(written) if _WORD.search(match[0])]
    if not pieces:
        return ""
    terms = [f'"{piece[1] or piece[2]}"' for piece in pieces]
    goes_on = pieces[-1][2] is not None
    return " ".join(terms) + ("*" if goes_on else "")


def conditions(query: FindingQuery) -> Iterable[str]:
    """Yield what a finding ``f`` of a report ``r`` must satisfy to answer a query."""
    if query.regions:
        yield _IN_REGIONS
    if query.themes:
        yield _ON_THEMES
    if query.reports:
        yield _IN_REPORTS
    if query.since or query.until:
        yield _IN_PERIOD


def parameters(query: FindingQuery) -> dict[str, object]:
    """Return the values that ``conditions`` speaks of."""
    return {
        "regions": dump(sorted(query.regions)),
        "themes": dump(sorted(query.themes)),
        "reports": dump(sorted(query.reports)),
        "since": (query.since or date.min).isoformat(),
        "until": (query.until or date.max).isoformat(),
    }
