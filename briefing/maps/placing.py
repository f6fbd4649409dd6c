"""All points of the world in one projection, reckoned from what is known of them beforehand."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from briefing.maps.projecting import EqualEarth, Lambert, Projection, equal_earth, turned
from briefing.maps.world import Array, World

Flags = npt.NDArray[np.bool_]


@lru_cache(maxsize=2)
def world_in(world: World, projection: Projection, farthest: float) -> tuple[Array, Flags]:
    """Return where all points of the world lie, and which are near the middle of the map.

    ``farthest`` is how many degrees away a point may lie; the world as a whole has no far side.
    """
    if isinstance(projection, EqualEarth):
        across, up = _by_latitude(world)
        placed = np.column_stack((across * turned(world.points, projection.longitude), up))
        return placed, np.ones(len(placed), dtype=bool)
    return _about(_vectors(world), projection, farthest)


def _about(vectors: Array, centre: Lambert, farthest: float) -> tuple[Array, Flags]:
    """Return points in Lambert’s projection: their share of its axes, drawn out from the middle."""
    turn, middle = np.radians(centre.longitude), np.radians(centre.latitude)
    out = (np.cos(middle) * np.cos(turn), np.cos(middle) * np.sin(turn), np.sin(middle))
    east = (-np.sin(turn), np.cos(turn), 0.0)
    north = (-np.sin(middle) * np.cos(turn), -np.sin(middle) * np.sin(turn), np.cos(middle))
    facing, x, y = (vectors @ np.array((out, east, north)).T).T
    scale = np.sqrt(2 / np.maximum(1 + facing, 1e-6))
    return np.column_stack((scale * x, scale * y)), facing > np.cos(np.radians(farthest))


@lru_cache(maxsize=1)
def _vectors(world: World) -> Array:
    """Return the points on a sphere of radius 1."""
    turn, north = np.radians(world.points[:, 0]), np.radians(world.points[:, 1])
    level = np.cos(north)
    return np.column_stack((level * np.cos(turn), level * np.sin(turn), np.sin(north)))


@lru_cache(maxsize=1)
def _by_latitude(world: World) -> tuple[Array, Array]:
    """Return how far each point goes across for a degree of turn, and how far up it lies."""
    placed = equal_earth(np.ones(len(world.points)), world.points[:, 1])
    return placed[:, 0], placed[:, 1]
