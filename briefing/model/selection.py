"""What a request is offered, in order of rank, and what becomes of each offer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.finding import Finding, StoredFinding
from briefing.model.request import BriefRequest


class Choice(StrEnum):
    """What becomes of a candidate."""

    LEAD = "lead"
    SUPPORT = "support"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Difference:
    """Where another report gives another figure or year for what a finding says."""

    here: str
    """The finding's own words: ``about 2,000 soldiers``."""
    there: str
    """The other's: ``1,960 troops``."""
    other: StoredFinding


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finding offered for the request."""

    stored: StoredFinding
    score: float
    """Rank value, 0 to 1; comparable within one selection only."""
    region: str
    """The requested region under which it would stand."""
    theme: str
    """The requested theme under which it would stand."""
    reason: str
    """Why it is offered, in words fit to show."""
    choice: Choice
    why_left_out: str = ""
    brings: Finding | None = None
    """The sentence before, printed with it because it cannot be understood without."""
    also_in: tuple[StoredFinding, ...] = ()
    """The same said elsewhere: near-duplicates folded into this one."""
    repeats: bool = False
    """Whether it is such a near-duplicate: it stands in another candidate's ``also_in``."""
    differs_with: tuple[Difference, ...] = ()
    """Where other reports differ from it in a figure or a year."""


@dataclass(frozen=True, slots=True)
class Selection:
    """All candidates for a request, best first."""

    request: BriefRequest
    candidates: tuple[Candidate, ...]
    undated: int = 0
    """Findings passed over because a period was asked for and nothing tells their date."""
    numbered: tuple[str, ...] = ()
    """SHA-256 of the reports in the order of the document's list of sources; empty before there is
    one."""

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """The candidates that go into the brief, best first."""
        return tuple(c for c in self.candidates if c.choice is not Choice.LEFT_OUT)

    @property
    def distinct(self) -> tuple[Candidate, ...]:
        """The candidates without those that repeat another; what is counted is counted of these."""
        return tuple(c for c in self.candidates if not c.repeats)
