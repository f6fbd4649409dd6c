"""Which way a text runs, where nothing says so."""

from __future__ import annotations

import unicodedata

_STRONG = frozenset({"L", "R", "AL"})


def runs_from_the_right(text: str) -> bool:
    """Return whether the first letter with a direction runs right to left (UAX 9, P2 and P3)."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((way for way in directions if way in _STRONG), "L") != "L"
