"""Findings that say the same in nearly the same words, folded into the best of them.

Two findings are the same when most of their three-word runs are, or when one holds nearly all of
the other's. They are not the same when they differ in a number, in a negation, or in the country
they name: there a single word turns the meaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.selection.ranking import Ranked

_WORD = re.compile(r"\w+")
NEGATIONS = frozenset({"no", "not", "never", "none", "nor", "neither", "without", "cannot", "t"})
_SPACED = {code: " " for code in range(128) if not _WORD.match(chr(code))}
_RUN = 3
_ALIKE = 0.5
"""Shared part of all three-word runs of both (Jaccard)."""
_CONTAINED = 0.8
"""Shared part of the runs of the shorter one."""
_LEAST_RUNS = 5
"""A shorter finding is not called contained: too few words to tell."""
_COMMON = 60
"""A run that stands in more findings than this tells nothing."""


class _Bare(dict[int, int | None]):
    """What ``str.translate`` makes of each letter: accents go. Each is looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_BARE = _Bare()


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a finding."""

    runs: frozenset[tuple[str, ...]]
    numbers: frozenset[str]
    negations: frozenset[str]
    regions: frozenset[str]

    @classmethod
    def of(cls, text: str, mentions: Iterable[str]) -> Wording:
        """Return the wording of a text and of the regions that it mentions.

        Case, accents and punctuation are passed over.
        """
        words = plain_words(text)
        return cls(
            runs=_runs(words),
            numbers=frozenset(
                [word for word in words if not word.isalpha() and any(map(str.isdigit, word))]
            ),
            negations=NEGATIONS.intersection(words),
            regions=frozenset(mentions),
        )

    def says_the_same_as(self, other: Wording) -> bool:
        """Return whether both say the same."""
        # First what is quickly told: of thousands of findings nearly all pairs differ there.
        if self.negations != other.negations or not _nested(self.numbers, other.numbers):
            return False
        shared = len(self.runs & other.runs)
        if not shared or not _nested(self.regions, other.regions):
            return False
        shorter = min(len(self.runs), len(other.runs))
        if shared >= _ALIKE * (len(self.runs) + len(other.runs) - shared):
            return True
        return shorter >= _LEAST_RUNS and shared >= _CONTAINED * shorter


def plain_words(text: str) -> list[str]:
    """Return the words of a text in small letters without accents."""
    small = text.casefold()
    if small.isascii():  # the same, twice as fast
        return small.translate(_SPACED).split()
    return _WORD.findall(unicodedata.normalize("NFKD", small).translate(_BARE))


def _runs(words: list[str]) -> frozenset[tuple[str, ...]]:
    """Return the runs of words; a text shorter than one is a run by itself."""
    if len(words) <= _RUN:
        return frozenset((tuple(words),))
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def fold(
    ranked: Sequence[Ranked], kept_as: Sequence[int] = ()
) -> tuple[list[Ranked], dict[int, Ranked]]:
    """Return the entries without repetitions, and for each repetition (by index) what it repeats.

    ``ranked`` is in order, so that the best of those that say the same is kept; ``kept_as`` says
    which they are where that is known: what ``first_of_same`` gives.
    """
    if not kept_as:
        findings = [entry.stored.finding for entry in ranked]
        kept_as = first_of_same([Wording.of(one.text, one.mentions) for one in findings])
    repeats = defaultdict(list)
    for index, kept in enumerate(kept_as):
        if kept != index:
            repeats[kept].append(ranked[index].stored)
    kept_entries = {
        index: replace(ranked[index], also_in=tuple(repeats[index]))
        if index in repeats
        else ranked[index]
        for index, kept in enumerate(kept_as)
        if kept == index
    }
    repeated = {i: kept_entries[kept] for i, kept in enumerate(kept_as) if kept != i}
    return list(kept_entries.values()), repeated


def first_of_same(wordings: Sequence[Wording]) -> list[int]:
    """Return for each wording the index of the first that says the same: its own, if it is new."""
    telling = _telling_runs(wordings)
    by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    kept_as: list[int] = []
    for index, wording in enumerate(wordings):
        runs = wording.runs & telling
        near = {other for run in runs if run in by_run for other in by_run[run]} if runs else ()
        same = (other for other in sorted(near) if wording.says_the_same_as(wordings[other]))
        kept_as.append(next(same, index))
        if kept_as[-1] == index:
            for run in runs:
                by_run[run].append(index)
    return kept_as


def _telling_runs(wordings: Iterable[Wording]) -> frozenset[tuple[str, ...]]:
    """Return the runs that stand in several of the wordings, yet not in very many."""
    met: set[tuple[str, ...]] = set()
    counts: Counter[tuple[str, ...]] = Counter()
    for wording in wordings:
        counts.update(met & wording.runs)
        met |= wording.runs
    return frozenset(run for run, again in counts.items() if again < _COMMON)


def _nested(first: frozenset[str], second: frozenset[str]) -> bool:
    return first <= second or second <= first
