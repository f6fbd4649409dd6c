"""Time on paper: the periods that bars stand for, a scale of years, and which are named on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import PartialDate

_DAYS = 365.25
_LEAST = 4
"""Years that a scale shows at least; one alone would look like an age."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
DECADE = 10
_LABEL = re.compile(r"(to |from )?([0-9]{1,4})(s?)")
_BETWEEN_PT = 5.0
"""Between two labels, at the least."""


@dataclass(frozen=True, slots=True)
class Period:
    """The years that a bar stands for, both ends included."""

    label: str
    first: int
    last: int

    @classmethod
    def of(cls, first: int, years: int) -> Period:
        """Return a year or a decade."""
        return cls(f"{first}s" if years > 1 else str(first), first, first + years - 1)

    @classmethod
    def until(cls, last: int) -> Period:
        """Return all years to this one."""
        return cls(f"to {last}", 0, last)

    @classmethod
    def since(cls, first: int) -> Period:
        """Return all years from this one."""
        return cls(f"from {first}", first, 9999)

    @classmethod
    def parse(cls, label: str) -> Period:
        """Return the period that is so labelled.

        Raises:
            ValueError: there is none.
        """
        found = _LABEL.fullmatch(label)
        if not found or (found[1] and found[3]):
            raise ValueError(label)
        year = int(found[2])
        if found[1]:
            return cls.until(year) if found[1] == "to " else cls.since(year)
        return cls.of(year, DECADE if found[3] else 1)

    @property
    def is_decade(self) -> bool:
        """Whether it is ten years long."""
        return self.label.endswith("s")

    @property
    def is_round(self) -> bool:
        """Whether one looks for its label among others: every fifth year, every fifth decade."""
        return self.label[0].isdigit() and self.first % (50 if self.is_decade else 5) == 0

    def holds(self, named: Iterable[int]) -> bool:
        """Return whether one of these years lies in it."""
        return any(self.first <= year <= self.last for year in named)


def apart(order: Iterable[int], middles: Sequence[float], widths: Sequence[float]) -> list[int]:
    """Return which labels are written so that no two touch: of two, that which is first in order.

    A label stands around its place in ``middles``, as wide as ``widths`` says.
    """
    kept: list[int] = []
    for one in order:
        clear = (
            abs(middles[one] - middles[other]) >= (widths[one] + widths[other]) / 2 + _BETWEEN_PT
            for other in kept
        )
        if one not in kept and all(clear):
            kept.append(one)
    return kept


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
