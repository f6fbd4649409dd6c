"""The points of the world as they lie on one map, and which of its lines may be seen there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from briefing.maps.framing import Frame
from briefing.maps.placing import Seen, apart, ends_of, seen_from
from briefing.maps.projecting import EqualEarth
from briefing.maps.shapes import Array, Flags, Line, Numbers, Polygon, Runs
from briefing.maps.world import World

_STEP = 0.25
"""Points of print to which places are rounded: less than a tenth of a millimetre."""
_APART_PT = 1.0
"""Points of print between two places of a line: what lies between is not seen."""
_STEP_OFF = 8.0
"""The same off the map, where only the direction of a line matters."""
_OFF = 12.0
_LEAST_RING_PT2 = 0.6
"""Smaller islands are not drawn."""
_LEAST_PT = 0.8
"""Nor what is no wider and no higher."""
_TORN = 0.4
"""Radii of the sphere that no step of a line is long; one that is runs across the map's tear."""


@dataclass(frozen=True, slots=True)
class View:
    """Where the points of the world lie on a map."""

    world: World
    frame: Frame
    seen: Seen
    places: Array
    """Of all points of the world; those that no line needs lie nowhere."""
    drawn: Flags
    """Which points a line needs: not where the last one is too near to be seen.

    The points of a line are the same for both countries on its sides, so that no gap opens.
    """

    @classmethod
    def of(cls, world: World, frame: Frame) -> View:
        """Return the world as it lies on a map."""
        seen = seen_from(world, frame.projection, frame.reach)
        found = _rounded(frame.on_page(seen.projected), frame)
        places = np.full((len(world.points), 2), np.nan)
        places[seen.points] = found
        drawn = np.zeros(len(world.points), dtype=bool)
        drawn[seen.points[apart(found, _APART_PT, _OFF)]] = True
        for ends in ends_of(world):
            drawn[ends] = ~np.isnan(places[ends, 0])
        return cls(world, frame, seen, places, drawn)

    def land(self) -> Iterator[tuple[str, Array]]:
        """Yield the rings of all land on the map, and whose they are."""
        for n, ring in self._rings(self.world.rings, self.seen.rings):
            yield self.world.ring_owners[n], ring

    def area(self, pieces: Sequence[Polygon]) -> list[Array]:
        """Return the rings of these pieces that lie on the map."""
        rings = [ring for piece in pieces for ring in piece.rings]
        if not rings:
            return []
        return [ring for _, ring in self._rings(Runs.of(rings), np.ones(len(rings), dtype=bool))]

    def lines(self) -> Iterator[tuple[Line, Array]]:
        """Yield the coasts and boundaries on the map, in pieces that do not run along its tear."""
        drawn = self._drawn(self.world.line_runs, self.seen.lines)
        starts = drawn.starts
        if isinstance(self.frame.projection, EqualEarth):
            steps = np.abs(np.diff(drawn.placed, axis=0)).max(axis=1)
            starts = np.union1d(starts, np.flatnonzero(steps > _TORN * self.frame.scale) + 1)
        for n, piece in zip(drawn.whose[starts], np.split(drawn.placed, starts[1:]), strict=True):
            if len(piece) > 1:
                yield self.world.lines[n], piece

    def touches(self, placed: Array) -> bool:
        """Tell whether a line reaches onto the map."""
        return bool(self._reach_in(placed.min(axis=0), placed.max(axis=0)))

    def _rings(self, runs: Runs, near: Flags) -> Iterator[tuple[int, Array]]:
        """Yield number and places of each ring seen, torn where the projection tears it."""
        drawn = self._drawn(runs, near)
        if not len(drawn.starts):
            return
        large = drawn.areas() > _LEAST_RING_PT2
        rings = np.split(np.arange(len(drawn.placed)), drawn.starts[1:])
        # What is not wide cannot be torn.
        across = self.frame.scale if isinstance(self.frame.projection, EqualEarth) else np.inf
        wide = drawn.widths() > across
        for ring, is_large, is_wide in zip(rings, large.tolist(), wide.tolist(), strict=True):
            n = int(drawn.whose[ring[0]])
            if is_wide:
                yield from ((n, torn) for torn in self._torn(drawn.points[ring]))
            elif is_large:
                yield n, drawn.placed[ring[0] : ring[-1] + 1]

    def _torn(self, ring: Numbers) -> Iterator[Array]:
        points, projection = self.world.points[ring], self.frame.projection
        for torn in projection.rings(points, projection.project(points)):
            placed = _rounded(self.frame.on_page(torn), self.frame)
            if self.touches(placed) and area_of(placed) > _LEAST_RING_PT2:
                yield placed

    def _drawn(self, runs: Runs, near: Flags) -> _Drawn:
        """Return the lines that may be seen: they reach onto the map and are no specks there."""
        points = runs.spread(near)
        whose = np.repeat(np.flatnonzero(near), runs.lengths[near])
        needed = self.drawn[points]
        drawn = _Drawn.of(whose[needed], points[needed], self.places[points[needed]])
        if not len(drawn.starts):
            return drawn
        low, high = (
            extreme.reduceat(drawn.placed, drawn.starts) for extreme in (np.minimum, np.maximum)
        )
        seen = self._reach_in(low, high) & ((high - low).max(axis=1) > _LEAST_PT)
        kept = np.repeat(seen, np.diff(drawn.starts, append=len(drawn.placed)))
        return _Drawn.of(drawn.whose[kept], drawn.points[kept], drawn.placed[kept])

    def _reach_in(self, low: Array, high: Array) -> Flags:
        """Tell of boxes by their corners whether they reach onto the map."""
        ends = np.array((self.frame.width, self.frame.height))
        return np.asarray((low < ends).all(axis=-1) & (high > 0).all(axis=-1))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The points of many lines one after another, without those that fall where one fell before."""

    whose: Numbers
    points: Numbers
    placed: Array
    starts: Numbers

    @classmethod
    def of(cls, whose: Numbers, points: Numbers, placed: Array) -> _Drawn:
        """Return the lines that points belong to, given the number of each point's line."""
        kept = np.ones(len(whose), dtype=bool)
        kept[1:] = (whose[1:] != whose[:-1]) | (placed[1:] != placed[:-1]).any(axis=1)
        whose, points, placed = whose[kept], points[kept], placed[kept]
        return cls(whose, points, placed, np.flatnonzero(np.diff(whose, prepend=-1)))

    def areas(self) -> Array:
        """Return the area within each line, taken for a ring."""
        after = np.arange(1, len(self.placed) + 1)
        after[np.append(self.starts[1:], len(self.placed)) - 1] = self.starts
        (x, y), (next_x, next_y) = self.placed.T, self.placed[after].T
        return np.asarray(np.abs(np.add.reduceat(x * next_y - y * next_x, self.starts)) / 2)

    def widths(self) -> Array:
        """Return how far each line reaches from left to right."""
        x = self.placed[:, 0]
        low, high = (extreme.reduceat(x, self.starts) for extreme in (np.minimum, np.maximum))
        return np.asarray(high - low)


def area_of(ring: Array) -> float:
    """Return the area within a ring."""
    x, y = ring[:, 0], ring[:, 1]
    closing = x[-1] * y[0] - y[-1] * x[0]
    return abs(float((x[:-1] * y[1:]).sum() - (y[:-1] * x[1:]).sum() + closing)) / 2


def _rounded(placed: Array, frame: Frame) -> Array:
    off = (placed < -_OFF) | (placed > np.array([frame.width, frame.height]) + _OFF)
    step = np.where(off.any(axis=1, keepdims=True), _STEP_OFF, _STEP)
    return np.asarray(np.round(placed / step) * step)
