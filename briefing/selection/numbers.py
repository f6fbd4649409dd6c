"""Numbers in figures and in words: ``2,000``, ``27 000``, ``3.5m``, ``fifteen thousand``.

“Several thousand”, “dozens” and “tens of thousands” tell no number.
"""

from __future__ import annotations

import re

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORTH = {
    **{word: float(number) for number, word in enumerate((*_ONES, *_TEENS), 1)},
    **{word: 10.0 * number for number, word in enumerate(_TENS, 2)},
    "a": 1.0,
}
_SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6,
    "mln": 1e6, "mn": 1e6, "m": 1e6, "crore": 1e7, "billion": 1e9, "bln": 1e9, "bn": 1e9,
    "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_GAP = "[,'’\u00a0\u202f\u2009 ]"
_FIGURES = rf"\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)|\d+"
_BELOW = rf"(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES)}))?|{'|'.join((*_TEENS, *_ONES))}"
_HUNDREDS = rf"(?:(?:{_BELOW}|a)\shundred(?:\s(?:and\s)?(?:{_BELOW}))?|{_BELOW})\b"
_WORDS = rf"{_HUNDREDS}(?:\sand\sa\shalf)?|half\sa|a(?=\s(?:thousand|[mbtr]+illion))"
_SCALE = (
    r"\s?(?:dozen|hundred|thousand|lakh|million|crore|billion|trillion|mln|mn|bln|bn|tn)\b|[mk]\b"
)
HINT = re.compile(
    rf"\d|\b(?:{'|'.join((*_ONES[1:], *_TEENS, *_TENS))}|hundred|thousand|[mbtr]+illion|half"
    r"|third|quarter|fifth)\b",
    re.IGNORECASE,
)
"""Every text with a number has this."""


def pattern(name: str = "") -> str:
    """Return the pattern of a number, whose groups end with a name."""
    figures = rf"(?P<figures{name}>{_FIGURES})(?P<part{name}>\.\d+)?"
    return rf"(?:{figures}|(?P<words{name}>\b(?i:{_WORDS})))(?P<scale{name}>{_SCALE})?"


def amount(match: re.Match[str], name: str = "") -> float:
    """Return the number that ``pattern`` has found under a name, without its scale."""
    words = match[f"words{name}"]
    if words is None:
        figures = re.sub(_GAP, "", match[f"figures{name}"])
        return float(figures + (match[f"part{name}"] or ""))
    return _spelled(words.casefold())


def times(match: re.Match[str], name: str = "") -> float:
    """Return what the scale beside a number makes of it; 1 where there is none."""
    scale = match[f"scale{name}"]
    return _SCALES[scale.strip()] if scale else 1.0


def _spelled(words: str) -> float:
    if words.startswith("half"):
        return 0.5
    told = 0.0
    for word in re.split(r"[\s-]", words):
        if word == "hundred":
            told *= 100
        else:
            told += 0.5 if word == "half" else 0.0 if word == "and" else _WORTH[word]
    return told - (1.0 if words.endswith("and a half") else 0.0)
