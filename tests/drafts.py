"""Drafts and decisions for tests to vary what they are about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing.model import (
    BriefRequest,
    Candidate,
    Choice,
    Decision,
    Draft,
    Finding,
    Quotation,
    Selection,
    scope_of,
)
from tests.builders import a_finding, a_stored

REQUEST = BriefRequest(regions=("AM", "KZ"), themes=("conflict", "diplomacy"))


def a_decision(
    block: int = 0,
    *,
    region: str = "AM",
    theme: str = "conflict",
    choice: Choice = Choice.SUPPORT,
    report: str = "ab" * 32,
    **more: Any,
) -> Decision:
    """Return the program's decision on a sentence that stands in a block of its own."""
    text = f"Sentence {block} says something."
    quotation = Quotation(report, block, 0, len(text), text)
    return Decision(quotation, choice, region, theme, **more)


def a_draft(*decisions: Decision, request: BriefRequest = REQUEST) -> Draft:
    """Return a draft for which findings have been proposed."""
    return Draft(request, decisions, proposed_for=scope_of(request))


def a_candidate(
    block: int = 0,
    *,
    region: str = "AM",
    theme: str = "conflict",
    choice: Choice = Choice.SUPPORT,
    brings: Finding | None = None,
    also: tuple[int, ...] = (),
) -> Candidate:
    """Return a candidate on the sentence that ``a_decision`` of the same block is about."""
    return Candidate(
        stored=a_stored(a_finding(f"Sentence {block} says something.", block=block)),
        score=1 / (1 + block),
        region=region,
        theme=theme,
        reason="about it",
        choice=choice,
        why_left_out="weak" if choice is Choice.LEFT_OUT else "",
        brings=brings,
        also_in=tuple(a_stored(a_finding(f"Sentence {n} says something.", block=n)) for n in also),
    )


def a_selection(*candidates: Candidate, request: BriefRequest = REQUEST) -> Selection:
    """Return what a request is offered."""
    return Selection(replace(request), candidates)


def blocks(draft: Draft) -> list[int]:
    """Return the blocks that a draft decides upon, in its order."""
    return [decision.finding.block for decision in draft.decisions]
