"""What sets two sentences apart that give another figure in nearly the same words.

Rural and coastal turnout, what was asked and what was given, a first and a second ambush: there a
word beside the figure tells that it is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.selection.duplicates import plain_words

_ORDER = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last next another further"
    " previous earlier later former latter new".split()
)
"""Words that tell one of several from the others."""
_MEANT = frozenset(
    "aim aims ask asked asks could demanded expected expects goal may might needs offered offers"
    " plan planned plans pledged pledges promised promises proposed proposes requested requests"
    " seeks shall should target targets want wanted wants will would".split()
)
"""Words of what is meant to be, not of what is."""
_PLAIN = frozenset(
    "amount amounts billion comprise comprises consists contains count counts deploy deployed"
    " deploys estimate estimated estimates figure figures have held hold holds host hosted hosts"
    " includes keep keeps kept maintain maintains million number numbering numbers post posted"
    " put puts reached reaches report reported reports stand stands station stationed stood"
    " thousand total totals trillion".split()
)
"""Words by which one figure is told as well as another."""
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*(?!\w)")
_DATED = re.compile(
    r"\b(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?:\s\d{1,2}\b)?|(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]*\d)"
)
_MARKS = re.compile(r"\[[^\]]*\]")
_OF = 3
"""Words after "of" that tell the whole."""
_BESIDE = 5
"""Words before and after a figure that tell what it is of."""


def manner(words: Sequence[str]) -> tuple[frozenset[str], bool]:
    """Return which of several a sentence speaks of, and whether of what is only meant to be."""
    return _ORDER.intersection(words), not _MEANT.isdisjoint(words)


def other_numbers(text: str, figures: Sequence[str]) -> frozenset[str]:
    """Return the numbers of a text that are neither of its known figures nor of a date."""
    held = _MARKS.sub(" ", " ".join(text.split()))
    for words in figures:
        held = held.replace(words, " ", 1)
    found = _NUMBER.findall(_DATED.sub(" ", held))
    return frozenset(number.rstrip(".,") for number in found)


def whole_of(text: str, figure: str) -> list[str]:
    """Return the words after "of" behind a figure, of which it counts a part; there may be none."""
    _, _, after = " ".join(text.split()).partition(figure)
    return plain_words(after)[1 : _OF + 1] if after.startswith(" of ") else []


def beside(text: str, figure: str) -> list[str]:
    """Return the words of a figure and about it that tell what it is of."""
    before, _, after = " ".join(text.split()).partition(figure)
    told = [*plain_words(before)[-_BESIDE:], *plain_words(figure), *plain_words(after)[:_BESIDE]]
    return [word for word in told if word not in _PLAIN]
