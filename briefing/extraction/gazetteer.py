"""Finds names of regions in a text: one automaton over all names, then word bounds and case.

Takes a text; gives the hits in order, never two over the same characters: of two that overlap
the one that begins first counts, and of those the longest, so that ``South China Sea`` hides
``China``. Names are matched letter for letter, since ``Turkey`` is a country and ``turkey`` is
not; a line in capitals is read as if only its words' first letters were capital.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

_TYPOGRAPHIC = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("‑", "-"), ("‐", "-"), ("\u00a0", " "))
"""One character for one: offsets in the text stay what they are."""
_BETWEEN = "\0"
"""Stands between two texts that are read at once; no name holds it."""

_Place = tuple[int, int, int, int]
"""Where a name's noun begins, where it ends, where it begins with its article; its number."""

_WORD = re.compile(r"[^\W\d_]+")
_MOSTLY_CAPITAL = 0.75
_SHORTEST_SHOUT = 8
"""Letters a text needs before its capitals say that it is set in capitals."""


class NameKind(StrEnum):
    """What sort of name it is; the value is fit to show as the reason for a tag."""

    COUNTRY = "name of the country"
    ADJECTIVE = "adjective or demonym"
    PEOPLE = "people of the country"
    PREFIX = "adjective before a hyphen"
    METONYM = "organ of government"
    CAPITAL = "capital"
    CITY = "city"
    AREA = "area inside the country"
    GROUP = "name of the region"
    OFFICIAL = "holder of an office"
    LEADER = "leader of the organisation"
    SHORT = "short form"
    BODY = "company, party or armed group of the country"
    DEFINED = "defined in this report"
    WEST = "word for the West"
    NOTHING = "names no region"


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name regions: the words as printed, what they stand for, of which sort."""

    text: str
    regions: tuple[str, ...]
    kind: NameKind
    note: str = ""
    """What else to tell of it: an official's years in office."""

    @property
    def reason(self) -> str:
        """Why it names its regions, in words fit to show."""
        return f"{self.kind} ({self.note})" if self.note else str(self.kind)


class Hit(Struct, frozen=True, gc=False):  # a report has thousands: quicker made than a dataclass
    """A name found in a text, with its characters' offsets."""

    start: int
    end: int
    name: Name


def plain(text: str) -> str:
    """Return the text with typographic apostrophes, hyphens and spaces as plain ones."""
    if not text.isascii():
        for printed, typed in _TYPOGRAPHIC:  # many times as quick as str.translate
            text = text.replace(printed, typed)
    return text


class Gazetteer:
    """All names in one automaton. Of two entries with the same text the first counts."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names: dict[str, Name] = {}
        for name in names:
            self._names.setdefault(plain(name.text), name)
        self._entries = list(self._names.values())
        self._automaton = AhoCorasick(list(self._names), matchkind=MatchKind.Standard)
        self._articles = [4 * text.startswith(("the ", "The ")) for text in self._names]
        self._in_word = [_in_word(text) for text in self._names]
        self._acronyms = {text for text in self._names if text.isupper()}

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, text: str) -> bool:
        return plain(text) in self._names

    def get(self, text: str) -> Name | None:
        """Return the name that is written so, or None."""
        return self._names.get(plain(text))

    def find(self, text: str) -> list[Hit]:
        """Return the names in a text, in order, none over another."""
        return self.find_all([text])[0]

    def find_all(self, texts: Sequence[str]) -> list[list[Hit]]:
        """Return the names in each of several texts, read at once: that takes half the time."""
        whole = plain(_BETWEEN.join(("", *texts, "")))
        if any(map(_may_be_shouted, texts)):
            read = (self._calmed(text) if _is_shouted(text) else text for text in map(plain, texts))
            whole = _BETWEEN.join(("", *read, ""))
        found: list[list[Hit]] = [[] for _ in texts]
        entries, number, begin, after = self._entries, -1, 0, 0
        for _, end, start, entry in self._apart(whole):
            while start >= after:  # it stands in a later text
                number += 1
                begin = after + len(_BETWEEN)
                after = begin + len(texts[number])
            found[number].append(Hit(start - begin, end - begin, entries[entry]))
        return found

    def _apart(self, text: str) -> list[_Place]:
        """Return the names in a text with a mark at either end, none over another."""
        articles, in_word = self._articles, self._in_word
        kept: list[_Place] = []
        reached = 0
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            before = text[start - 1]
            if before.isalnum() or in_word[number](text[end]) or before == "@":
                continue
            noun = start + articles[number]
            if noun >= reached:
                kept.append((noun, end, start, number))
                reached = end
            else:
                _settle(kept, (noun, end, start, number))
                reached = kept[-1][1]
        return kept

    def _calmed(self, text: str) -> str:
        """Return a text in capitals with words in lower case after their first letter."""
        return _WORD.sub(self._calmed_word, text)

    def _calmed_word(self, match: re.Match[str]) -> str:
        word = match.group()
        calm = word[0] + word[1:].lower()
        return word if word in self._acronyms or len(calm) != len(word) else calm


def _settle(kept: list[_Place], place: _Place) -> None:
    """Let a name take the place of those it hides, unless an earlier one hides it.

    Names come in the order of their ends, so that one that begins before others hides them.
    """
    noun, end, start, _ = place
    first = len(kept)
    while first and kept[first - 1][0] >= noun:
        first -= 1
    if first and kept[first - 1][1] > noun:
        return
    if kept[first][:2] != (noun, end) or start < kept[first][2]:
        kept[first:] = [place]


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """Return hits in order, none over another: the first counts, and of those the longest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _may_be_shouted(text: str) -> bool:
    return text[:60].isupper() or text[-60:].isupper()


def _is_shouted(text: str) -> bool:
    if not _may_be_shouted(text):
        return False
    letters = [character for character in text if character.isalpha()]
    capital = sum(character.isupper() for character in letters)
    return len(letters) >= _SHORTEST_SHOUT and capital >= _MOSTLY_CAPITAL * len(letters)


def _in_word(name: str) -> Callable[[str], bool]:
    """Return what tells by the character after a name that the name goes on or is no whole one.

    A prefix needs a word to follow; after a letter or a figure none may.
    """
    if name.endswith("-"):
        return _is_no_letter
    return str.isalnum if name[-1:].isalnum() else _never


def _is_no_letter(character: str) -> bool:
    return not character.isalpha()


def _never(_: str) -> bool:
    return False
