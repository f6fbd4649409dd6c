"""What an officer does to a draft: each deed takes a draft and returns another.

Every passage stands in a draft once, and is printed once. What a deed is not about keeps its place
and its order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from briefing.model import Choice, Decision, Draft, Passage, Quotation
from briefing.quotations import passage_of
from briefing.wording import PRINTED_WITH_ANOTHER


def decide(
    draft: Draft, decisions: Decision | Iterable[Decision], choice: Choice, why: str = ""
) -> Draft:
    """Return the draft with the officer's choice for one finding or several.

    A finding decided before keeps its place; another goes to the end of its section. ``why`` is
    kept of what is left out.
    """
    said = why if choice is Choice.LEFT_OUT else ""
    decided = (
        replace(one, choice=choice, why=said, by_officer=True) for one in _several(decisions)
    )
    return put(draft, decided)


def put(draft: Draft, decisions: Decision | Iterable[Decision]) -> Draft:
    """Return the draft with the officer's decisions in the place of those on the same passages.

    Where there is none, it goes to the end of what its section uses. A finding that is printed
    beside one of them from now on is left out, and a finding that brought along what one of them
    prints brings it along no more, so that nothing is printed twice.
    """
    places = _Places(draft)
    for decision in _several(decisions):
        places.put(decision if decision.by_officer else replace(decision, by_officer=True))
        if decision.is_used:
            places.print_once(decision)
    return replace(draft, decisions=places.decisions())


def annotate(draft: Draft, decision: Decision, note: str) -> Draft:
    """Return the draft with a note of the officer's own on a finding; what becomes of it stays."""
    places = _Places(draft)
    places.put(replace(places.find(decision.passage) or decision, note=note))
    return replace(draft, decisions=places.decisions())


def mark(draft: Draft, decision: Decision, marking: str) -> Draft:
    """Return the draft with a marking of a finding's own; what becomes of the finding stays."""
    places = _Places(draft)
    places.put(replace(places.find(decision.passage) or decision, marking=marking))
    return replace(draft, decisions=places.decisions())


def move(
    draft: Draft, passages: Passage | Iterable[Passage], region: str, theme: str, index: int
) -> Draft:
    """Return the draft with findings moved within their section or to another, as they follow.

    ``index`` is the place, from 0, that the first of them then has among the findings that the
    section uses; beyond the last means at the end. A passage without a decision changes nothing.
    """
    wanted = [passages] if isinstance(passages, Passage) else list(passages)
    known = {decision.passage: decision for decision in draft.decisions}
    moved = {
        passage: replace(known[passage], region=region, theme=theme, by_officer=True)
        for passage in wanted
        if passage in known
    }
    others = [other for passage, other in known.items() if passage not in moved]
    at = _place_in(others, (region, theme), max(0, index))
    return replace(draft, decisions=(*others[:at], *moved.values(), *others[at:]))


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


def drop(draft: Draft, passages: Passage | Iterable[Passage]) -> Draft:
    """Return the draft without what was decided about one finding or several."""
    gone = {passages} if isinstance(passages, Passage) else set(passages)
    kept = tuple(decision for decision in draft.decisions if decision.passage not in gone)
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


def printed_once(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return what is printed, in its order, without a sentence that another finding prints.

    Findings keep their own words; what they bring along is printed by the first that does.
    """
    printed: dict[tuple[str, int], list[Quotation]] = defaultdict(list)
    for one in decisions:
        printed[one.finding.report, one.finding.block].append(one.finding)
    kept = []
    for one in decisions:
        here = printed[one.finding.report, one.finding.block]
        kept.append(_without(one, [it for it in here if passage_of(it) != one.passage]))
        here += (*kept[-1].before, *kept[-1].after)
    return tuple(kept)


class _Places:
    """The decisions of a draft by passage, each with its place, for many changes in one pass."""

    def __init__(self, draft: Draft) -> None:
        self._entries = {one.passage: ((n, 0), one) for n, one in enumerate(draft.decisions)}
        self._behind = len(self._entries) - 1
        self._ends: dict[tuple[str, str], tuple[int, int]] = {}
        """Place of the last finding that each section uses."""
        self._in_block: dict[tuple[str, int], set[Passage]] = defaultdict(set)
        for passage, (place, decision) in self._entries.items():
            self._note(passage, place, decision)

    def find(self, passage: Passage) -> Decision | None:
        """Return what is decided about a passage, if anything is."""
        return self._entries[passage][1] if passage in self._entries else None

    def put(self, decision: Decision) -> None:
        """Decide anew in the same place, or at the end of what the section uses."""
        passage = decision.passage
        known = self._entries.get(passage)
        place = known[0] if known else self._new_place(decision.section)
        self._entries[passage] = place, decision
        self._note(passage, place, decision)

    def print_once(self, decision: Decision) -> None:
        """Let no other finding print what a decision prints."""
        beside = (*decision.before, *decision.after)
        for passage in {passage_of(quotation) for quotation in beside}:
            self._change(passage, choice=Choice.LEFT_OUT, why=PRINTED_WITH_ANOTHER)
        for passage in self._in_block[_block_of(decision.finding)] - {decision.passage}:
            other = _without(self._entries[passage][1], (decision.finding, *beside))
            self._change(passage, before=other.before, after=other.after)

    def decisions(self) -> tuple[Decision, ...]:
        """Return all of them in order."""
        entries = sorted(self._entries.values(), key=lambda entry: entry[0])
        return tuple(decision for _, decision in entries)

    def _new_place(self, section: tuple[str, str]) -> tuple[int, int]:
        """Return a place behind the section's last, before what stood behind that one."""
        return self._ends.get(section, (self._behind, 0))[0], len(self._entries) + 1

    def _note(self, passage: Passage, place: tuple[int, int], decision: Decision) -> None:
        if decision.is_used:
            self._in_block[passage.report, passage.block].add(passage)
            section = decision.section
            self._ends[section] = max(place, self._ends.get(section, place))

    def _change(self, passage: Passage, **values: Any) -> None:
        """Change what is decided about a finding that is printed by itself."""
        place, decision = self._entries.get(passage, ((0, 0), None))
        if decision is not None and decision.is_used:
            self._entries[passage] = place, replace(decision, **values)


def _several(decisions: Decision | Iterable[Decision]) -> Iterable[Decision]:
    return (decisions,) if isinstance(decisions, Decision) else decisions


def _without(decision: Decision, taken: Sequence[Quotation]) -> Decision:
    """Return a decision that brings along nothing of what is taken, nor what is behind that."""

    def is_free(quotation: Quotation) -> bool:
        return not any(_overlap(quotation, other) for other in taken)

    before = tuple(takewhile(is_free, reversed(decision.before)))[::-1]
    after = tuple(takewhile(is_free, decision.after))
    if (before, after) == (decision.before, decision.after):
        return decision
    return replace(decision, before=before, after=after)


def _overlap(one: Quotation, other: Quotation) -> bool:
    same_block = _block_of(one) == _block_of(other)
    return same_block and one.start < other.end and other.start < one.end


def _block_of(quotation: Quotation) -> tuple[str, int]:
    return quotation.report, quotation.block


def _place_in(decisions: list[Decision], section: tuple[str, str], index: int) -> int:
    """Return where the finding stands that a section uses at ``index``; else behind its last.

    Of a section that uses none, the end is behind all.
    """
    used = [n for n, one in enumerate(decisions) if one.is_used and one.section == section]
    if index < len(used):
        return used[index]
    return used[-1] + 1 if used else len(decisions)
