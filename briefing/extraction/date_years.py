"""Years that stand alone, ranges of them, and dates in figures alone: ISO, 13.4.2022, 4/13/2022.

Of 03/04/2022 nobody can say which is the month: it gives the year alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.extraction.spoken_date import SpokenDate, date_of
from briefing.model import PartialDate

YEAR = r"(?:1[5-9]\d\d|20\d\d)"
Span = tuple[int, int]

_ALONE = re.compile(rf"(?<![\w$€£,.])(?:FY\s?)?(?P<year>{YEAR})(?![\d%]|[,.]\d|s\b)")
_CUE = re.compile(
    r"(?:\b(?:in|since|by|of|from|until|till|to|before|after|during|late|early|mid|and|or|between"
    r"|through|the|year|for|around|its|a|an|spring|summer|autumn|fall|winter|post|pre|this|than|over"
    r"|quarter|half|Q[1-4]|H[12]|[’']s)[\s-]|[(,–—]\s?|(?:\s|(?-i:[a-z]{3}))[/-]\s?|^)$",
    re.IGNORECASE,
)
"""What stands before a year that has no month."""
_COUNTED = re.compile(
    r"\s(?:[\w-]+\s)?(?:troops|soldiers|people|persons|men|women|km|kilomet|miles|tons|tonnes|barrels"
    r"|refugees|migrants|victims|deaths|civilians|casualties|jobs|units|tanks|dollars|euros|employees"
    r"|paratroopers|peacekeepers|personnel|fighters|members|cases|years|vessels|ships|square|MW"
    r"|met(?:re|er)s|feet|workers|students|prisoners|homes|houses|islands)\b"
)
"""What a number counts that is no year, ..."""
_TIME = re.compile(r"\b(?:in|since|until|during)\s$", re.IGNORECASE)
"""... unless this stands before it: in 2014 soldiers came."""
_NUMBERED = re.compile(
    r"(?:\b(?:pp?|nos?|tel|fax|phone|isbn|issn|imo|rooms?|pages?|resolutions?|unscr|decree|flight|law"
    r"|regulation|directive|agenda|vision|horizon|unit|articles?|paragraphs?|section|file|number|item"
    r"|line|serial|postbox|box)\b\.?|№|#|\+\d+)[\s:(+]*[\d\s()/–—-]*$",
    re.IGNORECASE,
)
"""What stands before a number by which a thing is called or found."""
_RANGE = re.compile(
    r"\s?[-–—]\s?(?P<until>(?:19|20)?\d\d)(?![\w-])|/(?P<next>(?:20)?\d\d)(?![\w/-])"
)
_ISO_TAIL = re.compile(r"-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\w./-])(?P<a>\d{1,2})(?P<sign>\.\s?|[/-])(?P<b>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\w/-])"
)
_GLUED = re.compile(r"\d-$|\d{3}/$|[A-Za-z]/\d+/$")
"""What stands before a part of a longer number."""
_REACH = 24
"""Characters before a year that are looked at."""
_LONGEST = 150
"""Years of the longest range."""


def years_alone(text: str, taken: Sequence[Span]) -> Iterator[SpokenDate]:
    """Yield the years of a text and its dates in figures alone, but for what is taken already."""
    done = 0
    for match in _ALONE.finditer(text):
        at = match.start("year")
        if match.start() >= done and not any(start <= at < end for start, end in taken):
            done, dates = _read(text, match)
            for date in dates:
                yield SpokenDate(date, match.start(), text[match.start() : done])


def in_figures(text: str) -> Iterator[SpokenDate]:
    """Yield the dates written in figures alone whose day and month can be told apart."""
    for match in _NUMERIC.finditer(text):
        first, second = int(match["a"]), int(match["b"])
        if match["sign"][0] != "." and first <= 12:
            if second <= 12 and first != second:
                continue
            first, second = second, first
        date = date_of(int(match["year"]), second, first) if second <= 12 else None
        if date is not None:
            yield SpokenDate(date, match.start(), match.group())


def _read(text: str, year: re.Match[str]) -> tuple[int, list[PartialDate]]:
    """Return where the date of a year ends, and the date or both ends of its range."""
    number = int(year["year"])
    if iso := _ISO_TAIL.match(text, year.end()):
        date = date_of(number, int(iso["month"]), int(iso["day"]))
        return iso.end(), [date] if date else []
    before = text[max(0, year.start() - _REACH) : year.start()]
    until = _RANGE.match(text, year.end())
    end = until.end() if until else year.end()
    dates = _ends(number, until) if until else []
    if not dates and _stands(text, before, end):
        dates = [PartialDate(number)]
    return end, dates if dates and not _NUMBERED.search(before) else []


def _stands(text: str, before: str, end: int) -> bool:
    """Return whether a number that ends there is a year."""
    if not _CUE.search(before) and text[end : end + 1] not in ("", *',;:.)]”"’'):
        return False
    counted = _COUNTED.match(text, end) and not _TIME.search(before)
    return not counted and not _GLUED.search(before)


def _ends(first: int, until: re.Match[str]) -> list[PartialDate]:
    """Return both ends of a range; after a stroke only the next year is one."""
    told = until["until"] or until["next"]
    last = int(told if len(told) == 4 else f"{first // 100}{told}")
    if until["next"] and last != first + 1:
        return []
    return [PartialDate(first), PartialDate(last)] if first < last <= first + _LONGEST else []
