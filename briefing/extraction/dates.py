"""The dates a sentence speaks of: days, months, years, ranges, seasons, and relative ones.

A relative date ("last November", "two years ago") is resolved against the report's own date, and
only as far as that date reaches: without a month there is no "last November". "Two years later" has
no anchor in the sentence and is left out; so are decades and centuries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extraction.guarded import words_in
from briefing.model import Evidence, Facet, PartialDate

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = (
    r"(?P<{}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_DAY = r"(?P<{}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DASH = r"\s?(?:[-–—]|to|and|until|through)\s?"

_YEAR = re.compile(r"(?<![\w$€£,.])(?:FY\s?)?(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|[,.]\d|s\b)")
_BEFORE_YEAR = re.compile(
    rf"(?:{_DAY.format('d1')}{_DASH})?{_DAY.format('d2')}\s+(?:of\s+)?{_MONTH.format('m1')},?\s+$"
    rf"|{_MONTH.format('m2')}\s+(?:{_DAY.format('d3')}{_DASH})?{_DAY.format('d4')},?\s+$"
    rf"|(?:{_MONTH.format('m3')}{_DASH})?{_MONTH.format('m4')},?\s+(?:of\s+)?$"
)
"""Day and month, or months, right before a year."""
_CUE = re.compile(
    r"(?:\b(?:in|since|by|of|from|until|till|to|before|after|during|late|early|mid|and|or|between"
    r"|through|the|year|for|around|its|a|an|spring|summer|autumn|fall|winter|post|pre|this|than|over"
    r"|[’']s)[\s-]|[(,–—/-]\s?|^)$",
    re.IGNORECASE,
)
"""What stands before a year that has no month."""
_COUNTED = re.compile(
    r"\s(?:[\w-]+\s)?(?:troops|soldiers|people|persons|men|women|km|kilomet|miles|tons|tonnes|barrels"
    r"|refugees|migrants|victims|deaths|civilians|casualties|jobs|units|tanks|dollars|euros|employees"
    r"|paratroopers|peacekeepers|personnel|fighters|members|cases|years|vessels|ships|square|MW"
    r"|met(?:re|er)s|feet|workers|students|prisoners|homes|houses|islands)\b"
)
"""What a number counts that is no year."""
_RANGE = re.compile(r"\s?[-–—]\s?(?P<until>(?:19|20)?\d\d)(?![\d-])")
_ISO_TAIL = re.compile(r"-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)")
_REACH = 40
"""Characters before a year in which day and month stand."""

_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
_RELATIVE = re.compile(
    rf"\b(?:(?P<which>last|this|next|this past|this coming)\s+(?:{_MONTH.format('month')}"
    r"|(?P<unit>year|month|spring|summer|autumn|fall|winter))\b(?!\s(?:two|three|four|few|several|\d))"
    r"|(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|\d{1,2})\s(?P<units>year|month)s?\sago)\b",
    re.IGNORECASE,
)
_RELATIVE_WORDS = frozenset({"last", "this", "next", "ago"})


@dataclass(frozen=True, slots=True)
class SpokenDate:
    """A date that a sentence speaks of."""

    date: PartialDate
    start: int
    words: str
    reason: str

    @property
    def evidence(self) -> Evidence:
        """Why the sentence carries the date."""
        return Evidence(Facet.DATE, str(self.date), self.words, self.reason)


def dates_in(text: str, of_report: PartialDate | None) -> tuple[SpokenDate, ...]:
    """Return the dates in the order of the text, each once; a range gives its two ends."""
    found = [*_absolute(text)] if "1" in text or "20" in text else []
    if of_report and not _RELATIVE_WORDS.isdisjoint(words_in(text)):
        found += _relative(text, of_report)
    if not found:
        return ()
    once: dict[PartialDate, SpokenDate] = {}
    for spoken in sorted(found, key=lambda spoken: spoken.start):
        once.setdefault(spoken.date, spoken)
    return tuple(once.values())


def _absolute(text: str) -> Iterator[SpokenDate]:
    done = 0
    for match in _YEAR.finditer(text):
        if match.start() < done:
            continue
        start, done, dates = _around(text, match)
        for date in dates:
            yield SpokenDate(date, start, text[start:done], "date in the sentence")


def _around(text: str, year: re.Match[str]) -> tuple[int, int, list[PartialDate]]:
    """Return where the date of a year begins and ends, and the date or both ends of its range."""
    number = int(year["year"])
    if iso := _ISO_TAIL.match(text, year.end()):
        return year.start(), iso.end(), _dates(number, [int(iso["month"])], [int(iso["day"])])
    back = max(0, year.start() - _REACH)
    if before := _BEFORE_YEAR.search(text[back : year.start()]):
        part = {name: value for name, value in before.groupdict().items() if value}
        months = [_month(value) for name, value in part.items() if name[0] == "m"]
        days = [int(value) for name, value in part.items() if name[0] == "d"]
        return back + before.start(), year.end(), _dates(number, months, days)
    if until := _RANGE.match(text, year.end()):
        return year.start(), until.end(), _years(number, until["until"])
    alone = _stands_for_year(text, year)
    return year.start(), year.end(), [PartialDate(number)] if alone else []


def _stands_for_year(text: str, year: re.Match[str]) -> bool:
    if _COUNTED.match(text, year.end()):
        return False
    ends = text[year.end() : year.end() + 1] in ("", *',;:.)]”"’')
    return ends or _CUE.search(text[max(0, year.start() - _REACH) : year.start()]) is not None


def _dates(year: int, months: list[int], days: list[int]) -> list[PartialDate]:
    """Return the dates of a year; none where there is no such day."""
    try:
        if days:
            return [PartialDate(year, months[0], day) for day in days]
        return [PartialDate(year, month) for month in months]
    except ValueError:
        return []


def _years(first: int, last: str) -> list[PartialDate]:
    until = int(last if len(last) == 4 else f"{first // 100}{last}")
    return [PartialDate(first)] if until <= first else [PartialDate(first), PartialDate(until)]


def _month(name: str) -> int:
    return next(n for n, full in enumerate(_MONTHS, 1) if full.startswith(name.lower()[:3]))


def _relative(text: str, of_report: PartialDate) -> Iterator[SpokenDate]:
    for match in _RELATIVE.finditer(text):
        date = _resolved(match, of_report)
        if date is not None:
            reason = f"reckoned from the report's date, {of_report}"
            yield SpokenDate(date, match.start(), match.group(), reason)


def _resolved(match: re.Match[str], of_report: PartialDate) -> PartialDate | None:
    if match["count"]:
        return _ago(_count(match["count"]), match["units"].lower(), of_report)
    step = {"last": -1, "next": 1, "this coming": 1}.get(match["which"].lower(), 0)
    if match["month"]:
        return _named_month(_month(match["month"]), step, of_report)
    unit = match["unit"].lower()
    if unit == "month":
        return _ago(-step, unit, of_report)
    if unit == "year":
        return PartialDate(of_report.year + step)
    return _season(unit, step, of_report)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _ago(count: int, unit: str, of_report: PartialDate) -> PartialDate | None:
    if unit == "year":
        return PartialDate(of_report.year - count)
    if of_report.month is None:
        return None
    months = of_report.year * 12 + of_report.month - 1 - count
    return PartialDate(months // 12, months % 12 + 1)


def _named_month(month: int, step: int, of_report: PartialDate) -> PartialDate | None:
    """Return the last, this or the next month of that name as seen from the report's month."""
    if of_report.month is None:
        return None
    year = of_report.year
    if step < 0 and month >= of_report.month:
        year -= 1
    if step > 0 and month <= of_report.month:
        year += 1
    return PartialDate(year, month)


def _season(season: str, step: int, of_report: PartialDate) -> PartialDate | None:
    """Return the year of a season, where the report's month tells which one is meant."""
    if of_report.month is None or season == "winter":
        return None
    begins = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}[season]
    year = of_report.year
    if step < 0 and of_report.month < begins + 3:
        year -= 1
    if step > 0 and of_report.month >= begins:
        year += 1
    return PartialDate(year)
