"""Figures of the officer's own: what a table of indicators holds, by country and year."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[int, float, int]
"""A year, the value, and the line of the file that it stands on."""


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one indicator for one country, the earliest year first."""

    indicator: str
    region: str
    """Id of the country, or of a sub-region or bloc."""
    unit: str
    source: str
    """Who publishes it, as the file says; empty where it does not."""
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A table of indicators as it was read; it travels with the request, its file need not."""

    name: str
    """Name of the file, without folders."""
    sha256: str
    imported: str
    """Day on which it was read, ISO 8601."""
    series: tuple[Series, ...]
    faults: tuple[str, ...] = ()
    """A sentence a bad row, with its line; where there are many, the last says how many more."""
    without_value: int = 0
    """Rows or cells that name country and year and have no value."""

    @property
    def values(self) -> int:
        """How many values it holds."""
        return sum(len(one.points) for one in self.series)

    @property
    def indicators(self) -> tuple[str, ...]:
        """Its indicators, in the order of the file."""
        return tuple(dict.fromkeys(one.indicator for one in self.series))
