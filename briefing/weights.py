"""What the tags of a finding count when it is ranked, and its readiness: numbers from 0 to 1.

How sure each kind of tag is, was counted on labelled reports of several parts of the world: a
region that the sentence names itself holds oftener than one carried on from the sentence before, a
theme that three of its own words speak for oftener than one on a single word.

A library keeps these numbers with each finding, so that it can begin with the best of many. Whoever
changes one adds a migration that has them worked out anew (``migrations.weights_of_tags``).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefing.model import Facet, Finding
from briefing.model.outline import RegionTag, ThemeTag

NAMED = 0.4
"""What a region counts that the sentence names without being about it."""
PLACES = (1.0, 0.95, 0.9, 0.8)
"""What the first, second … region a finding is about counts; the last for all that follow."""
UNNAMED = 0.85
"""What a region counts that the sentence is about without naming it."""
THEME_PLACES = (1.0, 0.85, 0.7)
THEME_WORDS = (0.65, 0.78, 0.88, 1.0)
"""How sure a theme is for which no, one, two, three or more words of the sentence itself speak;
what heading and neighbours lend is seldom wrong and seldom right."""
CERTAIN = 1.0
"""What the officer has said of a finding needs no words that speak for it, and no first place."""
_UNREADY, _USUAL, READY = 0.25, 0.4, 0.7
"""Strength up to which hardly a sentence is fit for a note, from which most are, and from which
nearly every one is; between ready sentences relevance decides."""
_READINESS = ((_UNREADY, 0.1), (_USUAL, 0.7), (READY, 1.0))
"""How likely a sentence of such a strength is to be fit for a note, in rounded steps between which
it grows evenly; the weakest keeps something, so that relevance still orders the weak."""
LEANING = 0.95
"""A finding that brings its predecessor along takes more room and reads less well."""
NOT_ALONE = 0.8
"""A finding that cannot be understood; mild, for its strength was lowered on that account too."""


def region_tags(finding: Finding) -> Iterator[RegionTag]:
    """Yield each region that a finding is about or names, once."""
    about = tuple(dict.fromkeys(finding.about))
    for region in about:
        yield RegionTag(region, finding.about.index(region), nearness(finding, region))
    for region in dict.fromkeys(finding.mentions):
        if region not in about:
            yield RegionTag(region, None, NAMED)


def theme_tags(finding: Finding) -> Iterator[ThemeTag]:
    """Yield each theme of a finding, once."""
    for theme in dict.fromkeys(finding.themes):
        yield ThemeTag(theme, sureness(finding, theme))


def nearness(finding: Finding, region: str) -> float:
    """Return how sure it is that a finding deals with a region that it is about."""
    for one in finding.evidence:  # a plain loop: asked of each tag of each finding that comes in
        if one.tag == region and one.facet is Facet.ABOUT and one.by_officer:
            return CERTAIN
    named = 1.0 if region in finding.mentions else UNNAMED
    return named * _at(PLACES, finding.about.index(region))


def sureness(finding: Finding, theme: str) -> float:
    """Return how sure it is that a finding deals with a theme that it has."""
    words = set()
    for one in finding.evidence:
        if one.facet is Facet.THEME and one.tag == theme:
            if one.by_officer:
                return CERTAIN
            if one.words in finding.text:
                words.add(one.words.casefold())
    place = finding.themes.index(theme)
    return _at(THEME_PLACES, place) * _at(THEME_WORDS, len(words))


def readiness(strength: float) -> float:
    """Return how likely a sentence of a strength is to be fit for a note."""
    for (low, least), (high, most) in pairwise(_READINESS):
        if strength < high:
            return least + (most - least) * max(0.0, strength - low) / (high - low)
    return 1.0


def most_worth(finding: Finding) -> float:
    """Return what a finding's score cannot exceed, whatever is asked and whatever stands before."""
    return readiness(finding.strength) * (LEANING if finding.needs_context else 1.0)


def _at(weights: tuple[float, ...], place: int) -> float:
    """Return the weight of a place; the last one for all places that follow."""
    return weights[min(place, len(weights) - 1)]
