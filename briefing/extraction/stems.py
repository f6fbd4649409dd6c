"""Words brought to a common form, so that one entry of a lexicon finds its inflections.

The stemmer takes off what English grammar adds (plural, possessive, -ed, -ing) and a final -e; it
leaves word formation alone, so that ``negotiate`` finds ``negotiating`` but not ``negotiator``: a
lexicon says ``negotiat*`` where it wants the family. A word in capitals (``START``, ``NATO``) keeps
them, so that an acronym is not taken for an ordinary word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_WORD = re.compile(r"(?<!['’])[^\W_]+|(?<=['’])[^\W_]{2,}")
"""A word; not the ``s`` of a possessive."""
_WORD_WITHOUT_APOSTROPHE = re.compile(r"[^\W_]+")
"""The same where the text has no apostrophe; found more quickly."""
_MOST_STEMS = 65_536
"""So many words are kept with their stems; then it begins anew."""
_MOST_KEPT = 0x3000
"""The letters below this one are remembered: all alphabets, not the tens of thousands beyond."""
_VOWEL = re.compile(r"[aeiouy]")
_SHORT_WITH_E = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")
_KEPT_WORDS = """
    series species news gas bus during being thing nothing base warring shelling fighting
    killing bombing training drilling mining shipping banking lending farming housing
    building heating beginning holding opening landing understanding meeting standing evening
    morning according receipt receipts reading
"""
_KEPT = frozenset(_KEPT_WORDS.split())
"""Words that are no inflections, and nouns in -ing that mean something else than their verb."""
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "crises": "crisis", "gases": "gas",
    "talks": "talks", "arms": "arms", "fought": "fight", "fell": "fall", "rose": "rise",
    "won": "win", "lost": "lose", "sold": "sell", "bought": "buy", "sought": "seek",
    "met": "meet", "led": "lead", "built": "build", "held": "hold", "sent": "send",
    "fled": "flee", "struck": "strike", "shot": "shoot", "broke": "break", "broken": "break",
    "withdrew": "withdraw", "withdrawn": "withdraw", "forces": "forces", "goods": "goods",
    "customs": "customs", "waters": "waters", "sanctions": "sanctions", "relations": "relations",
    "economics": "economics", "politics": "politics", "bases": "base", "based": "based",
    "basing": "basing", "ties": "ties", "left": "left", "lives": "life",
    "expelled": "expel", "expelling": "expel", "controlled": "control",
    "controlling": "control", "cancelled": "cancel", "cancelling": "cancel",
    "rebelled": "rebel", "repelled": "repel", "patrolling": "patrol",
}  # fmt: skip


class _Bare(dict[int, int]):
    """For ``str.translate``: letters and figures as they are, all else as spaces."""

    def __missing__(self, code: int) -> int:
        kept = code if chr(code).isalnum() else ord(" ")
        if code < _MOST_KEPT:
            self[code] = kept
        return kept


_BARE = _Bare()


class Stems(dict[str, str]):
    """The stem of every word met so far: looked up without a call of Python's."""

    def __init__(self, stem_of: Callable[[str], str]) -> None:
        super().__init__()
        self._stem_of = stem_of

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_STEMS:
            self.clear()
        stem = self[word] = self._stem_of(word)
        return stem


class Stemmed:
    """A text as a run of stems, with the way back to its words."""

    __slots__ = ("_pattern", "_text", "_words", "line")

    def __init__(self, line: str, text: str, pattern: re.Pattern[str]) -> None:
        self.line = line
        """The stems, each between two spaces: `` russia clos mission ``."""
        self._text = text
        self._pattern = pattern
        self._words: list[tuple[int, int]] | None = None

    @property
    def words(self) -> list[tuple[int, int]]:
        """Start and end of each word in the text; found when first asked for."""
        if self._words is None:
            self._words = [match.span() for match in self._pattern.finditer(self._text)]
        return self._words

    def words_at(self, start: int, end: int) -> tuple[int, int]:
        """Return first and last index of the words that a run of ``line`` covers."""
        first = self.line.count(" ", 0, start + 1) - 1
        return first, first + self.line.count(" ", start + 1, end - 1)


def stemmed(text: str) -> Stemmed:
    """Return the text as stems."""
    return words_as(text, _STEMS)


def words_as(text: str, stems: Stems) -> Stemmed:
    """Return the text as stems, made by the grammar of any language."""
    if "'" in text or "’" in text:
        pattern, words = _WORD, _WORD.findall(text)
    else:  # the same words as the pattern finds, in a third of the time
        pattern, words = _WORD_WITHOUT_APOSTROPHE, text.translate(_BARE).split()
    line = " ".join(map(stems.__getitem__, words))
    return Stemmed(f" {line} " if line else " ", text, pattern)


def irregular_forms(stem: str) -> tuple[str, ...]:
    """Return the words that are forms of a stem without beginning with it: ``fought``."""
    return tuple(word for word, common in _IRREGULAR.items() if common == stem)


def stem_of(word: str) -> str:
    """Return the common form of a word and its inflections; capitals throughout are kept."""
    if len(word) > 1 and word.isupper():
        return word
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or word in _KEPT:
        return word
    return _without_e(_without_suffix(word))


def _without_suffix(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for suffix in ("ing", "ed"):
        root = word.removesuffix(suffix)
        if root != word and len(root) > 2 and _VOWEL.search(root):
            return _restored(root)
    return word


def _restored(root: str) -> str:
    """Return the root as it stood before -ed or -ing: one consonant for two, a short word's -e."""
    if root[-1] == root[-2] and root[-1] not in "aeioulsz":
        return root[:-1]
    return root + "e" if _SHORT_WITH_E.fullmatch(root) else root


def _without_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


_STEMS = Stems(stem_of)
