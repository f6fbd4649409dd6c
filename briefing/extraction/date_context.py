"""The year of a day or month that is told without one, as a reader finds it in the report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.extraction.date_phrases import Phrase
from briefing.extraction.date_reckoning import reckoned, year_of
from briefing.extraction.guarded import words_in
from briefing.model import PartialDate

_COMING = frozenset(
    "will would shall planned plans scheduled due upcoming expected expects forthcoming intends"
    " hopes".split()
)
"""Words of what is yet to come."""
_YEARLY = frozenset(
    "every each annual annually yearly usually typically normally traditionally always anniversary"
    " anniversaries parade parades holiday season seasons commemorate commemorates celebrate"
    " celebrates birthday".split()
)
"""Words of what comes back each year."""
_NAMING = re.compile(r"\b(?:[Tt]he|[Pp]ost|[Pp]re)[\s-]$")
_NAMED = re.compile(r"\s(?!(?:and|at|by|had|has|in|is|of|on|or|to|until|was|were|when|with)\b)\w")
"""What stands before and after a day by which a thing is called: the October 7 attacks."""
_NEAR = 9
"""Months before the report's date in which a reader looks for a day without a year."""
_DAYS = 31
"""Days before the report's within which a paragraph must lie whose “on Tuesday” is the last one."""
_FAR = 2
"""Days farther away that make a report one of a longer time."""
_OF_MANY = 10
"""Of so many days without a year one that is farther away may be a slip; of those of a whole year
three of twelve are."""
_BEFORE = "year from the sentences before"
_ELSEWHERE = "year from the same day elsewhere in the report"
Told = tuple[int, str]
"""A year, and why it is that."""


def comes_back(text: str) -> bool:
    """Return whether a sentence speaks of what happens every year."""
    return not _YEARLY.isdisjoint(words_in(text))


@dataclass(slots=True)
class Around:
    """What a report tells around a sentence."""

    of_report: PartialDate | None
    point: PartialDate | None = None
    """The time of which the paragraph speaks so far."""
    past: int | None = None
    """The year of which the report spoke last, in whatever paragraph."""
    block: int = -1
    """The paragraph in which the sentence stands."""
    days: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    """The years in which the report gives a day in full, by month and day."""
    is_of_long: bool = False
    """Whether the report is of a longer time than its date tells the year of."""

    def enter(self, block: int) -> None:
        """Go on to a sentence of a block; each begins with no time of its own."""
        if block != self.block:
            self.block, self.point = block, None

    def year(self, text: str, one: Phrase, *, alone: bool) -> Told | None:
        """Return the year of a month or day of a sentence, and why; None where nothing tells it.

        The report's date tells it only where the sentence speaks of no other time (``alone``).
        """
        if one.which:
            return self._pointed(one)
        if self.point:
            year = one.first_from(self.point)
            return (year, _BEFORE) if self._has_been(year, one) else None
        known = self.days.get(one.place, set())
        if one.days and len(known) == 1:
            return next(iter(known)), _ELSEWHERE
        if not alone or not _COMING.isdisjoint(words_in(text)):
            return None
        named = _NAMING.search(text, 0, one.start) and _NAMED.match(text, one.end)
        return None if named else self._near(one)

    def is_of_its_days(self) -> bool:
        """Return whether the report speaks of the days before its own, as news do."""
        report = self.of_report
        if report is None or report.day is None or self.is_of_long:
            return False
        if self.past is not None and self.past < report.year - 1:
            return False
        return self.point is None or (report.first_day - self.point.last_day).days <= _DAYS

    def go_on(self, point: PartialDate) -> None:
        """Keep the time of which a sentence speaks for those after it; not one to come."""
        if self.of_report is None or point.first_day <= self.of_report.last_day:
            self.point, self.past = point, point.year

    def _pointed(self, one: Phrase) -> Told | None:
        report = self.of_report
        if not one.points_from_report:
            return (self.point.year, _BEFORE) if self.point else None
        year = year_of(one.which, report) if report else None
        return (year, reckoned(report)) if report and year else None

    def _has_been(self, year: int, one: Phrase) -> bool:
        report = self.of_report
        return report is None or (year, one.month) <= (report.year, report.month or 12)

    def _near(self, one: Phrase) -> Told | None:
        """Return the year that the report's date tells, where that is near enough."""
        report = self.of_report
        if report is None or report.month is None or self.is_of_long:
            return None
        if self.past is not None and self.past < report.year - 1:
            return None
        year = _last_before(one, report)
        return (year, reckoned(report)) if _months_apart(one, report) <= _NEAR else None


def is_of_long(open_: Iterable[Phrase], report: PartialDate | None) -> bool:
    """Return whether a report is of a longer time than the months before its date.

    ``open_`` are its days without a year. A report of a whole year that appears in April tells of
    February and of June in the same words: its date tells the year of neither.
    """
    if report is None or report.month is None:
        return False
    days = [one for one in open_ if one.days and not one.which]
    far = len({one.place for one in days if _months_apart(one, report) > _NEAR})
    return far >= _FAR and far * _OF_MANY >= len(days)


def _last_before(one: Phrase, report: PartialDate) -> int:
    """Return the year in which a day or month was last, as seen from the report's date."""
    return report.year - (one.place > (report.month or 12, report.day or 31))


def _months_apart(one: Phrase, report: PartialDate) -> int:
    return (report.year - _last_before(one, report)) * 12 + (report.month or 12) - one.month
