"""How much or how many a sentence tells, and of what: ``about 2,000 soldiers`` is 2000 of "troops".

Takes plain words, gives numbers with their kind. A kind gathers the words for one thing; a number
of anything that is not in the tables is passed over, for nobody could say what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.selection.foreign_quantities import foreign
from briefing.selection.numbers import HINT, amount, pattern, times
from briefing.selection.quantity_kinds import Told, is_name, told_by
from briefing.selection.quantity_words import COUNTED, GENERAL, MONEY, NOUNS, SIGN
from briefing.selection.shares import shares

__all__ = ["GENERAL", "MONEY", "NOUNS", "Quantity", "quantities", "ranges", "years"]

_SIGNS = "|".join(sorted(map(re.escape, SIGN), key=len, reverse=True))
_SIGNED = rf"(?:(?<![\w$])(?P<sign{{0}}>{_SIGNS})\.?\s?)?"
_BOUND = (
    r"about|around|some|nearly|almost|roughly|approximately|more than|well over|over|at least|up to"
    r"|less than|fewer than|under|an estimated|as many as|close to|no more than|no fewer than"
    r"|no less than|as much as|just over|just under|exceeding|in excess of|upwards of|above|below"
)


def _number(gap: str) -> re.Pattern[str]:
    """Return the pattern of a number, with what may stand before the later end of a range."""
    return re.compile(
        rf"(?:\b(?P<bound>(?i:{_BOUND}))\s)?(?:\b(?P<between>[Bb]etween)\s)?"
        rf"{_SIGNED.format('')}(?<![\w.,:/-]){pattern()}"
        rf"(?:(?P<gap>{gap}){_SIGNED.format('2')}{pattern('2')})?"
        r"(?![,.:/]?\d)"
    )


_NUMBER = _number(r"(?:\s?%|\sper\s?cent)?(?:\s?[-–—]\s?|\s(?:to|or)\s|(?(between)\sand\s|(?!)))")
"""A number with what limits it, or the two ends of a range."""
_ALONE = _number(r"(?!)")
"""The same without a later end."""
_SHARE = re.compile(r"\s?%|\s(?:per\s?cent|pct)\b")
YEAR = re.compile(r"(?<![\d.,$€£-])(?:19|20)\d\d(?![\d%]|[.,]\d|-)")
"""A year in figures; "the 2000-strong force" has none."""
_WHOLE = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s)?[1-9][\d,]*(?=\s)")
"""What stands between a part and the noun of its whole: 98 of 150 seats."""
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
"""What stands before a change rather than a range: it fell from 20 to 10 per cent."""
_DEFINITE = re.compile(r"\b(?:all|both|its|other|the|their|these|those)\s$", re.IGNORECASE)
_REACH = 60
"""Characters before and after a number in which what it counts is told."""
_FEW = 10
"""Fewer are told in words of what is known already: the two states."""
_AT_LEAST = frozenset(
    "more than|over|well over|at least|no fewer than|no less than|just over|exceeding|in excess of"
    "|upwards of|above".split("|")
)
_AT_MOST = frozenset(
    "up to|less than|fewer than|under|nearly|almost|as many as|as much as|no more than|just under"
    "|below".split("|")
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something."""

    kind: str
    number: float
    words: str
    """As the report has it."""
    bound: str = ""
    """What limits it, in small letters: ``about``, ``more than``; or empty."""
    least: float | None = None
    """The lower end, where a range is told: ``number`` is its upper end."""

    def may_be(self, other: Quantity) -> bool:
        """Return whether both can be true at once: equal, or within what the other leaves open."""
        return self.number == other.number or self._allows(other) or other._allows(self)

    def _allows(self, other: Quantity) -> bool:
        if self.bound in _AT_LEAST:
            return other.number > self.number
        return self.bound in _AT_MOST and other.number < self.number


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of known things that a text gives, in its order; no ends of ranges."""
    return tuple(one for one in _all(text) if one.least is None)


def ranges(text: str) -> tuple[Quantity, ...]:
    """Return the ranges that a text gives, in its order: ``between 1,500 and 2,000 soldiers``."""
    return tuple(one for one in _all(text) if one.least is not None)


def years(text: str) -> tuple[str, ...]:
    """Return the years that a text gives, each once."""
    return tuple(dict.fromkeys(YEAR.findall(text)))


@lru_cache(maxsize=1024)
def _all(text: str) -> tuple[Quantity, ...]:
    if not HINT.search(text):
        return ()
    found: dict[int, Quantity] = {}
    taken: set[int] = set()
    for other in foreign(text):
        found[other.start] = Quantity(other.kind, other.number, other.words, other.bound)
        taken.update(range(other.start, other.end))
    found |= {start: one for start, one in _counted(text) if start not in taken}
    for share in shares(text):
        found[share.start] = Quantity("share", share.percent, share.words)
    return tuple(found[start] for start in sorted(found))


def _counted(text: str) -> Iterator[tuple[int, Quantity]]:
    """Yield each number of a known thing, with its place."""
    done = 0
    for match in _numbers(text):
        if match.start() < done:
            continue
        whole = _WHOLE.match(text, match.end()) if match["figures"] else None
        end = whole.end() if whole else match.end()
        before = text[max(0, match.start() - _REACH) : match.start()]
        after = text[end : end + _REACH]
        told = None if _is_none(match, before, after) else _told(match, before, after)
        if told is None:
            continue
        done = end + told.length
        words = " ".join(text[match.start() : done].split())
        one = _quantity(match, told, words)
        if one and not _FROM.search(before if one.least is not None else ""):
            yield match.start(), one


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield numbers and ranges; two that are of different things are no range.

    “By 12 per cent to 18 billion dollars” tells a share, and then how much money.
    """
    at = 0
    while match := _NUMBER.search(text, at):
        gap = match["gap"] or ""
        if _SHARE.match(gap) and (match["sign2"] or not _SHARE.match(text, match.end())):
            match = _ALONE.match(text, match.start()) or match
        yield match
        at = match.end()


def _is_none(match: re.Match[str], before: str, after: str) -> bool:
    """Return whether a number is a name, a year or a day, and counts nothing."""
    if match["figures"] is None or match["bound"] or match["scale"] or match["sign"]:
        return False
    return is_name(match["figures"], before, after)


def _told(match: re.Match[str], before: str, after: str) -> Told | None:
    told = told_by(match["sign"] or match["sign2"], before, after)
    few = match["words"] and not match["scale"] and amount(match) < _FEW
    if told is None or (few and (told.kind == "people" or _DEFINITE.search(before))):
        return None
    number = amount(match) * times(match)
    if told.kind in COUNTED and number % 1:  # nor is 4.30 a number of troops
        return None
    if (told.kind == "countries" and number < _FEW) or (match["words"] and number == 1):
        return None
    return told


def _quantity(match: re.Match[str], told: Told, words: str) -> Quantity | None:
    """Return the number or range of a match; None where a range runs downwards."""
    first, scale = amount(match), times(match)
    bound = (match["bound"] or "").lower()
    if match["figures2"] is None and match["words2"] is None:
        return Quantity(told.kind, first * scale * told.times, words, bound)
    upper = amount(match, "2") * times(match, "2")
    if not match["scale"] and first * times(match, "2") < upper:
        scale = times(match, "2")
    least, most = first * scale * told.times, upper * told.times
    return Quantity(told.kind, most, words, least=least) if least < most else None
