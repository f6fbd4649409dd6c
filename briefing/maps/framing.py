"""Which part of the world a map shows, in which projection, and where a point lies on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from briefing.maps.projecting import POLE, EqualEarth, Lambert, Projection
from briefing.maps.world import Array, World

_WIDEST_CAP_DEG = 48.0
"""Radius up to which a region is drawn about its own centre; larger ones as part of the world."""
_LEAST_DEG = 5.5
"""Height of the smallest map: a micro-state is shown with what lies around it."""
_MARGIN = 0.07
_SHARE_OF_LARGEST = 0.22
"""A piece of a country this large, against its largest, belongs to what the map must show."""
_NEAR_DEG = 9.0
"""As does a smaller piece this near to it; Réunion does not, nor Easter Island."""
_KNOWN_KM2 = 3_000.0
"""A small island is shown with the nearest land of others that is larger."""
_ARCHIPELAGO_KM2 = 20_000.0
"""A country whose largest island is smaller is shown with all its islands."""
_WORLD_MIDDLE = 11.0
"""Middle meridian of the whole world: its edge then runs through the Bering Strait."""
_MUCH_NARROWER = 0.82
"""Share of the usual width from which a world turned about is worth that it looks unusual."""
_KM_PER_DEG = 111.2
_ENOUGH = 1500
"""Points that tell where the middle of a region lies."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A map of some width and height in points of print; its origin is its lower left corner."""

    projection: Projection
    width: float
    height: float
    scale: float
    """Points of print a radius of the sphere."""
    centre: tuple[float, float]
    """Of the map, as projected."""

    def place(self, points: Array) -> Array:
        """Return where points of the sphere lie on the map."""
        return self.on_page(self.projection.project(points))

    def on_page(self, projected: Array) -> Array:
        """Return where projected points lie on the map."""
        return (projected - self.centre) * self.scale + (self.width / 2, self.height / 2)

    def holds(self, point: Iterable[float], margin: float = 0.0) -> bool:
        """Tell whether a point of the map lies inside its edge."""
        x, y = point
        across, up = self.width - margin, self.height - margin
        return margin <= x <= across and margin <= y <= up


def frame_of(world: World, countries: Iterable[str], width: float, heights: range) -> Frame:
    """Return a frame that holds these countries, within the heights."""
    wanted = frozenset(countries)
    core = np.concatenate([core_of(world, country) for country in sorted(wanted)])
    projection = _projection(core)
    placed = projection.project(core)
    low, high = placed.min(axis=0), placed.max(axis=0)
    span = (high - low) * (1 + 2 * _MARGIN)
    if span.max() < np.radians(_LEAST_DEG):
        away = _to_mainland(world, wanted, core.mean(axis=0))
        span = np.maximum(span, np.radians(max(_LEAST_DEG, 2.3 * away)))
    scale = min(width / span[0], heights.stop / span[1])
    # Half points make short numbers in the drawing, whose places are rounded likewise.
    height = float(np.clip(np.ceil(2 * span[1] * scale) / 2, heights.start, heights.stop))
    middle = (low + high) / 2
    if isinstance(projection, EqualEarth):  # nothing lies beyond the poles
        beyond = max(0.0, POLE - height / scale / 2)
        middle[1] = np.clip(middle[1], -beyond, beyond)
    return Frame(projection, width, height, float(scale), (float(middle[0]), float(middle[1])))


@lru_cache(maxsize=512)
def core_of(world: World, country: str) -> Array:
    """Return the points of a country that a map of it must show; far small pieces are left out."""
    pieces = [world.points[polygon.rings[0]] for polygon in world.polygons.get(country, ())]
    if not pieces:
        return np.array([world.specks[country]])
    areas = [_area_km2(piece) for piece in pieces]
    largest = max(areas)
    if largest < _ARCHIPELAGO_KM2:
        return np.concatenate(pieces)
    main = pieces[areas.index(largest)]
    kept = [
        piece
        for piece, area in zip(pieces, areas, strict=True)
        if area >= _SHARE_OF_LARGEST * largest or _gap_deg(piece, main) < _NEAR_DEG
    ]
    return np.concatenate(kept)


def _to_mainland(world: World, wanted: frozenset[str], point: Array) -> float:
    """Return how many degrees it is from a point to land of others that a reader knows."""
    countries, vectors = _mainland(world)
    others = vectors[~np.isin(countries, sorted(wanted))]
    return float(np.degrees(np.arccos(np.clip((others @ _vectors(point[None])[0]).max(), -1, 1))))


@lru_cache(maxsize=1)
def _mainland(world: World) -> tuple[npt.NDArray[np.str_], Array]:
    """Return some points of all large pieces of land, and whose they are."""
    large = [
        (country, piece[::8])
        for country, polygons in world.polygons.items()
        for piece in (world.points[polygon.rings[0]] for polygon in polygons)
        if _area_km2(piece) > _KNOWN_KM2
    ]
    countries = np.concatenate([np.full(len(points), country) for country, points in large])
    return countries, _vectors(np.concatenate([points for _, points in large]))


def _area_km2(ring: Array) -> float:
    """Return the area of a ring, near enough: the shoelace with longitudes shrunk by latitude."""
    x = np.unwrap(ring[:, 0], period=360.0) * np.cos(np.radians(ring[:, 1].mean()))
    y = ring[:, 1]
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2 * _KM_PER_DEG**2)


def _gap_deg(piece: Array, main: Array) -> float:
    """Return the angle between two rings, near enough: from a few points of each."""
    some = main[:: max(1, len(main) // 60)]
    one, other = _vectors(piece[:: max(1, len(piece) // 6)]), _vectors(some)
    return float(np.degrees(np.arccos(np.clip((one @ other.T).max(), -1, 1))))


def _vectors(points: Array) -> Array:
    turn, north = np.radians(points[:, 0]), np.radians(points[:, 1])
    return np.column_stack(
        (np.cos(north) * np.cos(turn), np.cos(north) * np.sin(turn), np.sin(north))
    )


def _projection(core: Array) -> Projection:
    """Return a projection about the middle of the points, or the world's if they lie far apart."""
    vectors = _vectors(core)
    centre = vectors.mean(axis=0)
    some = vectors[:: 1 + len(vectors) // _ENOUGH]
    for step in range(1, 120):  # the smallest cap about them (Bădoiu and Clarkson, 2003)
        farthest = some[np.argmin(some @ centre)]
        centre = centre + (farthest - centre) / (step + 1)
    centre = centre / np.linalg.norm(centre)
    radius = np.degrees(np.arccos(np.clip((vectors @ centre).min(), -1, 1)))
    if radius > _WIDEST_CAP_DEG or np.isnan(radius):
        return EqualEarth(_middle_meridian(core[:, 0]))
    longitude = float(np.degrees(np.arctan2(centre[1], centre[0])))
    return Lambert(longitude, float(np.degrees(np.arcsin(np.clip(centre[2], -1, 1)))))


def _middle_meridian(longitudes: Array) -> float:
    """Return the world's usual middle; opposite to the widest gap where that saves much room."""
    around = np.sort(np.unique(np.round(longitudes % 360.0)))
    gaps = np.diff(np.append(around, around[0] + 360.0))
    widest = int(np.argmax(gaps))
    usual = (around - _WORLD_MIDDLE + 180.0) % 360.0
    if 360.0 - gaps[widest] > _MUCH_NARROWER * (usual.max() - usual.min()):
        return _WORLD_MIDDLE
    return float((around[widest] + gaps[widest] / 2) % 360.0 - 180.0)
