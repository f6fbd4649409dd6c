"""Findings of different reports that give another figure or another year for the same thing.

Sober on purpose: a difference that is none does more harm than one that is overlooked. Two findings
speak of the same thing when the one names no country that the other does not, both share telling
words, and nothing else sets them apart: another number of another thing, other years, a negation,
killed against wounded, what is against what is planned, a word beside the one figure against a word
beside the other. Only then, and only where each gives one figure of the kind, do they differ.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.model import Difference, Passage, Taxonomy
from briefing.selection.quantities import GENERAL, Quantity
from briefing.selection.ranking import Ranked
from briefing.selection.said import Said, of_other_times

LOOKED_AT = 200
"""So many of the best are compared; what comes later is hardly ever printed."""
_DIGIT = re.compile(r"\d")
_RARE = 0.05
"""A telling word stands in no larger part of the findings, ..."""
_FEW = 4
"""... or in so few of them."""
_SHARED, _SHARED_PART = 2, 0.3
"""Telling words in common, and their part of the shorter finding's, to be on the same thing."""
_MUCH_SHARED, _MUCH_PART = 4, 0.5
"""The same where the figure could measure anything, and for years."""
_TIMES = 3.0
"""A figure larger by more counts something else."""
_YEARS_APART = 2


def differences(
    kept: Sequence[Ranked], taxonomy: Taxonomy
) -> dict[Passage, tuple[Difference, ...]]:
    """Return for each of the best findings where other reports differ from it, best first."""
    counting = (one for one in kept[:LOOKED_AT] if _DIGIT.search(one.stored.finding.text))
    said = [Said.of(entry, taxonomy) for entry in counting]
    said = [one for one in said if one.figures or one.years]
    telling = _telling(said)
    found: dict[Passage, list[Difference]] = defaultdict(list)
    for first, second in _near(said, telling):
        words = _differing(first, second, telling)
        if words is not None:
            here, there = words
            found[first.entry.passage].append(Difference(here, there, second.entry.stored))
            found[second.entry.passage].append(Difference(there, here, first.entry.stored))
    return {passage: tuple(differing) for passage, differing in found.items()}


def _telling(said: Sequence[Said]) -> frozenset[str]:
    counts = Counter(stem for one in said for stem in one.stems)
    most = max(_FEW, _RARE * len(said))
    return frozenset(stem for stem, count in counts.items() if 1 < count <= most)


def _near(said: Sequence[Said], telling: frozenset[str]) -> Iterator[tuple[Said, Said]]:
    """Yield each pair of different reports that has telling words enough in common."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(said):
        shared = Counter(other for stem in one.stems & telling for other in by_stem[stem])
        for other, count in sorted(shared.items()):
            if count >= _SHARED and said[other].report != one.report:
                yield said[other], one
        for stem in one.stems & telling:
            by_stem[stem].append(index)


def _differing(first: Said, second: Said, telling: frozenset[str]) -> tuple[str, str] | None:
    """Return the words in which two findings differ on the same thing; None where they do not."""
    if first.negations != second.negations or first.fates != second.fates:
        return None
    if first.manner != second.manner or first.others != second.others:
        return None
    if not _same_regions(first, second) or of_other_times(first.days, second.days):
        return None
    shared = len(first.stems & second.stems & telling)
    part = shared / max(1, min(len(first.stems), len(second.stems)))
    much = shared >= _MUCH_SHARED and part >= _MUCH_PART
    if first.figures.keys() != second.figures.keys():
        return None
    if not first.figures:
        return _other_year(first, second) if much else None
    if not _nested(first.years, second.years) or part < _SHARED_PART:
        return None
    unlike = [kind for kind in first.figures if first.numbers(kind) != second.numbers(kind)]
    if len(unlike) != 1 or (unlike[0] in GENERAL and not much):
        return None
    one, other = first.figures[unlike[0]], second.figures[unlike[0]]
    if len(one) > 1 or len(other) > 1 or _contrast(first, one[0], second, other[0]):
        return None
    return _other_figure(one[0], other[0])


def _contrast(first: Said, one: Quantity, second: Said, other: Quantity) -> bool:
    """Return whether two figures are of other wholes, or each has a word that the other lacks."""
    here, there = second.stems | second.named, first.stems | first.named
    if not (first.whole(one) <= here and second.whole(other) <= there):
        return True
    return not (first.beside(one) <= here or second.beside(other) <= there)


def _other_figure(one: Quantity, other: Quantity) -> tuple[str, str] | None:
    small, large = sorted((one.number, other.number))
    if one.may_be(other) or large > _TIMES * small:
        return None
    return one.words, other.words


def _other_year(first: Said, second: Said) -> tuple[str, str] | None:
    if len(first.years) != 1 or len(second.years) != 1:
        return None
    one, other = first.years[0], second.years[0]
    return (one, other) if 0 < abs(int(one) - int(other)) <= _YEARS_APART else None


def _same_regions(first: Said, second: Said) -> bool:
    one = frozenset(first.entry.stored.finding.mentions)
    other = frozenset(second.entry.stored.finding.mentions)
    return bool(one & other) and _nested(one, other)


def _nested(first: Iterable[str], second: Iterable[str]) -> bool:
    one, other = frozenset(first), frozenset(second)
    return one <= other or other <= one
