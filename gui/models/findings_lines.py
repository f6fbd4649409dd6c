"""The lines of the list of findings: headings and findings, in order, by what is to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.model import Choice, Decision, Draft, Passage
from briefing.model.desk import FindingRow, SectionRow

Key = tuple[str | int, ...]
"""What names a line, however the list changes around it."""


class Shown(StrEnum):
    """Which of the findings the list shows."""

    ALL = "all"
    USED = "used"
    UNSEEN = "not seen"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above findings."""

    title: str
    region: str = ""
    theme: str = ""
    found: int = 0
    used: int = 0
    of_search: bool = False
    """Whether it stands above the answers to a search, which belong to no section."""

    @property
    def key(self) -> Key:
        """What names the line; headings of sections keep it while their counts change."""
        return ("search",) if self.of_search else ("section", self.region, self.theme)


class Line:
    """One line of the list; remembers how high it is, guessed until the view has measured it."""

    __slots__ = ("heading", "height", "key", "measured", "row")

    def __init__(self, key: Key, heading: Heading | None, row: FindingRow | None) -> None:
        self.key = key
        self.heading = heading
        self.row = row
        self.height = 0
        self.measured = False


def key_of(decision: Decision) -> Key:
    """Return what names the finding of a decision."""
    own = decision.finding
    return own.report, own.block, own.start, own.end


def key_at(passage: Passage) -> Key:
    """Return what names the finding that stands at a passage."""
    return passage.report, passage.block, passage.start, passage.end


def follow(rows: Iterable[FindingRow], before: Draft, now: Draft) -> list[FindingRow]:
    """Return the rows as a changed draft decides them, before the core has looked at it."""
    old = {key_of(decision): decision for decision in before.decisions}
    new = {key_of(decision): decision for decision in now.decisions}
    return [_followed(row, old, new) for row in rows]


def _followed(row: FindingRow, old: dict[Key, Decision], new: dict[Key, Decision]) -> FindingRow:
    key = key_of(row.decision)
    decision = new.get(key)
    if decision is None:
        if key not in old:
            return row
        decision = _undecided(row.decision)
    if decision is row.decision or decision == row.decision:
        return row
    return replace(row, decision=decision, why_left_out=_why(row, decision))


def _undecided(decision: Decision) -> Decision:
    return replace(
        decision, choice=Choice.LEFT_OUT, by_officer=False, why="", note="", before=(), after=()
    )


def _why(row: FindingRow, decision: Decision) -> str:
    if decision.is_used:
        return ""
    return decision.why if decision.by_officer else row.why_left_out


def ordered(rows: Sequence[FindingRow], draft: Draft) -> list[FindingRow]:
    """Return the rows with the used ones first, as the draft orders them, then the rest."""
    place = {key_of(decision): n for n, decision in enumerate(draft.decisions)}
    behind = len(place)
    used = [(place.get(key_of(r.decision), behind), n) for n, r in enumerate(rows) if _used(r)]
    rest = [row for row in rows if not _used(row)]
    return [rows[n] for _, n in sorted(used)] + rest


def _used(row: FindingRow) -> bool:
    return row.decision.choice is not Choice.LEFT_OUT


def lines_of(
    sections: Sequence[SectionRow], rows: Sequence[FindingRow], shown: frozenset[Key] | None
) -> Iterator[Line]:
    """Yield the lines section by section; ``shown`` limits the findings, None shows all.

    A section of which nothing is shown has a heading only where all is shown. Findings that stand
    under no section of the request come last.
    """
    known = {(section.region, section.theme): section for section in sections}
    by_section: dict[tuple[str, str], list[FindingRow]] = {place: [] for place in known}
    for row in rows:
        by_section.setdefault((row.decision.region, row.decision.theme), []).append(row)
    for (region, theme), members in by_section.items():
        kept = [(key_of(row.decision), row) for row in members]
        if shown is not None:
            kept = [(key, row) for key, row in kept if key in shown]
        if not kept and shown is not None:
            continue
        section = known.get((region, theme))
        heading = Heading(
            section.title if section else "", region, theme, len(members), sum(map(_used, members))
        )
        yield Line(heading.key, heading, None)
        yield from (Line(key, None, row) for key, row in kept)
