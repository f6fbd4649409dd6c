"""Spanish: gender and number of adjectives, plurals, and stems without them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefing.extraction.languages.rules import Rules, as_it_is, without_ending, without_marks

_PLAIN = str.maketrans("áéíóú", "aeiou")


def _adjective(word: str) -> Iterator[str]:
    yield word
    if word.endswith("o"):
        yield from (word[:-1] + ending for ending in ("a", "os", "as"))
    elif word.endswith(("í", "ú")):
        yield from (word + "es", word + "s")
    elif word.endswith(("e", "a")):
        yield word + "s"
    else:
        bare = word[:-2] + word[-2:].translate(_PLAIN)
        yield from (bare + ending for ending in ("a", "es", "as"))


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """Return a word without plural and the vowel of its gender."""
    if len(word) < 4:
        return word
    if word.endswith("ces") and len(word) > 4:
        return word[:-3] + "z"
    word = without_ending(word, ("s",), 3)
    return without_ending(word, ("a", "o", "e"), 3)


RULES = Rules(
    adjective=_adjective, noun=as_it_is, people=_adjective, stem=_stem, fold=without_marks
)
