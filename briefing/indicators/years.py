"""Years as tables write them: alone, as a day, or spanning two; parts of years are none."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from briefing.indicators.grids import Cell, cell_text

_MARK = (
    r"(?:est|estimated?|estimates|proj|projected|projections?|forecasts?|prel|prelim|preliminary"
    r"|prov|provisional|actual|latest)\.?"
)
_YEAR = re.compile(
    r"['\u2019]?(?:fy|yr|y)?\s*([12][0-9]{3})(?:\.0+)?(?:\s*\[?yr[12][0-9]{3}\]?)?\s*"
    rf"(?:[a-z*]|\([a-z]{{1,3}}\)|{_MARK}|\({_MARK}\))?",
    re.IGNORECASE,
)
"""With the mark of an estimate or a note behind it: ``2024e``, ``2024*``, ``2024 (proj.)``."""
_SPANNING = re.compile(
    r"(?:fy\s*)?([12][0-9]{3})\s*[/\u2013-]\s*([0-9]{2}|[12][0-9]{3})\s*(?:[a-z*]|\([a-z]{1,3}\))?",
    re.IGNORECASE,
)
_DAYS = (
    re.compile(
        r"(?P<y>[12][0-9]{3})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?:t.*| .*)?", re.IGNORECASE
    ),
    re.compile(r"(?P<d>[0-9]{1,2})[./](?P<m>[0-9]{1,2})[./](?P<y>[12][0-9]{3})"),
    re.compile(r"(?P<m>[0-9]{1,2})/(?P<d>[0-9]{1,2})/(?P<y>[12][0-9]{3})"),
)
_MONTH = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_PART = re.compile(
    r"[12][0-9]{3}\W*[qmhsw]\W?[0-9].*|[12][0-9]{3}[-/. ]?(?:0[1-9]|1[0-2])"
    rf"|(?:0?[1-9]|1[0-2])[-/.][12][0-9]{{3}}|(?:{_MONTH})[a-z]*\W*[0-9]{{2,4}}"
    rf"|[12][0-9]{{3}}\W*(?:{_MONTH})[a-z]*|q[1-4]\W*[12][0-9]{{3}}"
)
"""A quarter, month, half or week of a year."""
_PART_ALONE = re.compile(
    r"q\W?[1-4]|h\W?[12]|[1-4]\W?q"
    r"|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
    r"|(?:\S+\s)?(?:quarter|half(?:[ -]year)?|quartal|halbjahr|trimestre|semestre)(?:\s[0-9]+)?"
)
"""Such a part where its year stands elsewhere; ``Marriages`` is none, nor ``M2``: that is money."""


@dataclass(frozen=True, slots=True)
class Time:
    """What a cell says of time."""

    year: int
    day: str = ""
    """The day that it names, where it does not name the year itself."""
    spans_two: bool = False
    """Whether it is a year such as 2021/22, of which the first is taken."""


def time_of(cell: Cell) -> Time | None:
    """Return the year that a cell names, or in which the day lies that it names."""
    text = cell_text(cell)
    if found := _YEAR.fullmatch(text):
        return Time(int(found[1]))
    if first := spanning(text):
        return Time(first, spans_two=True)
    day = _day(text)
    return Time(day.year, day=text) if day else None


def spanning(text: str) -> int:
    """Return the first of the two years that ``2021/22`` spans; 0 where it is no such year.

    With a dash it may be a month: ``2010-11`` is none of both for certain, and no year.
    """
    found = _SPANNING.fullmatch(text)
    if not found:
        return 0
    first, second = int(found[1]), found[2]
    follows = str(first + 1).endswith(second)
    is_month = "/" not in text and len(second) == 2 and 1 <= int(second) <= 12
    return first if follows and not is_month else 0


def is_part(cell: Cell) -> bool:
    """Return whether a cell names a part of a year."""
    return _PART.fullmatch(cell_text(cell).lower()) is not None


def is_part_alone(text: str) -> bool:
    """Return whether words name a part of a year and no year: ``Q1``, ``March``."""
    return _PART_ALONE.fullmatch(text.strip(" _,:").lower()) is not None


def _day(text: str) -> date | None:
    """Return the day that a cell names; what none can be is none."""
    for form in _DAYS:
        if found := form.fullmatch(text):
            with suppress(ValueError):
                return date(int(found["y"]), int(found["m"]), int(found["d"]))
    return None
