"""The passage of a report that resembles a quotation most, by its words and surroundings.

Blocks that share rare words with the quotation are looked at; in each, the run of words is found
that fits best in order (local alignment after Smith and Waterman, 1981), and drawn out to whole
sentences.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from briefing.anchoring.places import Place, agreement
from briefing.model import Quotation, Report

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s+")
_BLOCKS = 4
"""So many blocks are looked at closely."""
_SHARED = 0.35
"""The part of the quotation's words, weighed by rarity, that a block must hold."""
_ALIKE = 0.6
_ALIKE_IN_PLACE = 0.45
"""Enough where half of the surroundings are the same."""
_MATCH, _MISMATCH, _GAP = 2, -1, -1


@dataclass(frozen=True, slots=True)
class Like:
    """A passage and how much of its words agrees with the quotation's, 0 to 1."""

    place: Place
    likeness: float


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


class ReportWords:
    """The words of a report, taken apart when first needed and kept for further quotations."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def most_like(self, quotation: Quotation) -> Like | None:
        """Return the passage that resembles the quotation most; None where none does enough."""
        wanted = [word.text for word in _words(quotation.exact)]
        found = [self._like(quotation, wanted, block) for block in self._promising(wanted)]
        enough = [like for like in found if like and self._is_enough(like, quotation)]
        return max(enough, key=lambda like: (like.likeness, -like.place.block), default=None)

    @cached_property
    def _blocks(self) -> list[frozenset[str]]:
        return [frozenset(_WORD.findall(block.text.casefold())) for block in self._report.blocks]

    @cached_property
    def _standing_in(self) -> Counter[str]:
        """In how many blocks each word stands."""
        return Counter(word for words in self._blocks for word in words)

    def _promising(self, wanted: Sequence[str]) -> list[int]:
        """Return the blocks that hold most of the words, rare ones counting more."""
        weights = {word: self._weight(word) for word in set(wanted)}
        total = sum(weights.values())
        shared = [
            (sum(weights[word] for word in words.intersection(weights)), -number)
            for number, words in enumerate(self._blocks)
        ]
        best = sorted(shared, reverse=True)[:_BLOCKS]
        return [-number for weight, number in best if total and weight >= _SHARED * total]

    def _weight(self, word: str) -> float:
        return 1 + math.log((len(self._blocks) + 1) / (self._standing_in[word] + 0.5))

    def _like(self, quotation: Quotation, wanted: Sequence[str], number: int) -> Like | None:
        text = self._report.blocks[number].text
        words = _words(text)
        span = _aligned(wanted, [word.text for word in words])
        if span is None:
            return None
        start, end = _whole_sentences(text, words[span[0]].start, words[span[1] - 1].end)
        inside = [word.text for word in words if start <= word.start < end]
        likeness = SequenceMatcher(None, wanted, inside, autojunk=False).ratio()
        return Like(Place(number, start, end), likeness)

    def _is_enough(self, like: Like, quotation: Quotation) -> bool:
        if like.likeness >= _ALIKE:
            return True
        in_place = agreement(quotation, like.place, self._report) >= 0.5
        return in_place and like.likeness >= _ALIKE_IN_PLACE


def _words(text: str) -> list[_Word]:
    return [_Word(m[0].casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]


def _aligned(wanted: Sequence[str], words: Sequence[str]) -> tuple[int, int] | None:
    """Return the run of ``words`` (first, past the last) that fits ``wanted`` best in order."""
    above = [(0, 0)] * (len(words) + 1)
    best, span = 0, None
    for word in wanted:
        row = [(0, 0)]
        for n, other in enumerate(words):
            row.append(_step(above[n], above[n + 1], row[n], n, matches=word == other))
            if row[-1][0] > best:
                best, span = row[-1][0], (row[-1][1], n + 1)
        above = row
    return span


def _step(
    diagonal: tuple[int, int],
    above: tuple[int, int],
    left: tuple[int, int],
    column: int,
    *,
    matches: bool,
) -> tuple[int, int]:
    """Return value and first column of the best run that ends in a cell."""
    start = diagonal[1] if diagonal[0] > 0 else column
    options = (
        (diagonal[0] + (_MATCH if matches else _MISMATCH), start),
        (above[0] + _GAP, above[1]),
        (left[0] + _GAP, left[1]),
    )
    best = max(options, key=lambda option: option[0])
    return best if best[0] > 0 else (0, column + 1)


def _whole_sentences(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a run drawn out to where its first sentence begins and its last one ends."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    first = max((stop for stop in ends if stop <= start), default=0)
    last = min((stop for stop in ends if stop > end), default=len(text))
    run = text[first:last]
    return first + len(run) - len(run.lstrip()), first + len(run.rstrip())
