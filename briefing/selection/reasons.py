"""Why a finding is offered, and why another is left out, in words fit to show an officer."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from briefing.citing import place
from briefing.model import Difference, Facet, Finding, RegionKind, StoredFinding, Taxonomy
from briefing.selection.ranking import Ranked
from briefing.selection.relevance import Closeness, Fit
from briefing.weights import READY
from briefing.wording import listed

_NAMES = 3
"""So many regions are named; the others are counted."""
_QUOTED = 2
"""So many of the words that led to a tag are quoted."""

_QUOTED_LENGTH = 40
"""Characters after which quoted words are cut."""
_STRENGTHS = 2
"""So many of the things that make a finding strong are told."""
_WEIGHT = re.compile(r" \([+-]\d+(?:\.\d+)?\)$")
"""How extraction notes what a thing weighs; figures say nothing to an officer."""
_AGAINST = re.compile(r" \((?P<weight>-\d+(?:\.\d+)?)\)$")

NOT_ALONE = "cannot be understood alone"
WEAK = "weak: says little that could stand in a note"
IN_PASSING = "weak: touches on region or theme in passing only"


def reason(entry: Ranked, taxonomy: Taxonomy) -> str:
    """Return why an entry is offered: ``about Armenia; conflict (“border clashes”)``."""
    finding = entry.stored.finding
    parts = [
        _region_part(finding, entry.fit, taxonomy),
        _theme_part(finding, entry.fit.theme, taxonomy),
        _strength_part(finding),
        _against_part(finding),
        _age_part(entry),
        "brings the sentence before it along" if entry.brings else "",
        _repeated_part(entry.also_in),
        _differing_part(entry.differs_with),
    ]
    return "; ".join(filter(None, parts))


def same_as(entry: Ranked) -> str:
    """Return what is said of a finding that repeats ``entry``."""
    return f"says the same as {place(entry.stored)}"


def listed_in_part(names: Sequence[str]) -> str:
    """Return ``a``, ``a and b``, ``a, b and c`` or ``a, b, c and 2 more``."""
    if len(names) > _NAMES:
        names = (*names[:_NAMES], f"{len(names) - _NAMES} more")
    return listed(names)


def _region_part(finding: Finding, fit: Fit, taxonomy: Taxonomy) -> str:
    is_about = fit.closeness not in (Closeness.NAMED, Closeness.MEMBER_NAMED)
    ids = tuple(dict.fromkeys((*fit.matched, *(finding.about if is_about else ()))))
    if not ids:
        return ""
    by_context = [id_ for id_ in ids if id_ not in finding.mentions or _is_ruled(finding, id_)]
    words = _words(finding, Facet.ABOUT, by_context)
    names = listed_in_part([_name(id_, taxonomy) for id_ in ids])
    return f"{'about' if is_about else 'names'} {names}{_bracketed(words)}{_part(fit, taxonomy)}"


def _part(fit: Fit, taxonomy: Taxonomy) -> str:
    """Return that a member stands for the region asked for, where that lowers the score."""
    known = taxonomy.regions.get(fit.region)
    is_part = fit.closeness in (Closeness.ABOUT_MEMBER, Closeness.MEMBER_NAMED)
    if not is_part or known is None or known.kind is RegionKind.GROUP:
        return ""
    return f", not {known.name} as a whole"


def _theme_part(finding: Finding, theme: str, taxonomy: Taxonomy) -> str:
    shown = [theme] if theme else list(finding.themes[:1])
    if not shown:
        return ""
    name = _theme_name(shown[0], taxonomy)
    place = finding.themes.index(shown[0]) if shown[0] in finding.themes else 0
    beside = f" beside {_theme_name(finding.themes[0], taxonomy)}" if place else ""
    return f"{name}{_bracketed(_words(finding, Facet.THEME, shown))}{beside}"


def _strength_part(finding: Finding) -> str:
    """Return what makes the finding fit to stand by itself, beyond its regions and themes."""
    said = {*finding.mentions, *finding.about, *finding.themes}
    speaking = (
        speaks
        for one in finding.evidence
        if one.facet is Facet.STRENGTH
        and (speaks := _speaking(one.reason))
        and not said.issuperset(one.words.split(", "))
    )
    return ", ".join(list(dict.fromkeys(speaking))[:_STRENGTHS])


def _against_part(finding: Finding) -> str:
    """Return what makes the finding less ready than others; nothing where it is ready."""
    if finding.strength >= READY:
        return ""
    against = [
        (float(found["weight"]), _WEIGHT.sub("", one.reason))
        for one in finding.evidence
        if one.facet is Facet.STRENGTH and (found := _AGAINST.search(one.reason))
    ]
    return f"less ready: {min(against)[1]}" if against else ""


def _age_part(entry: Ranked) -> str:
    """Return that the report is older than what is at hand, where that lowers the score."""
    published = entry.stored.report.metadata.date
    return f"older report ({published.year})" if published and entry.is_old else ""


@lru_cache(maxsize=1024)
def _speaking(reason: str) -> str:
    """Return a reason without its weight; empty where it speaks against the finding."""
    return "" if _AGAINST.search(reason) else _WEIGHT.sub("", reason)


def _repeated_part(also_in: Sequence[StoredFinding]) -> str:
    if not also_in:
        return ""
    return f"also said in {listed_in_part([place(stored) for stored in also_in])}"


def _differing_part(differs_with: Sequence[Difference]) -> str:
    if not differs_with:
        return ""
    others = [f"“{one.there}” in {place(one.other)}" for one in differs_with]
    return f"sources differ: “{differs_with[0].here}” here, {listed_in_part(others)}"


def _is_ruled(finding: Finding, region: str) -> bool:
    return any(one.tag == region and one.is_ruled for one in finding.evidence)


def _words(finding: Finding, facet: Facet, tags: Iterable[str]) -> list[str]:
    wanted = set(tags)
    told = [one for one in finding.evidence if one.facet is facet and one.tag in wanted]
    by_rule = (one.reason for one in told if one.is_ruled)
    words = (f"“{_cut(one.words)}”" for one in told if one.words and not one.is_ruled)
    quoted: dict[str, None] = {}
    for said in chain(by_rule, words):
        quoted[said] = None
        if len(quoted) == _QUOTED:
            break
    return list(quoted)


def _bracketed(words: Sequence[str]) -> str:
    return f" ({', '.join(words)})" if words else ""


@lru_cache(maxsize=4096)
def _cut(words: str) -> str:
    plain = " ".join(words.split())
    if len(plain) <= _QUOTED_LENGTH:
        return plain
    beginning = plain[: 2 * _QUOTED_LENGTH]  # what comes later is cut off in any case
    last = beginning.rfind(" ", 0, _QUOTED_LENGTH - 1)
    if last > 0 and "-" not in beginning:
        return f"{beginning[:last]} …"
    return textwrap.shorten(beginning, _QUOTED_LENGTH, placeholder=" …")


def _theme_name(theme: str, taxonomy: Taxonomy) -> str:
    known = taxonomy.themes.get(theme)
    return known.name.lower() if known else theme


def _name(region: str, taxonomy: Taxonomy) -> str:
    known = taxonomy.regions.get(region)
    return known.name if known else region
