"""A scale of time on paper: where a date lies, and which years are named beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import PartialDate

_DAYS = 365.25
_LEAST = 4
"""Years that a scale shows at least; one alone would look like an age."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True, slots=True)
class Years:
    """So many years from left to right, or from above to below."""

    first: int
    until: int
    """The first year that is no longer on it."""
    begins: float
    """Where the scale begins on paper, in points."""
    ends: float

    @classmethod
    def over(
        cls, dates: Iterable[PartialDate], begins: float, ends: float, least: int = _LEAST
    ) -> Years:
        """Return the scale that all the dates lie on, no shorter than ``least`` years."""
        years = [day.year for day in dates]
        until = max(years) + 1
        return cls(min(min(years), until - least), until, begins, ends)

    def at(self, year: float) -> float:
        """Return where a moment lies, told in years and their parts."""
        share = (year - self.first) / (self.until - self.first)
        return self.begins + share * (self.ends - self.begins)

    def span(self, day: PartialDate) -> tuple[float, float]:
        """Return where the time that a date may mean begins and ends."""
        first, last = day.first_day, day.last_day
        from_ = first.year + (first.timetuple().tm_yday - 1) / _DAYS
        to = last.year + min(1.0, last.timetuple().tm_yday / _DAYS)
        return self.at(from_), self.at(to)

    def middle(self, day: PartialDate) -> float:
        """Return where the middle of the time that a date may mean lies."""
        return sum(self.span(day)) / 2

    def named(self, most: int) -> list[int]:
        """Return the round years that are named, so many at most."""
        for step in _STEPS:
            begin = -(-self.first // step) * step
            years = list(range(begin, self.until, step))
            if len(years) <= most:
                return years or [self.first]
        return [self.first]
