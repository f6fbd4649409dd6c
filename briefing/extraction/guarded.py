"""Patterns that are tried only where a sentence has a word that they cannot do without.

A sentence is cut into words once and asked about by dozens of patterns; most of them need a word
that it has not, and to see that costs a small part of what trying the pattern would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.extraction.cues import lines_of, spelled_out

_WORD = re.compile(r"[a-z]+|2")
_HEAD = re.compile(r"[\W_]*([^\W_]+)")
_TO_WORDS = bytes(code if chr(code) in "abcdefghijklmnopqrstuvwxyz2" else 32 for code in range(256))
"""Turns all but the letters of words into spaces."""
_PLAIN = re.compile(r"[a-z -]+")
_SENTENCES_AT_HAND = 4096
"""A report is read several times over, each time all of it: so many sentences keep their words."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern, and the words of which one must stand in a sentence for it to match."""

    pattern: re.Pattern[str]
    needs: frozenset[str]

    def search(self, text: str, present: frozenset[str]) -> re.Match[str] | None:
        """Return the first match in a text whose ``words_in`` are given."""
        return None if self.needs.isdisjoint(present) else self.pattern.search(text)

    def match(self, text: str, present: frozenset[str]) -> re.Match[str] | None:
        """Return the match at the beginning of a text whose ``words_in`` are given."""
        return None if self.needs.isdisjoint(present) else self.pattern.match(text)

    def finditer(self, text: str, present: frozenset[str]) -> Iterator[re.Match[str]]:
        """Return all matches in a text whose ``words_in`` are given."""
        return iter(()) if self.needs.isdisjoint(present) else self.pattern.finditer(text)


@dataclass(frozen=True, slots=True)
class Opening:
    """A pattern for the beginning of a sentence, and the words of which one must be its first."""

    pattern: re.Pattern[str]
    heads: frozenset[str]

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match at the beginning of a text."""
        return self.pattern.match(text) if head_of(text) in self.heads else None


def opening(pattern: re.Pattern[str], heads: str) -> Opening:
    """Return a pattern with the words, one of which must be the first of a sentence."""
    return Opening(pattern, frozenset(heads.split()))


@lru_cache(maxsize=_SENTENCES_AT_HAND)
def head_of(text: str) -> str:
    """Return the first run of letters and figures of a text in lower case; cut at apostrophes."""
    found = _HEAD.match(text)
    return found[1].lower() if found else ""


def cue(pattern: re.Pattern[str], needs: str) -> Cue:
    """Return a pattern with the words, one of which it needs."""
    return Cue(pattern, frozenset(needs.split()))


@lru_cache(maxsize=_SENTENCES_AT_HAND)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a sentence in lower case, cut at hyphens and apostrophes."""
    letters = text.lower().encode("ascii", "replace").translate(_TO_WORDS).decode("ascii")
    if "2" in letters:  # a figure within a word: rare
        return frozenset(_WORD.findall(letters))
    return frozenset(letters.split())


def last_words(lines: str) -> str:
    """Return the words with which the phrases of a list end, as ``cues`` writes phrases.

    Raises:
        ValueError: a phrase is no plain one, so that its words cannot be told.
    """
    wordings = [wording for line in lines_of(lines) for wording in spelled_out(line)]
    if not all(map(_PLAIN.fullmatch, wordings)):
        raise ValueError(f"more than words in {lines!r}")
    return " ".join({_WORD.findall(wording)[-1] for wording in wordings})
