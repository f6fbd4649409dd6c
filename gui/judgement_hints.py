"""What to mind of the officer's words, as the window says it: one quiet sentence, or none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing.judging import Hint, HintKind, hints_on_judgement, hints_on_text
from briefing.model import Judgement
from briefing.model.desk import ScaleChoice


def words_of(term: str) -> tuple[str, ...]:
    """Return the words that a term of a scale stands for: ``likely or probable`` is two."""
    return tuple(term.split(" or "))


def fits(likelihood: str, scale: ScaleChoice) -> bool:
    """Return whether a likelihood is a term of the scale; none is always right."""
    known = {word for term in _terms(scale) for word in term}
    return not likelihood or likelihood.lower() in known


def hint(judgement: Judgement, scale: ScaleChoice) -> str:
    """Return what to mind of the words of a judgement; empty where there is nothing."""
    found = next(hints_on_judgement(judgement, _terms(scale)), None)
    return _said(found, in_judgement=True) if found else ""


def hint_on_text(text: str, scale: ScaleChoice) -> str:
    """Return what to mind of a text of the officer's; empty where there is nothing."""
    found = next(hints_on_text(text, _terms(scale)), None)
    return _said(found) if found else ""


def _terms(scale: ScaleChoice) -> tuple[tuple[str, ...], ...]:
    return tuple(words_of(term) for term, _ in scale.terms)


def _said(found: Hint, *, in_judgement: bool = False) -> str:
    if found.kind is HintKind.BOTH and in_judgement:
        return QCoreApplication.translate(
            "Judgement",
            "Likelihood and confidence are two things: leave confidence to its own field.",
        )
    if found.kind is HintKind.BOTH:
        return QCoreApplication.translate(
            "Judgement",
            "Likelihood and confidence are two things: say them in two sentences.",
        )
    if found.kind is HintKind.OTHER:
        told = QCoreApplication.translate(
            "Judgement", "The text says “{said}”, the field “{chosen}”."
        )
        return told.format(said=found.said, chosen=found.chosen)
    told = QCoreApplication.translate(
        "Judgement", "“{word}” says no likelihood: use a term of the scale instead."
    )
    return told.format(word=found.said)
