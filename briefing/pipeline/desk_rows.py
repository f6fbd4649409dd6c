"""Rows of the list of findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefing.assembly import old_year
from briefing.citing import place
from briefing.model import Candidate, Choice, Decision, Passage, StoredFinding, Taxonomy
from briefing.model.desk import FindingRow, Standing
from briefing.pipeline.desk_offers import Age, Offer
from briefing.pipeline.standing import Stand
from briefing.selection.ranking import Ranked
from briefing.selection.reasons import reason
from briefing.selection.relevance import Closeness, Fit, Scope, best_fit
from briefing.selection.room import Room, printed_of

NEW = "would be proposed now"
NOT_KNOWN = "its report is not in the library"


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes rows; those of candidates that nobody has decided upon are made once."""

    offer: Offer
    codes: Mapping[Passage, str]
    age: Age

    def undecided(self, candidate: Candidate, room: Room) -> FindingRow:
        """Return the row of a candidate of which the draft says nothing: it is left out."""
        row = self._of_candidate(candidate)
        if row.why_left_out:
            return row
        proposed = self.offer.decisions[row.decision.passage]
        return replace(row, why_left_out=room.obstacle(candidate, proposed) or NEW)

    def decided(self, decision: Decision, stand: Stand) -> FindingRow:
        """Return the row of a finding that the draft decides upon."""
        candidate = self.offer.candidates.get(decision.passage)
        if candidate is not None:
            base = self._of_candidate(candidate)
        elif stand.stored is not None:
            base = self.of_stored(stand.stored, decision)
        else:
            base = FindingRow(decision, self.codes[decision.passage], "", "", NOT_KNOWN)
        by_program = "" if decision.by_officer else base.why_left_out
        why = "" if decision.is_used else decision.why or by_program
        text = " ".join(quotation.exact for quotation in printed_of(decision))
        stored = candidate.stored if candidate else stand.stored
        return replace(
            base,
            fits=stored is None or not decision.by_officer or self._answers(stored, decision),
            decision=decision,
            text=text,
            why_left_out=why,
            standing=stand.standing,
            proposed=stand.proposed,
        )

    def _answers(self, stored: StoredFinding, decision: Decision) -> bool:
        """Return whether a finding answers the section into which the officer has put it."""
        region, theme = decision.section
        scopes = (Scope.of(region, self.offer.taxonomy),) if region else ()
        return best_fit(stored.finding, scopes, (theme,) if theme else ()) is not None

    def of_stored(
        self, stored: StoredFinding, decision: Decision, *, fits: bool = True
    ) -> FindingRow:
        """Return the row of a finding that is no candidate."""
        return self._row(stored, decision, described(stored, self.offer.taxonomy), fits=fits)

    def _of_candidate(self, candidate: Candidate) -> FindingRow:
        passage = candidate.stored.finding.passage
        made = self.offer.rows_at(self.age)
        if passage not in made or made[passage].code != self.codes[passage]:
            made[passage] = self._made(candidate)
        return made[passage]

    def _made(self, candidate: Candidate) -> FindingRow:
        left = self.offer.decisions[candidate.stored.finding.passage]
        if left.is_used:
            left = replace(left, choice=Choice.LEFT_OUT)
        return self._row(
            candidate.stored,
            left,
            candidate.reason,
            why_left_out=candidate.why_left_out,
            also_in=tuple(place(stored) for stored in candidate.also_in),
            markings=_markings(
                candidate.stored,
                *candidate.also_in,
                *(one.other for one in candidate.differs_with),
            ),
            repeats=candidate.repeats,
        )

    def _row(
        self, stored: StoredFinding, decision: Decision, why: str, **others: Any
    ) -> FindingRow:
        finding, metadata = stored.finding, stored.report.metadata
        others.setdefault("markings", _markings(stored))
        return FindingRow(
            decision=decision,
            code=self.codes[decision.passage],
            text=" ".join(quotation.exact for quotation in printed_of(decision)),
            place=place(stored),
            reason=why,
            mentions=finding.mentions,
            about=finding.about,
            themes=finding.themes,
            corrected=stored.corrected,
            date=metadata.date,
            old_year=old_year(metadata.date, self.age.issued, self.age.years),
            standing=Standing.FOUND,
            language=metadata.language,
            grade=metadata.grade,
            **others,
        )


def _markings(*cited: StoredFinding) -> tuple[str, ...]:
    """Return the markings of the reports of findings, each once."""
    return tuple(dict.fromkeys(stored.report.metadata.marking for stored in cited))


def described(stored: StoredFinding, taxonomy: Taxonomy) -> str:
    """Return what a finding is about, whatever was asked, in words fit to show."""
    finding = stored.finding
    fit = Fit("", "", Closeness.UNASKED, finding.about or finding.mentions, 1.0)
    return reason(Ranked(stored, fit, 0.0, None), taxonomy)
