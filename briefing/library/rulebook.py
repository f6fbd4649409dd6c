"""The officer's rules in the library: tried, kept, obeyed by what comes in, taken out again.

Which findings a rule speaks of is for a judge to say, for it takes the grammar of languages; the
library asks it once and remembers the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, product
from math import prod
from typing import Protocol

from briefing.errors import LibraryError
from briefing.library.correcting import index_tags
from briefing.library.database import Database, Row
from briefing.library.encoding import extracted, load_finding
from briefing.library.reading import summary_of
from briefing.library.search import ids_of_report, rows_by_id
from briefing.model import Facet, Finding, Passage, TagRule, TextKind

_RULES = "SELECT id, term, facet, tag, adds, report, publisher FROM tag_rule ORDER BY id"
_COUNTS = "SELECT rule, count(*) AS findings FROM rule_hit WHERE active GROUP BY rule"
_INSERT = """INSERT INTO tag_rule (term, facet, tag, adds, report, publisher)
    VALUES (?, ?, ?, ?, ?, ?)"""
_INDEXES = {Facet.ABOUT: ("finding_region", "region"), Facet.THEME: ("finding_theme", "theme")}
_BY_WORDS = "SELECT rowid FROM finding_words WHERE finding_words MATCH :words"
_BY_TAG = {
    facet: f"SELECT finding FROM {table} WHERE {column} = :tag"  # noqa: S608 - constant parts
    for facet, (table, column) in _INDEXES.items()
}
_CORRECTED = """SELECT f.id FROM tag_correction c JOIN finding f ON f.report = c.report
    AND f.block = c.block AND f.start = c.start AND f."end" = c."end" WHERE f.kind = 'body'"""
_LENT = "SELECT finding FROM wording WHERE finding IN ({}) AND tags LIKE :within ESCAPE '\\'"
_BESIDE = """SELECT id FROM finding WHERE id IN ({})
    AND report IN (SELECT report FROM finding WHERE id IN ({}))"""
_IN = "SELECT f.id, f.report FROM finding f JOIN report r ON r.id = f.report WHERE f.id IN ({}) {}"
_SCOPE = "AND r.sha256 = :report"
_ORDER = " ORDER BY f.report, f.id"
_MOST_GROUPS = 64
"""So many groups of neighbouring words are looked for; beyond, the words may stand anywhere."""
_HITS = "SELECT finding FROM rule_hit WHERE rule = ? AND active"
_BY_PUBLISHER = """SELECT h.finding, h.active, t.* FROM rule_hit h JOIN tag_rule t ON t.id = h.rule
    JOIN finding f ON f.id = h.finding WHERE f.report = ? AND t.publisher <> ''"""


class Judge(Protocol):
    """Says which findings a rule speaks of."""

    def forms(self, rule: TagRule) -> tuple[tuple[str, ...], ...]:
        """Return, for each word of a rule's term, forms of which one must stand in a sentence."""

    def hits(
        self, rule: TagRule, findings: Sequence[Finding], language: str
    ) -> Iterator[tuple[int, str]]:
        """Yield the places of the findings that a rule speaks of, each with the words for it."""


class RuleBook:
    """The rules of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rules(self) -> tuple[TagRule, ...]:
        """Return all rules, in the order in which they were made."""
        rows = self._database.rows(_RULES)
        with self._database.decoding():
            return tuple(map(_rule, rows))

    def counts(self) -> dict[int, int]:
        """Return by the number of each rule how many findings it speaks of, if any."""
        return {row["rule"]: row["findings"] for row in self._database.rows(_COUNTS)}

    def changes(
        self, rules: Sequence[TagRule], judge: Judge
    ) -> Iterator[tuple[Passage, Finding, Finding]]:
        """Yield what rules would change if they were kept: where, the finding before and after."""
        rulings: dict[int, list[tuple[TagRule, str]]] = {}
        for n, rule in enumerate(rules):
            later = replace(rule, number=n)
            for id_, words, active in self._hits(rule, judge):
                if active:
                    rulings.setdefault(id_, []).append((later, words))
        for id_, row in self._in_slices(sorted(rulings)):
            with self._database.decoding():
                before, after = load_finding(row), load_finding(row, rulings[id_])
            if _tags(before) != _tags(after):
                yield before.passage, before, after

    def add(self, rules: Iterable[TagRule], judge: Judge) -> tuple[TagRule, ...]:
        """Keep rules and let all findings obey them, all or nothing; return those that are new.

        A rule that is there already is passed over; one that says the opposite takes its place.

        Raises:
            LibraryError: the disk refuses.
        """
        added: list[TagRule] = []
        changed: set[int] = set()
        with self._database.atomic():
            for rule in rules:
                same = [known for known in self.rules() if known.key == rule.key]
                if any(known.adds is rule.adds for known in same):
                    continue
                for known in same:
                    self._index(self._delete(known))
                kept = self._insert(rule)
                changed.update(self._note(kept, self._hits(kept, judge)))
                added.append(kept)
            self._index(changed)
        return tuple(added)

    def remove(self, number: int) -> TagRule:
        """Take a rule out; the findings are again what they would be without it.

        Raises:
            LibraryError: there is no such rule, or the disk refuses.
        """
        with self._database.atomic():
            rule = next((one for one in self.rules() if one.number == number), None)
            if rule is None:
                raise LibraryError(
                    f"There is no rule {number}.", "`main.py rules` lists them with their numbers."
                )
            self._index(self._delete(rule))
        return rule

    def take_in(self, sha256: str, judge: Judge) -> None:
        """Let the findings of a report that came in obey all rules; within a transaction."""
        rules = self.rules()
        row = self._database.row("SELECT * FROM report WHERE sha256 = ?", (sha256,))
        if not rules or row is None:
            return
        rows = [
            one
            for one in rows_by_id(self._database, ids_of_report(self._database, row["id"])).values()
            if one["kind"] == TextKind.BODY
        ]
        changed: set[int] = set()
        for rule in rules:
            changed.update(self._note(rule, self._judged(rule, judge, rows, row)))
        self._index(changed)

    def follow_publisher(self, report: int) -> list[int]:
        """Let rules for reports of a publisher hold for a report by what is known of it now.

        ``report`` is its number in the library; the caller holds the transaction. Returns the
        findings whose tags may be others now.
        """
        row = self._database.row("SELECT * FROM report WHERE id = ?", (report,))
        hits = self._database.rows(_BY_PUBLISHER, (report,))
        if row is None or not hits:
            return []
        with self._database.decoding():
            publisher = summary_of(row).metadata.publisher
        turned = [
            (int(not hit["active"]), hit["finding"], hit["id"])
            for hit in hits
            if _rule(hit).holds_in(row["sha256"], publisher) is not bool(hit["active"])
        ]
        self._database.run_many(
            "UPDATE rule_hit SET active = ? WHERE finding = ? AND rule = ?", turned
        )
        changed = sorted({finding for _, finding, _ in turned})
        self._index(changed)
        return changed

    def _hits(self, rule: TagRule, judge: Judge) -> Iterator[tuple[int, str, bool]]:
        """Yield the findings that a rule speaks of, the words for it, and whether it holds."""
        for report, rows in groupby(self._candidates(rule, judge), key=lambda row: row["report"]):
            known = self._database.row("SELECT * FROM report WHERE id = ?", (report,))
            if known is not None:
                found = rows_by_id(self._database, (row["id"] for row in rows))
                in_order = [found[id_] for id_ in sorted(found)]
                yield from self._judged(rule, judge, in_order, known)

    def _judged(
        self, rule: TagRule, judge: Judge, rows: Sequence[Row], report: Row
    ) -> Iterator[tuple[int, str, bool]]:
        with self._database.decoding():
            summary = summary_of(report)
            findings = [extracted(row) for row in rows]
        active = rule.holds_in(summary.sha256, summary.metadata.publisher)
        if rule.report and not active:
            return
        for place, words in judge.hits(rule, findings, summary.metadata.language):
            yield rows[place]["id"], words, active

    def _candidates(self, rule: TagRule, judge: Judge) -> list[Row]:
        """Return the findings that a rule may speak of, report by report in the order of text."""
        forms = judge.forms(rule)
        wanted = {
            "words": _expression(forms),
            "within": _within(forms),
            "tag": rule.tag,
            "report": rule.report,
        }
        among = _BY_WORDS if rule.adds else _taking(rule.facet)
        sql = _IN.format(among, _SCOPE if rule.report else "") + _ORDER
        return self._database.rows(sql, wanted)

    def _insert(self, rule: TagRule) -> TagRule:
        said = (rule.term, rule.facet, rule.tag, rule.adds, rule.report, rule.publisher)
        return replace(rule, number=self._database.run(_INSERT, said))

    def _note(self, rule: TagRule, hits: Iterable[tuple[int, str, bool]]) -> list[int]:
        noted = [(id_, rule.number, words, active) for id_, words, active in hits]
        self._database.run_many("INSERT INTO rule_hit VALUES (?, ?, ?, ?)", noted)
        return [id_ for id_, _, _, active in noted if active]

    def _delete(self, rule: TagRule) -> list[int]:
        """Delete a rule and return the findings that obeyed it."""
        obeyed = [row["finding"] for row in self._database.rows(_HITS, (rule.number,))]
        self._database.run("DELETE FROM tag_rule WHERE id = ?", (rule.number,))
        return obeyed

    def _index(self, changed: Iterable[int]) -> None:
        """Make queries find findings under the tags that they have now."""
        for id_, row in self._in_slices(sorted(changed)):
            with self._database.decoding():
                finding = load_finding(row)
            index_tags(self._database, id_, finding)

    def _in_slices(self, ids: Sequence[int]) -> Iterator[tuple[int, Row]]:
        for first in range(0, len(ids), 1000):
            yield from rows_by_id(self._database, ids[first : first + 1000]).items()


def _rule(row: Row) -> TagRule:
    return TagRule(
        row["term"],
        Facet(row["facet"]),
        row["tag"],
        bool(row["adds"]),
        row["report"],
        row["publisher"],
        row["id"],
    )


def _taking(facet: Facet) -> str:
    """Return the query for what a rule may take a tag from.

    The term stands in the sentence, or in the words from which the tag was lent; a region may have
    been carried on to any later sentence of the report.
    """
    held = f"{_BY_TAG[facet]} UNION {_CORRECTED}"
    spoken_of = f"{_BY_WORDS} UNION {_LENT.format(held)}"
    if facet is Facet.THEME:
        return spoken_of
    return f"{spoken_of} UNION {_BESIDE.format(held, spoken_of)}"


def _expression(forms: Sequence[Sequence[str]]) -> str:
    """Return the full-text expression for words side by side, each in any of its forms."""
    each = [[_form(form) for form in word] for word in forms]
    if prod(map(len, each)) > _MOST_GROUPS:
        return " AND ".join(f"({' OR '.join(word)})" for word in each)
    groups = product(*each)
    return " OR ".join(f"NEAR({' '.join(group)}, 1)" for group in groups)


def _form(form: str) -> str:
    """Return what the full-text index looks for; no mark of its syntax is left."""
    bare = form.rstrip("*").replace('"', "")
    return f'"{bare}"*' if form.endswith("*") else f'"{bare}"'


def _within(forms: Sequence[Sequence[str]]) -> str:
    """Return the pattern for texts that may hold a term: some letters of one of its words."""
    longest = max((min(word, key=len).rstrip("*") for word in forms), key=len)
    inner = longest if longest.isascii() else longest[1:]  # capitals beyond ASCII count as others
    escaped = re.sub(r"([\\%_])", r"\\\1", inner)
    return f"%{escaped}%"


def _tags(finding: Finding) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sorted(tags)) for tags in (finding.mentions, finding.about, finding.themes))
