"""How well a finding answers one region and one theme of the request.

Relevance is how sure it is that the finding deals with the region, times how sure it is that it
deals with the theme. How sure each kind of tag is, was counted on labelled reports of several parts
of the world: a region that the sentence names itself holds oftener than one carried on from the
sentence before, a theme that three of its own words speak for oftener than one on a single word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from briefing.model import Facet, Finding, RegionKind, Taxonomy


class Closeness(Enum):
    """In what way a finding has to do with the region asked for."""

    ABOUT = "about it"
    ABOUT_MEMBER = "about a member"
    NAMED = "names it"
    MEMBER_NAMED = "names a member"
    UNASKED = "no region asked for"


_NAMED = 0.4
"""What a region counts that the sentence names without being about it."""
_MEMBER = {RegionKind.SUBREGION: 0.55, RegionKind.BLOC: 0.3}
"""How far a member speaks for the region asked for: who asks for a sub-region asks first for what
is said of it as a whole, and a state acts for itself far more often than for its bloc. The members
of a group of the officer's own are what is asked for."""
_MEMBER_CLAIM = {RegionKind.SUBREGION: 0.97, RegionKind.BLOC: 0.5}
"""The same when sections are compared: there the region that a finding is most about decides."""
_PLACES = (1.0, 0.95, 0.9, 0.8)
"""What the first, second … region a finding is about counts; the last for all that follow."""
_UNNAMED = 0.85
"""What a region counts that the sentence is about without naming it."""
_THEME_PLACES = (1.0, 0.85, 0.7)
_THEME_WORDS = (0.65, 0.78, 0.88, 1.0)
"""How sure a theme is for which no, one, two, three or more words of the sentence itself speak;
what heading and neighbours lend is seldom wrong and seldom right."""
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
            share = claim = 1.0
            if closeness in (Closeness.ABOUT_MEMBER, Closeness.MEMBER_NAMED):
                share = _MEMBER.get(scope.kind, 1.0)
                claim = _MEMBER_CLAIM.get(scope.kind, 1.0)
            yield Fit(scope.region, "", closeness, matched, near * share), near * claim


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
        return _NAMED
    region = matched[0]
    if _is_corrected(finding, region):
        return _CERTAIN
    named = 1.0 if region in finding.mentions else _UNNAMED
    return named * _at(_PLACES, finding.about.index(region))


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
            if one.by_officer:
                return _CERTAIN
            if one.words in finding.text:
                words.add(one.words.casefold())
    place = finding.themes.index(theme)
    return _at(_THEME_PLACES, place) * _at(_THEME_WORDS, len(words))


def _is_corrected(finding: Finding, region: str) -> bool:
    """Return whether the officer has said that a finding is about a region, or a rule of his."""
    return any(
        one.by_officer and one.facet is Facet.ABOUT and one.tag == region
        for one in finding.evidence
    )


def _at(weights: tuple[float, ...], place: int) -> float:
    """Return the weight of a place; the last one for all places that follow."""
    return weights[min(place, len(weights) - 1)]
