"""Whom a sentence means without naming them: "it", "both countries", "the Alliance".

Takes a sentence with its hits and the thread of the report before it; gives the regions that it
refers to, each with the words that refer and the rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from briefing.extraction import reference_words as words
from briefing.extraction.gazetteer import Hit
from briefing.extraction.roles import main_clause
from briefing.extraction.thread import Thread
from briefing.taxonomy import is_country

_MANY = frozenset({"they", "their", "them", "themselves"})
_PRONOUNS = _MANY | {"it", "its", "itself", "he", "his", "him", "himself", "she", "her"}
_TWO = 2
_NAMED_SOON = 12
"""Characters after "the president" within which a name says whose president it is."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Regions that words of a sentence refer to."""

    regions: tuple[str, ...]
    words: str
    reason: str
    minor: bool = False
    """Whether it counts only where the sentence names little else."""
    replaces: tuple[str, ...] = ()
    """Regions named within the words, which they narrow down: ``these Central Asian republics``."""


_Rule: TypeAlias = Callable[["_Sentence", Thread], Reference | None]
_Described: TypeAlias = Callable[[re.Match[str], Thread], Reference | None]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as the rules look at it."""

    text: str
    hits: Sequence[Hit]
    words: frozenset[str]

    @property
    def named(self) -> set[str]:
        """The regions named in it."""
        return {region for hit in self.hits for region in hit.name.regions}


def references(text: str, hits: Sequence[Hit], thread: Thread) -> list[Reference]:
    """Return what a sentence refers to, most telling words first."""
    sentence = _Sentence(text, hits, words.words_in(text))
    described = list(_described(sentence, thread))
    told = any(not reference.minor for reference in described)
    rules: tuple[_Rule, ...] = _FURTHER if told else (_pronoun, *_FURTHER)
    found = (rule(sentence, thread) for rule in rules)
    return [*described, *(reference for reference in found if reference)]


def _described(sentence: _Sentence, thread: Thread) -> Iterator[Reference]:
    """Yield what definite descriptions mean, such as "the two countries" or "the region"."""
    for cue, rule in _DESCRIPTIONS:
        match = cue.search(sentence.text, sentence.words)
        reference = rule(match, thread) if match else None
        if match and reference and not _is_within_sentence(rule, match, sentence.hits):
            within = _within(match, sentence.hits)
            if not within or _narrows(reference, within, thread):
                yield replace(reference, replaces=within)
    match = words.COUNTRY.search(sentence.text, sentence.words)
    if match and thread.country and not _is_explained(match, sentence):
        yield Reference((thread.country,), match.group(), "the country last spoken of")


def _is_explained(match: re.Match[str], sentence: _Sentence) -> bool:
    """Whether a name before or soon after says whose president "the president" is."""
    return any(hit.start < match.end() + _NAMED_SOON for hit in sentence.hits[:1])


def _is_within_sentence(rule: _Described, match: re.Match[str], hits: Sequence[Hit]) -> bool:
    """Whether a description means what its own sentence names."""
    if rule is _bloc:
        return any(not is_country(region) for hit in hits[:1] for region in hit.name.regions)
    before = {region for hit in hits if hit.end <= match.start() for region in hit.name.regions}
    return rule is _pair and len(before) >= _TWO


def _within(match: re.Match[str], hits: Sequence[Hit]) -> tuple[str, ...]:
    """Return the regions named within the words of a match."""
    over = (hit for hit in hits if hit.start < match.end() and match.start() < hit.end)
    return tuple(region for hit in over for region in hit.name.regions)


def _narrows(reference: Reference, within: tuple[str, ...], thread: Thread) -> bool:
    """Whether the regions referred to are members of the one that the words name."""
    covered = {member for region in within for member in thread.covers(region)}
    return covered.issuperset(reference.regions) and not {*within} & {*reference.regions}


def _pair(match: re.Match[str], thread: Thread) -> Reference | None:
    if not thread.pair:
        return None
    return Reference(thread.pair, match.group(), "the two last spoken of")


def _bloc(match: re.Match[str], thread: Thread) -> Reference | None:
    sort = (match["sort"] or "alliance").lower()
    kinds = words.SORTS.get(sort, frozenset(thread.blocs))
    fitting = [bloc for bloc in thread.blocs if bloc in kinds]
    if not fitting and "Alliance" in match.group():
        return Reference(("nato",), match.group(), "the Atlantic Alliance, no other being named")
    if not fitting:
        return None
    return Reference((fitting[-1],), match.group(), "the organisation last spoken of")


def _area(match: re.Match[str], thread: Thread) -> Reference | None:
    areas = thread.areas_meant()
    if not areas:
        return None
    return Reference(areas, match.group(), "the region last spoken of", minor=True)


def _states(match: re.Match[str], thread: Thread) -> Reference | None:
    countries = {region for region in thread.before if is_country(region)}
    areas = tuple(region for region in thread.before if thread.is_area(region))
    regions = areas[:2] or (thread.pair if {*thread.pair} == countries else ())
    regions = regions or thread.areas_meant()
    if not regions:
        return None
    return Reference(regions, match.group(), "the states spoken of before")


_DESCRIPTIONS: tuple[tuple[words.Cue, _Described], ...] = (
    (words.PAIR, _pair),
    (words.BLOC, _bloc),
    (words.AREA, _area),
    (words.STATES, _states),
)


def _pronoun(sentence: _Sentence, thread: Thread) -> Reference | None:
    """Return what a pronoun before the first name stands for.

    In an opening phrase it means who comes after: ``For its part, Turkey …``.
    """
    if _PRONOUNS.isdisjoint(sentence.words):
        return None
    first = sentence.hits[0].start if sentence.hits else len(sentence.text)
    begins = main_clause(sentence.text, sentence.hits)
    for match in words.PRONOUN.finditer(sentence.text, begins, first):
        if words.EXPLETIVE.match(sentence.text, match.start()):
            continue
        many = match["word"].lower() in _MANY
        regions = _several(thread) if many else _one(thread)
        if regions:
            return Reference(regions, match.group(), "who acted before")
    return None


def _several(thread: Thread) -> tuple[str, ...]:
    """Return whom "they" are: those who acted, a group, or all that was spoken of."""
    if len(thread.subject) > 1 or any(map(thread.is_area, thread.subject)):
        return thread.subject
    groups = tuple(region for region in thread.before if thread.is_area(region))
    return groups[:1] or thread.before


def _one(thread: Thread) -> tuple[str, ...]:
    """Return whom "it" is: who acted; where several did, the one that the report deals with."""
    if len(thread.subject) == 1:
        return thread.subject
    topic = thread.section if len(thread.section) == 1 else thread.title
    return topic if len(topic) == 1 else thread.subject[:1] or thread.before[:1]


def _elliptic(sentence: _Sentence, thread: Thread) -> Reference | None:
    """Return what a sentence goes on from: "the same goes for", "this decision"."""
    match = words.ELLIPTIC.search(sentence.text, sentence.words)
    if match is None or not thread.before:
        return None
    regions = thread.subject or thread.before
    return Reference(regions, match.group(), "goes on from before", minor=True)


def _other_side(sentence: _Sentence, thread: Thread) -> Reference | None:
    """Return both sides where one is named and what lies between them is spoken of."""
    countries = set(filter(is_country, sentence.named))
    if len(countries) != 1 or not countries < {*thread.pair}:
        return None
    match = words.STRIFE.search(sentence.text, sentence.words)
    if match:
        return Reference(thread.pair, match.group(), "the two sides of the conflict")
    return None


def _implied(sentence: _Sentence, thread: Thread) -> Reference | None:
    """Return who is understood where relations "with" the only one named are spoken of."""
    named = sentence.named
    if len(named) != 1 or not thread.country or thread.country in named:
        return None
    match = words.TOWARDS.search(sentence.text[: sentence.hits[0].start], sentence.words)
    if match is None:
        return None
    return Reference((thread.country,), match.group().strip(), "whose relations are spoken of")


_FURTHER: tuple[_Rule, ...] = (_elliptic, _other_side, _implied)
