"""The choice within the length asked, spread over sources, regions and themes.

At each step the entry is taken that adds most: its score, lowered as its section and its report are
better served than others, and for the words it shares with what is chosen already. Each lowering is
bounded, so that a full answer never yields to a poor one for the sake of variety.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from briefing.model import BriefRequest, Passage
from briefing.selection.duplicates import plain_words
from briefing.selection.ranking import Ranked

_SECTION = 0.4
"""How much of its score an entry of the best served section loses."""
_SOURCE = 0.3
"""How much an entry of the most used report loses."""
_LIKENESS = 0.3
"""How much an entry loses whose words have all been said in one that is chosen."""
_CONTENT_LETTERS = 4
"""Shorter words are mostly grammar and say nothing of likeness."""

_Key = TypeVar("_Key")

LENGTH_REACHED = "length reached"
PRINTED_WITH_NEXT = "printed together with the sentence after it"
LEANS_ON_CHOSEN = "leans on a sentence that is chosen already"


@dataclass(slots=True, eq=False)
class _Waiting:
    """An entry that may be chosen, and how like it is known to be to what is chosen."""

    entry: Ranked
    score: float
    section: tuple[str, str]
    source: str
    likeness: float = 0.0
    """Never falls as more is chosen, so what was known before is the least that it can be."""
    compared: int = 0
    """To how many of the chosen ones it has been compared."""
    _content: frozenset[str] | None = None

    @classmethod
    def of(cls, entry: Ranked) -> _Waiting:
        return cls(entry, entry.score, entry.section, entry.stored.report.sha256)

    @property
    def content(self) -> frozenset[str]:
        """The words that its likeness is measured by."""
        if self._content is None:
            self._content = _content(self.entry)
        return self._content

    def compare(self, said: Sequence[frozenset[str]]) -> None:
        """Make ``likeness`` the part of its words that the most similar of the chosen ones says."""
        content = self.content
        for other in said[self.compared :]:
            self.likeness = max(self.likeness, len(content & other) / max(1, len(content)))
        self.compared = len(said)


@dataclass(slots=True)
class Spread:
    """Chooses entries one by one; ``left`` tells why the others stay out."""

    request: BriefRequest
    chosen: dict[Passage, Ranked] = field(default_factory=dict)
    left: dict[Passage, str] = field(default_factory=dict)
    words: int = 0
    """How many words the choice prints."""
    _said: list[frozenset[str]] = field(default_factory=list)
    """The content of what is chosen, in the order of choice."""
    _brought: set[Passage] = field(default_factory=set)
    _sections: Counter[tuple[str, str]] = field(default_factory=Counter)
    _sources: Counter[str] = field(default_factory=Counter)

    def choose(self, ranked: Sequence[Ranked]) -> None:
        """Choose from entries in order of score until the length is reached."""
        waiting = list(map(_Waiting.of, ranked))
        while waiting and len(self.chosen) < self.request.max_findings:
            gone = self._next(waiting)
            waiting = [one for index, one in enumerate(waiting) if index not in gone]
        self.left |= {
            one.entry.passage: self._obstacle(one.entry) or LENGTH_REACHED for one in waiting
        }

    def _next(self, waiting: Sequence[_Waiting]) -> set[int]:
        """Take the entry that adds most of those that can be added; return which are done with."""
        order = [self._best(waiting)]
        if self._obstacle(waiting[order[0]].entry):
            order = self._by_value(waiting)
        gone = set()
        for index in order:
            gone.add(index)
            why = self._obstacle(waiting[index].entry)
            if not why:
                self._take(waiting[index])
                break
            self.left[waiting[index].entry.passage] = why
        return gone

    def _best(self, waiting: Sequence[_Waiting]) -> int:
        """Return the index of the entry that adds most.

        Scores fall, so most entries need not be looked at; and of the others, words are compared,
        which takes long, only where what is known already leaves enough of the score.
        """
        sections, sources = self._factors()
        best, most = 0, -1.0
        for index, one in enumerate(waiting):
            if one.score <= most:
                break
            novelty = sections.get(one.section, 1.0) * sources.get(one.source, 1.0)
            if one.score * (novelty * (1 - _LIKENESS * one.likeness)) > most:
                value = self._value(one, novelty)
                if value > most:
                    best, most = index, value
        return best

    def _by_value(self, waiting: Sequence[_Waiting]) -> list[int]:
        """Return the indices of all entries, that which adds most first."""
        sections, sources = self._factors()
        values = [
            self._value(one, sections.get(one.section, 1.0) * sources.get(one.source, 1.0))
            for one in waiting
        ]
        return sorted(range(len(values)), key=lambda index: -values[index])

    def _factors(self) -> tuple[dict[tuple[str, str], float], dict[str, float]]:
        """Return what entries keep of their score for their section, and for their report."""
        return _kept_of(self._sections, _SECTION), _kept_of(self._sources, _SOURCE)

    def _value(self, one: _Waiting, novelty: float) -> float:
        if one.compared < len(self._said):
            one.compare(self._said)
        return one.score * (novelty * (1 - _LIKENESS * one.likeness))

    def _obstacle(self, entry: Ranked) -> str:
        """Return why an entry cannot be added; empty where it can."""
        if entry.passage in self._brought:
            return PRINTED_WITH_NEXT
        if entry.brought in self.chosen:
            return LEANS_ON_CHOSEN
        limit = self.request.max_words
        is_too_long = limit is not None and self.words + entry.words > limit
        return LENGTH_REACHED if is_too_long else ""

    def _take(self, one: _Waiting) -> None:
        entry = one.entry
        self.chosen[entry.passage] = entry
        self.words += entry.words
        self._sections[one.section] += 1
        self._sources[one.source] += 1
        self._said.append(one.content)
        if entry.brought is not None:
            self._brought.add(entry.brought)


def _kept_of(counts: Counter[_Key], loss: float) -> dict[_Key, float]:
    """Return what entries of each section or report keep that is served already.

    The better served one is beside the best served, the less, but never less than 1 - ``loss``.
    """
    most = 1 + max(counts.values(), default=0)
    return {key: 1 - loss * (count / most) for key, count in counts.items()}


def _content(entry: Ranked) -> frozenset[str]:
    words = plain_words(entry.stored.finding.text)
    return frozenset(word for word in words if len(word) >= _CONTENT_LETTERS)
