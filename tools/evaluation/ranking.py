"""The figures of a request: whether the best answers stand first.

nDCG is the discounted cumulated gain of Järvelin and Kekäläinen (Cumulated gain-based evaluation of
IR techniques, ACM Transactions on Information Systems 20, 2002), divided by the best that could be
reached, with the gain 2^g - 1 (Burges and others, Learning to rank using gradient descent, ICML
2005): an answer that is ready counts three times one that is only usable, and the discount is the
logarithm to base two of the rank plus one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.labels import Labelled
from evaluation.matching import Matcher

DEPTH = 10
FULL = 2
LEAST_ANSWERS = 4
"""A region and a theme are asked for where so many labelled sentences answer in full."""


@dataclass(frozen=True, order=True, slots=True)
class Asked:
    """A request: what is there on a theme in a region."""

    region: str
    theme: str


@dataclass(frozen=True, slots=True)
class Answered:
    """How a request was answered."""

    asked: Asked
    ndcg: float
    found: float
    """Which part of ten answers, or of all there are if fewer, stands among the first ten."""
    wrong: tuple[tuple[int, str, Labelled | None], ...]
    """Rank and text of what stands in the first ten and is no answer, with its label."""
    missing: tuple[Labelled, ...]
    """Full answers that do not stand in the first ten."""


def gain(label: Labelled, asked: Asked) -> int:
    """Return 2 for a ready finding about the region on the theme, 1 for a usable one that names it.

    Labels on which one may differ count as if they were given.
    """
    themes = label.tags.themes | label.disputed.themes
    about = label.tags.about | label.disputed.about
    if not label.is_running_text or asked.theme not in themes:
        return 0
    if label.finding == FULL and asked.region in about:
        return FULL
    return int(label.finding >= 1 and asked.region in about | label.tags.mentions)


def requests(labels: Sequence[Labelled]) -> list[Asked]:
    """Return the regions and themes to ask for, in the order of their ids."""
    full: Counter[Asked] = Counter()
    for label in labels:
        pairs = (Asked(region, theme) for region in label.tags.about for theme in label.tags.themes)
        full.update(asked for asked in pairs if gain(label, asked) == FULL)
    return sorted(asked for asked, count in full.items() if count >= LEAST_ANSWERS)


def ndcg(gains: Sequence[int], possible: Sequence[int]) -> float:
    """Return the gain of the first ten answers as a part of the best that was possible."""
    best = _discounted(sorted(possible, reverse=True))
    return _discounted(gains) / best if best else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum((2.0**g - 1) / math.log2(rank + 1) for rank, g in enumerate(gains[:DEPTH], 1))


def answered(
    asked: Asked, texts: Sequence[str], labels: Sequence[Labelled], matcher: Matcher[Labelled]
) -> Answered:
    """Judge the answers to a request, best first; a sentence said twice counts once."""
    seen: set[str] = set()
    gains: list[int] = []
    wrong = []
    for rank, text in enumerate(texts[:DEPTH], 1):
        fresh = [label for label in matcher.same(text) if label.id not in seen]
        seen.update(label.id for label in fresh)
        best = max(fresh, key=lambda label: gain(label, asked), default=None)
        gains.append(gain(best, asked) if best else 0)
        if not gains[-1]:
            wrong.append((rank, text, best))
    possible = [gain(label, asked) for label in labels]
    answers = min(DEPTH, sum(1 for g in possible if g))
    missing = (one for one in labels if gain(one, asked) == FULL and one.id not in seen)
    hits = sum(1 for g in gains if g)
    found = hits / answers if answers else 0.0
    return Answered(asked, ndcg(gains, possible), found, tuple(wrong), tuple(missing))


def mean(values: Sequence[float]) -> float:
    """Return the mean; 0 where there is nothing."""
    return sum(values) / len(values) if values else 0.0
