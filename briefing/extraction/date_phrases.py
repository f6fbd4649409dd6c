"""Days and months by name: “3 to 5 March 2021”, “24 January and 30 September 2022”, “in May”.

A month or day without a year takes that of the one it is tied to, and else waits for what the
report says around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.extraction.date_years import YEAR
from briefing.extraction.spoken_date import SpokenDate, date_of
from briefing.model import PartialDate

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
FULL = "|".join(month.capitalize() for month in MONTHS)
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
MONTH_WORDS = frozenset((*MONTHS, "sept", *(month[:3] for month in MONTHS)))
_JOINED = r"(?:\s?[-–—/]\s?|\s(?:to|and|or|until|till|through)\s(?:the\s)?)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
_PHRASE = re.compile(
    rf"(?:(?<![\w.,:/$€£])(?<!\d-)(?P<d1>{_DAY})(?:{_JOINED}(?P<d2>{_DAY}))?\s(?:of\s)?)?"
    rf"\b(?P<month>(?:{FULL}|{_SHORT})\b)\.?"
    rf"(?:\s(?P<d3>{_DAY})(?:{_JOINED}(?P<d4>{_DAY}))?(?![\w%]|[.,:]\d))?"
    rf"(?:,?\s(?:of\s)?(?P<year>{YEAR})(?![\d%]|[.,]\d|s\b)"
    r"|,?\s(?:of\s)?(?P<which>last|this|next|the\ssame|that)\syear\b)?"
)
_TIED = re.compile(
    r",?\s?(?:[-–—/]|\b(?:to|until|till|through|and|or|,))?\s?(?:(?:again|then|on|in|from|the)\s)*",
    re.IGNORECASE,
)
"""What ties a month or day to the next, whose year holds for both."""
_RUNS_TO = re.compile(r"\b(?:to|until|till|through|and)\s(?:\w+\s)?$|[-–—]\s?$")
"""What stands before the later end of a range."""
_ON = re.compile(
    r"(?:\b(?:in|since|until|till|by|during|from|of|between|before|after|early|late|mid|beginning|end"
    r"|middle|as)[\s-](?:the\s)?|[–—]\s?)$",
    re.IGNORECASE,
)
"""What stands before a month that is told without a day."""
_IN = re.compile(r"\b(?:in|[Mm]ay)\s$", re.IGNORECASE)
"""What stands before a month, so that the number after it is no day: in March 20 ships came."""
_AHEAD = re.compile(r"\b(?:to|for|towards?|before|ahead of)\sthe\s$", re.IGNORECASE)
"""What stands before the name of what was still to come then, in whatever year."""
_REACH = 24


@dataclass(frozen=True, slots=True)
class Phrase:
    """A month, or a day or two of it, where a text names it."""

    start: int
    end: int
    words: str
    month: int
    days: tuple[int, ...] = ()
    year: int | None = None
    which: str = ""
    """How it points at a year: last, this, next, that, the same; or empty."""
    later: bool = False
    """Whether it is the later end of a range."""
    ahead: bool = False
    """Whether it names what lies ahead of all else told: leading up to the December 24 vote."""

    @property
    def place(self) -> tuple[int, int]:
        """Where in its year it lies."""
        return self.month, self.days[0] if self.days else 0

    @property
    def points_from_report(self) -> bool:
        """Whether it points at a year as seen from the report: last, this or next year."""
        return self.which in ("last", "this", "next")

    def in_year(self, year: int, reason: str = "") -> Iterator[SpokenDate]:
        """Yield its dates in a year; none where there is no such day."""
        dates = [date_of(year, self.month, day) for day in self.days or (None,)]
        if None not in dates:
            for date in filter(None, dates):
                told = (reason,) if reason else ()
                yield SpokenDate(date, self.start, self.words, *told)

    def first_from(self, date: PartialDate) -> int:
        """Return the year in which it comes first on or after a date."""
        return date.year + (self.place < (date.month or 0, (self.days and date.day) or 0))


def phrases(text: str) -> list[Phrase]:
    """Return the months and days that a text names, each with its year where it has one."""
    read = [one for match in _PHRASE.finditer(text) if (one := _read(text, match))]
    found: list[Phrase] = []
    for one in _tied(text, read):
        if one.year or one.days or one.which or _stands(text, one, found):
            found.append(one)
    return found


def month_of(name: str) -> int:
    """Return the number of a month by its first three letters or more."""
    return next(n for n, full in enumerate(MONTHS, 1) if full.startswith(name.lower()[:3]))


def _read(text: str, match: re.Match[str]) -> Phrase | None:
    part = match.groupdict()
    before = text[max(0, match.start() - _REACH) : match.start()]
    end, days = match.end(), [part[name] for name in ("d1", "d2", "d3", "d4") if part[name]]
    if part["d3"] and not part["year"]:
        verb = part["month"] == "May" and not before
        if part["d1"] or verb or _IN.search(before):
            days, end = [part[name] for name in ("d1", "d2") if part[name]], match.end("month")
    exact = tuple(int(re.sub(r"\D", "", day)) for day in days)
    short = len(part["month"]) < 5 and part["month"] not in ("May", "June", "July")
    if short and not exact and not part["year"]:
        return None
    return Phrase(
        match.start(),
        end,
        text[match.start() : end],
        month_of(part["month"]),
        exact,
        int(part["year"]) if part["year"] else None,
        (part["which"] or "") if end == match.end() else "",
        _RUNS_TO.search(before) is not None,
        bool(exact) and _AHEAD.search(before) is not None,
    )


def _stands(text: str, one: Phrase, found: Sequence[Phrase]) -> bool:
    """Return whether a month without day and year is one, and no name or verb."""
    before = text[max(0, one.start - _REACH) : one.start]
    if text.startswith(("’s", "'s"), one.end):
        return False
    tied = bool(found) and _TIED.fullmatch(text, found[-1].end, one.start) is not None
    return tied or _ON.search(before) is not None


def _tied(text: str, found: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases with the year of the one that they are tied to."""
    known = list(found)
    for index, (one, after) in reversed(list(enumerate(pairwise(found)))):
        year = known[index + 1].year
        if one.year or one.which or year is None:
            continue
        if _TIED.fullmatch(text, one.end, after.start):
            known[index] = replace(one, year=year - (one.place > after.place))
    return known
