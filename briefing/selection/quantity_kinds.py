"""What a number counts or measures, by the words about it; and numbers that count nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.selection.quantity_changes import is_change, is_change_of_number
from briefing.selection.quantity_fates import BEFALLEN, befallen, uncounted
from briefing.selection.quantity_words import COUNTED, SIGN, TIMES_OF_UNIT, UNITS, counted

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_UNITS = {kind: re.compile(pattern) for kind, pattern in UNITS.items()}
_STRONG = re.compile(
    r"-(?:strong|man|soldier)\s(?:\w+\s){0,2}?(?:army|brigade|contingent|corps|deployment|detachment"
    r"|force|garrison|guard|militia|mission|unit)\b"
)
_WORD = re.compile(r"\s([^\W\d_][\w.’'&-]*)(?<![.’'&-])")
_OF = re.compile(r"\sof\s(?:its|their|the|these|those|our|his)\b")
_BETWEEN = 3
"""Words that may stand between a number and its noun: ``30 new American fighter jets``."""
_NO_ADJECTIVE = frozenset(
    "about after against all an and are around as at be been before being but by can cm could day"
    " down during for from had half has have her his hour if in into is its kg km less may meter"
    " metre mid might minute mm month near not of off on or out over own per percent since so some"
    " than that the their then there these this those through to under until up was week were what"
    " when where which while who whose will with within without would year".split()
)
_LABEL = re.compile(
    r"\b(?:agenda|annex|appendix|area|article|art|battalion|box|brigade|camp|category|chapter|class"
    r"|clause|day|decree|division|figure|fig|flight|force|grade|group|highway|horizon|law|level|line"
    r"|mark|note|no|nos|number|operation|page|paragraph|part|phase|point|pp?|protocol|regiment"
    r"|resolution|room|route|section|sector|serial|stage|step|table|task force|type|unit|version"
    r"|vision|volume|zone|unscr)\.?\s$",
    re.IGNORECASE,
)
"""What stands before a number by which a thing is called."""
_YEAR_CUE = re.compile(
    rf"\b(?:in|since|by|until|till|from|before|after|during|the|late|early|mid|spring|summer|autumn"
    rf"|fall|winter|year|between|{_MONTHS})[\s-]$",
    re.IGNORECASE,
)
_OF_CUE = re.compile(r"\bof\s$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AFTER_MONTH = re.compile(rf"\b(?:{_MONTHS})\.?\s$")
_BEFORE_MONTH = re.compile(rf"\s(?:of\s)?(?:{_MONTHS})\b")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a number."""

    kind: str
    length: int = 0
    """Characters after the number that tell it."""
    times: float = 1.0
    """What the unit makes of the number."""


def told_by(sign: str | None, before: str, after: str) -> Told | None:
    """Return what a number counts; None where nothing in the tables tells it.

    ``before`` ends where the number begins, ``after`` begins where it ends.
    """
    if sign:
        return Told(SIGN[sign])
    for kind, pattern in _UNITS.items():
        if match := pattern.match(after):
            if kind == "share" and is_change(before, after[match.end() :]):
                return Told("change", match.end())
            unit = (match.groupdict().get("watts") or match[0]).strip().lower()
            factor = TIMES_OF_UNIT.get(unit) or TIMES_OF_UNIT.get(unit[:1]) or 1.0
            exact = kind == "watts" or unit == "bcm"
            return Told(kind, match.end(), factor if exact else 1.0)
    if strong := _STRONG.match(after):
        return Told("troops", strong.end())
    noun = _noun(after)
    if noun is None:
        kind, length = uncounted(before, after)
        return Told(kind, length) if kind else None
    if noun.kind in COUNTED and is_change_of_number(before):
        return Told(f"{noun.kind}, change", noun.length)
    if noun.kind in BEFALLEN:
        return Told(befallen(noun.kind, before, after[noun.length :]), noun.length)
    return noun if noun.kind else None


def _noun(after: str) -> Told | None:
    """Return the noun that a number counts, some adjectives on; None where none is known."""
    start = _OF.match(after)
    at, before = (start.end() if start else 0), ""
    for _ in range(_BETWEEN + 1):
        word = _WORD.match(after, at)
        if word is None:
            return None
        if word[1] in SIGN:
            return Told(SIGN[word[1]], word.end())
        kind = counted(word[1], before)
        adjective = word[1].casefold() in ("fighter", "service", "police", "artillery", "united")
        if kind is not None and not (adjective and _pair_follows(after, word.end(), word[1])):
            return Told(kind, word.end())
        if not _is_adjective(word[1]):
            return None
        at, before = word.end(), word[1]
    return None


def _pair_follows(after: str, at: int, word: str) -> bool:
    following = _WORD.match(after, at)
    return bool(following and counted(following[1], word) is not None)


def _is_adjective(word: str) -> bool:
    plural = word.endswith("s") and word.islower() and not word.endswith(("ss", "ous", "us"))
    return not plural and word.casefold() not in _NO_ADJECTIVE


def is_name(figures: str, before: str, after: str) -> bool:
    """Return whether a bare number in figures is a day, a year, or what a thing is called by."""
    if _LABEL.search(before):
        return True
    if len(figures) <= 2 and (_AFTER_MONTH.search(before) or _BEFORE_MONTH.match(after)):
        return True
    if not _YEAR.fullmatch(figures):
        return False
    told = figures[2:] != "00" and _OF_CUE.search(before)
    return bool(told or _YEAR_CUE.search(before))
