"""Where the same words stand in a report, and how well the surroundings agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from briefing.model import Quotation, Report
from briefing.quotations import surroundings

_SHAPES = (
    '"“”„‟«»″',
    "'‘’‚‛′",
    "-‐‑‒–—−",
)
"""Characters that importers and editors put for one another."""
_VARIANTS = {character: f"[{re.escape(shapes)}]" for shapes in _SHAPES for character in shapes}
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A run of characters of one block."""

    block: int
    start: int
    end: int


def same_words(exact: str, report: Report) -> list[Place]:
    """Return every place where the words stand, whatever the spaces and the shape of marks."""
    pattern = _pattern(exact)
    if pattern is None:
        return []
    return [
        Place(number, match.start(), match.end())
        for number, block in enumerate(report.blocks)
        for match in pattern.finditer(block.text)
    ]


def agreement(quotation: Quotation, place: Place, report: Report) -> float:
    """Return how much of what stood around the quotation stands around the place, 0 to 1.

    A side on which nothing stood agrees when nothing stands there now.
    """
    text = report.blocks[place.block].text
    before, after = surroundings(text, place.start, place.end)
    sides = (
        _shared(_plain(quotation.prefix)[::-1], _plain(before)[::-1]),
        _shared(_plain(quotation.suffix), _plain(after)),
    )
    return sum(sides) / len(sides)


def _pattern(exact: str) -> re.Pattern[str] | None:
    words = exact.replace(_SOFT_HYPHEN, "").split()
    if not words:
        return None
    loose = ("".join(_VARIANTS.get(c) or re.escape(c) for c in word) for word in words)
    start = r"(?<!\w)" if words[0][0].isalnum() else ""
    end = r"(?!\w)" if words[-1][-1].isalnum() else ""
    return re.compile(start + r"\s+".join(loose) + end)


def _plain(text: str) -> str:
    """Return a text without spaces, so that line breaks do not tell against a place."""
    return "".join(text.split())


def _shared(first: str, second: str) -> float:
    """Return which part of the first text the second begins with."""
    if not first:
        return 0.0 if second else 1.0
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    return sum(1 for _ in same) / len(first)
