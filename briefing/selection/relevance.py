"""How well a finding answers one region and one theme of the request."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from briefing.model import CORRECTED, Facet, Finding, RegionKind, Taxonomy


class Closeness(Enum):
    """In what way a finding has to do with the region asked for."""

    ABOUT = "about it"
    ABOUT_MEMBER = "about a member"
    NAMED = "names it"
    MEMBER_NAMED = "names a member"
    UNASKED = "no region asked for"


_CLOSENESS = {
    Closeness.UNASKED: 1.0,
    Closeness.ABOUT: 1.0,
    Closeness.ABOUT_MEMBER: 0.9,
    Closeness.NAMED: 0.4,
    Closeness.MEMBER_NAMED: 0.35,
}
_CLAIM = 1.07
"""Lifts a member of a region when sections are compared: there the most central region decides."""
_OF_BLOC = 0.5
"""A member state acts for itself far more often than for its bloc."""
_PLACES = (1.0, 0.95, 0.92, 0.9)
"""What the first, second … region a finding is about counts; the last for all that follow."""
_THEME_PLACES = (1.0, 0.85, 0.7)
_THEME_WORDS = (0.8, 0.8, 0.95, 1.0)
"""How sure a theme is for which no, one, two, three or more different words speak."""
_CERTAIN = 1.0
"""What the officer has said of a finding needs no words that speak for it, and no first place."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The requested region and theme under which a finding stands best."""

    region: str
    """Empty where no region was asked for."""
    theme: str
    """Empty where no theme was asked for."""
    closeness: Closeness
    matched: tuple[str, ...]
    """The ids of the finding that belong to the region, most central first."""
    weight: float
    """0 to 1; how squarely region and theme are met, whatever the finding's quality."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A requested region with everything it covers."""

    region: str
    covered: frozenset[str]
    is_bloc: bool

    @classmethod
    def of(cls, region: str, taxonomy: Taxonomy) -> Scope:
        """Return the scope of a region id; a region unknown to the taxonomy covers itself."""
        known = taxonomy.regions.get(region)
        is_bloc = known is not None and known.kind is RegionKind.BLOC
        return cls(region, taxonomy.covers(region), is_bloc)


def best_fit(finding: Finding, scopes: Iterable[Scope], themes: Iterable[str]) -> Fit | None:
    """Return where a finding fits best; None where it answers no pair that was asked for.

    Of equal fits the one asked for first wins.
    """
    fits = (
        Fit(region, theme, closeness, matched, nearness * weight)
        for region, closeness, matched, nearness in _regions(finding, tuple(scopes))
        for theme, weight in _themes(finding, tuple(themes))
    )
    return max(fits, key=_claim, default=None)


def _claim(fit: Fit) -> float:
    return fit.weight * (_CLAIM if fit.closeness is Closeness.ABOUT_MEMBER else 1.0)


def _regions(
    finding: Finding, scopes: tuple[Scope, ...]
) -> Iterable[tuple[str, Closeness, tuple[str, ...], float]]:
    if not scopes:
        yield "", Closeness.UNASKED, finding.about or finding.mentions, 1.0
    for scope in scopes:
        closeness = _closeness(finding, scope)
        if closeness is not None:
            matched = _matched(finding, scope, closeness)
            yield scope.region, closeness, matched, _nearness(finding, scope, closeness, matched)


def _closeness(finding: Finding, scope: Scope) -> Closeness | None:
    if scope.region in finding.about:
        return Closeness.ABOUT
    if scope.covered.intersection(finding.about):
        return Closeness.ABOUT_MEMBER
    if scope.region in finding.mentions:
        return Closeness.NAMED
    if scope.covered.intersection(finding.mentions):
        return Closeness.MEMBER_NAMED
    return None


def _matched(finding: Finding, scope: Scope, closeness: Closeness) -> tuple[str, ...]:
    is_about = closeness in (Closeness.ABOUT, Closeness.ABOUT_MEMBER)
    ids = finding.about if is_about else finding.mentions
    inside = tuple(id_ for id_ in ids if id_ in scope.covered)
    if closeness is Closeness.ABOUT:
        return (scope.region, *(id_ for id_ in inside if id_ != scope.region))
    return inside


def _nearness(
    finding: Finding, scope: Scope, closeness: Closeness, matched: tuple[str, ...]
) -> float:
    weight = _CLOSENESS[closeness]
    if closeness in (Closeness.ABOUT, Closeness.ABOUT_MEMBER):
        weight *= _place_of_region(finding, matched[0])
    by_member = closeness in (Closeness.ABOUT_MEMBER, Closeness.MEMBER_NAMED)
    return weight * _OF_BLOC if by_member and scope.is_bloc else weight


def _place_of_region(finding: Finding, region: str) -> float:
    if _is_corrected(finding, region):
        return _CERTAIN
    return _at(_PLACES, finding.about.index(region))


def _themes(finding: Finding, themes: tuple[str, ...]) -> Iterable[tuple[str, float]]:
    if not themes:
        yield "", 1.0
    for theme in themes:
        if theme in finding.themes:
            yield theme, _theme_weight(finding, theme)


def _theme_weight(finding: Finding, theme: str) -> float:
    words = set()
    for one in finding.evidence:
        if one.facet is Facet.THEME and one.tag == theme:
            if one.reason == CORRECTED:
                return _CERTAIN
            words.add(one.words.casefold())
    place = finding.themes.index(theme)
    return _at(_THEME_PLACES, place) * _at(_THEME_WORDS, len(words))


def _is_corrected(finding: Finding, region: str) -> bool:
    """Return whether the officer has said that a finding is about a region."""
    return any(
        one.reason == CORRECTED and one.facet is Facet.ABOUT and one.tag == region
        for one in finding.evidence
    )


def _at(weights: tuple[float, ...], place: int) -> float:
    """Return the weight of a place; the last one for all places that follow."""
    return weights[min(place, len(weights) - 1)]
