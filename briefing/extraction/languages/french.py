"""French: gender and number of adjectives, plurals, and stems without them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefing.extraction.languages.rules import Rules, as_it_is, without_ending, without_marks

_FEMININE = {"ien": "ienne", "éen": "éenne", "on": "onne", "el": "elle", "eux": "euse", "if": "ive"}
_WITHOUT_PLURAL = ("s", "x")


def _adjective(word: str) -> Iterator[str]:
    for form in (word, _feminine(word)):
        yield form
        if not form.endswith(_WITHOUT_PLURAL):
            yield form + "s"
    if word.endswith("al"):
        yield word[:-1] + "ux"


def _feminine(word: str) -> str:
    for ending, other in _FEMININE.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + other
    return word if word.endswith(("e", "è")) else word + "e"


_ENDINGS = {"aux": "al", "euses": "eu", "euse": "eu", "eux": "eu", "ives": "if", "ive": "if"}
_DOUBLED = {"enn": "en", "onn": "on", "ell": "el", "ett": "et", "ier": "ier"}


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """Return a word without plural, feminine and the mark of a past participle."""
    if len(word) < 4:
        return word
    for ending, other in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("eaux"):
            return word.removesuffix(ending) + other
    word = without_ending(word, ("ees", "ee", "es", "e", "s", "x"), 3)
    word = word[:-1] if word.endswith("e") and len(word) > 4 else word
    return next((word[:-3] + one for two, one in _DOUBLED.items() if word.endswith(two)), word)


RULES = Rules(
    adjective=_adjective, noun=as_it_is, people=_adjective, stem=_stem, fold=without_marks
)
