"""Whether a sentence needs its neighbours, by the words of its language.

The same ties as in English: how it opens, what it points to, a pronoun as its subject, a pair or a
thing that it does not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extraction.languages.cues import Lists, anywhere, opening
from briefing.extraction.sentence import RegionTags, Sentence
from briefing.model import Evidence, Facet, TextKind

_FIRST_WORDS = 70
"""Characters within which a word like ``toutefois`` turns the whole sentence."""
_WEIGHED = frozenset({TextKind.BODY, TextKind.QUESTION})


@dataclass(frozen=True, slots=True)
class ContextReader:
    """Tells what ties a sentence to its neighbours."""

    connective: re.Pattern[str]
    inner: re.Pattern[str]
    pointing: re.Pattern[str]
    of_text: re.Pattern[str]
    pronoun: re.Pattern[str]
    impersonal: re.Pattern[str]
    pair: re.Pattern[str]
    known: re.Pattern[str]

    @classmethod
    def of(cls, lists: Lists) -> ContextReader:
        """Return the reader with the lists of a language's table."""
        return cls(
            connective=opening(lists["connectives"]),
            inner=anywhere(lists["inner"]),
            pointing=opening(lists["pointing"]),
            of_text=opening(lists["of_text"]),
            pronoun=opening(lists["pronouns"]),
            impersonal=opening(lists["impersonal"]),
            pair=anywhere(lists["pairs"]),
            known=opening(lists["known"]),
        )

    def leaning(self, sentence: Sentence, regions: RegionTags) -> tuple[Evidence, ...]:
        """Return why the sentence needs its neighbours; nothing where it stands alone."""
        if sentence.kind not in _WEIGHED:
            return ()
        ties = self._ties(sentence.text, regions)
        return tuple(Evidence(Facet.CONTEXT, "needs_context", *tie) for tie in ties)

    def _ties(self, text: str, regions: RegionTags) -> Iterator[tuple[str, str]]:
        if found := self.connective.match(text):
            yield found["words"], "opens with a connective"
        elif found := self.inner.search(text, 0, _FIRST_WORDS):
            yield found["words"], "turns or derives what was said before"
        if not self.of_text.match(text):
            if found := self.pointing.match(text):
                yield found["words"], "points to something outside the sentence"
            elif (found := self.pronoun.match(text)) and not self.impersonal.match(text):
                yield found["words"], "a pronoun without antecedent in the sentence"
        yield from self._undefined(text, regions)

    def _undefined(self, text: str, regions: RegionTags) -> Iterator[tuple[str, str]]:
        pair = self.pair.search(text)
        if pair and len({id_ for start, _, id_ in regions.spans if start < pair.end() + 40}) < 2:
            yield pair["words"], "a pair or group that the sentence does not name"
        if not regions.spans and (found := self.known.match(text)):
            yield found["words"], "a description that the sentence does not explain"
