"""The program's proposal for a draft: what the officer decided stays, the rest follows the scope.

Takes a selection and a draft and gives a draft. A draft whose scope has not changed since the last
proposal keeps exactly its decisions, whatever reports come in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import TypeAlias

from briefing.model import (
    BriefRequest,
    Candidate,
    Choice,
    Decision,
    Draft,
    Finding,
    Passage,
    Quotation,
    Selection,
    scope_of,
)
from briefing.quotations import SURROUNDINGS, quotation_of
from briefing.selection.room import Room, words_printed

SectionKey: TypeAlias = tuple[str, str]
"""Region and theme; empty ids where the request names none."""


def propose(selection: Selection, draft: Draft, words: int | None = None) -> Draft:
    """Return the draft with findings proposed for its scope, where that is due.

    ``selection`` is what the draft's request is offered. What the officer decided stays, also for
    sections that are not asked for at present; what the program proposed gives way to what it
    proposes now, in its old place where it is proposed again. ``words`` is for how many words of
    findings the document has room, where that is known.
    """
    if not draft.needs_proposal:
        return draft
    decided = _settled(draft.decisions, selection)
    officers = [one for one in decided if one.by_officer]
    proposals = _proposals(selection, officers)
    if words is not None:
        proposals = _fitting(proposals, words - _words_of(_printed(officers, selection)))
    decisions = _merged(decided, proposals, {one.section for one in officers})
    return replace(draft, decisions=tuple(decisions), proposed_for=scope_of(draft.request))


def asked_sections(request: BriefRequest) -> tuple[SectionKey, ...]:
    """Return every section that a request asks for, in the order of the document."""
    return tuple(product(request.regions or ("",), request.themes or ("",)))


def used_by_section(draft: Draft) -> dict[SectionKey, list[Decision]]:
    """Return what a draft prints, section by section, in the order of print.

    Decisions for sections that are not asked for are remembered, but not printed.
    """
    sections: dict[SectionKey, list[Decision]] = {key: [] for key in asked_sections(draft.request)}
    for decision in draft.decisions:
        if decision.is_used and decision.section in sections:
            sections[decision.section].append(decision)
    return sections


def proposed_decision(candidate: Candidate) -> Decision:
    """Return what the program proposes for a candidate."""
    return Decision(
        finding=quotation_of(candidate.stored),
        choice=candidate.choice,
        region=candidate.region,
        theme=candidate.theme,
        before=_before(candidate.brings, candidate) if candidate.brings else (),
    )


def _before(brings: Finding, candidate: Candidate) -> tuple[Quotation, ...]:
    place = brings.passage
    suffix = f" {candidate.stored.finding.text}"[:SURROUNDINGS]
    brought = Quotation(place.report, place.block, place.start, place.end, brings.text)
    return (replace(brought, suffix=suffix),)


def _settled(decisions: Iterable[Decision], selection: Selection) -> list[Decision]:
    """Return decisions with those of the officer put under a section that is asked for.

    A finding that was decided upon under one region and now answers another is not forgotten.
    """
    asked = set(asked_sections(selection.request))
    homes = {
        candidate.stored.finding.passage: (candidate.region, candidate.theme)
        for candidate in selection.candidates
    }
    return [
        _put_under(one, homes[one.passage], asked)
        if one.by_officer and one.section not in asked and one.passage in homes
        else one
        for one in decisions
    ]


def _put_under(decision: Decision, home: SectionKey, asked: set[SectionKey]) -> Decision:
    """Return a decision under its candidate's section, keeping its own region or theme if asked."""
    region, theme = home
    for near in ((decision.region, theme), (region, decision.theme)):
        if near in asked:
            return replace(decision, region=near[0], theme=near[1])
    return replace(decision, region=region, theme=theme)


def _proposals(selection: Selection, officers: list[Decision]) -> dict[Passage, Decision]:
    """Return what is proposed beside the officer's decisions, best first."""
    used = _printed(officers, selection)
    room = Room.beside(used, selection.request)
    decided = {one.passage for one in officers}
    proposals: dict[Passage, Decision] = {}
    for candidate in selection.chosen:
        decision = proposed_decision(candidate)
        if decision.passage in decided or (used and room.obstacle(candidate, decision)):
            continue
        room.take(decision)
        proposals[decision.passage] = decision
    return proposals


def _printed(decisions: Iterable[Decision], selection: Selection) -> list[Decision]:
    """Return the decisions that are printed: used, and under a section that is asked for."""
    asked = set(asked_sections(selection.request))
    return [one for one in decisions if one.is_used and one.section in asked]


def _fitting(proposals: Mapping[Passage, Decision], words: int) -> dict[Passage, Decision]:
    """Return proposals, best first, without those that there is no room for.

    The last of the section that has most goes first, so that none goes away empty before others.
    """
    kept = dict(proposals)
    while len(kept) > 1 and _words_of(kept.values()) > words:
        sections = Counter(one.section for one in kept.values())
        most = max(sections.values())
        last = [place for place, one in kept.items() if sections[one.section] == most][-1]
        del kept[last]
    return kept


def _words_of(decisions: Iterable[Decision]) -> int:
    return sum(words_printed(one) for one in decisions)


def _merged(
    decided: Sequence[Decision], proposals: Mapping[Passage, Decision], touched: set[SectionKey]
) -> list[Decision]:
    """Return old and new in one order: ``touched`` sections hold something of the officer's."""
    kept = [one for old in decided for one in _kept(old, proposals.get(old.passage), touched)]
    held = {one.passage for one in kept if one.is_used}
    written = {one.passage: one for one in decided}
    new: dict[SectionKey, list[Decision]] = defaultdict(list)
    for passage, proposal in proposals.items():
        if passage not in held:
            new[proposal.section].append(_written_on(proposal, written.get(passage)))
    passages = {one.passage for fresh in new.values() for one in fresh}
    merged = [one for one in kept if one.passage not in passages]
    for section, fresh in new.items():
        at = max((n for n, one in enumerate(merged) if one.section == section), default=len(merged))
        merged[at + 1 : at + 1] = sorted(fresh, key=lambda one: one.choice is not Choice.LEAD)
    return merged


def _kept(
    old: Decision, proposal: Decision | None, touched: set[SectionKey]
) -> tuple[Decision, ...]:
    """Return what stays of a decision made before, if anything does."""
    if old.by_officer:
        return (old,)
    if proposal is not None and old.is_used and proposal.section == old.section:
        # Untouched sections are put in order anew, so that what is best leads them.
        return (old,) if old.section in touched else ()
    if old.note or old.marking:
        return (replace(old, choice=Choice.LEFT_OUT),)
    return ()


def _written_on(proposal: Decision, old: Decision | None) -> Decision:
    """Return a proposal with the note and the marking that the officer has given the finding."""
    return proposal if old is None else replace(proposal, note=old.note, marking=old.marking)
