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

    __slots__ = ("heading", "height", "is_counted", "is_used", "key", "measured", "row", "section")

    def __init__(self, key: Key, heading: Heading | None, row: FindingRow | None) -> None:
        self.key = key
        self.heading = heading
        self.row = row
        self.is_used = row is not None and row.decision.is_used
        self.is_counted = row is not None and counts(row)
        self.section = row.decision.section if row is not None else ("", "")
        self.height = 0
        self.measured = False


def key_of(decision: Decision) -> Key:
    """Return what names the finding of a decision."""
    own = decision.finding
    return own.report, own.block, own.start, own.end


def key_at(passage: Passage) -> Key:
    """Return what names the finding that stands at a passage."""
    return passage.report, passage.block, passage.start, passage.end


def lines_for(rows: Iterable[FindingRow], known: dict[Key, Line]) -> list[Line]:
    """Return a line for each finding: the known one where it says the same, none twice."""
    made: dict[Key, Line] = {}
    for row in rows:
        key = key_of(row.decision)
        old = known.get(key)
        if key not in made:
            made[key] = old if old is not None and old.row == row else Line(key, None, row)
    return list(made.values())


def follow(lines: Sequence[Line], before: Draft, now: Draft) -> list[Line]:
    """Return the lines as a changed draft decides them, before the core has looked at it."""
    old = {key_of(decision): decision for decision in before.decisions}
    new = {key_of(decision): decision for decision in now.decisions}
    changed = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    return [_followed(line, new) if line.key in changed else line for line in lines]


def counts(row: FindingRow) -> bool:
    """Return whether a finding is counted: once, however often the reports say it."""
    return not row.repeats or row.decision.is_used


def _followed(line: Line, new: dict[Key, Decision]) -> Line:
    row = line.row
    if row is None:
        return line
    decision = new.get(line.key) or _undecided(row.decision)
    row = replace(row, decision=decision, why_left_out=_why(row, decision))
    return Line(line.key, None, row)


def _undecided(decision: Decision) -> Decision:
    return replace(
        decision,
        choice=Choice.LEFT_OUT,
        by_officer=False,
        why="",
        note="",
        marking="",
        before=(),
        after=(),
    )


def _why(row: FindingRow, decision: Decision) -> str:
    if decision.is_used:
        return ""
    return decision.why if decision.by_officer else row.why_left_out


def ordered(lines: Sequence[Line], draft: Draft) -> list[Line]:
    """Return the lines with the used ones first, as the draft orders them, then the rest."""
    place = {key_of(decision): n for n, decision in enumerate(draft.decisions)}
    behind = len(place)
    used = sorted(
        (line for line in lines if line.is_used), key=lambda line: place.get(line.key, behind)
    )
    return used + [line for line in lines if not line.is_used]


def in_sections(
    sections: Sequence[SectionRow], lines: Sequence[Line], shown: frozenset[Key] | None
) -> Iterator[Line]:
    """Yield the lines section by section, under headings; ``shown`` limits them, None shows all.

    A section of which nothing is shown has a heading only where all is shown. Findings that stand
    under no section of the request come last.
    """
    titles = {(section.region, section.theme): section.title for section in sections}
    by_section: dict[tuple[str, str], list[Line]] = {place: [] for place in titles}
    for line in lines:
        if line.row is not None:
            by_section.setdefault(line.section, []).append(line)
    for (region, theme), members in by_section.items():
        kept = members if shown is None else [line for line in members if line.key in shown]
        if not kept and shown is not None:
            continue
        used = sum(line.is_used for line in members)
        title = titles.get((region, theme), "")
        found = sum(line.is_counted for line in members)
        heading = Heading(title, region, theme, found or len(members), used)
        yield Line(heading.key, heading, None)
        yield from kept
