"""Tell the language of a report, where there is text enough to be sure."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from py3langid.langid import (  # type: ignore[import-untyped]
    MODEL_FILE,
    LanguageIdentifier,
)

from briefing.tongues import READ, is_plainly_english, language_of_passage

_LEAST_LETTERS = 120
_LEAST_CERTAINTY = 0.95
_SAMPLE = 6000  # characters from the middle, where neither title nor notes stand
_ENGLISH = 0.2  # share of small English words that a text in no other language comes near


def language_of(text: str) -> str:
    """Return the language's tag, such as ``en``; empty where the text does not show it."""
    sample = _middle(text)
    if sum(map(str.isalpha, sample)) < _LEAST_LETTERS:
        return ""
    if is_plainly_english(sample, _ENGLISH):  # most reports are, and this is quickly seen
        return "en"
    language, certainty = identifier().classify(sample)
    return str(language) if certainty >= _LEAST_CERTAINTY else ""


def _middle(text: str) -> str:
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    return text[middle : middle + _SAMPLE]


def settled_language(stated: str, text: str) -> str:
    """Return a report's language: as the file states it, unless its text is plainly in another.

    Programs write the language of the machine into a file, whatever the author wrote.
    """
    if stated and language_of_passage(_middle(text), stated) == stated:
        return stated
    return language_of(text) or stated


def remark_on_language(tag: str) -> tuple[str, ...]:
    """Return what to tell of a language whose words the program does not know, if anything."""
    short = tag.partition("-")[0].lower()
    if not short or short in READ:
        return ()
    try:
        name = Locale.parse(short).get_language_name("en") or tag
    except (UnknownLocaleError, ValueError):
        name = tag
    return (
        f"The report is in {name}: only the names of countries are found in it, no themes, and "
        "its findings are not weighed by their words.",
    )


@cache
def identifier() -> LanguageIdentifier:
    """Return what tells languages apart; loaded once, by way of a temporary file."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
