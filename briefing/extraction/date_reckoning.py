"""Dates that only the report's own date makes whole: “last November”, “two years ago”.

They are told only as far as that date reaches: without a month there is no "last November". "Two
years later" has no anchor and is left out; so are decades and centuries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extraction.date_phrases import FULL, MONTH_WORDS, month_of
from briefing.extraction.spoken_date import SpokenDate, date_of
from briefing.model import PartialDate

_POINTING = frozenset({"last", "this", "next", "ago"})
_UNITS = MONTH_WORDS | frozenset("year years month months spring summer autumn fall winter".split())

_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
_RELATIVE = re.compile(
    r"\b(?:(?:(?P<nth>\d\d?)(?:st|nd|rd|th)\sof\s)?"
    rf"(?P<which>last|this|next|this past|this coming)\s+(?:(?P<month>{FULL})"
    r"|(?P<unit>year|month|spring|summer|autumn|fall|winter))\b"
    r"(?!\s(?:two|three|four|few|several|\d))"
    r"|(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|\d{1,2})\s(?P<units>year|month)s?\sago)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:the|its|his|her|their|our|every)\s$", re.IGNORECASE)
"""What stands before “last year” and the like that are not the report's."""
_REACH = 8
_STEPS = {"last": -1, "next": 1, "this coming": 1}


def points_back(words: frozenset[str]) -> bool:
    """Return whether a sentence with these words may have a date that hangs on the report's."""
    return not (_POINTING.isdisjoint(words) or _UNITS.isdisjoint(words))


def reckoned(report: PartialDate) -> str:
    """Return the reason of a date that is reckoned from the report's."""
    return f"reckoned from the report's date, {report}"


def relative(text: str, report: PartialDate) -> Iterator[tuple[int, int, SpokenDate | None]]:
    """Yield where each relative date begins and ends, and the date; None where it is not told."""
    for match in _RELATIVE.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if not match["nth"] and _OF_OTHERS.search(before):
            continue
        date = _on(match["nth"], _resolved(match, report))
        words = match.group()
        spoken = SpokenDate(date, match.start(), words, reckoned(report)) if date else None
        yield *match.span(), spoken


def year_of(which: str, report: PartialDate) -> int | None:
    """Return the year that “last year” and the like tell; None for “that year”."""
    step = {"last": -1, "this": 0, "next": 1}.get(which)
    return None if step is None else report.year + step


def _on(nth: str | None, month: PartialDate | None) -> PartialDate | None:
    """Return a day of a month; the month where none is told."""
    if nth is None or month is None or month.month is None:
        return month
    return date_of(month.year, month.month, int(nth))


def _resolved(match: re.Match[str], report: PartialDate) -> PartialDate | None:
    if match["count"]:
        return _ago(_count(match["count"]), match["units"].lower(), report)
    step = _STEPS.get(match["which"].lower(), 0)
    if match["month"]:
        return _named_month(month_of(match["month"]), step, report)
    unit = match["unit"].lower()
    if unit == "month":
        return _ago(-step, unit, report)
    if unit == "year":
        return PartialDate(report.year + step)
    return _season(unit, step, report)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _ago(count: int, unit: str, report: PartialDate) -> PartialDate | None:
    if unit == "year":
        return PartialDate(report.year - count)
    if report.month is None:
        return None
    months = report.year * 12 + report.month - 1 - count
    return PartialDate(months // 12, months % 12 + 1)


def _named_month(month: int, step: int, report: PartialDate) -> PartialDate | None:
    """Return the last, this or the next month of that name as seen from the report's month."""
    if report.month is None:
        return None
    year = report.year
    if step < 0 and month >= report.month:
        year -= 1
    if step > 0 and month <= report.month:
        year += 1
    return PartialDate(year, month)


def _season(season: str, step: int, report: PartialDate) -> PartialDate | None:
    """Return the year of a season, where the report's month tells which one is meant."""
    if report.month is None or season == "winter":
        return None
    begins = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}[season]
    year = report.year
    if step < 0 and report.month < begins + 3:
        year -= 1
    if step > 0 and report.month >= begins:
        year += 1
    return PartialDate(year)
