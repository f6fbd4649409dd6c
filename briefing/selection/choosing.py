"""From candidates to a selection: ranked, repetitions folded, chosen within the length."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing.model import (
    BriefRequest,
    Candidate,
    Choice,
    Passage,
    Selection,
    StoredFinding,
    Taxonomy,
)
from briefing.selection.differences import LOOKED_AT, differences
from briefing.selection.duplicates import Wording, first_of_same, fold
from briefing.selection.ranking import Ranked, in_order, rank
from briefing.selection.reasons import IN_PASSING, NOT_ALONE, WEAK, reason, same_as
from briefing.selection.spread import Spread

_USABLE = 0.5
"""Strength from which a sentence is fit to be offered."""
_USABLE_BROUGHT = 0.3
"""Enough where the sentence before comes along: leaning on it is what made it weak."""
_LEAST_RELEVANCE = 0.25
"""What answers less squarely touches on region or theme in passing."""
_MOST_LEADS = 3
_LEAD_SHARE = 3
"""One finding in so many of a section leads it."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What answers a request, before it is known how much of it there is room for."""

    kept: tuple[Ranked, ...]
    """Best first, without repetitions."""
    unfit: dict[Passage, str]
    """Why some of them may not be printed whatever the length."""
    candidates: tuple[Candidate, ...]
    """All that answers, best first, as if nothing had been chosen yet."""


def select(
    request: BriefRequest, findings: Sequence[StoredFinding], taxonomy: Taxonomy
) -> Selection:
    """Return every finding that answers the request, best first, and what becomes of each.

    Without regions (or themes) in the request, all findings stand under the empty region (theme).
    """
    return choose(request, weigh(request, findings, taxonomy))


def weigh(request: BriefRequest, findings: Sequence[StoredFinding], taxonomy: Taxonomy) -> Weighed:
    """Return the findings that answer the request, ranked, repetitions folded.

    The length asked for does not matter.
    """
    ranked = rank(request, findings, taxonomy)
    kept, repeated = fold(ranked)
    kept = _compared(kept, taxonomy)
    same = {ranked[index].passage: same_as(entry) for index, entry in repeated.items()}
    unfit = {entry.passage: why for entry in kept if (why := _unfit(entry))}
    left = same | unfit
    candidates = (
        _candidate(entry, left, taxonomy, repeats=index in repeated)
        for index, entry in enumerate(_as_kept(ranked, kept))
    )
    return Weighed(tuple(kept), unfit, tuple(candidates))


def _compared(kept: list[Ranked], taxonomy: Taxonomy) -> list[Ranked]:
    """Return the entries, knowing where other reports differ from them."""
    differing = differences(kept, taxonomy)
    return [
        replace(entry, differs_with=differing[entry.passage])
        if entry.passage in differing
        else entry
        for entry in kept
    ]


def _as_kept(ranked: Iterable[Ranked], kept: Iterable[Ranked]) -> Iterator[Ranked]:
    """Yield what is ranked; those that are kept know what other places say."""
    knowing = {entry.passage: entry for entry in kept}
    return (knowing.get(entry.passage, entry) for entry in ranked)


def choose(request: BriefRequest, weighed: Weighed) -> Selection:
    """Return what was weighed with what is chosen of it within the length asked for."""
    spread = Spread(request)
    spread.choose([entry for entry in weighed.kept if entry.passage not in weighed.unfit])
    leads = _leads(spread.chosen.values())
    candidates = (_chosen(candidate, leads, spread.left) for candidate in weighed.candidates)
    return Selection(request, tuple(candidates))


def _chosen(candidate: Candidate, leads: frozenset[Passage], left: dict[Passage, str]) -> Candidate:
    passage = candidate.stored.finding.passage
    if passage in left:
        return _left_out(candidate, left[passage])
    return replace(candidate, choice=Choice.LEAD) if passage in leads else candidate


def _left_out(candidate: Candidate, why: str) -> Candidate:
    """Return a candidate left out; made without ``replace``, which is slow, for most become so."""
    return Candidate(
        candidate.stored,
        candidate.score,
        candidate.region,
        candidate.theme,
        candidate.reason,
        Choice.LEFT_OUT,
        why,
        candidate.brings,
        candidate.also_in,
        candidate.repeats,
        candidate.differs_with,
    )


def needed_to_offer(
    request: BriefRequest, said: Sequence[Wording], *, is_all: bool = False
) -> dict[int, int] | None:
    """Return which of the best findings ``offer`` needs in full, by what they say in that order.

    Those that are offered, those that repeat them, and those whose figures they are compared with:
    each with the first that says the same. None where so few of them say different things that
    more have to be looked at, unless there are no more (``is_all``).
    """
    same = first_of_same(said)
    kept = [index for index, first in enumerate(same) if index == first]
    if len(kept) < max(LOOKED_AT, request.max_findings) and not is_all:
        return None
    offered = frozenset(kept[: request.max_findings])
    compared = frozenset(index for index in kept[:LOOKED_AT] if said[index].numbers)
    return {n: first for n, first in enumerate(same) if first in offered or n in compared}


def offer(
    request: BriefRequest,
    findings: Sequence[StoredFinding],
    taxonomy: Taxonomy,
    newest: date | None = None,
    same: Sequence[int] = (),
) -> tuple[Candidate, ...]:
    """Return the best answers to a request, best first, each said once, ``max_findings`` at most.

    Purely by rank: nothing is spread, and what is weak or leans on its neighbours comes later but
    is not left out, so that a person who looks through the reports sees it with its reason.
    ``newest`` is the day of the newest report that answers, where ``findings`` are not all; then
    they are in the order of rank, and ``same`` says of each which is the first that says the same.
    """
    ranked = rank(request, findings, taxonomy, newest)
    is_so = [one.stored for one in ranked] == [*findings]
    kept, _ = fold(ranked, same if is_so else ())
    best = _compared(kept, taxonomy)[: request.max_findings]
    left = {entry.passage: why for entry in best if (why := _unfit(entry))}
    return tuple(_candidate(entry, left, taxonomy) for entry in best)


def _unfit(entry: Ranked) -> str:
    """Return why an entry may not be printed whatever the length; empty where it may."""
    if not entry.stands_alone:
        return NOT_ALONE
    if entry.stored.finding.strength < (_USABLE_BROUGHT if entry.brings else _USABLE):
        return WEAK
    return IN_PASSING if entry.fit.weight < _LEAST_RELEVANCE else ""


def _leads(chosen: Iterable[Ranked]) -> frozenset[Passage]:
    """Return the best few of each section."""
    sections = defaultdict(list)
    for entry in in_order(chosen):
        sections[entry.section].append(entry.passage)
    return frozenset(
        passage
        for passages in sections.values()
        for passage in passages[: min(_MOST_LEADS, -(-len(passages) // _LEAD_SHARE))]
    )


def _candidate(
    entry: Ranked, left: dict[Passage, str], taxonomy: Taxonomy, *, repeats: bool = False
) -> Candidate:
    why = left.get(entry.passage, "")
    return Candidate(
        stored=entry.stored,
        score=entry.score,
        region=entry.fit.region,
        theme=entry.fit.theme,
        reason=reason(entry, taxonomy),
        choice=Choice.LEFT_OUT if why else Choice.SUPPORT,
        why_left_out=why,
        brings=entry.brings,
        also_in=entry.also_in,
        repeats=repeats,
        differs_with=entry.differs_with,
    )
