"""Tell the language of a report, where there is text enough to be sure."""

from __future__ import annotations

from functools import cache

from py3langid.langid import (  # type: ignore[import-untyped]
    MODEL_FILE,
    LanguageIdentifier,
)

_LEAST_LETTERS = 120
_LEAST_CERTAINTY = 0.95
_SAMPLE = 6000  # characters from the middle, where neither title nor notes stand


def language_of(text: str) -> str:
    """Return the language's tag, such as ``en``; empty where the text does not show it."""
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = text[middle : middle + _SAMPLE]
    if sum(character.isalpha() for character in sample) < _LEAST_LETTERS:
        return ""
    language, certainty = _identifier().classify(sample)
    return str(language) if certainty >= _LEAST_CERTAINTY else ""


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
