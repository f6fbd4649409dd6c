"""The figures of tagging: how far what the program says agrees with the labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evaluation.labels import FACETS, Found, Labelled, Tags
from evaluation.matching import SHORT, Matcher, letters

READY = 2
OFFERED = 0.5
"""A heading or note with this strength or more is offered as if it were a finding."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many tags both have, only the program has, and only the labels have."""

    both: int = 0
    added: int = 0
    missed: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.both + other.both, self.added + other.added, self.missed + other.missed
        )

    @property
    def labelled(self) -> int:
        """How many the labels have."""
        return self.both + self.missed

    @property
    def precision(self) -> float:
        """Which part of what the program says is right."""
        return self.both / (self.both + self.added) if self.both + self.added else 0.0

    @property
    def recall(self) -> float:
        """Which part of what is right the program says."""
        return self.both / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.both + self.added + self.missed
        return 2 * self.both / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled sentence with what the program says of it."""

    label: Labelled
    found: tuple[Found, ...]
    """The program's sentences that cover it; none where the text is lost."""

    @property
    def said(self) -> Tags:
        """All tags of these sentences, without those that count neither way."""
        return Tags(*(self._said(facet) for facet in FACETS))

    def _said(self, facet: str) -> frozenset[str]:
        said = frozenset().union(*(one.tags.of(facet) for one in self.found))
        return said - self.label.disputed.of(facet)

    @property
    def strength(self) -> float:
        """The greatest strength of these sentences."""
        return max((one.strength for one in self.found), default=0.0)

    def agreement(self, facet: str) -> Agreement:
        """Return how the tags of one facet agree."""
        said, meant = self.said.of(facet), self.label.tags.of(facet)
        return Agreement(len(said & meant), len(said - meant), len(meant - said))


def judge(labels: Iterable[Labelled], found: Iterable[Found]) -> list[Judged]:
    """Return every labelled sentence with what the program says of the same text."""
    matcher = Matcher(list(found))
    return [Judged(label, tuple(matcher.same(label.text))) for label in labels]


def tag_figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Return the figures by name, each a fraction of one."""
    running = [one for one in judged if one.label.is_running_text]
    furniture = [
        one
        for one in judged
        if not one.label.is_running_text and len(letters(one.label.text)) >= SHORT
    ]
    strengths = [
        (one.strength, one.label.finding == READY)
        for one in running
        if "finding" not in one.label.doubtful
    ]
    return {
        **{facet: overall(running, facet).f1 for facet in FACETS},
        "finding_average_precision": average_precision(strengths),
        "needs_context": context_agreement(running).f1,
        "kind_accuracy": _share(any(f.kind == o.label.kind for f in o.found) for o in judged),
        "furniture_offered": _share(is_offered(one) for one in furniture),
        "text_lost": _share(not one.found for one in running),
    }


def overall(judged: Iterable[Judged], facet: str) -> Agreement:
    """Return the agreement over all sentences of running text."""
    return sum((one.agreement(facet) for one in judged if one.label.is_running_text), Agreement())


def by_tag(judged: Iterable[Judged], facet: str) -> Mapping[str, Agreement]:
    """Return the agreement for each tag by itself."""
    counts: defaultdict[str, Agreement] = defaultdict(Agreement)
    for one in judged:
        if one.label.is_running_text:
            said, meant = one.said.of(facet), one.label.tags.of(facet)
            for tag in said | meant:
                both = tag in said and tag in meant
                counts[tag] += Agreement(both, tag not in meant, tag not in said)
    return counts


def context_agreement(judged: Iterable[Judged]) -> Agreement:
    """Return how far both say of the same sentences that they lean on others."""
    total = Agreement()
    for one in judged:
        if one.label.is_running_text and "needs_context" not in one.label.doubtful:
            said, meant = any(f.needs_context for f in one.found), one.label.needs_context
            total += Agreement(said and meant, said and not meant, meant and not said)
    return total


def average_precision(scored: Iterable[tuple[float, bool]]) -> float:
    """Return the mean, over what is relevant, of the precision down to its rank.

    Of equal scores the first given stands first.
    """
    ranked = sorted(scored, key=lambda pair: -pair[0])
    ranks = [rank for rank, (_, relevant) in enumerate(ranked, 1) if relevant]
    precisions = [number / rank for number, rank in enumerate(ranks, 1)]
    return sum(precisions) / len(precisions) if precisions else 0.0


def is_offered(one: Judged) -> bool:
    """Whether the program takes furniture for a finding."""
    return any(f.kind in {"body", "question"} and f.strength >= OFFERED for f in one.found)


def _share(answers: Iterable[bool]) -> float:
    known = list(answers)
    return sum(known) / len(known) if known else 0.0
