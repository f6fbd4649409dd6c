"""What two rows of words have in common, found within a bounded time.

Comparing two rows takes, at worst, time by the cube of their length: where the same words stand
again and again, as somebody can arrange. What people write is compared in full.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

Opcode = tuple[str, int, int, int, int]
"""What was done, and with which words: as ``SequenceMatcher.get_opcodes`` tells it."""
_MOST_STEPS = 10_000_000
"""Pairs of equal words looked at; a page wholly rewritten takes some hundred thousand."""


class Effort:
    """What all comparisons that share it may cost together."""

    def __init__(self, steps: int = _MOST_STEPS) -> None:
        """Let ``steps`` pairs of equal words be looked at."""
        self.left = steps

    def spend(self, steps: int) -> None:
        """Take steps off what is left.

        Raises:
            _TooMuch: nothing is left.
        """
        self.left -= steps
        if self.left < 0:
            raise _TooMuch


class _TooMuch(Exception):
    """The rows cannot be compared word by word."""


class _Matcher(SequenceMatcher[str]):
    def __init__(self, old: Sequence[str], new: Sequence[str], effort: Effort) -> None:
        super().__init__(None, old, new, autojunk=False)
        self._effort = effort
        places: dict[str, list[int]] = self.b2j  # type: ignore[attr-defined]
        self._pairs = [0]
        for word in old:
            self._pairs.append(self._pairs[-1] + 1 + len(places.get(word, ())))

    def find_longest_match(  # type: ignore[override]
        self, alo: int, ahi: int, blo: int, bhi: int
    ) -> object:
        self._effort.spend(self._pairs[ahi] - self._pairs[alo])
        return super().find_longest_match(alo, ahi, blo, bhi)


def opcodes(old: Sequence[str], new: Sequence[str], effort: Effort) -> list[Opcode]:
    """Return how the old words become the new ones.

    Where that takes too much effort, all words between those that begin and end both rows alike
    count as replaced.
    """
    try:
        return list(_Matcher(old, new, effort).get_opcodes())
    except _TooMuch:
        return _roughly(old, new)


def _roughly(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    shorter = min(len(old), len(new))
    first = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - first
    last = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    until, end = len(old) - last, len(new) - last
    steps = (
        ("equal", 0, first, 0, first),
        ("replace", first, until, first, end),
        ("equal", until, len(old), end, len(new)),
    )
    return [step for step in steps if step[2] > step[1] or step[4] > step[3]]
