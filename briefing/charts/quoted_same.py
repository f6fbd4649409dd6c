"""Whether two findings that quote one number quote it of the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.model import Finding
from briefing.selection.quantities import GENERAL, NOUNS, Quantity
from briefing.selection.said import days_of, of_other_times

_WORD = re.compile(r"[^\W\d_]{5,}")
_UNTELLING = NOUNS | frozenset(
    "about according after against among area areas armed around attack attacks being between could"
    " during estimate estimated first former government group groups including injured killed least"
    " million billion months number other percent president region regions report reported"
    " reportedly reports since state their there these those total under village where which while"
    " would wounded years".split()
)
_STEM = 6
"""Words that begin alike for so many letters are taken for one: accounts, accounted."""
_ALIKE = 3
"""Telling words in common of two findings that quote a number of one thing."""
_BOUNDS = (
    ("about", "an estimated", "approximately", "around", "close to", "roughly", "some"),
    ("almost", "nearly"),
    (
        "above",
        "exceeding",
        "in excess of",
        "just over",
        "more than",
        "over",
        "upwards of",
        "well over",
    ),
    ("at least", "no fewer than", "no less than"),
    ("below", "fewer than", "just under", "less than", "under"),
    ("as many as", "as much as", "no more than", "up to"),
)
"""Words that limit a number alike."""
_ROUND = re.compile(r"[1-9]\d?0*(?:\.0+)?")
"""A number of one digit or two and noughts, such as two may well have by chance."""


def is_same(one: Finding, first: Quantity, other: Finding, second: Quantity) -> bool:
    """Return whether two findings tell a figure of the same thing, and in the same sense.

    They do where their words are alike, or where they count 1,379 of one kind in the same
    countries: such numbers are seldom met twice.
    """
    if _sense(first) != _sense(second) or not _share_countries(one, other):
        return False
    if of_other_times(days_of(one), days_of(other)):
        return False
    if first.kind not in GENERAL | {"share"} and not _ROUND.fullmatch(f"{first.number:f}"):
        return True
    return len(_telling(one.text) & _telling(other.text)) >= _ALIKE


def _sense(one: Quantity) -> tuple[str, float, float | None, int]:
    """Return what a figure tells: its kind and numbers, and how they are limited."""
    words = one.words.casefold()
    alike = (n for n, bounds in enumerate(_BOUNDS) if words.startswith(bounds))
    return one.kind, one.number, one.least, next(alike, -1)


def _share_countries(one: Finding, other: Finding) -> bool:
    """Return whether both name a country or are about one."""
    first, second = ({*each.mentions, *each.about} for each in (one, other))
    return bool(first & second)


@lru_cache(maxsize=1 << 12)
def _telling(text: str) -> frozenset[str]:
    words = {word.lower() for word in _WORD.findall(text)} - _UNTELLING
    return frozenset(word[:_STEM] for word in words)
