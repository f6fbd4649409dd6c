"""The best answers to a request out of very many, without looking at each of them.

Every finding that answers is worth something under each of its tags, which its score cannot exceed.
Going down the ways that lead to all of them, that which is worth most first, one can stop where
even the best of what is left would come after those that are found. The order is exactly that of
``selection.ranking``.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, product

from briefing.library import FindingQuery, Library
from briefing.library.outlines import Lead, Outlines, Way
from briefing.model import BriefRequest, Taxonomy
from briefing.model.outline import Outline
from briefing.selection.ranking import recency, score_of
from briefing.selection.relevance import Scope, most_of_members, weight_of_tags

_SLICE = 100
"""Findings that are sought at a time."""
_BATCH = 64
"""Findings that are ranked at a time, at least."""
_ROUNDING = 1e-9
"""Products of the same numbers in another order differ by less."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The best answers, by their numbers in the library."""

    best: tuple[int, ...]
    """In the order of rank."""
    newest: date | None
    """The last day of the newest report that answers, by which age is measured."""
    is_all: bool
    """Whether there are no more."""


def shortlist(
    library: Library, request: BriefRequest, query: FindingQuery, taxonomy: Taxonomy, number: int
) -> Shortlist:
    """Return the best answers to a resolved request, at least so many of them if there are."""
    outlines = library.outlines()
    scopes = [Scope.of(region, taxonomy) for region in request.regions]
    few = _few(library, outlines, query, scopes)
    if few is None:
        hunt = _Hunt(outlines, request, query, scopes, outlines.newest(query), number)
        hunt.go()
    else:
        newest = outlines.newest_of({one.finding for one in few})
        hunt = _Hunt(outlines, request, query, scopes, newest, number)
        hunt.seek(few)
    hunt.finish()
    return hunt.result()


def _few(
    library: Library, outlines: Outlines, query: FindingQuery, scopes: Sequence[Scope]
) -> list[Lead] | None:
    """Return all that answers; None where that may be much."""
    if not (query.since or query.until or query.reports):
        return outlines.few(query, _shares(scopes))
    dated = bool(query.since or query.until)
    return [Lead(1.0, id_, 1.0) for id_ in library.numbers(query, placed=dated)]


def _shares(scopes: Iterable[Scope]) -> dict[str, float]:
    """Return what each region that was asked for, or is a member of one, counts at the most."""
    shares: dict[str, float] = {}
    for scope in scopes:
        for region in scope.covered:
            share = 1.0 if region == scope.region else most_of_members(scope)
            shares[region] = max(share, shares.get(region, 0.0))
    return shares


@dataclass(slots=True)
class _Hunt:
    """One request being looked through."""

    outlines: Outlines
    request: BriefRequest
    query: FindingQuery
    scopes: Sequence[Scope]
    newest: date | None
    number: int
    _scores: list[float] = field(default_factory=list)
    """A heap of the best, the least of them first."""
    _found: dict[int, tuple[float, Outline]] = field(default_factory=dict)
    _recent: dict[date | None, float] = field(default_factory=dict)
    _ahead: list[tuple[float, int]] = field(default_factory=list)
    """A heap of what was sought: the negative of what it can score at the most, and its number."""
    _batch: dict[int, None] = field(default_factory=dict)
    """What is to be ranked next."""
    _is_all: bool = True

    def go(self) -> None:
        """Go down all ways at once until nothing that follows can be among the best."""
        for slice_ in self._slices():
            self.seek(slice_)
            worth = slice_[-1].worth
            while self._is_full(worth):
                self._rank()
            if self._is_beyond(worth):
                self._is_all = False
                return

    def seek(self, leads: Iterable[Lead]) -> None:
        """Take in what may be among the best."""
        for one in leads:
            heapq.heappush(self._ahead, (-one.most, one.finding))

    def finish(self) -> None:
        """Rank what was sought until nothing of it can be among the best."""
        while self._is_full(0.0) or self._batch:
            self._rank()
        self._is_all &= all(id_ in self._found for _, id_ in self._ahead)

    def _is_full(self, worth: float) -> bool:
        """Fill the batch with what may be among the best and can score so much; return if it is."""
        size = max(_BATCH, self.number - len(self._scores))
        while len(self._batch) < size and self._ahead:
            most = -self._ahead[0][0]
            if most < worth or self._is_beyond(most):
                return False
            _, id_ = heapq.heappop(self._ahead)
            if id_ not in self._found:
                self._batch[id_] = None
        return len(self._batch) == size

    def _rank(self) -> None:
        """Rank the batch."""
        self.take(self.outlines.of(self._batch, self.query))
        self._batch.clear()

    def _slices(self) -> Iterator[list[Lead]]:
        """Yield what lies on all ways at once, that which is worth most first."""
        ahead = heapq.merge(*(self._down(*way) for way in self._ways()), reverse=True)
        while slice_ := list(islice(ahead, _SLICE)):
            yield slice_

    def _down(self, way: Way, share: float) -> Iterator[Lead]:
        """Yield what lies on a way, its tags counting so much at the most."""
        if share == 1.0:
            return self.outlines.along(way)
        return (
            Lead(worth * share, id_, most * share) for worth, id_, most in self.outlines.along(way)
        )

    def take(self, found: Iterable[Outline]) -> None:
        """Take findings in, each with its score."""
        for one in found:
            score = self._score(one)
            if score:
                self._found[one.id] = score, one
                if len(self._scores) < self.number:
                    heapq.heappush(self._scores, score)
                else:
                    heapq.heappushpop(self._scores, score)

    def result(self) -> Shortlist:
        """Return the best of what was taken in; those that score alike at the end all belong."""
        least = self._scores[0] if len(self._scores) == self.number else 0.0
        best = [pair for pair in self._found.values() if pair[0] >= least]
        is_all = self._is_all and len(best) == len(self._found)
        ids = tuple(one.id for _, one in sorted(best, key=_order))
        return Shortlist(ids, self.newest, is_all)

    def _ways(self) -> Iterator[tuple[Way, float]]:
        """Yield ways on which all that answers lies, each with what its tags count at the most."""
        for scope, theme in product(self.scopes or (None,), self.request.themes or ("",)):
            if scope is None:
                yield Way(theme), 1.0
                continue
            own, others = frozenset((scope.region,)), scope.covered - {scope.region}
            yield Way(theme, own), 1.0
            if theme and others:
                yield Way(theme, others), most_of_members(scope)
            elif others:
                for other in sorted(others):
                    yield Way("", frozenset((other,))), most_of_members(scope)

    def _is_beyond(self, most: float) -> bool:
        """Return whether what is worth no more than this comes after all of the best."""
        return len(self._scores) == self.number and most * (1 + _ROUNDING) < self._scores[0]

    def _score(self, one: Outline) -> float:
        weight = weight_of_tags(one.regions, one.themes, self.scopes, self.request.themes)
        published = one.report.published
        if published not in self._recent:
            self._recent[published] = recency(published, self.newest)
        return score_of(
            weight,
            one.strength,
            self._recent[published],
            needs_context=one.needs_context,
            brings=one.brings,
        )


def _order(scored: tuple[float, Outline]) -> tuple[float, int, str, str, int, int]:
    """Return the sorting key of ``ranking``: score, newer report, file name, position."""
    score, one = scored
    published = one.report.published
    return (
        -score,
        -published.toordinal() if published else 0,
        one.report.file_name,
        one.report.sha256,
        one.block,
        one.start,
    )
