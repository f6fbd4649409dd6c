"""A brief as it is being worked on: what was asked, and what is decided about each finding."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.brief import Quotation
from briefing.model.finding import Passage
from briefing.model.report import ReportSummary
from briefing.model.request import BriefRequest
from briefing.model.selection import Choice


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one finding, and how it is printed."""

    finding: Quotation
    """The finding itself, as extraction cut it; its position and report identify it."""
    choice: Choice
    region: str = ""
    """Region of the section in which it stands; empty where the request names none."""
    theme: str = ""
    """Theme of that section; empty where the request names none."""
    why: str = ""
    """Why it was left out, in the officer's words."""
    before: tuple[Quotation, ...] = ()
    """Whole sentences of the same block that are printed before it, in the report's order."""
    after: tuple[Quotation, ...] = ()
    """Whole sentences of the same block that are printed after it, in the report's order."""
    note: str = ""
    """A note of the officer's own; never printed."""
    by_officer: bool = False
    """Whether the officer decided; what the program proposed gives way when the scope changes."""
    marking: str = ""
    """Its own marking, where that is another than its report's."""

    @property
    def passage(self) -> Passage:
        """The passage of the finding itself: what names the decision within a draft."""
        own = self.finding
        return Passage(own.report, own.block, own.start, own.end)

    @property
    def section(self) -> tuple[str, str]:
        """The region and theme under which it stands."""
        return self.region, self.theme

    @property
    def is_used(self) -> bool:
        """Whether the finding is to be printed."""
        return self.choice is not Choice.LEFT_OUT


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a finding stood whose words the library does not hold; it is cited from this."""

    passage: Passage
    report: ReportSummary
    page: str
    """Printed page number, or empty."""
    paragraph: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A brief in work. Every change makes a new one, so that each can be taken back."""

    request: BriefRequest
    decisions: tuple[Decision, ...] = ()
    """In the order of print within each section; the sections stand in the request's order."""
    proposed_for: BriefRequest | None = None
    """The scope for which the program last proposed findings; None: not yet, or to be renewed."""
    carried: tuple[Carried, ...] = ()
    """For findings that the library did not hold when the brief was opened."""

    @property
    def needs_proposal(self) -> bool:
        """Whether the scope has changed since findings were proposed."""
        return self.proposed_for != scope_of(self.request)


def scope_of(request: BriefRequest) -> BriefRequest:
    """Return a request that holds nothing but what the choice of findings depends on."""
    return BriefRequest(
        regions=request.regions,
        themes=request.themes,
        groups=request.groups,
        since=request.since,
        until=request.until,
        sources=request.sources,
        max_findings=request.max_findings,
        max_words=request.max_words,
    )
