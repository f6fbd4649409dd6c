"""What the grammar of a language does to words: the little that tables cannot say.

A rules module (``french``, ``german`` …) makes one ``Rules``. It errs on the side of too many
forms: names are looked for letter for letter, and a form that does not exist is found nowhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass


def as_it_is(word: str) -> Iterable[str]:
    """Return the word alone: the rule of languages that do not inflect here."""
    return (word,)


def without_marks(word: str) -> str:
    """Return the word in small letters without accents: ``Éléments`` as ``elements``."""
    small = word.lower()
    if small.isascii():
        return small
    parts = unicodedata.normalize("NFKD", small)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def without_final_vowel(beginning: str) -> str:
    """Return the beginning of a word without a vowel that a stem lacks."""
    return beginning[:-1] if len(beginning) > 3 and beginning[-1] in "aeo" else beginning


def without_ending(word: str, endings: Iterable[str], least: int) -> str:
    """Return the word without the first of the endings that leaves ``least`` letters."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: len(word) - len(ending)]
    return word


@dataclass(frozen=True, slots=True)
class Rules:
    """The grammar of one language."""

    adjective: Callable[[str], Iterable[str]]
    """From the form in the dictionary: all forms, in small letters."""
    noun: Callable[[str], Iterable[str]]
    """From a name, of one or more words: all its cases."""
    people: Callable[[str], Iterable[str]]
    """From the word for one of a people: all its forms."""
    stem: Callable[[str], str]
    """From a word of running text: what its inflections have in common."""
    fold: Callable[[str], str]
    """From a word: its letters as the stem has them."""
    beginning: Callable[[str], str] = without_final_vowel
    """From the beginning of a word, folded: what of it every stem has (``milice*``)."""
