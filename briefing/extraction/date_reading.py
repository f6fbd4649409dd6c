"""What a sentence by itself tells of its dates, and which of them still lack a year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.extraction.date_context import comes_back
from briefing.extraction.date_phrases import MONTH_WORDS, Phrase, phrases
from briefing.extraction.date_reckoning import points_back, relative
from briefing.extraction.date_weekdays import days_before
from briefing.extraction.date_years import Span, in_figures, years_alone
from briefing.extraction.guarded import words_in
from briefing.extraction.spoken_date import SpokenDate
from briefing.model import PartialDate

_AT_YEAR = re.compile(
    r"\b(?:in|during|of)\s(?:early\s|late\s|mid-|the\s\w+\sof\s)?$", re.IGNORECASE
)
"""What stands before a year in which a thing is told to happen; not "since" and "by"."""
_REACH = 24


@dataclass(slots=True)
class Read:
    """What a sentence tells by itself."""

    found: list[SpokenDate] = field(default_factory=list)
    open: list[Phrase] = field(default_factory=list)
    """Days and months that lack a year."""
    weekdays: list[SpokenDate] = field(default_factory=list)
    """What “on Tuesday” is if the report speaks of its own days."""
    points: list[tuple[int, PartialDate]] = field(default_factory=list)
    """The times of which it speaks, each with its place."""

    def take(self, spoken: Iterable[SpokenDate], *, point: bool = True) -> None:
        """Take dates, as times of which the sentence speaks or only as told."""
        for one in spoken:
            self.found.append(one)
            if point:
                self.points.append((one.start, one.date))


NOTHING = Read()


def read_dates(text: str, of_report: PartialDate | None) -> Read:
    """Return the dates of a sentence; those that need the report's date only where it has one."""
    words = words_in(text)
    named = not MONTH_WORDS.isdisjoint(words)
    figures = "1" in text or "20" in text
    back = of_report if points_back(words) else None
    weekdays = days_before(text, words, of_report)
    if not (named or figures or back or weekdays):
        return NOTHING
    read = Read(weekdays=weekdays)
    told = phrases(text) if named else []
    taken = _relative(text, back, read, told) if back else []
    told = [one for one in told if not _within(one.start, taken)]
    for one in told:
        read.take(one.in_year(one.year) if one.year else ())
    if figures:
        _years(text, read, [*taken, *((one.start, one.end) for one in told)])
    open_ = [one for one in told if not one.year]
    if open_ and not comes_back(text):
        _close(open_, read)
    return read


def _within(at: int, spans: Iterable[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


def _relative(text: str, report: PartialDate, read: Read, told: Iterable[Phrase]) -> list[Span]:
    """Take the dates reckoned from the report's; return where they stand.

    The last two words of "in March last year" tell no date of their own.
    """
    taken = []
    wider = [(one.start, one.end) for one in told if one.which]
    for start, end, spoken in relative(text, report):
        if _within(start, wider):
            continue
        taken.append((start, end))
        if spoken:
            read.take([spoken], point=spoken.date.first_day <= report.last_day)
    return taken


def _years(text: str, read: Read, taken: list[Span]) -> None:
    for spoken in in_figures(text):
        read.take([spoken])
        taken.append((spoken.start, spoken.start + len(spoken.words)))
    for spoken in years_alone(text, taken):
        before = text[max(0, spoken.start - _REACH) : spoken.start]
        read.take([spoken], point=_AT_YEAR.search(before) is not None)


def _close(open_: Iterable[Phrase], read: Read) -> None:
    """Give days and months the year told before them in the sentence; keep those without one."""
    for one in open_:
        before = max((point for point in read.points if point[0] < one.start), default=None)
        if before is None or one.which:
            read.open.append(one)
            continue
        if one.ahead:
            continue
        year = one.first_from(before[1])
        if year == before[1].year or one.later:
            read.take(one.in_year(year))
