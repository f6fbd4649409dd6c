"""How well a finding answers one region and one theme of the request.

Relevance is how sure it is that the finding deals with the region, times how sure it is that it
deals with the theme, as ``weights`` has both.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from briefing.model import Finding, RegionKind, Taxonomy
from briefing.model.outline import RegionTag, ThemeTag
from briefing.weights import NAMED, nearness, sureness


class Closeness(Enum):
    """In what way a finding has to do with the region asked for."""

    ABOUT = "about it"
    ABOUT_MEMBER = "about a member"
    NAMED = "names it"
    MEMBER_NAMED = "names a member"
    UNASKED = "no region asked for"


_MEMBER = {RegionKind.SUBREGION: 0.55, RegionKind.BLOC: 0.3}
"""How far a member speaks for the region asked for: who asks for a sub-region asks first for what
is said of it as a whole, and a state acts for itself far more often than for its bloc. The members
of a group of the officer's own are what is asked for."""
_MEMBER_CLAIM = {RegionKind.SUBREGION: 0.97, RegionKind.BLOC: 0.5}
"""The same when sections are compared: there the region that a finding is most about decides."""


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
    kind: RegionKind

    @classmethod
    def of(cls, region: str, taxonomy: Taxonomy) -> Scope:
        """Return the scope of a region id; a region unknown to the taxonomy covers itself."""
        known = taxonomy.regions.get(region)
        kind = known.kind if known else RegionKind.COUNTRY
        return cls(region, taxonomy.covers(region), kind)


def best_fit(finding: Finding, scopes: Iterable[Scope], themes: Iterable[str]) -> Fit | None:
    """Return where a finding fits best; None where it answers no pair that was asked for.

    Of equal fits the one asked for first wins.
    """
    fits = (
        (
            claim * weight,
            Fit(near.region, theme, near.closeness, near.matched, near.weight * weight),
        )
        for near, claim in _regions(finding, tuple(scopes))
        for theme, weight in _themes(finding, tuple(themes))
    )
    _, best = max(fits, key=lambda pair: pair[0], default=(0.0, None))
    return best


def weight_of_tags(
    regions: Sequence[RegionTag],
    themes: Sequence[ThemeTag],
    scopes: Sequence[Scope],
    asked: Sequence[str],
) -> float:
    """Return the weight of ``best_fit`` for the tags of a finding; 0.0 where it answers no pair."""
    near = [_near(regions, scope) for scope in scopes] if scopes else [(1.0, 1.0)]
    sure = [_sure(themes, theme) for theme in asked] if asked else [1.0]
    best = weight = 0.0
    for nearly, claim in near:
        for surely in sure:
            if claim * surely > best:
                best, weight = claim * surely, nearly * surely
    return weight


def _sure(themes: Sequence[ThemeTag], theme: str) -> float:
    for one, surely in themes:
        if one == theme:
            return surely
    return 0.0


def _near(regions: Sequence[RegionTag], scope: Scope) -> tuple[float, float]:
    """Return how tags meet a scope, and their claim among those asked for; 0.0 where not at all."""
    first, central, is_named, is_inside = 0.0, sys.maxsize, False, False
    for region, place, nearly in regions:
        if region == scope.region:
            if place is not None:
                return nearly, nearly
            is_named = True
        elif region in scope.covered:
            is_inside = True
            if place is not None and place < central:
                first, central = nearly, place
    if first:
        return _as_member(first, scope)
    if is_named:
        return NAMED, NAMED
    return _as_member(NAMED, scope) if is_inside else (0.0, 0.0)


def _as_member(near: float, scope: Scope) -> tuple[float, float]:
    """Return what a member counts for a scope, and its claim among the regions asked for."""
    return near * _MEMBER.get(scope.kind, 1.0), near * _MEMBER_CLAIM.get(scope.kind, 1.0)


def most_of_members(scope: Scope) -> float:
    """Return what a finding on a member of a scope counts at the most."""
    return _MEMBER.get(scope.kind, 1.0)


def _regions(finding: Finding, scopes: tuple[Scope, ...]) -> Iterable[tuple[Fit, float]]:
    """Yield how each region fits, whatever the theme, and its claim among the regions asked for."""
    if not scopes:
        ids = finding.about or finding.mentions
        yield Fit("", "", Closeness.UNASKED, ids, 1.0), 1.0
    for scope in scopes:
        closeness = _closeness(finding, scope)
        if closeness is not None:
            matched = _matched(finding, scope, closeness)
            near = _nearness(finding, closeness, matched)
            weight = claim = near
            if closeness in (Closeness.ABOUT_MEMBER, Closeness.MEMBER_NAMED):
                weight, claim = _as_member(near, scope)
            yield Fit(scope.region, "", closeness, matched, weight), claim


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


def _nearness(finding: Finding, closeness: Closeness, matched: tuple[str, ...]) -> float:
    """Return how sure it is that a finding deals with the foremost of the regions matched."""
    if closeness not in (Closeness.ABOUT, Closeness.ABOUT_MEMBER):
        return NAMED
    return nearness(finding, matched[0])


def _themes(finding: Finding, themes: tuple[str, ...]) -> Iterable[tuple[str, float]]:
    if not themes:
        yield "", 1.0
    for theme in themes:
        if theme in finding.themes:
            yield theme, sureness(finding, theme)
