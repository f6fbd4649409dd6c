"""The choice within the length asked, spread over sources, regions and themes.

At each step the entry is taken that adds most: its score, lowered for every entry that already
stands in its section or comes from its report, and for the words it shares with those chosen. The
lowering has a floor, so that a full answer never yields to a poor one for the sake of variety.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.model import BriefRequest, Passage
from briefing.selection.duplicates import plain_words
from briefing.selection.ranking import Ranked

_REPEATED_SECTION = 0.93
_REPEATED_SOURCE = 0.93
_LIKENESS = 0.5
"""How much of its score an entry loses whose words have all been said."""
_FLOOR = 0.6
_CONTENT_LETTERS = 4
"""Shorter words are mostly grammar and say nothing of likeness."""

LENGTH_REACHED = "length reached"
PRINTED_WITH_NEXT = "printed together with the sentence after it"


@dataclass(slots=True)
class Spread:
    """Chooses entries one by one; ``left`` tells why the others stay out."""

    request: BriefRequest
    chosen: dict[Passage, Ranked] = field(default_factory=dict)
    left: dict[Passage, str] = field(default_factory=dict)
    _content: dict[Passage, frozenset[str]] = field(default_factory=dict)
    _sections: Counter[tuple[str, str]] = field(default_factory=Counter)
    _sources: Counter[str] = field(default_factory=Counter)

    def choose(self, ranked: Sequence[Ranked]) -> None:
        """Choose from entries in order of score until the length is reached."""
        self._content = {_passage(entry): _content(entry) for entry in ranked}
        waiting = list(ranked)
        while waiting:
            entry = self._best(waiting)
            waiting.remove(entry)
            self._consider(entry)

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
        """Return the factor, ``_FLOOR`` to 1, for how little the entry repeats the choice."""
        factor = _REPEATED_SECTION ** self._sections[_section(entry)]
        factor *= _REPEATED_SOURCE ** self._sources[entry.stored.report.sha256]
        if factor > _FLOOR:
            factor *= 1 - _LIKENESS * self._likeness(entry)
        return max(_FLOOR, factor)

    def _likeness(self, entry: Ranked) -> float:
        content = self._content[_passage(entry)]
        shared = (len(content & self._content[other]) for other in self.chosen)
        return max(shared, default=0) / max(1, len(content))

    def _consider(self, entry: Ranked) -> None:
        passage = _passage(entry)
        if any(_before(other) == passage for other in self.chosen.values()):
            self.left[passage] = PRINTED_WITH_NEXT
        elif self._fits(entry):
            self._take(entry)
        else:
            self.left[passage] = LENGTH_REACHED

    def _fits(self, entry: Ranked) -> bool:
        joined = self.chosen.get(_before(entry) or _passage(entry))
        count = len(self.chosen) + (0 if joined else 1)
        words = self.words + entry.words - (joined.words if joined else 0)
        limit = self.request.max_words
        return count <= self.request.max_findings and (limit is None or words <= limit)

    @property
    def words(self) -> int:
        """How many words the choice prints."""
        return sum(entry.words for entry in self.chosen.values())

    def _take(self, entry: Ranked) -> None:
        """Add an entry; where it brings a sentence chosen before, both become one entry."""
        before = _before(entry)
        joined = self.chosen.pop(before, None) if before else None
        if joined is not None and before is not None:
            self.left[before] = PRINTED_WITH_NEXT
            self._count(joined, -1)
            entry = replace(entry, fit=joined.fit)
        self.chosen[_passage(entry)] = entry
        self._count(entry, 1)

    def _count(self, entry: Ranked, by: int) -> None:
        self._sections[_section(entry)] += by
        self._sources[entry.stored.report.sha256] += by


def _passage(entry: Ranked) -> Passage:
    return entry.stored.finding.passage


def _before(entry: Ranked) -> Passage | None:
    return entry.brings.passage if entry.brings else None


def _section(entry: Ranked) -> tuple[str, str]:
    return entry.fit.region, entry.fit.theme


def _content(entry: Ranked) -> frozenset[str]:
    words = plain_words(entry.stored.finding.text)
    return frozenset(word for word in words if len(word) >= _CONTENT_LETTERS)
