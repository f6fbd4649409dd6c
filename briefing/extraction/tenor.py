"""What a section and a whole report mostly deal with, as their reader knows at any sentence.

Takes the themes that each sentence names itself; gives, for a sentence, the themes that a good part
of its section or of the report names, each with a weight that grows with that part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.extraction.sentence import Sentence
from briefing.model import TextKind

COUNTS_FROM = 0.6
"""Weight from which on a theme that a sentence names itself counts."""
LEAST_SHARE = 0.3
"""Share of the sentences from which on a theme is what they mostly deal with."""
LEAST_NAMING = 3
"""So many sentences at least; two do not tell what a stretch of text is about."""
FROM_SECTION = 0.3
FROM_REPORT = 0.3
"""What a theme lends that every sentence of the section, or of the report, deals with."""

_RUNNING = frozenset({TextKind.BODY, TextKind.QUESTION})

Lent = tuple[str, float, str, str]
"""Theme, weight, words and reason."""


@dataclass(slots=True)
class _Stretch:
    """How many sentences a stretch of text has, and how many of them name each theme."""

    sentences: int = 0
    naming: dict[str, int] = field(default_factory=dict)

    def take_in(self, own: Mapping[str, float]) -> None:
        """Count a sentence in, with the themes it names itself."""
        self.sentences += 1
        for theme, weight in own.items():
            if weight >= COUNTS_FROM:
                self.naming[theme] = self.naming.get(theme, 0) + 1

    def shares(self) -> Iterator[tuple[str, float]]:
        """Yield the themes of a good part of the sentences, and that part."""
        for theme, count in self.naming.items():
            if count >= max(LEAST_NAMING, LEAST_SHARE * self.sentences):
                yield theme, count / self.sentences


class Tenor:
    """What the sections of a report, and the report, mostly deal with."""

    def __init__(self, sentences: Sequence[Sentence], own: Sequence[Mapping[str, float]]) -> None:
        """Read a report: its sentences, and the themes that each names itself."""
        report = _Stretch()
        sections: dict[tuple[str, ...], _Stretch] = {}
        for sentence, named in zip(sentences, own, strict=True):
            if sentence.kind in _RUNNING:
                report.take_in(named)
                sections.setdefault(sentence.heading_path, _Stretch()).take_in(named)
        self._by_report = [
            (theme, FROM_REPORT * share, "", "what the report mostly deals with")
            for theme, share in report.shares()
        ]
        self._by_section = {path: _by_section(path, section) for path, section in sections.items()}

    def lent_to(self, sentence: Sentence) -> Sequence[Lent]:
        """Return what section and report lend to a sentence."""
        return [*self._by_section.get(sentence.heading_path, ()), *self._by_report]


def _by_section(path: tuple[str, ...], section: _Stretch) -> list[Lent]:
    heading = path[-1] if path else ""
    return [
        (theme, FROM_SECTION * share, heading, "what its section mostly deals with")
        for theme, share in section.shares()
    ]
