"""Finds which sentences are the same although they were split or spaced in another way.

Two texts are taken for the same where one covers the other: four fifths of the runs of five
letters of the shorter stand in the longer.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

RUN = 5
COVERED = 0.8
SHORT = 12
"""Texts with fewer letters than this are matched only by texts that are as short."""


class HasText(Protocol):
    """Whatever has words."""

    @property
    def text(self) -> str:
        """The words."""


T = TypeVar("T", bound=HasText)


def letters(text: str) -> str:
    """Return the letters and digits of a text in small letters, without anything between."""
    return re.sub(r"[^0-9a-z]+", "", text.lower())


def _runs(plain: str) -> frozenset[str]:
    return frozenset(plain[at : at + RUN] for at in range(max(1, len(plain) - RUN + 1)))


class Matcher(Generic[T]):
    """Knows some sentences and returns those that cover, or are covered by, a text."""

    def __init__(self, sentences: Iterable[T]) -> None:
        plain = [(one, letters(one.text)) for one in sentences]
        self._known = [(one, len(text), _runs(text)) for one, text in plain if text]
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for number, (_, _, runs) in enumerate(self._known):
            for run in runs:
                self._holding[run].append(number)

    def same(self, text: str) -> list[T]:
        """Return the sentences that are the text, part of it, or hold it."""
        wanted = letters(text)
        if not wanted:
            return []
        runs = _runs(wanted)
        shared = Counter(number for run in runs for number in self._holding.get(run, ()))
        return [
            self._known[number][0]
            for number, count in sorted(shared.items())
            if self._covers(number, count, len(runs), len(wanted))
        ]

    def _covers(self, number: int, shared: int, runs: int, length: int) -> bool:
        _, known_length, known_runs = self._known[number]
        enough = COVERED * min(runs, len(known_runs))
        return shared >= enough and min(known_length, length) >= min(SHORT, length)
