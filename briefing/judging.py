"""What to mind in the officer's own words: likelihood and confidence mixed, or no term at all.

Hints, never errors. Likelihood and confidence are two things, and a sentence that says both leaves
the reader to guess which one the number of the scale belongs to; a vague “may” leaves everything
open, where a term of the scale would say how likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.request import BriefRequest, Judgement

Terms = Sequence[Sequence[str]]
"""The terms of a scale, each with the words that mean the same."""

_SENTENCE = re.compile(r"(?<=[.!?])[”\"’)]*\s+|\n+")
_CONFIDENCE = re.compile(
    r"\b(?:(?:high|highest|moderate|medium|low|lowest|some|little|full|great) confidence\b(?!-)"
    r"|confidence (?:is|remains|in this|level)|with confidence\b|confident(?:ly)?\b)",
    re.IGNORECASE,
)
"""Not confidence-building, votes of confidence, or the confidence of markets."""
_VAGUE = re.compile(
    r"\bmay\b(?! \d)"
    r"|(?<![Mm]ilitary )(?<![Nn]aval )(?<![Ee]conomic )(?<!the )(?<!its )\bmight\b(?! of)"
    r"|\bcould\b(?! not|n’t|n't| only)"
    r"|\b(?:[Pp]ossibly|[Pp]erhaps|[Cc]onceivably|[Mm]aybe)\b"
    r"|(?<!as )(?<!if )(?<!where )(?<!when )(?<!wherever )(?<!whenever )(?<!best )(?<!every )"
    r"(?<!all )(?<!it )(?<!not )(?<!soon as )\bpossible\b"
)
"""“May” with a capital is a month, and might a force."""
_AS_POSSIBLE = re.compile(r"\bas \w+(?: \w+){0,3} as possible\b")


class HintKind(StrEnum):
    """What is to be minded."""

    BOTH = "both"
    """Likelihood and confidence in one breath."""
    OTHER = "other"
    """The words say another likelihood than the field."""
    VAGUE = "vague"
    """A vague word in the place of a term."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to mind of a text."""

    kind: HintKind
    said: str
    """The words in question."""
    chosen: str = ""
    """The likelihood of the field, where the words say another."""

    @property
    def sentence(self) -> str:
        """The hint in words."""
        if self.kind is HintKind.BOTH:
            return (
                f"“{self.said}” beside a likelihood: these are two things, say them in two "
                "sentences."
            )
        if self.kind is HintKind.OTHER:
            return f"the text says “{self.said}”, its likelihood “{self.chosen}”."
        return f"“{self.said}” says no likelihood: use a term of the scale instead."


def hints_on_judgement(judgement: Judgement, terms: Terms) -> Iterator[Hint]:
    """Yield what to mind of a judgement's words, gravest first."""
    text = judgement.text
    confidence = _CONFIDENCE.search(text)
    if confidence:
        yield Hint(HintKind.BOTH, confidence[0])
    said, chosen = terms_in(text, terms), judgement.likelihood
    if chosen and said and chosen.lower() not in _alike(said, terms):
        yield Hint(HintKind.OTHER, said[0], chosen)
    yield from _vague(text, terms)


def hints_on_text(text: str, terms: Terms) -> Iterator[Hint]:
    """Yield what to mind of a text of the officer's, gravest first."""
    for sentence in _SENTENCE.split(text):
        confidence = _CONFIDENCE.search(sentence)
        if confidence and terms_in(sentence, terms):
            yield Hint(HintKind.BOTH, confidence[0])
    yield from _vague(text, terms)


def hints_on_request(request: BriefRequest, terms: Terms) -> Iterator[str]:
    """Yield what to mind of all that the officer judges in a request, in sentences."""
    for hint in hints_on_text(request.bottom_line, terms):
        yield f"Bottom line: {hint.sentence}"
    for number, judgement in enumerate(request.judgements, 1):
        for hint in hints_on_judgement(judgement, terms):
            yield f"Judgement {number}: {hint.sentence}"


def terms_in(text: str, terms: Terms) -> list[str]:
    """Return the terms of the scale that a text uses, longer ones before those within them."""
    words = sorted((word for term in terms for word in term), key=len, reverse=True)
    either = "|".join(map(re.escape, words))
    found = re.findall(rf"\b(?:{either})\b", text, re.IGNORECASE) if words else []
    return [word.lower() for word in found]


def _vague(text: str, terms: Terms) -> Iterator[Hint]:
    for sentence in _SENTENCE.split(text):
        vague = _VAGUE.search(_AS_POSSIBLE.sub("", sentence))
        if vague and not terms_in(sentence, terms):
            yield Hint(HintKind.VAGUE, vague[0])


def _alike(said: Sequence[str], terms: Terms) -> set[str]:
    """Return every word that means the same as one that was said."""
    return {word for term in terms if set(term) & set(said) for word in term}
