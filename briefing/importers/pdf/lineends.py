"""Hyphens at the line ends of a typeset document.

Some documents are hyphenated by the program that set them, others have only the hyphens their
authors wrote. In the latter every hyphen at a line end belongs to its word and stays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from briefing.importers.hyphens import Hyphens

_CUT = re.compile(r"([^\W\d_]{2,})-$")
_NEXT = re.compile(r"([^\W\d_]{2,})")
_KEPT = "\N{NON-BREAKING HYPHEN}"
_FEWEST = 3
"""So many cut words must be seen before a document can be said not to be hyphenated."""


class LineEnds:
    """Joins lines; knows the document's words and whether it is hyphenated."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Learn from all lines of the document, in order."""
        known = list(lines)
        self._hyphens = Hyphens(known)
        self._sets_own = any("-" in line[:-1] for line in known)
        own = self._sets_own and any(line.endswith("\N{HYPHEN}") for line in known)
        self._keeps_all = own or not _is_hyphenated(known)

    def join(self, lines: Sequence[str]) -> str:
        """Return the lines as one text."""
        return self._hyphens.join(*self._prepared(lines)).replace(_KEPT, "-")

    def length_before(self, lines: Sequence[str], cut: int) -> int:
        """Return how many characters of the joined text stand before the line ``cut``."""
        before = self._hyphens.join(*self._prepared(lines)[:cut])
        return self._hyphens.length_before(before, lines[cut])

    def _prepared(self, lines: Sequence[str]) -> list[str]:
        if self._sets_own:
            lines = [_without_set_hyphen(line) for line in lines]
        if not self._keeps_all:
            return list(lines)
        return [
            line[:-1] + _KEPT if line.endswith("-") and line[-2:-1].isalpha() else line
            for line in lines
        ]


def _without_set_hyphen(line: str) -> str:
    """Return the line with a typographic hyphen at its end marked as one to be dropped.

    Where words are written with hyphen-minus, U+2010 at a line end comes from the typesetter.
    """
    return line[:-1] + "\N{SOFT HYPHEN}" if line.endswith("\N{HYPHEN}") else line


def _is_hyphenated(lines: list[str]) -> bool:
    """Return whether words cut at line ends stand uncut elsewhere in the document."""
    words = {word.lower() for line in lines for word in re.findall(r"[^\W\d_]{4,}", line)}
    cut = [
        (match[1] + following[1]).lower()
        for line, after in itertools.pairwise(lines)
        if (match := _CUT.search(line)) and (following := _NEXT.match(after))
    ]
    return len(cut) < _FEWEST or any(word in words for word in cut)
