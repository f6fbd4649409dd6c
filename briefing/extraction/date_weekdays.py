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
_DONE = frozenset(
    "became began blew bought broke brought built came caught chose dealt did drew drove fell"
    " felt fled flew forbade fought found froze gave got grew had held hid hit kept killed knew"
    " laid led left lost made met paid ran rose said sank saw sent shot showed shut sold sought"
    " spent spoke stole stood struck swept swore threw told took was went were withdrew woke won"
    " wore wrote".split()
)
_NOT_DONE = frozenset("armed so-called united".split())
_STILL = frozenset("is are be being get gets".split())
"""What stands before “held” where that is not what somebody did."""
_CLAUSE = re.compile(r"[,;:—–]\s|\(")
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
    that very day, but as “last Tuesday” a week before. None where anything is yet to come, or not
    told as done: voters who “go to the polls on Sunday” may go on the next one.
    """
    if report is None or report.day is None or _WEEKDAYS.isdisjoint(words):
        return []
    if not _TO_COME.isdisjoint(words):
        return []
    told = (match for match in _SPOKEN.finditer(text) if _is_done(text, match))
    return [spoken for match in told if (spoken := _spoken(match, report))]


def _is_done(text: str, match: re.Match[str]) -> bool:
    """Return whether the clause about a day tells what was done; that after it, if it opens one."""
    begins = [0, *(clause.end() for clause in _CLAUSE.finditer(text, 0, match.start()))]
    ends = [*(clause.start() for clause in _CLAUSE.finditer(text, match.end())), len(text)]
    opens = not text[begins[-1] : match.start()].strip()
    return _tells_done(text[begins[-1] : ends[min(int(opens), len(ends) - 1)]])


def _tells_done(clause: str) -> bool:
    words = [word.strip("“”‘’\"'.)") for word in clause.split()]
    return any(
        _is_past(word) and _STILL.isdisjoint(words[max(0, n - 2) : n])
        for n, word in enumerate(words)
    )


def _is_past(word: str) -> bool:
    if word in _DONE:
        return True
    return word.islower() and word.endswith("ed") and word[-3:] != "eed" and word not in _NOT_DONE


def _spoken(match: re.Match[str], report: PartialDate) -> SpokenDate | None:
    day = report.first_day
    back = (day.weekday() - _NAMES.index(match["day"].lower())) % 7
    if not back and match["how"].lower() == "last":
        back = 7
    if day.toordinal() <= back:  # the first days of the calendar have none before them
        return None
    found = day - timedelta(days=back)
    date = PartialDate(found.year, found.month, found.day)
    return SpokenDate(date, match.start(), match.group(), reckoned(report))
