"""Resolve hyphens at line ends, with the document itself as the dictionary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W_]+(?:[-‐‑'’][^\W_]+)*)([-‐\u00ad¬])$")
_CUT = re.compile(r"[-\u00ad¬]\n")
_BEFORE_CUT = re.compile(r"[^\W\d_]+$")
_AFTER_CUT = re.compile(r"[^\W\d_]+")
_FIRST = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_ADDRESS_AT_END = re.compile(r"(?:https?://|www\.)\S*[/\-_=&?.%]$")
# First parts that English writes with a hyphen before a word that stands by itself.
_HYPHENATED_FIRST_PARTS = frozenset(
    "self non ex all well vice quasi semi pro high low long short".split()
)
_TAIL = 200  # characters of a line that its seam can depend on


class Hyphens:
    """Joins two lines; knows the words of one document."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the document's lines; they are read when the first hyphen is met."""
        self._lines = lines

    @cached_property
    def _known(self) -> frozenset[str]:
        """The document's words and hyphenated compounds, those cut by a line end left out."""
        text = _without_cut_words("\n".join(self._lines).lower().replace("‐", "-"))
        # most of a text is words that it has used before: each is looked at once
        found = set(_WORD.findall(" ".join(set(text.split()))))
        return frozenset(found.union(*(word.split("-") for word in found if "-" in word)))

    def join(self, *lines: str) -> str:
        """Return the lines as one, with a space, a hyphen or nothing at each seam."""
        parts = [line.strip(" \t") for line in lines]
        parts = [part for part in parts if part]
        for number in range(len(parts) - 1):
            parts[number] = self._joinable(parts[number], parts[number + 1])
        return "".join(parts)

    def length_before(self, first: str, second: str) -> int:
        """Return how many characters stand before ``second`` when the two are joined."""
        return len(self._joinable(first.strip(" \t"), second.strip(" \t")))

    def _joinable(self, first: str, second: str) -> str:
        """Return ``first`` with whatever must stand between it and ``second``."""
        if first[-1].isalnum() or first[-1] in ",.;:":
            return self._after_word(first, second)
        tail = first[-_TAIL:]
        if _ADDRESS_AT_END.search(tail) and not second[0].isupper():
            return first
        broken, following = _BROKEN.search(tail), _FIRST.match(second)
        if broken and following:
            keeps = broken.group(2) in "-‐" and self._keeps_hyphen(
                broken.group(1), following.group()
            )
            return first[:-1] + ("-" if keeps else "")
        glued = first.endswith(("—", "\u2011")) or (first.endswith("–") and first[-2:-1].isalnum())
        return first if glued else first + " "

    @staticmethod
    def _after_word(first: str, second: str) -> str:
        """Return ``first``, which ends as no cut word does, with what must stand after it."""
        is_address = first[-1] == "." and _ADDRESS_AT_END.search(first[-_TAIL:]) is not None
        return first if is_address and not second[0].isupper() else first + " "

    def _keeps_hyphen(self, before: str, after: str) -> bool:
        if not after[0].islower() or not before[-1].islower():
            return True  # a name, a number or an abbreviation: Azerbaijan-Moldova, 10-year
        last, head = re.split("[-‐‑]", before.lower())[-1], re.split("[-‐‑]", after.lower())[0]
        if f"{last}-{head}" in self._known or f"{before}-{after}".lower() in self._known:
            return True
        if last + head in self._known:
            return False
        if "-" in before or last in _HYPHENATED_FIRST_PARTS:
            return True
        return len(last) > 2 and len(head) > 2 and {last, head} <= self._known


def _without_cut_words(text: str) -> str:
    """Return the text without the words that a hyphen at a line's end cuts in two."""
    kept, position = [], 0
    for cut in _CUT.finditer(text):
        before = _BEFORE_CUT.search(text, max(position, cut.start() - _TAIL), cut.start())
        after = _AFTER_CUT.match(text, cut.end())
        if before and after:
            kept.append(text[position : before.start()])
            position = after.end()
    return " ".join((*kept, text[position:]))
