"""Whether a sentence can be understood without its neighbours, and which words say that it cannot.

Three things tie a sentence to what stands before it: how it opens (a connective that turns or
derives from what was said, a demonstrative), a pronoun whose antecedent the sentence itself does
not give, and a definite description ("the two countries", "the agreement") whose referent it does
not name. What stands earlier in the same sentence resolves what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extraction import context_cues as cues
from briefing.extraction import context_openings as openings
from briefing.extraction import context_pointing as pointing
from briefing.extraction.gazetteer import NameKind
from briefing.extraction.guarded import words_in
from briefing.extraction.sentence import RegionTags, Sentence
from briefing.model import Evidence, Facet, TextKind

_SHORT_ANSWER = 12
"""Words below which an answer is taken to lean on its question."""
_VERY_SHORT = 8
"""Words up to which a sentence that names nobody explains little."""
_OF_PERSONS = (NameKind.OFFICIAL, NameKind.LEADER, NameKind.PEOPLE)
_NEAR = 40
"""Characters after the comma within which an opening clause finds its subject."""
_WEIGHED = frozenset({TextKind.BODY, TextKind.QUESTION})

Tie = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _View:
    """A sentence, its words, and where names stand in it."""

    text: str
    words: frozenset[str]
    regions: RegionTags

    def names_before(self, at: int) -> bool:
        """Return whether a name stands before the character at ``at``."""
        named = any(start < at for start, _, _ in self.regions.spans)
        return named or bool(cues.NAME.search(self.text, 0, at))

    def persons_before(self, at: int) -> bool:
        """Return whether a name stands before that is not only a place's."""
        places = {start for start, _, _ in self.regions.spans}
        told = (e for e in self.regions.evidence if e.reason.startswith(_OF_PERSONS))
        if any(0 <= self.text.find(e.words) < at for e in told):
            return True
        return any(m.start() not in places for m in cues.NAME.finditer(self.text, 0, at))

    def names_within(self, start: int, end: int) -> bool:
        """Return whether a name begins in the run of characters."""
        named = any(start <= begins < end for begins, _, _ in self.regions.spans)
        return named or bool(cues.NAME.search(self.text, start, end))


def leaning(
    sentence: Sentence, before: Sentence | None, regions: RegionTags
) -> tuple[Evidence, ...]:
    """Return why the sentence needs its neighbours; nothing where it stands alone.

    ``before`` is the sentence before it in the report, whatever its block.
    """
    if sentence.kind not in _WEIGHED:
        return ()
    view = _View(sentence.text, words_in(sentence.text), regions)
    ties = [
        *_opening(view),
        *_namelessness(view),
        *_pointing(view),
        *_pronouns(view),
        *_descriptions(view),
        *_answer(sentence, before),
    ]
    return tuple(Evidence(Facet.CONTEXT, "needs_context", words, reason) for words, reason in ties)


def _opening(view: _View) -> Iterator[Tie]:
    if found := openings.CONNECTIVE.match(view.text):
        yield found["words"], "opens with a connective"
        return
    if found := openings.INNER_CONNECTIVE.match(view.text):
        yield found["words"], "turns or derives what was said before"
        return
    if found := openings.SEQUEL.search(view.text, view.words):
        yield found[found.lastgroup or 0], "goes on from what was said before"
        return
    found = openings.MILD_CONNECTIVE.match(view.text)
    if found and not view.names_within(found.end(), len(view.text)):
        yield found["words"], "opens with a connective and names nobody"


def _namelessness(view: _View) -> Iterator[Tie]:
    """Yield what must be known from elsewhere where the sentence names nobody at all."""
    found = pointing.DEFINITE_SUBJECT.match(view.text)
    if found and not view.names_before(found.end()):
        yield found["words"], "a subject spoken of as known"
        return
    if found := pointing.SPEAKER.search(view.text, view.words):
        told = "a speaker whom the sentence does not name"
    else:
        found = pointing.UNSPOKEN.match(view.text)
        told = "says neither of whom nor of what"
        if found and len(view.text.split()) > _VERY_SHORT:
            return
    if found and not view.names_within(0, len(view.text)):
        yield found["words"], told


def _pointing(view: _View) -> Iterator[Tie]:
    cues_of_pointing = (
        pointing.POINTING_SUBJECT.match,
        pointing.POINTING_START.match,
        pointing.POINTING.search,
        pointing.DONE_SO.search,
    )
    tried = (try_cue(view.text, view.words) for try_cue in cues_of_pointing)
    told = pointing.TOLD_PLACE.search(view.text, view.words)
    if told and view.names_before(told.start()):
        tried = (one for one in tried if one is None or one.start() != told.start())
    found = next(filter(None, tried), None)
    if found:
        yield found["words"], "points to something outside the sentence"


def _pronouns(view: _View) -> Iterator[Tie]:
    """Yield the first pronoun, unless something else in the sentence can be meant."""
    empty = [match.span() for match in cues.EXPLETIVE.finditer(view.text, view.words)]
    for match in cues.PRONOUN.finditer(view.text, view.words):
        if any(start <= match.start() < end for start, end in empty):
            continue
        if not (_looks_back(view, match) or _looks_forward(view, match)):
            yield match["words"], "a pronoun without antecedent in the sentence"
        return


def _looks_back(view: _View, pronoun: re.Match[str]) -> bool:
    """Return whether something before the pronoun can be meant by it."""
    at = pronoun.start()
    if _is_another(view, at):
        return False
    personal = pronoun["words"].lower() in cues.PERSONAL
    if view.persons_before(at) if personal else view.names_before(at):
        return True
    clause = cues.PARTICIPLE_CLAUSE.match(view.text)
    if clause and clause.end() == at:
        return False
    antecedent = cues.PERSON if personal else cues.NOUN_PHRASE
    return bool(antecedent.search(view.text, 0, at))


def _is_another(view: _View, at: int) -> bool:
    """Return whether the pronoun cannot mean the subject by or in which it stands."""
    acted = cues.ACTED_UPON.match(view.text, view.words)
    if acted and acted.start("words") == at:
        return True
    owned = cues.POSSESSED.match(view.text, view.words)
    opens = cues.OPENING_CLAUSE.match(view.text)
    return bool(owned and not opens and owned.start("words") == at and not view.names_before(at))


def _looks_forward(view: _View, pronoun: re.Match[str]) -> bool:
    """Return whether the pronoun stands in an opening clause and the subject follows it."""
    if not cues.OPENING_CLAUSE.match(view.text):
        return False
    comma = view.text.find(", ", pronoun.end())
    return comma > 0 and view.names_within(comma, comma + _NEAR)


def _descriptions(view: _View) -> Iterator[Tie]:
    if _DESCRIBED_BY.isdisjoint(view.words):
        return
    pair = cues.PAIR.search(view.text, view.words)
    if pair and not _pair_told(view, pair):
        yield pair["words"], "a pair or group that the sentence does not name"
    for cue, explained in _DESCRIPTIONS:
        found = cue.search(view.text, view.words)
        if found and not explained(view, found.start()):
            yield found["words"], "a description that the sentence does not explain"


def _pair_told(view: _View, pair: re.Match[str]) -> bool:
    """Return whether two names stand before the pair or right after it."""
    limit = pair.end() + _NEAR
    return len({region for start, _, region in view.regions.spans if start < limit}) > 1


def _place_told(view: _View, at: int) -> bool:
    """Return whether a sub-region or bloc, not only a country, is named before."""
    return any(start < at and region.islower() for start, _, region in view.regions.spans)


def _event_told(view: _View, at: int) -> bool:
    """Return whether the sentence spoke of something before that the event can be."""
    return bool(cues.NOUN_PHRASE.search(view.text, 0, at))


_DESCRIPTIONS = (
    (cues.PLACE, _place_told),
    (cues.EVENT, _event_told),
    (cues.ACTOR, _View.names_before),
)
"""Each sort of description, and what in the sentence explains it."""
_DESCRIBED_BY = cues.PAIR.needs.union(*(cue.needs for cue, _ in _DESCRIPTIONS))
"""Without one of these words nothing is described, and no pattern need be asked."""


def _answer(sentence: Sentence, before: Sentence | None) -> Iterator[Tie]:
    if before is None or before.kind is not TextKind.QUESTION:
        return
    if len(sentence.text.split()) < _SHORT_ANSWER:
        yield before.text, "answers the question before it"
