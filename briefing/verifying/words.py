"""A text as words that compare alike however a file spaces, joins and breaks them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_SAME = str.maketrans({"\u2011": "-", "\u2010": "-", "\u00ad": ""})
"""Hyphens that look alike are alike; one that shows only at the end of a line is none."""


_LEADERS = re.compile(r"(?:[.·_]\s?){5,}")
"""Dots and lines that lead to a page number or wait for a hand; programs draw them differently."""


def plain_words(text: str) -> list[str]:
    """Return the words of a text: ligatures dissolved, marks that nobody sees taken out."""
    text = unicodedata.normalize("NFKC", text.translate(_SAME))
    seen = "".join(char for char in text if unicodedata.category(char) != "Cf")
    seen = _LEADERS.sub(" ", seen)
    return seen.split()


@dataclass(frozen=True)
class Words:
    """Words in a row, and the same run together without spaces."""

    words: tuple[str, ...]

    def without(self, run: Words) -> Words:
        """Return the words with each occurrence of a run of others taken out."""
        length, kept, at = len(run.words), list[str](), 0
        while at < len(self.words):
            if length and self.words[at : at + length] == run.words:
                at += length
            else:
                kept.append(self.words[at])
                at += 1
        return Words(tuple(kept))

    @classmethod
    def of(cls, text: str) -> Words:
        """Return the words of a text."""
        return cls(tuple(plain_words(text)))

    @cached_property
    def joined(self) -> str:
        """All without spaces: files break words over lines, and run them together."""
        return "".join(self.words)

    @cached_property
    def folded(self) -> str:
        """The same with small letters for large ones, character for character."""
        return "".join(low if len(low := char.lower()) == 1 else char for char in self.joined)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for word in self.words:
            starts.append(at)
            at += len(word)
        return starts

    def __len__(self) -> int:
        return len(self.joined)

    def word_at(self, place: int) -> int:
        """Return the number of the word that the character at a place stands in."""
        return bisect_right(self._starts, place) - 1

    def begins_word(self, place: int) -> bool:
        """Return whether a word begins at a place, or the text ends there."""
        return place >= len(self) or self._starts[self.word_at(place)] == place

    def between(self, start: int, end: int) -> list[str]:
        """Return the words, or pieces of words, that stand between two places."""
        found = []
        for number in range(self.word_at(start), len(self.words)) if start < end else ():
            first = self._starts[number]
            if first >= end:
                break
            word = self.words[number]
            found.append(word[max(0, start - first) : end - first])
        return found
