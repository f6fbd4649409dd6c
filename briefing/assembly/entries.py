"""Decisions with all that is known of their findings, and how the document prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from briefing.assembly.sources import Sources
from briefing.model import (
    BriefFinding,
    Choice,
    Citation,
    Decision,
    Difference,
    Disagreement,
    PartialDate,
    Passage,
    Selection,
    StoredFinding,
)
from briefing.quotations import quotation_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that is printed."""

    decision: Decision
    stored: StoredFinding
    also_in: tuple[StoredFinding, ...] = ()
    """Where else the same is said."""
    differs_with: tuple[Difference, ...] = ()
    """Where other reports differ from it."""

    @property
    def cited(self) -> tuple[StoredFinding, ...]:
        """All findings whose reports the document lists for it."""
        return (*self.places, *(one.other for one in self.differs_with))

    @property
    def places(self) -> tuple[StoredFinding, ...]:
        """All findings that it cites, its own first."""
        return (self.stored, *self.also_in)

    @property
    def markings(self) -> tuple[str, ...]:
        """The marking that the officer gave it, else those of all reports that it cites."""
        if self.decision.marking:
            return (self.decision.marking,)
        return tuple(one.report.metadata.marking for one in self.cited)


def entries(
    used: Iterable[Decision], selection: Selection, held: Mapping[Passage, StoredFinding]
) -> dict[Passage, Entry]:
    """Return what is known of each finding used: from ``held``, else from the candidates.

    What other reports say of it is known from the candidates, as long as its words are theirs. A
    finding in neither has no entry. What is used by itself is not told as said elsewhere too.
    """
    decisions = {decision.passage: decision for decision in used}
    found = {
        passage: Entry(decisions[passage], stored)
        for passage, stored in held.items()
        if passage in decisions
    }
    for candidate in selection.candidates:
        stored = candidate.stored
        decision = decisions.get(stored.finding.passage)
        if decision is None:
            continue
        known = held.get(decision.passage, stored)
        if known.finding.text == stored.finding.text:
            elsewhere = (
                other for other in candidate.also_in if other.finding.passage not in decisions
            )
            found[decision.passage] = Entry(
                decision, known, tuple(elsewhere), candidate.differs_with
            )
    return found


def brief_finding(
    entry: Entry, code: str, sources: Sources, year: Callable[[PartialDate | None], int | None]
) -> BriefFinding:
    """Return an entry as the document holds it."""
    decision = entry.decision
    quotations = (*decision.before, decision.finding, *decision.after)
    return BriefFinding(
        code=code,
        text=" ".join(quotation.exact for quotation in quotations),
        quotations=quotations,
        citations=tuple(_citation(stored, sources) for stored in entry.places),
        elsewhere=tuple(quotation_of(stored) for stored in entry.also_in),
        lead=decision.choice is Choice.LEAD,
        year=year(entry.stored.report.metadata.date),
        own=-1 - len(decision.after),
        marking=decision.marking,
        disagreements=tuple(
            Disagreement(
                one.here, one.there, _citation(one.other, sources), quotation_of(one.other)
            )
            for one in entry.differs_with
        ),
    )


def _citation(stored: StoredFinding, sources: Sources) -> Citation:
    return Citation(sources.number(stored), stored.page_label, stored.paragraph)


def old_year(day: PartialDate | None, issued: date, years: int) -> int | None:
    """Return a source's year where it is older than so many years on the day of issue."""
    if day is None:
        return None
    limit = issued.replace(year=max(1, issued.year - years), day=min(issued.day, 28))
    return day.year if day.last_day < limit else None
