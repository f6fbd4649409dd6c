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
from briefing.library.outlines import Outlines, Way
from briefing.model import BriefRequest, Taxonomy
from briefing.model.outline import Outline
from briefing.selection.ranking import recency, score_of
from briefing.selection.relevance import Scope, most_of_members, weight_of_tags

_SLICE = 150
"""Findings that are ranked at a time."""
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
    few = _few(library, outlines, query)
    if few is None:
        hunt = _Hunt(outlines, request, query, scopes, outlines.newest(query), number)
        hunt.go()
    else:
        found = outlines.of(few, query)
        newest = max((day for one in found if (day := one.report.published)), default=None)
        hunt = _Hunt(outlines, request, query, scopes, newest, number)
        hunt.take(found)
    return hunt.result()


def _few(library: Library, outlines: Outlines, query: FindingQuery) -> list[int] | None:
    """Return all that answers; None where that may be much."""
    if query.since or query.until:
        return library.numbers(query, placed=True)
    return library.numbers(query) if query.reports else outlines.few(query)


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
    _is_all: bool = True

    def go(self) -> None:
        """Go down all ways at once until nothing on any of them can be among the best."""
        ahead = heapq.merge(*(self._down(way, share) for way, share in self._ways()))
        while slice_ := list(islice(ahead, _SLICE)):
            new = dict.fromkeys(id_ for _, id_ in slice_ if id_ not in self._found)
            self.take(self.outlines.of(new, self.query))
            if self._is_beyond(-slice_[-1][0]):
                self._is_all = False
                return

    def _down(self, way: Way, share: float) -> Iterator[tuple[float, int]]:
        """Yield the findings on a way, with the negative of what each can score at the most."""
        return ((-worth * share, id_) for worth, id_ in self.outlines.along(way))

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
