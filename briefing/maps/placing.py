"""Which points of the world a map needs, and where they lie in its projection."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from briefing.maps.projecting import EqualEarth, Lambert, Projection
from briefing.maps.shapes import Array, Flags, Numbers, Runs
from briefing.maps.world import World

_COARSE_DEG = 0.4
"""Steps along a line of the world as a whole: half a point of print or less."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What of the world a map may show; what lies far off is not looked at."""

    points: Numbers
    """Those that are projected, in their order."""
    projected: Array
    rings: Flags
    """Of each ring of land whether it may be on the map."""
    lines: Flags
    """Of each line."""


def seen_from(world: World, projection: Projection, reach: float) -> Seen:
    """Return what lies no further from the middle of a map than so many degrees.

    A map of the world as a whole has no far side: it shows all, in coarser lines.
    """
    if isinstance(projection, EqualEarth):
        points = np.flatnonzero(_coarse(world))
        rings, lines = (
            np.ones(len(runs.starts), dtype=bool) for runs in (world.rings, world.line_runs)
        )
    else:
        caps = _caps(world)
        rings, lines = (_meets(cap, projection, reach) for cap in caps)
        needed = np.zeros(len(world.points), dtype=bool)
        needed[world.rings.spread(rings)] = True
        needed[world.line_runs.spread(lines)] = True
        needed[_claimed(world)] = True
        points = np.flatnonzero(needed)
    return Seen(points, projection.project(world.points[points]), rings, lines)


@lru_cache(maxsize=1)
def world_vectors(world: World) -> Array:
    """Return all points of the world on a sphere of radius 1."""
    return vectors_of(world.points)


def vectors_of(points: Array) -> Array:
    """Return points on a sphere of radius 1."""
    turn, north = np.radians(points[:, 0]), np.radians(points[:, 1])
    level = np.cos(north)
    return np.column_stack((level * np.cos(turn), level * np.sin(turn), np.sin(north)))


@lru_cache(maxsize=1)
def ends_of(world: World) -> tuple[Numbers, Numbers]:
    """Return the first and the last point of every line, where it meets others."""
    runs = world.line_runs
    lasts = np.append(runs.starts[1:], len(runs.points)) - 1
    return runs.points[runs.starts], runs.points[lasts]


def apart(placed: Array, step: float, most: float) -> Flags:
    """Tell of points in a row which stand a step from the last that did, reckoned along the row.

    A jump between two lines is taken for ``most``.
    """
    steps = np.abs(np.diff(placed, axis=0, prepend=placed[:1])).sum(axis=1)
    gone = np.floor(np.cumsum(np.minimum(steps, most)) / step)
    return np.asarray(np.diff(gone, prepend=-1.0) > 0)


@lru_cache(maxsize=1)
def _coarse(world: World) -> Flags:
    """Tell which points a map of the whole world needs: the same for both sides of a line."""
    needed = apart(world.points, _COARSE_DEG, 1.0)
    for ends in ends_of(world):
        needed[ends] = True
    return needed


@lru_cache(maxsize=1)
def _caps(world: World) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
    vectors = world_vectors(world)
    return world.rings.caps(vectors), world.line_runs.caps(vectors)


@lru_cache(maxsize=1)
def _claimed(world: World) -> Numbers:
    """Return the points of all contested areas."""
    areas = (piece for pieces in world.disputed.values() for piece in pieces)
    return Runs.of(ring for piece in areas for ring in piece.rings).points


def _meets(caps: tuple[Array, Array], centre: Lambert, reach: float) -> Flags:
    """Tell which caps come within so many degrees of a centre."""
    middles, radii = caps
    (middle,) = vectors_of(np.array([(centre.longitude, centre.latitude)]))
    away = np.degrees(np.arccos(np.clip((middles * middle).sum(axis=1), -1, 1)))
    return np.asarray(away < radii + reach)
