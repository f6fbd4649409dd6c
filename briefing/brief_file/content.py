"""What a ``.brief`` file holds, and the draft that stands for a document saved without one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing.model import Brief, BriefFinding, Choice, Decision, Draft, Passage, Section, scope_of


@dataclass(frozen=True, slots=True)
class BriefFile:
    """A brief as it was saved."""

    draft: Draft
    brief: Brief | None
    """The document as it was then; None where it had not been built, or could not be."""
    seen: tuple[str, ...] = ()
    """Codes of the findings that the officer has looked at."""
    saved: date | None = None


def draft_of(brief: Brief) -> Draft:
    """Return the draft whose document is a brief: what it prints is decided as it prints it.

    What it prints twice stands in a draft where it is printed first.
    """
    decisions: dict[Passage, Decision] = {}
    for section in brief.sections:
        for finding in section.findings:
            decision = _decision(finding, section)
            decisions.setdefault(decision.passage, decision)
    return Draft(
        request=brief.request,
        decisions=tuple(decisions.values()),
        proposed_for=scope_of(brief.request),
    )


def _decision(finding: BriefFinding, section: Section) -> Decision:
    own = finding.own % len(finding.quotations)
    return Decision(
        finding=finding.quotations[own],
        choice=Choice.LEAD if finding.lead else Choice.SUPPORT,
        region=section.region,
        theme=section.theme,
        before=finding.quotations[:own],
        after=finding.quotations[own + 1 :],
    )
