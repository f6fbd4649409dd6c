"""Use case: what nearly answered a request, each finding with why it did not.

A finding misses nearly in one of three ways: it is about a region asked for, and something speaks
for a theme asked for, but too little (see ``near_themes``); it has the theme, and the sentence
beside it is about the region; or it has the theme and names the region in passing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.library import FindingQuery, Library
from briefing.model import BriefRequest, Facet, Finding, StoredFinding, Taxonomy, TextKind
from briefing.pipeline.near_themes import Neighbours, nearest
from briefing.pipeline.selecting import query_of, resolve_scope
from briefing.selection.ranking import is_in_period
from briefing.taxonomy import with_groups
from briefing.wording import listed

_BESIDE = 0.6
_IN_PASSING = 0.7
"""How near each way of missing is to an answer; the others by what speaks for the theme."""
_WEAKEST = 0.2
"""Findings of less strength would not be of use even if they answered."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A finding that nearly answered."""

    stored: StoredFinding
    why: str
    nearness: float


def near_misses(
    library: Library, request: BriefRequest, taxonomy: Taxonomy, limit: int
) -> tuple[NearMiss, ...]:
    """Return what nearly answered a request, nearest first, the same words once.

    Raises:
        RequestError, LibraryError: as for ``select_findings``.
    """
    taxonomy = with_groups(taxonomy, request.groups)
    search = _Search(library, resolve_scope(request, taxonomy), taxonomy)
    found: dict[str, NearMiss] = {}
    for miss in sorted(search.misses(), key=lambda one: -one.nearness):
        found.setdefault(miss.stored.finding.text, miss)
        if len(found) == limit:
            break
    return tuple(found.values())


class _Search:
    """One request being looked through."""

    def __init__(self, library: Library, request: BriefRequest, taxonomy: Taxonomy) -> None:
        self._library, self._request, self._taxonomy = library, request, taxonomy
        self._themes = frozenset(request.themes)
        self._covered = frozenset[str]().union(*map(taxonomy.covers, request.regions))

    def misses(self) -> Iterator[NearMiss]:
        in_region = self._library.numbers(self._query(themes=()))
        of_region = self._found(in_region)
        if not self._covered:
            yield from self._of_little_theme(of_region, None)
            return
        # What is far from all that speaks of the region misses it by more than nearly.
        beside = self._library.beside(self._query(regions=()), in_region) if self._themes else ()
        of_theme = self._found(beside) if self._themes else of_region
        if self._themes:
            yield from self._of_little_theme(of_region, Neighbours.of(of_theme))
            yield from self._beside(of_theme, of_region)
        yield from self._in_passing(of_theme)

    def _query(self, **without: tuple[str, ...]) -> FindingQuery:
        request = replace(self._request, **without)  # type: ignore[arg-type]
        return query_of(self._library, request, self._taxonomy)

    def _found(self, numbers: Iterable[int]) -> list[StoredFinding]:
        return [
            one
            for one in self._library.numbered(numbers)
            if one.finding.kind is TextKind.BODY
            and one.finding.strength >= _WEAKEST
            and is_in_period(one, self._request.since, self._request.until)
        ]

    def _of_little_theme(
        self, found: Iterable[StoredFinding], of_theme: Neighbours | None
    ) -> Iterator[NearMiss]:
        for stored in found:
            finding = stored.finding
            about = self._names(finding.about)
            if self._themes.intersection(finding.themes) or _has_said(finding, Facet.THEME):
                continue
            if self._covered and not about:
                continue
            near = nearest(stored, self._request.themes, of_theme, self._taxonomy)
            if near is not None:
                begins = f"about {listed(about)}; " if about else ""
                yield NearMiss(stored, begins + near.why, near.value * finding.strength)

    def _in_passing(self, found: Iterable[StoredFinding]) -> Iterator[NearMiss]:
        for stored in found:
            finding = stored.finding
            named = self._names(finding.mentions)
            if named and not self._covered.intersection(finding.about):
                why = f"{self._certain(finding)}{listed(named)} named in passing only"
                yield NearMiss(stored, why, _IN_PASSING * finding.strength)

    def _beside(
        self, of_theme: Iterable[StoredFinding], of_region: Iterable[StoredFinding]
    ) -> Iterator[NearMiss]:
        neighbours = Neighbours.of(
            stored for stored in of_region if self._covered.intersection(stored.finding.about)
        )
        for stored in of_theme:
            finding = stored.finding
            if self._covered.intersection((*finding.about, *finding.mentions)):
                continue
            if _has_said(finding, Facet.ABOUT):
                continue
            for side, other in neighbours.beside(finding):
                named = listed(self._names(other.about))
                why = f"{self._certain(finding)}the sentence {side} is about {named}, not this"
                yield NearMiss(stored, why, _BESIDE * finding.strength)
                break

    def _certain(self, finding: Finding) -> str:
        names = [self._theme(one) for one in finding.themes if one in self._themes]
        return f"{listed(names)} certain; " if names else ""

    def _names(self, ids: Iterable[str]) -> list[str]:
        known = self._taxonomy.regions
        return [known[id_].name if id_ in known else id_ for id_ in ids if id_ in self._covered]

    def _theme(self, theme: str) -> str:
        known = self._taxonomy.themes.get(theme)
        return known.name.lower() if known else theme


def _has_said(finding: Finding, facet: Facet) -> bool:
    """Return whether the officer has said of a finding what it is about, or its themes."""
    return any(one.facet is facet and one.by_officer for one in finding.evidence)
