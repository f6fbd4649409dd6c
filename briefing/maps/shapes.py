"""What countries are drawn from: pieces of land, lines between them, many of either at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
"""Points, a row each: longitude and latitude in degrees, or x and y on the page."""
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Polygon:
    """One piece of land of a country: rings of numbers of points, the outer one first."""

    country: str
    """Or, of a contested area, its name."""
    rings: tuple[Numbers, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of coast or boundary."""

    points: Numbers
    countries: frozenset[str]
    """On its sides: one for a coast, two for a boundary."""
    is_inner: bool
    """Whether the same country lies on both its sides."""
    is_contested: bool


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """The points of many lines one after another, to be looked at all at once."""

    points: Numbers
    starts: Numbers

    @classmethod
    def of(cls, lines: Iterable[Numbers]) -> Runs:
        """Return the runs of lines of numbers of points."""
        each = list(lines)
        starts = np.cumsum([0, *(len(line) for line in each[:-1])])
        return cls(np.concatenate(each), starts)

    @property
    def lengths(self) -> Numbers:
        """How many points each line has."""
        return np.diff(self.starts, append=len(self.points))

    def spread(self, flags: Flags) -> Numbers:
        """Return the points of the lines that are flagged."""
        return self.points[np.repeat(flags, self.lengths)]

    def boxes(self, placed: Array) -> tuple[Array, Array]:
        """Return the lower left and the upper right corner of each line, given where points lie."""
        found = placed[self.points]
        return np.minimum.reduceat(found, self.starts), np.maximum.reduceat(found, self.starts)

    def caps(self, vectors: Array) -> tuple[Array, Array]:
        """Return the middle of each line on the sphere, and how many degrees it reaches from it."""
        found = vectors[self.points]
        middles = np.add.reduceat(found, self.starts)
        middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-9)
        facing = (found * np.repeat(middles, self.lengths, axis=0)).sum(axis=1)
        least = np.minimum.reduceat(facing, self.starts)
        return middles, np.degrees(np.arccos(np.clip(least, -1, 1)))
