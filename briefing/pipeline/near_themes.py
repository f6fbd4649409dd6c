"""A finding and a theme that it has not in, how nearly it has it out, with what speaks for it.

Three things speak for a theme that was not given: some words of the finding, though too few; the
sentence before or after, which deals with it; and a theme given that is next to it. Each alone is
seldom right, together they often are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from briefing.extraction.nearly import NearTheme, NearThemes
from briefing.model import Finding, StoredFinding, Taxonomy
from briefing.wording import listed

GAP = 3
"""Characters that stand between two sentences of a paragraph at the most."""
_BESIDE = {"before": 0.3, "after": 0.2}
"""What the sentence on each side adds that deals with the theme."""
_AKIN = 0.3
"""What a theme adds that is given and next to it."""
AKIN = {
    "conflict": ("defence", "diplomacy"),
    "defence": ("conflict", "alliances"),
    "alliances": ("defence", "diplomacy", "influence", "integration"),
    "diplomacy": ("conflict", "alliances", "influence"),
    "influence": ("diplomacy", "alliances", "integration", "economy"),
    "integration": ("alliances", "influence"),
    "politics": ("ideology",),
    "ideology": ("politics",),
}
"""Themes that shade into others, so that readers differ where the line runs. Sanctions, energy or
refugees are named where they are meant."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How nearly a finding has a theme, 0 to 1, and why."""

    value: float
    why: str


@dataclass(slots=True)
class Neighbours:
    """Findings by the paragraph they stand in."""

    _blocks: defaultdict[tuple[str, int], list[Finding]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def of(cls, found: Iterable[StoredFinding]) -> Neighbours:
        """Return the findings, so that those beside another can be asked for."""
        neighbours = cls()
        for stored in found:
            passage = stored.finding.passage
            neighbours._blocks[passage.report, passage.block].append(stored.finding)
        return neighbours

    def beside(self, finding: Finding) -> Iterator[tuple[str, Finding]]:
        """Yield those that stand right next to a finding, with the side: ``before``, ``after``."""
        passage = finding.passage
        for other in self._blocks.get((passage.report, passage.block), ()):
            if side := side_of(finding, other):
                yield side, other


def side_of(finding: Finding, other: Finding) -> str:
    """Return on which side of a finding another stands next to it; empty: it does not."""
    own, theirs = finding.passage, other.passage
    if 0 <= own.start - theirs.end <= GAP:
        return "before"
    return "after" if 0 <= theirs.start - own.end <= GAP else ""


def nearest(
    stored: StoredFinding, asked: Iterable[str], of_theme: Neighbours | None, taxonomy: Taxonomy
) -> Nearness | None:
    """Return how nearly a finding has a theme asked for; None where nothing speaks for one.

    ``of_theme`` are the findings that have one of them; None where the finding's own words alone
    are to count.
    """
    heard = _near_themes().of(stored.finding, stored.report.metadata.language)
    by_words = {near.theme: near for near in heard}
    found = (
        _nearness(stored.finding, theme, by_words.get(theme), of_theme, taxonomy) for theme in asked
    )
    best = max(found, key=lambda one: one.value, default=None)
    return best if best and best.value else None


def _nearness(
    finding: Finding,
    theme: str,
    words: NearTheme | None,
    of_theme: Neighbours | None,
    taxonomy: Taxonomy,
) -> Nearness:
    value, whys, name = 0.0, list[str](), _name(theme, taxonomy)
    if words is not None:
        value += min(1.0, words.weight / words.least)
        whys.append(_lacking(words, finding, taxonomy))
    if of_theme is None:
        return Nearness(value, "".join(whys))
    for side, other in of_theme.beside(finding):
        if theme in other.themes:
            value += _BESIDE[side]
            whys.append(f"the sentence {side} deals with {name}, this hardly")
    akin = next((given for given in finding.themes if given in AKIN.get(theme, ())), "")
    if akin:
        value += _AKIN
        whys.append(f"deals with {_name(akin, taxonomy)}, which is next to {name}")
    return Nearness(min(1.0, value), whys[0] if whys else "")


def _lacking(near: NearTheme, finding: Finding, taxonomy: Taxonomy) -> str:
    words = listed([f"“{one}”" for one in near.words])
    name = _name(near.theme, taxonomy)
    if near.weight < near.least:
        return f"just below the threshold for {name}: {words} {near.weight} of {near.least}"
    first = _name(finding.themes[0], taxonomy) if finding.themes else "other things"
    return f"{name} ({words}) stands back behind {first}"


def _name(theme: str, taxonomy: Taxonomy) -> str:
    known = taxonomy.themes.get(theme)
    return known.name.lower() if known else theme


@cache
def _near_themes() -> NearThemes:
    return NearThemes()
