"""What a report is dealing with, sentence by sentence, so that words can point back to it.

Takes the themes that each sentence names itself; gives the themes that the next one takes over,
with the words that point back: a description ("the deal", "these measures", "the mission") means
what was last spoken of by such a noun, at first the report's title, and a pronoun at the head means
what the sentence before dealt with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.extraction.context_cues import EXPLETIVE
from briefing.extraction.guarded import words_in
from briefing.extraction.subject_words import (
    ABOUT_TEXT,
    CARRIED_ON,
    THINGS,
    THINGS_OF,
    Thing,
)
from briefing.model import TextKind

REMEMBERED = 30
"""For how many sentences a thing can be spoken of as known."""
DESCRIBED = 0.75
TAKEN_OVER = (0.6, 0.4)
"""What the first and second theme of the sentence before lend to one that goes on about it."""
SAYS_LITTLE = 0.6
"""Below this weight of its own a sentence takes over another's theme."""

_NOUNS = frozenset().union(*(thing.described.needs for thing in THINGS))
"""Without one of these a sentence describes nothing that was spoken of before."""

Lent = tuple[str, float, str, str]
"""Theme, weight, words and reason."""


@dataclass(slots=True)
class Subject:
    """The things spoken of, and what the sentence before dealt with."""

    _title: dict[str, float] = field(default_factory=dict)
    _known: dict[Thing, tuple[str, int]] = field(default_factory=dict)
    """By sort of thing: the theme it last belonged to, and the sentence that said so."""
    _before: tuple[tuple[str, float], ...] = ()
    _count: int = 0

    def open_section(self, text: str, own: Mapping[str, float], *, is_title: bool) -> None:
        """Take in a heading; those before the running text make the report's title."""
        if is_title:
            self._title.update(own)
        self._remember(text, own)
        self._before = ()

    def take_in(
        self, text: str, own: Mapping[str, float], given: Sequence[tuple[str, float]]
    ) -> None:
        """Take in a sentence: what its words say, and the themes it was given."""
        self._count += 1
        self._remember(text, own)
        self._before = tuple(given)

    def pointed_to(self, text: str, kind: TextKind, own: Mapping[str, float]) -> Iterator[Lent]:
        """Yield the themes that the words of a sentence point back to."""
        described = {lent[0]: lent for lent in self._described(text, own)}
        yield from described.values()
        strongest = max(own.values(), default=0.0)
        if kind is TextKind.BODY and strongest < SAYS_LITTLE and not described:
            yield from self._taken_over(text)

    def _described(self, text: str, own: Mapping[str, float]) -> Iterator[Lent]:
        present = words_in(text)
        if _NOUNS.isdisjoint(present):
            return
        for thing in THINGS:
            if thing.described.needs.isdisjoint(present):
                continue
            if any(own.get(theme, 0.0) >= SAYS_LITTLE for theme in thing.themes):
                continue
            found = thing.described.search(text, present)
            if found and (theme := self._meant(thing)):
                yield theme, DESCRIBED, found["words"], "spoken of before"

    def _meant(self, thing: Thing) -> str:
        """Return the theme of the thing last spoken of, or the title's; or nothing."""
        theme, said = self._known.get(thing, ("", 0))
        if theme and self._count - said <= REMEMBERED:
            return theme
        return _foremost(thing, self._title)

    def _remember(self, text: str, own: Mapping[str, float]) -> None:
        named = [theme for theme, weight in own.items() if weight >= SAYS_LITTLE]
        if not named:
            return
        things = {thing for theme in named for thing in THINGS_OF.get(theme, ())}
        present = words_in(text)
        for thing in things:
            theme = _foremost(thing, own)
            if theme and (len(thing.themes) == 1 or thing.named.search(text, present)):
                self._known[thing] = (theme, self._count)

    def _taken_over(self, text: str) -> Iterator[Lent]:
        found = CARRIED_ON.match(text)
        if not found or ABOUT_TEXT.search(text) or EXPLETIVE.match(text, words_in(text)):
            return
        for (theme, weight), share in zip(self._before, TAKEN_OVER, strict=False):
            if weight >= SAYS_LITTLE:
                yield theme, share, found["words"], "goes on about the sentence before"


def _foremost(thing: Thing, own: Mapping[str, float]) -> str:
    """Return the theme that weighs most among those the thing can belong to, or nothing."""
    named = [theme for theme in thing.themes if own.get(theme, 0.0) >= SAYS_LITTLE]
    return max(named, key=lambda theme: own[theme], default="")
