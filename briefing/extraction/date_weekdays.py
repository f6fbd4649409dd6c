"""Days of the week as news tell them: “on Tuesday” is the last one before the report appeared."""

from __future__ import annotations

import re
from datetime import timedelta

from briefing.extraction.date_reckoning import reckoned
from briefing.extraction.spoken_date import SpokenDate
from briefing.model import PartialDate

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS = frozenset(_NAMES)
_TO_COME = frozenset(
    "will would shall should may might could plan plans planned scheduled due upcoming expected"
    " expects forthcoming intends hopes next every each usually tomorrow".split()
)
"""Words of what is yet to come, or comes again and again."""
_SPOKEN = re.compile(
    rf"\b(?P<how>on|last|late(?:\son)?|early(?:\son)?)\s(?P<day>{'|'.join(_NAMES)})\b"
    r"(?!,?\s(?:the\s)?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b))"
    r"(?!\s(?:last|next|week|before|after|of)\b)",
    re.IGNORECASE,
)
"""A day of the week without a date beside it; “on Tuesday of last week” is another."""


def days_before(text: str, words: frozenset[str], report: PartialDate | None) -> list[SpokenDate]:
    """Return the days of the week that a sentence names, each as the last one of the report's.

    ``words`` are those of the text in small letters. A day on which the report itself appeared is
    that very day, but as “last Tuesday” a week before. None where anything is yet to come.
    """
    if report is None or report.day is None or _WEEKDAYS.isdisjoint(words):
        return []
    if not _TO_COME.isdisjoint(words):
        return []
    return [_spoken(match, report) for match in _SPOKEN.finditer(text)]


def _spoken(match: re.Match[str], report: PartialDate) -> SpokenDate:
    day = report.first_day
    back = (day.weekday() - _NAMES.index(match["day"].lower())) % 7
    if not back and match["how"].lower() == "last":
        back = 7
    found = day - timedelta(days=back)
    date = PartialDate(found.year, found.month, found.day)
    return SpokenDate(date, match.start(), match.group(), reckoned(report))
