"""The dates a sentence speaks of: days, months, years, ranges, seasons, and relative ones.

A relative date ("last November", "two years ago") is resolved against the report's own date, and
only as far as that date reaches: without a month there is no "last November". "Two years later" has
no anchor in the sentence and is left out; so are decades and centuries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import Evidence, Facet, PartialDate

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_YEAR = r"(?P<{0}>1[5-9]\d\d|20\d\d)(?!\d|,\d|\.\d|\s?%|s\b)"
_DAY = r"(?P<{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DASH = r"\s?(?:[-–—]|to|and|until|through)\s?"
_PERSONS_OR_UNITS = (
    r"(?!\s(?:\w+\s)?(?:troops|soldiers|people|persons|men|women|km|kilomet|miles|tons|tonnes|barrels"
    r"|refugees|migrants|victims|deaths|civilians|casualties|jobs|units|tanks|dollars|euros|employees"
    r"|paratroopers|peacekeepers|personnel|fighters|members|cases|years|vessels|ships|square|MW|metres"
    r"|meters|feet|workers|students|prisoners|homes|houses|islands))"
)
_CUE = (
    r"(?i:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bby\s)|(?<=\bof\s)|(?<=\bfrom\s)|(?<=\buntil\s)|(?<=\btill\s)"
    r"|(?<=\bto\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bduring\s)|(?<=\blate\s)|(?<=\blate-)"
    r"|(?<=\bearly\s)|(?<=\bmid-)|(?<=\bmid\s)|(?<=\band\s)|(?<=\bor\s)|(?<=\bbetween\s)"
    r"|(?<=\bthrough\s)|(?<=\bthe\s)|(?<=\byear\s)|(?<=\bfor\s)|(?<=\baround\s)|(?<=\bits\s)|(?<=’s\s)"
    r"|(?<='s\s)|(?<=\ba\s)|(?<=\bFY\s)|(?<=\bFY)|(?<=\bspring\s)|(?<=\bsummer\s)|(?<=\bautumn\s)"
    r"|(?<=\bfall\s)|(?<=\bwinter\s)|(?<=\bpost-)|(?<=\bpre-)|(?<=\()|(?<=,\s)|(?<=[-–—/]))"
)
_ABSOLUTE = re.compile(
    rf"\b(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b"
    rf"|\b{_DAY.format('d1')}{_DASH}{_DAY.format('d2')}\s+{_MONTH.format('m1')},?\s+{_YEAR.format('y1')}"
    rf"|\b{_DAY.format('d3')}\s+(?:of\s+)?{_MONTH.format('m2')},?\s+{_YEAR.format('y2')}"
    rf"|\b{_MONTH.format('m3')}\s+{_DAY.format('d4')}{_DASH}{_DAY.format('d5')},?\s+{_YEAR.format('y3')}"
    rf"|\b{_MONTH.format('m4')}\s+{_DAY.format('d6')},?\s+{_YEAR.format('y4')}"
    rf"|\b{_MONTH.format('m5')}{_DASH}{_MONTH.format('m6')},?\s+(?:of\s+)?{_YEAR.format('y5')}"
    rf"|\b{_MONTH.format('m7')},?\s+(?:of\s+)?{_YEAR.format('y6')}"
    rf"|{_YEAR.format('y7')}\s?[-–—]\s?(?P<y8>(?:19|20)?\d\d)(?![\d-])"
    rf"|(?:{_CUE}|(?<=^)){_YEAR.format('y9')}{_PERSONS_OR_UNITS}"
    rf"|{_YEAR.format('y0')}(?=[,;:.)\]”\"]|$)",
)
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
_WORTH_A_LOOK = re.compile(r"\d{4}|\b(?:last|this|next|ago)\b", re.IGNORECASE)


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
    if not _WORTH_A_LOOK.search(text):
        return ()
    found = [*_absolute(text), *(_relative(text, of_report) if of_report else ())]
    found.sort(key=lambda spoken: spoken.start)
    return tuple({spoken.date: spoken for spoken in reversed(found)}.values())[::-1]


def _absolute(text: str) -> Iterator[SpokenDate]:
    for match in _ABSOLUTE.finditer(text):
        for date in _read(match):
            yield SpokenDate(date, match.start(), match.group(), "date in the sentence")


def _read(match: re.Match[str]) -> list[PartialDate]:
    """Return the date, or both ends of the range, that the match spells; none if no such day."""
    try:
        return _parts(match)
    except ValueError:
        return []


def _parts(match: re.Match[str]) -> list[PartialDate]:
    part = {name: value for name, value in match.groupdict().items() if value}
    if "iso" in part:
        return [PartialDate.parse(part["iso"])]
    years = [int(value) for name, value in part.items() if name[0] == "y" and name != "y8"]
    months = [_month(value) for name, value in part.items() if name[0] == "m"]
    days = [int(value) for name, value in part.items() if name[0] == "d"]
    if "y8" in part:
        return _years(part["y7"], part["y8"])
    if days:
        return [PartialDate(years[0], months[0], day) for day in days]
    return [PartialDate(years[0], month) for month in months] or [PartialDate(years[0])]


def _years(first: str, last: str) -> list[PartialDate]:
    until = int(last if len(last) == 4 else first[:2] + last)
    if until <= int(first):
        return [PartialDate(int(first))]
    return [PartialDate(int(first)), PartialDate(until)]


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
