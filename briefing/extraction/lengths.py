"""How long a sentence may be: what is longer is none, and goes on in pieces.

Many patterns look at each word of a sentence and at all the words around it. In what people write
that costs little; a megabyte without a stop would keep a report from ever being read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_SENTENCE = 3000
"""Characters; the longest sentences of treaties and resolutions have about two thousand."""
_PLACES = (re.compile(r"[;:][ \n]"), re.compile(r",[ \n]"), re.compile(r"\s"))
"""Where a piece may end, the best places first."""
_SPACE = re.compile(r"\s*")


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence of a text as it is or, where it is too long for one, in pieces.

    Each has its first and last character that is not white space at its ends.
    """
    while end - start > LONGEST_SENTENCE:
        cut = good_end(text, start, start + LONGEST_SENTENCE)
        yield start, start + len(text[start:cut].rstrip())
        beyond = _SPACE.match(text, cut, end)
        start = beyond.end() if beyond else cut
    if start < end:
        yield start, end


def good_end(text: str, start: int, most: int) -> int:
    """Return where a piece from ``start`` to ``most`` at the latest ends: between words if it can.

    It has at least half of the characters that it may have.
    """
    for place in _PLACES:
        ends = [found.end() for found in place.finditer(text, (start + most) // 2, most)]
        if ends:
            return ends[-1]
    return most
