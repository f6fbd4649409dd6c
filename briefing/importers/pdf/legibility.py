"""Can the text layer be read? Told by statistics of characters and words, whatever the language.

A font that does not say what its characters mean, or says it wrongly, gives text in which
control characters, private characters and odd signs abound, or letters that form no syllables.
Figures, capitals and any script count as legible; only prose-like text is judged by its words.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter

_MOST_DEAD = 0.12
"""Share of characters without meaning (control, private, replacement) that a page may hold."""
_LEAST_PLAIN = 0.6
"""Share of letters, figures and usual punctuation in what is not white space."""
_FEWEST_WORDS = 40
_LEAST_SPOKEN = 0.75
"""Share of longer words that alternate vowels and consonants as spoken language does."""
_LATIN_WORD = re.compile(r"[^\W\d_]{4,}")
_VOWELS = frozenset("aeiouyæøœıαεηιουωаеёиоуыэюяіїєў")
_USUAL = frozenset(".,;:!?-–—'\"’‘“”()[]/%&$€£°…•·*«»+=#@_|<>،؛؟")


def is_legible(text: str) -> bool:
    """Return whether the text reads as writing rather than as a font's inner codes."""
    inked = [char for char in text if not char.isspace()]
    if not inked:
        return True
    kinds = Counter(unicodedata.category(char)[0:2] for char in inked)
    dead = sum(kinds[kind] for kind in ("Cc", "Co", "Cn", "Cs")) + text.count("\ufffd")
    if dead > _MOST_DEAD * len(inked):
        return False
    plain = sum(char.isalnum() or char in _USUAL or kind_of_mark(char) for char in inked)
    return plain >= _LEAST_PLAIN * len(inked) and _is_spoken(text)


def kind_of_mark(char: str) -> bool:
    """Return whether the character is an accent or vowel sign that belongs to a letter."""
    return unicodedata.category(char) in ("Mn", "Mc")


def _is_spoken(text: str) -> bool:
    """Return whether the words of an alphabet with vowels have vowels, and few without."""
    words = [word for word in _LATIN_WORD.findall(text) if _has_vowel_letters(word)]
    lower = [word for word in words if not word.isupper()]
    if len(lower) < _FEWEST_WORDS:
        return True
    return sum(map(_alternates, lower)) >= _LEAST_SPOKEN * len(lower)


def _has_vowel_letters(word: str) -> bool:
    """Return whether the word is in Latin, Greek or Cyrillic letters."""
    return unicodedata.name(word[0], "").startswith(("LATIN", "GREEK", "CYRILLIC"))


def _alternates(word: str) -> bool:
    bare = unicodedata.normalize("NFD", word.lower())
    letters = [char for char in bare if char.isalpha()]
    vowels = sum(char in _VOWELS for char in letters)
    mixed = any(a.islower() and b.isupper() for a, b in itertools.pairwise(word))
    return 0.15 * len(letters) <= vowels <= 0.85 * len(letters) and not mixed
