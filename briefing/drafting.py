"""What an officer does to a draft: each deed takes a draft and returns another.

Every passage stands in a draft once, and is printed once. What a deed is not about keeps its place
and its order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from briefing.model import Choice, Decision, Draft, Passage
from briefing.quotations import passage_of
from briefing.wording import PRINTED_WITH_ANOTHER


def decide(
    draft: Draft, decisions: Decision | Iterable[Decision], choice: Choice, why: str = ""
) -> Draft:
    """Return the draft with the officer's choice for one finding or several.

    A finding decided before keeps its place; another goes to the end of its section. ``why`` is
    kept of what is left out.
    """
    for decision in (decisions,) if isinstance(decisions, Decision) else decisions:
        said = why if choice is Choice.LEFT_OUT else ""
        draft = put(draft, replace(decision, choice=choice, why=said))
    return draft


def put(draft: Draft, decision: Decision) -> Draft:
    """Return the draft with the officer's decision in the place of the one on the same passage.

    Where there is none, it goes to the end of what its section uses. A finding that is printed
    beside it from now on is left out, so that nothing is printed twice.
    """
    return _printed_once(_upsert(draft, replace(decision, by_officer=True)), decision)


def annotate(draft: Draft, decision: Decision, note: str) -> Draft:
    """Return the draft with a note of the officer's own on a finding; what becomes of it stays."""
    return _upsert(draft, replace(find(draft, decision.passage) or decision, note=note))


def move(draft: Draft, passage: Passage, region: str, theme: str, index: int) -> Draft:
    """Return the draft with a finding moved within its section or to another.

    ``index`` is the place, from 0, that it then has among the findings that the section uses;
    beyond the last means at the end. A passage without a decision changes nothing.
    """
    decision = find(draft, passage)
    if decision is None:
        return draft
    moved = replace(decision, region=region, theme=theme, by_officer=True)
    others = [other for other in draft.decisions if other.passage != passage]
    used, index = _used_in(others, (region, theme)), max(0, index)
    if index >= len(used):
        others.insert(_end_of_section(others, moved.section), moved)
    else:
        others.insert(used[index], moved)
    return replace(draft, decisions=tuple(others))


def confirm(draft: Draft, passage: Passage, proposed: Decision) -> Draft:
    """Return the draft with a decision's words where they stand now, as it was proposed."""
    if find(draft, passage) is None:
        return draft
    kept = (
        proposed if decision.passage == passage else decision
        for decision in draft.decisions
        if decision.passage == passage or decision.passage != proposed.passage
    )
    carried = tuple(entry for entry in draft.carried if entry.passage != passage)
    return replace(draft, decisions=tuple(kept), carried=carried)


def drop(draft: Draft, passage: Passage) -> Draft:
    """Return the draft without what was decided about a finding."""
    kept = tuple(decision for decision in draft.decisions if decision.passage != passage)
    return replace(draft, decisions=kept)


def with_request(draft: Draft, **changes: Any) -> Draft:
    """Return the draft with fields of its request replaced."""
    return replace(draft, request=replace(draft.request, **changes))


def propose_anew(draft: Draft) -> Draft:
    """Return the draft as one for which the program is to propose findings once more."""
    return replace(draft, proposed_for=None)


def find(draft: Draft, passage: Passage) -> Decision | None:
    """Return what is decided about a passage, if anything is."""
    return next((one for one in draft.decisions if one.passage == passage), None)


def _upsert(draft: Draft, decision: Decision) -> Draft:
    decisions = list(draft.decisions)
    for index, other in enumerate(decisions):
        if other.passage == decision.passage:
            decisions[index] = decision
            break
    else:
        decisions.insert(_end_of_section(decisions, decision.section), decision)
    return replace(draft, decisions=tuple(decisions))


def _printed_once(draft: Draft, decision: Decision) -> Draft:
    """Return the draft without those findings by themselves that a decision brings along."""
    beside = (*decision.before, *decision.after) if decision.is_used else ()
    brought = {passage_of(quotation) for quotation in beside} - {decision.passage}
    decisions = (
        replace(one, choice=Choice.LEFT_OUT, why=PRINTED_WITH_ANOTHER)
        if one.is_used and one.passage in brought
        else one
        for one in draft.decisions
    )
    return replace(draft, decisions=tuple(decisions)) if brought else draft


def _used_in(decisions: list[Decision], section: tuple[str, str]) -> list[int]:
    return [n for n, one in enumerate(decisions) if one.is_used and one.section == section]


def _end_of_section(decisions: list[Decision], section: tuple[str, str]) -> int:
    """Return the index after the last finding that a section uses; where none: after all."""
    return max(_used_in(decisions, section), default=len(decisions) - 1) + 1
