"""The land of a country that a map of it must show, and land by which a reader finds the place."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from briefing.maps.placing import world_vectors
from briefing.maps.shapes import Array, Flags, Numbers, Runs
from briefing.maps.world import World

_SHARE_OF_LARGEST = 0.22
"""A piece of a country this large, against its largest, belongs to what the map must show."""
_NEAR_DEG = 9.0
"""As does a smaller piece this near to it; Réunion does not, nor Easter Island."""
_KNOWN_KM2 = 10_000.0
"""Land of this size is known to a reader."""
_ARCHIPELAGO_KM2 = 20_000.0
"""A country whose largest island is smaller is shown with all its islands."""
_RADIUS_KM = 6371.0
_OF_MAIN, _OF_PIECE = 48, 20
"""Points of a country's largest piece, and of another, that tell how far apart they lie."""
_OF_KNOWN = 3
"""Of known land one point in so many is looked at."""


def core_of(world: World, country: str) -> Array:
    """Return the points of a country that a map of it must show; far small pieces are left out."""
    return _cores(world)[country]


@lru_cache(maxsize=1)
def known_land(world: World) -> dict[str, Array]:
    """Return some points of the large pieces of land of each country that has any."""
    found: dict[str, list[Numbers]] = {}
    for piece, area in zip(world.pieces, _areas_km2(world), strict=True):
        if area > _KNOWN_KM2:
            found.setdefault(piece.country, []).append(piece.rings[0][::_OF_KNOWN])
    return {country: world.points[np.concatenate(rings)] for country, rings in found.items()}


@lru_cache(maxsize=1)
def _cores(world: World) -> dict[str, Array]:
    found: dict[str, list[Numbers]] = {}
    for piece, is_kept in zip(world.pieces, _kept(world).tolist(), strict=True):
        if is_kept:
            found.setdefault(piece.country, []).append(piece.rings[0])
    cores = {country: world.points[np.concatenate(rings)] for country, rings in found.items()}
    return cores | {country: np.array([at]) for country, at in world.specks.items()}


@lru_cache(maxsize=1)
def _kept(world: World) -> Flags:
    """Tell of each piece of land whether a map of its country must show it."""
    areas = _areas_km2(world)
    numbers = {code: n for n, code in enumerate(world.polygons)}
    owners = np.array([numbers[piece.country] for piece in world.pieces])
    by_size = np.lexsort((-areas, owners))
    mains = by_size[np.unique(owners[by_size], return_index=True)[1]][owners]
    largest = areas[mains]
    near = _gaps_deg(world, mains) < _NEAR_DEG
    return np.asarray((largest < _ARCHIPELAGO_KM2) | (areas >= _SHARE_OF_LARGEST * largest) | near)


@lru_cache(maxsize=1)
def _areas_km2(world: World) -> Array:
    """Return the area of each piece of land, lakes counted in.

    What lies between each step of its edge and the South Pole, added up: true of a piece about
    that pole, too.
    """
    runs = world.outlines
    longitudes, latitudes = world.points[runs.points].T
    turns = (np.diff(longitudes, append=0.0) + 180.0) % 360.0 - 180.0
    heights = 1 + np.sin(np.radians(latitudes))
    beneath = np.radians(turns) * (heights + np.append(heights[1:], 0.0)) / 2
    beneath[runs.starts[1:] - 1] = beneath[-1] = 0.0  # a ring ends where it began
    return np.asarray(np.abs(np.add.reduceat(beneath, runs.starts)) * _RADIUS_KM**2)


def _gaps_deg(world: World, mains: Numbers) -> Array:
    """Return the angle between each piece of land and its country's largest, near enough."""
    vectors = world_vectors(world)
    pieces, largest = (vectors[_some(world.outlines, number)] for number in (_OF_PIECE, _OF_MAIN))
    facing = np.einsum("pik,pjk->pij", pieces, largest[mains])
    return np.asarray(np.degrees(np.arccos(np.clip(facing.max(axis=(1, 2)), -1, 1))))


def _some(runs: Runs, number: int) -> Numbers:
    """Return so many points of each line, a row for each."""
    shares = np.linspace(0.0, 1.0, number, endpoint=False)
    offsets = (shares[None, :] * runs.lengths[:, None]).astype(np.int64)
    return np.asarray(runs.points[runs.starts[:, None] + offsets])
