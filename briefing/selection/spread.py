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
_SOURCE = 0.2
"""How much an entry of the most used report loses."""
_LIKENESS = 0.3
"""How much an entry loses whose words have all been said in one that is chosen."""
_CONTENT_LETTERS = 4
"""Shorter words are mostly grammar and say nothing of likeness."""

_Key = TypeVar("_Key")

LENGTH_REACHED = "length reached"
PRINTED_WITH_NEXT = "printed together with the sentence after it"
LEANS_ON_CHOSEN = "leans on a sentence that is chosen already"


@dataclass(slots=True)
class Spread:
    """Chooses entries one by one; ``left`` tells why the others stay out."""

    request: BriefRequest
    chosen: dict[Passage, Ranked] = field(default_factory=dict)
    left: dict[Passage, str] = field(default_factory=dict)
    words: int = 0
    """How many words the choice prints."""
    _content: dict[Passage, frozenset[str]] = field(default_factory=dict)
    _said: list[frozenset[str]] = field(default_factory=list)
    """The content of what is chosen, in the order of choice."""
    _likeness: dict[Passage, tuple[float, int]] = field(default_factory=dict)
    """How like an entry is to what is chosen, and to how many of those it has been compared."""
    _brought: set[Passage] = field(default_factory=set)
    _sections: Counter[tuple[str, str]] = field(default_factory=Counter)
    _sources: Counter[str] = field(default_factory=Counter)

    def choose(self, ranked: Sequence[Ranked]) -> None:
        """Choose from entries in order of score until the length is reached."""
        waiting = list(ranked)
        while waiting and len(self.chosen) < self.request.max_findings:
            entry = self._best(waiting)
            waiting.remove(entry)
            why = self._obstacle(entry)
            if why:
                self.left[entry.passage] = why
            else:
                self._take(entry)
        self.left |= {entry.passage: self._obstacle(entry) or LENGTH_REACHED for entry in waiting}

    def _best(self, waiting: Sequence[Ranked]) -> Ranked:
        """Return the entry that adds most; scores fall, so most need not be looked at."""
        best, most = waiting[0], -1.0
        for entry in waiting:
            if entry.score <= most:
                break
            value = entry.score * self._novelty(entry)
            if value > most:
                best, most = entry, value
        return best

    def _novelty(self, entry: Ranked) -> float:
        """Return the factor, up to 1, for how little the entry repeats the choice."""
        section = _share(self._sections, entry.section)
        source = _share(self._sources, entry.stored.report.sha256)
        likeness = self._like(entry)
        return (1 - _SECTION * section) * (1 - _SOURCE * source) * (1 - _LIKENESS * likeness)

    def _obstacle(self, entry: Ranked) -> str:
        """Return why an entry cannot be added; empty where it can."""
        if entry.passage in self._brought:
            return PRINTED_WITH_NEXT
        if entry.brought in self.chosen:
            return LEANS_ON_CHOSEN
        limit = self.request.max_words
        is_too_long = limit is not None and self.words + entry.words > limit
        return LENGTH_REACHED if is_too_long else ""

    def _take(self, entry: Ranked) -> None:
        self.chosen[entry.passage] = entry
        self.words += entry.words
        self._sections[entry.section] += 1
        self._sources[entry.stored.report.sha256] += 1
        self._said.append(self._content_of(entry))
        if entry.brought is not None:
            self._brought.add(entry.brought)

    def _like(self, entry: Ranked) -> float:
        """Return which part of an entry's words the most similar of the chosen ones says.

        Compared only when it is asked for: most entries never come into question.
        """
        likeness, compared = self._likeness.get(entry.passage, (0.0, 0))
        if compared < len(self._said):
            content = self._content_of(entry)
            shared = max(len(content & said) for said in self._said[compared:])
            likeness = max(likeness, shared / max(1, len(content)))
            self._likeness[entry.passage] = (likeness, len(self._said))
        return likeness

    def _content_of(self, entry: Ranked) -> frozenset[str]:
        if entry.passage not in self._content:
            self._content[entry.passage] = _content(entry)
        return self._content[entry.passage]


def _share(counts: Counter[_Key], key: _Key) -> float:
    """Return how well served a section or report is beside the best served one, below 1."""
    return counts[key] / (1 + max(counts.values(), default=0))


def _content(entry: Ranked) -> frozenset[str]:
    words = plain_words(entry.stored.finding.text)
    return frozenset(word for word in words if len(word) >= _CONTENT_LETTERS)
