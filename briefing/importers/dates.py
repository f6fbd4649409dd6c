"""Read a date that stands as a line of its own or in a tag: exactly, or not at all."""

from __future__ import annotations

import re
from functools import cache

from babel.dates import get_month_names

from briefing.model import PartialDate

_LOCALES = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "uk", "ru", "tr", "ar")
_LABEL = re.compile(
    r"^(?:date|dated|publication date|(?:first |last )?(?:published|updated|modified|reviewed"
    r"|posted|issued|released)(?: on| at)?|as of|datum|fecha|stand|дата)\s*[:\-–]?\s*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"^[A-Z][^\d,]{2,30}, (?=\d|[A-Z])")
_PLACE_AFTER = re.compile(r"(?<=\d{4}), [A-Z][\w .,'-]{2,40}$")
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\s+", re.IGNORECASE
)
_TIME = (
    r"\d{1,2}(?:[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|h(?:rs|ours)?|uhr)?|\s*[ap]\.?m\.?)"
    r"(?:\s*\(?(?:[A-Z]{1,2}[DS]?T|UTC|GMT|CES?T)(?:[+-]\d{1,2})?\)?)?"
)
_TIME_AFTER = re.compile(rf"(?<=\d)(?:,|\s+at|\s+[|·–—-])?\s+{_TIME}$", re.IGNORECASE)
_TIME_OF_DAY = re.compile(rf"(?:at )?{_TIME}", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ][\d:.+Z-]*)?")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º"
    r"|\.)?\s+(?:de\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})(?:\s*г(?:\.|ода)?)?"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH = re.compile(r"([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})")
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")


def date_in_line(text: str) -> PartialDate | None:
    """Return the date if the line is a date, with a label, a weekday, a place or a time at most."""
    bare = _TIME_AFTER.sub("", text.strip(" .|()[]*_"))
    if len(bare) > 60:
        return None
    for opening in (_LABEL, _WEEKDAY, _PLACE):
        bare = opening.sub("", bare, count=1)
        if date := parse_date(bare):
            return date
    return parse_date(_PLACE_AFTER.sub("", bare))


def is_time_of_day(text: str) -> bool:
    """Return whether the line is nothing but a time: ``3.12 pm``, ``06:14 GMT``."""
    return _TIME_OF_DAY.fullmatch(text.strip(" .()[]")) is not None


def parse_date(text: str) -> PartialDate | None:
    """Return the date that ``text`` is; None where it is none or can be read in two ways."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        return _date(match[1], match[2], match[3])
    if match := _DAY_FIRST.fullmatch(text):
        return _named(match[3], match[2], match[1])
    if match := _MONTH_FIRST.fullmatch(text):
        return _named(match[3], match[1], match[2])
    if match := _MONTH.fullmatch(text):
        return _named(match[2], match[1], None)
    if match := _FIGURES.fullmatch(text):
        return _from_figures(int(match[1]), match[2], int(match[3]), match[4])
    return None


def _from_figures(first: int, mark: str, second: int, year: str) -> PartialDate | None:
    """Read 22/04/2026 or 04/22/2026; with both parts up to twelve only dots tell (day first)."""
    if first > 12 or mark == "." or first == second:
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 else None


def _named(year: str, month: str, day: str | None) -> PartialDate | None:
    number = _months(_LOCALES[:1]).get(month.lower()) or _months(_LOCALES).get(month.lower())
    return _date(year, number, day) if number else None


def _date(year: str, month: str | int | None, day: str | int | None) -> PartialDate | None:
    try:
        return PartialDate(int(year), int(month) if month else None, int(day) if day else None)
    except ValueError:
        return None


@cache
def _months(locales: tuple[str, ...]) -> dict[str, int]:
    """Return month names and abbreviations of some languages, in small letters.

    English, the first, is asked for alone: to read them all takes a quarter of a second.
    """
    names: dict[str, int] = {"sept": 9}
    for locale in reversed(locales):
        for width in ("abbreviated", "wide"):
            for context in ("stand-alone", "format"):
                for number, name in get_month_names(width, context, locale).items():
                    names[name.lower().rstrip(".")] = number
    return names
