"""German: the declension of adjectives and names, and stems without endings and umlauts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from briefing.extraction.languages.rules import Rules, without_ending, without_marks

_OF_ADJECTIVES = ("", "e", "en", "er", "em", "es")
_OF_NOUNS_IN_ER = ("", "s", "n", "in", "innen")
_OF_NOUNS_IN_E = ("e", "en", "in", "innen")


def _adjective(word: str) -> Iterator[str]:
    yield from (word + ending for ending in _OF_ADJECTIVES)


def _noun(name: str) -> Iterator[str]:
    """Yield a name with its genitive; adjectives before it in all their endings."""
    words = name.split(" ")
    if len(words) == 1:
        yield from _genitive(name)
        return
    yield from (" ".join(form) for form in product(*map(_of_phrase, words)))
    yield from _genitive(name)


def _of_phrase(word: str) -> tuple[str, ...]:
    if word.endswith(("er", "es", "e")) and len(word) > 4:
        bare = without_ending(word, ("er", "es", "e"), 3)
        return (word, bare + "e", bare + "en", bare + "er", bare + "es", bare + "em")
    return (word, word + "s") if word[0].isupper() and word[-1].isalpha() else (word,)


def _genitive(name: str) -> Iterator[str]:
    yield name
    if name[-1].isalpha() and not name.endswith(("s", "ß", "z", "x", "sch")) and not name.isupper():
        yield name + "s"
    if name.endswith(("land", "reich", "stand")):
        yield name + "es"


def _people(word: str) -> Iterator[str]:
    if word.endswith("er"):
        yield from (word + ending for ending in _OF_NOUNS_IN_ER)
    elif word.endswith("e"):
        yield from (word[:-1] + ending for ending in _OF_NOUNS_IN_E)
    else:
        yield from (word, word + "s", word + "en", word + "in", word + "innen")


def _fold(word: str) -> str:
    return without_marks(word.replace("ß", "ss"))


_CASES = ("ern", "em", "en", "er", "es", "e", "n")


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """Return a word without its case and number."""
    if len(word) < 4:
        return word
    word = word[:-1] if word.endswith("s") and len(word) > 4 and word[-2] not in "sui" else word
    return without_ending(word, _CASES, 3)


RULES = Rules(
    adjective=_adjective, noun=_noun, people=_people, stem=_stem, fold=_fold, beginning=_stem
)
