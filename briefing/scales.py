"""Likelihood and confidence: the scales there are, and whether words are of them.

Those of ``assets/scales.toml`` are shipped; the desk's own lie in the user's data folder, and stand
before shipped ones of the same name.

The ranges of PHIA are those of the United Kingdom's probability yardstick (March 2025), those of
ICD 203 of the United States' Intelligence Community Directive 203.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefing import resources
from briefing.errors import RequestError
from briefing.model import Judgement
from briefing.scale_files import own_mistakes, own_scales
from briefing.tables import Table


@dataclass(frozen=True, slots=True)
class Term:
    """One step of a scale."""

    words: tuple[str, ...]
    """Words that mean the same, the printed form first."""
    range: str
    """What they stand for: ``55–75 %``."""

    @property
    def name(self) -> str:
        """All its words as a key prints them: ``likely or probable``."""
        return " or ".join(self.words)


@dataclass(frozen=True, slots=True)
class Scale:
    """A likelihood scale, its terms from the least to the most likely."""

    id: str
    name: str
    note: str
    """A sentence for the key, or empty."""
    terms: tuple[Term, ...]
    confidence: tuple[str, ...] = ()
    """Its words for confidence, highest first."""

    @property
    def confidence_words(self) -> str:
        """Its words for confidence as a key prints them: ``high, moderate or low``."""
        *others, last = self.confidence
        return f"{', '.join(others)} or {last}"

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that the scale knows."""
        return tuple(word for term in self.terms for word in term.words)


def scale_ids() -> tuple[str, ...]:
    """Return the ids of all scales: the shipped ones, then the desk's own."""
    return tuple(dict.fromkeys((*_document()["scales"], *own_scales())))


def load_scale(id_: str) -> Scale:
    """Return the scale with this id.

    Raises:
        RequestError: there is none.
    """
    own = own_scales().get(id_)
    if own is not None:
        return _scale(id_, own, own["term"])
    entry = _document()["scales"].get(id_)
    if entry is None:
        _refuse_mistaken(id_)
        raise RequestError(
            f"There is no likelihood scale “{id_}”.", f"There are: {', '.join(scale_ids())}."
        )
    return _scale(id_, entry, entry["terms"])


def _scale(id_: str, entry: Table, rows: list[Table]) -> Scale:
    terms = tuple(Term(tuple(term["words"]), term["range"]) for term in rows)
    confidence = tuple(entry.get("confidence", ())) or confidence_levels()
    return Scale(id_, entry["name"], entry.get("note", ""), terms, confidence)


def _refuse_mistaken(id_: str) -> None:
    """Tell the mistake that keeps a scale of the desk's own from being used, if that is it."""
    for sentence in own_mistakes():
        if f"{id_}.toml" in sentence:
            raise RequestError(sentence, "Correct the file, or choose another scale.")


def confidence_levels() -> tuple[str, ...]:
    """Return the words for confidence, highest first, of the shipped scales."""
    return tuple(_document()["confidence"])


def check_judgement(judgement: Judgement, scale: Scale) -> None:
    """Check that the judgement speaks the words of the scale; letter case does not matter.

    Raises:
        RequestError: its likelihood is not of the scale, or its confidence not of its levels.
    """
    _check("likelihood", judgement.likelihood, scale.words, f"the {scale.name}")
    _check("confidence", judgement.confidence, scale.confidence, "the levels of confidence")


def _check(what: str, said: str, allowed: tuple[str, ...], whose: str) -> None:
    if said and said.lower() not in allowed:
        raise RequestError(
            f"“{said}” is not a word of {whose}.", f"For {what}, use one of: {', '.join(allowed)}."
        )


@lru_cache(maxsize=1)
def _document() -> dict[str, Any]:
    return tomllib.loads(resources.assets("scales.toml").read_text("utf-8"))
