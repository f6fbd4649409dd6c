"""Whom a sentence means without naming them: "it", "both countries", "the Alliance".

Takes a sentence with its hits and the thread of the report before it; gives the regions that it
refers to, each with the words that refer and the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from briefing.extraction import reference_words as words
from briefing.extraction.clause import Clause, Reference
from briefing.extraction.descriptions import described
from briefing.extraction.gazetteer import Hit
from briefing.extraction.guarded import words_in
from briefing.extraction.roles import main_clause
from briefing.extraction.thread import Thread
from briefing.taxonomy import is_country

_MANY = frozenset({"they", "their", "them", "themselves"})
_PRONOUNS = _MANY | {"it", "its", "itself", "he", "his", "him", "himself", "she", "her"}

_Rule: TypeAlias = Callable[[Clause, Thread], Reference | None]


def references(text: str, hits: Sequence[Hit], thread: Thread) -> list[Reference]:
    """Return what a sentence refers to, most telling words first."""
    sentence = Clause(text, hits, words_in(text))
    descriptions = list(described(sentence, thread))
    told = any(not reference.minor for reference in descriptions)
    rules: tuple[_Rule, ...] = _FURTHER if told else (_pronoun, *_FURTHER)
    found = (rule(sentence, thread) for rule in rules)
    return [*descriptions, *(reference for reference in found if reference)]


def _pronoun(sentence: Clause, thread: Thread) -> Reference | None:
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


def _elliptic(sentence: Clause, thread: Thread) -> Reference | None:
    """Return what a sentence goes on from: "the same goes for", "this decision"."""
    match = words.ELLIPTIC.search(sentence.text, sentence.words)
    if match is None or not thread.before:
        return None
    regions = thread.subject or thread.before
    return Reference(regions, match.group(), "goes on from before", minor=True)


def _other_side(sentence: Clause, thread: Thread) -> Reference | None:
    """Return both sides where one is named and what lies between them is spoken of."""
    countries = set(filter(is_country, sentence.named))
    if len(countries) != 1 or not countries < {*thread.pair}:
        return None
    match = words.STRIFE.search(sentence.text, sentence.words)
    if match:
        return Reference(thread.pair, match.group(), "the two sides of the conflict")
    return None


def _implied(sentence: Clause, thread: Thread) -> Reference | None:
    """Return who is understood where relations "with" the only one named are spoken of."""
    named = sentence.named
    if len(named) != 1 or not thread.country or thread.country in named:
        return None
    match = words.TOWARDS.search(sentence.text[: sentence.hits[0].start], sentence.words)
    if match is None:
        return None
    return Reference((thread.country,), match.group().strip(), "whose relations are spoken of")


_FURTHER: tuple[_Rule, ...] = (_elliptic, _other_side, _implied)
