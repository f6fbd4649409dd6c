"""What a document still has room for, once some findings are in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.model import BriefRequest, Candidate, Decision, Passage, Quotation
from briefing.selection.spread import LENGTH_REACHED
from briefing.wording import PRINTED_WITH_ANOTHER

SAID_ALREADY = "says the same as a finding that is used"


@dataclass(slots=True)
class Room:
    """Counts the findings and words that are used, and knows what they print."""

    request: BriefRequest
    _findings: int = 0
    _words: int = 0
    _used: set[Passage] = field(default_factory=set)
    _printed: dict[tuple[str, int], list[Quotation]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def beside(cls, used: Iterable[Decision], request: BriefRequest) -> Room:
        """Return what a request leaves room for beside some findings."""
        room = cls(request)
        for decision in used:
            room.take(decision)
        return room

    def take(self, decision: Decision) -> None:
        """Count a finding as used."""
        self._findings += 1
        self._words += words_printed(decision)
        self._used.add(decision.passage)
        for quotation in printed_of(decision):
            self._printed[quotation.report, quotation.block].append(quotation)

    def obstacle(self, candidate: Candidate, decision: Decision) -> str:
        """Return why a candidate, printed as decided, is not to be added; empty where it may."""
        if any(self._is_printed(quotation) for quotation in printed_of(decision)):
            return PRINTED_WITH_ANOTHER
        if any(stored.finding.passage in self._used for stored in candidate.also_in):
            return SAID_ALREADY
        limit = self.request.max_words
        is_full = self._findings >= self.request.max_findings
        is_too_long = limit is not None and self._words + words_printed(decision) > limit
        return LENGTH_REACHED if is_full or is_too_long else ""

    def _is_printed(self, quotation: Quotation) -> bool:
        return any(
            quotation.start < other.end and other.start < quotation.end
            for other in self._printed.get((quotation.report, quotation.block), ())
        )


def printed_of(decision: Decision) -> tuple[Quotation, ...]:
    """Return what is printed of a decision, in the order of the report."""
    return (*decision.before, decision.finding, *decision.after)


def words_printed(decision: Decision) -> int:
    """Return how many words are printed of a decision."""
    return sum(len(quotation.exact.split()) for quotation in printed_of(decision))
