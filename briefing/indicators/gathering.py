"""The values of a table while it is read: one for each indicator, country and year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.errors import ImportFailure
from briefing.indicators.faults import Faults, shown
from briefing.model import Point, Series

MOST_VALUES = 20_000
_FEW = 3
_MANY = 1 / 3
"""Of the years of an indicator there are further values: it is no mistake then, but what the table
is made of, such as events, months or men and women."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a series of values is of."""

    indicator: str
    region: str
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class _Clash:
    """A second value for what has one."""

    key: Key
    year: int
    line: int
    there: int
    """The line of the first."""


class Gathering:
    """Takes values; where several stand for one year, says so once all are there."""

    def __init__(
        self, faults: Faults, named: Callable[[str], str], differing: Callable[[int, int], str]
    ) -> None:
        """Take how regions are named, and what says in which columns two lines differ."""
        self._faults, self._named, self._differing = faults, named, differing
        self._points: dict[Key, dict[int, Point]] = {}
        self._dated: dict[Key, list[tuple[str, str, Point]]] = {}
        """Values of parts of years, each with the part: whether it is the year's, all tell."""
        self._clashes: dict[str, list[_Clash]] = {}
        self._held = 0

    def add(self, key: Key, point: Point) -> None:
        """Take the value of a year.

        Raises:
            ImportFailure: there are more than a table can be meant to hold.
        """
        year, value, line = point
        kept = self._points.setdefault(key, {})
        if year not in kept:
            kept[year] = point
            self._count()
        elif kept[year][1] != value:
            clash = _Clash(key, year, line, kept[year][2])
            self._clashes.setdefault(key.indicator, []).append(clash)

    def add_dated(self, key: Key, point: Point, what: str, part: str) -> None:
        """Take the value of a day or month; ``what`` it is called, and which it is.

        Raises:
            ImportFailure: as ``add``.
        """
        self._dated.setdefault(key, []).append((what, part, point))
        self._count()

    def series(self) -> Iterator[Series]:
        """Yield what is to be kept of all, and note what is not."""
        for key, dated in self._dated.items():
            self._settle_dated(key, dated)
        for indicator, clashes in self._clashes.items():
            self._settle(indicator, clashes)
        for key, points in self._points.items():
            if points:
                found = tuple(points[year] for year in sorted(points))
                yield Series(key.indicator, key.region, key.unit, key.source, found)

    def _count(self) -> None:
        self._held += 1
        if self._held > MOST_VALUES:
            raise ImportFailure(
                f"The table holds more than {MOST_VALUES:,} values.",
                "Save the countries and years that matter as a file of their own.",
            )

    def _settle_dated(self, key: Key, dated: list[tuple[str, str, Point]]) -> None:
        """Keep values of days where each year has one day only: they are of whole years."""
        days = {(point[0], part) for _, part, point in dated}
        is_whole = len(days) == len({year for year, _ in days})
        for what, _, point in dated:
            self._held -= 1
            if is_whole:
                self.add(key, point)
            else:
                said = f"its {what} stands for a part of a year, not for one"
                self._faults.add(point[2], said)

    def _settle(self, indicator: str, clashes: list[_Clash]) -> None:
        """Tell of values that contradict each other; where many do, none of them is the year's."""
        keys = [key for key in self._points if key.indicator == indicator]
        years = sum(len(self._points[key]) for key in keys)
        if len(clashes) >= _FEW and len(clashes) > _MANY * years:
            for key in keys:
                self._points[key] = {}
            differing = self._differing(clashes[0].there, clashes[0].line)
            what = f"{shown(indicator)} has several values for one country and year{differing}"
            for clash in clashes:
                self._faults.add(clash.line, f"{what}, so that none of them is read")
            return
        for clash in clashes:
            what = f"{shown(indicator)}, {self._named(clash.key.region)}, {clash.year}"
            self._faults.add(clash.line, f"{what} stands on line {clash.there} with another value")
