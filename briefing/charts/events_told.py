"""Whether a finding says that something happened at one of its dates, and whether two say the same.

A date may tell when a report was written, as of when its figures hold, or what is planned; and many
dates tell only since when or before what something else was.
"""

from __future__ import annotations

import re
from enum import IntEnum

from briefing.charts.events_words import date_words
from briefing.model import PartialDate, StoredFinding

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_ABOUT_WHEN = r"(?:\s(?:the|an?|early|mid|late|beginning of|end of|start of))*\s?-?\s*$"
_ASIDE = re.compile(
    r"\b(?:since|until|till|after|before|following|prior to|ahead of|between|from|by"
    rf"|(?:aftermath|wake|eve) of|to|through){_ABOUT_WHEN}",
    re.IGNORECASE,
)
"""What stands before a date that tells when something else was."""
_STATED = re.compile(
    r"\b(?:as of|as at|current to|dated|(?:reporting|review) (?:period|year)(?: from| of)?"
    r"|period under review(?: from)?|accessed|retrieved|last (?:updated|modified|reviewed)"
    rf"|updated on|posted on|\(@\w+\)){_ABOUT_WHEN}|\(@\w+\)\s*$",
    re.IGNORECASE,
)
"""What stands before the date of a text, of figures, or of the time that a report is of."""
_PLANNED = re.compile(
    r"\b(?:due|planned|scheduled|set|slated|foreseen|expected|envisaged|to be held|to take place)"
    rf"\s(?:for|in|on|by|to begin in|to start in){_ABOUT_WHEN}",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:will|would|shall|should|must|may|might|plans? to|planned to|intends? to|intended to"
    r"|expected to|scheduled to|hopes? to|hoped to|aims? to|aimed to|set to|to be)\b"
    rf"(?:\s[\w’'-]+){{1,9}}{_ABOUT_WHEN}"
)
"""A verb of what is to come, close before the date; “May” with a capital is a month."""
_NAMES = "|".join((*map(str.capitalize, _MONTHS), *(month[:3].capitalize() for month in _MONTHS)))
_RUN = re.compile(
    rf"\b(?:[Ff]rom|[Bb]etween)\s(?:the\s|early\s|late\s|mid-?\s?)?(?:\d\d?(?:st|nd|rd|th)?\s)?(?:{_NAMES})\.?"
    r"(?:\s\d\d?(?:st|nd|rd|th)?)?(?:,?\s\d{4})?,?\s(?:to|and|until|through)\s(?:\w+\s)?$"
)
"""What stands before the later end of a time that is told by both ends."""
_CLAUSE = re.compile(r"[,;:—–(]\s|[.!?]\s")
_CELLS = " | "
"""What stands between the cells of a row of a table: it tells no event."""
_OPENING = 8
"""Blocks at the beginning of a report that may be its cover."""
_COVER = re.compile(r"\s*(?:$|[A-ZÀ-ÞЀ-Я])")
"""What follows a date that opens a line of the cover: 25 September 2024 Check against delivery."""
_WORD = re.compile(r"[^\W\d_]{5,}")
_SAYING = re.compile(r"[^\W\d_]{3,}")
_LEAST_WORDS = 2
"""Words beside a date without which nothing is told to have happened."""
_UNTELLING = frozenset(
    (
        *_MONTHS,
        *"about after again against around because before between could during first following"
        " foreign former minister president since their there these those three under until which"
        " while would".split(),
    )
)
_BEFORE = 120
"""Characters before a date that are looked at."""
_NEAR = 60
"""Characters before and after a date in which two reports tell one thing in like words."""
_ALIKE = 3
"""Telling words in common there, for what happened in a month."""


class Told(IntEnum):
    """How far a finding tells of a date as of that of an event."""

    EVENT = 0
    ASIDE = 1
    NONE = 2


def how_told(stored: StoredFinding, day: PartialDate) -> Told:
    """Return how far a finding tells what happened at one of its dates."""
    report = stored.report.metadata.date
    if _CELLS in stored.finding.text or (report and day.first_day > report.last_day):
        return Told.NONE
    text, start, end = _where(stored, day)
    before = text[max(0, start - _BEFORE) : start]
    if _RUN.search(before) or len(_SAYING.findall(f"{text[:start]} {text[end:]}")) < _LEAST_WORDS:
        return Told.NONE
    if _STATED.search(before) or _PLANNED.search(before) or _is_cover(stored, day, text[end:]):
        return Told.NONE
    clauses = [0, *(found.end() for found in _CLAUSE.finditer(before))]
    if _MODAL.search(before[clauses[-1] :]):
        return Told.NONE
    return Told.ASIDE if _ASIDE.search(before) else Told.EVENT


def is_same(one: StoredFinding, other: StoredFinding, day: PartialDate) -> bool:
    """Return whether two findings tell the same of a date, as far as their words show it.

    Of a day, one telling word in common is enough; of a month two reports must tell it alike.
    """
    if day.day is not None:
        return bool(_telling(one.finding.text) & _telling(other.finding.text))
    if one.report.sha256 == other.report.sha256:
        return False
    return len(_telling(_around(one, day)) & _telling(_around(other, day))) >= _ALIKE


def _is_cover(stored: StoredFinding, day: PartialDate, after: str) -> bool:
    """Return whether a date opens a line of the report's cover, or is a line by itself."""
    words = date_words(stored.finding, day)
    if not words or not stored.finding.text.lstrip().startswith(words):
        return False
    return stored.finding.passage.block < _OPENING and _COVER.match(after) is not None


def _where(stored: StoredFinding, day: PartialDate) -> tuple[str, int, int]:
    """Return the words of a finding, and where its date begins and ends in them."""
    text = " ".join(stored.finding.text.split())
    words = date_words(stored.finding, day)
    start = max(0, text.find(words))
    return text, start, start + len(words)


def _around(stored: StoredFinding, day: PartialDate) -> str:
    text, start, end = _where(stored, day)
    return text[max(0, start - _NEAR) : end + _NEAR]


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text)) - _UNTELLING
