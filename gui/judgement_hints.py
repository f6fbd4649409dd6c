"""What to mind of a judgement's words: one quiet sentence, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from briefing.model import Judgement
from briefing.model.desk import ScaleChoice

_VAGUE = re.compile(r"\b(may|might|could|possibly|perhaps|conceivably)\b")
"""In small letters: “May” is a month."""
_CONFIDENCE = re.compile(r"\bconfiden(ce|t|tly)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def words_of(term: str) -> tuple[str, ...]:
    """Return the words that a term of a scale stands for: ``likely or probable`` is two."""
    return tuple(term.split(" or "))


def fits(likelihood: str, scale: ScaleChoice) -> bool:
    """Return whether a likelihood is a term of the scale; none is always right."""
    known = {word for term, _ in scale.terms for word in words_of(term)}
    return not likelihood or likelihood.lower() in known


def hint(judgement: Judgement, scale: ScaleChoice) -> str:
    """Return what to mind of the words of a judgement; empty where there is nothing."""
    said = _terms_in(judgement.text, scale)
    if any(_CONFIDENCE.search(part) for part in _SENTENCE.split(judgement.text)):
        return QCoreApplication.translate(
            "Judgement",
            "Likelihood and confidence are two things: leave confidence to its own field.",
        )
    if judgement.likelihood and said and judgement.likelihood.lower() not in _alike(said, scale):
        told = QCoreApplication.translate(
            "Judgement", "The text says “{said}”, the field “{chosen}”."
        )
        return told.format(said=said[0], chosen=judgement.likelihood)
    vague = _VAGUE.search(judgement.text)
    if vague and not said:
        told = QCoreApplication.translate(
            "Judgement", "“{word}” says no likelihood: use a term of the scale instead."
        )
        return told.format(word=vague[0])
    return ""


def _terms_in(text: str, scale: ScaleChoice) -> list[str]:
    """Return the terms of the scale that a text uses, longer ones before those within them."""
    words = [word for term, _ in scale.terms for word in words_of(term)]
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return [found.lower() for found in re.findall(rf"\b(?:{either})\b", text, re.IGNORECASE)]


def _alike(said: Sequence[str], scale: ScaleChoice) -> set[str]:
    """Return every word that means the same as one that was said."""
    groups = (words_of(term) for term, _ in scale.terms)
    return {word for group in groups if set(group) & set(said) for word in group}
