"""Shares told in words: two thirds of the voters, one in five children, a quarter of the grain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UPPER = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_LOWER = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
}  # fmt: skip
_IN = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twenty": 20,
}  # fmt: skip
_NO_TIME = r"(?!(?:a|\d[\d,.]*|(?:the\s)?(?:\w+\s)?(?:centur|decade|hour|month|week|year)\w*)\b)"
_LIMITED = (
    r"(?:\b(?:about|around|some|nearly|almost|roughly|approximately|more than|over|at least|up to"
    r"|less than|under|well over|close to)\s)?"
)
_FRACTION = re.compile(
    rf"{_LIMITED}\b(?P<upper>{'|'.join(_UPPER)})[\s-](?P<lower>{'|'.join(_LOWER)})s?(?=\sof\s{_NO_TIME})"
    rf"|{_LIMITED}(?<!\ba\s)(?<!first\s)(?<!second\s)(?<!other\s)(?<!and\sa\s)\b(?P<half>half)(?=\sof\s{_NO_TIME})",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    rf"{_LIMITED}\b(?P<upper>one|two|three)\s(?:in|out of)\s(?:every\s)?"
    rf"(?P<of>{'|'.join(_IN)}|\d\d?)\b"
    r"(?!\s(?:centur|decade|day|hour|month|week|year))(?!\s?%)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole."""

    start: int
    words: str
    percent: float


def shares(text: str) -> Iterator[Share]:
    """Yield the shares that a text tells in words."""
    for match in _FRACTION.finditer(text):
        if match["half"]:
            yield Share(match.start(), match[0], 50.0)
            continue
        upper, lower = _UPPER[match["upper"].lower()], _LOWER[match["lower"].lower()]
        if upper < lower:
            yield Share(match.start(), match[0], round(100 * upper / lower, 1))
    for match in _ONE_IN.finditer(text):
        upper, of = _UPPER[match["upper"].lower()], match["of"].lower()
        lower = int(of) if of.isdigit() else _IN[of]
        if upper < lower:
            yield Share(match.start(), match[0], round(100 * upper / lower, 1))
