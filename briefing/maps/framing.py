"""Which part of the world a map shows, in which projection, and where a point lies on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from briefing.maps.core import core_of, known_land
from briefing.maps.placing import vectors_of
from briefing.maps.projecting import POLE, EqualEarth, Lambert, Projection, equal_earth
from briefing.maps.shapes import Array
from briefing.maps.world import World

_WIDEST_CAP_DEG = 48.0
"""Radius up to which a region is drawn about its own centre; larger ones as part of the world."""
_LEAST_DEG = 5.5
"""Height of the smallest map: a micro-state is shown with what lies around it."""
_MARGIN = 0.07
_WELL_INSIDE = 0.75
"""How far out, from the middle to the edge, land may lie by which a reader finds the place."""
_SOUTH = float(equal_earth(np.zeros(1), np.array([-57.0]))[0, 1])
"""Where the land of countries ends, as projected: what is beyond is shown if it is asked for."""
_EDGE = float(equal_earth(np.array([180.0]), np.zeros(1))[0, 0])
"""How far the edge of the world lies from its middle meridian."""
_STRIP = 0.5
"""Height of a map of continents, against its width, beneath which they look torn off."""
_WORLD_MIDDLE = 11.0
"""Middle meridian of the whole world: its edge then runs through the Bering Strait."""
_MUCH_NARROWER = 0.82
"""Share of the usual width from which a world turned about is worth that it looks unusual."""
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

    @property
    def reach(self) -> float:
        """How many degrees the farthest corner lies from the middle of the projection."""
        x, y = np.abs(self.centre) + np.array((self.width, self.height)) / self.scale / 2
        return float(2 * np.degrees(np.arcsin(min(1.0, np.hypot(x, y) / 2))))

    def faces(self, line: Array) -> bool:
        """Tell whether a short line lies on the map's side of the world."""
        if isinstance(self.projection, EqualEarth):
            return True
        centre = vectors_of(np.array([(self.projection.longitude, self.projection.latitude)]))
        return bool((vectors_of(line[:1]) * centre).sum() > 0)

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
    middle = (low + high) / 2
    frame = _framed(projection, middle, high - low, width, heights)
    if isinstance(projection, EqualEarth):
        return frame
    if _has_neighbours(world, wanted):
        return frame
    others = np.concatenate([at for code, at in known_land(world).items() if code not in wanted])
    if _beyond(frame, others) <= 1:
        return frame
    tall = replace(frame, height=float(heights.stop))
    return replace(tall, scale=tall.scale / max(1.0, _beyond(tall, others)))


def _framed(
    projection: Projection, middle: Array, size: Array, width: float, heights: range
) -> Frame:
    """Return a frame about a middle that holds what is so wide and high, with a margin."""
    span = size * (1 + 2 * _MARGIN)
    if span.max() < np.radians(_LEAST_DEG):
        span = np.array((span[0], np.radians(_LEAST_DEG)))
    is_world = isinstance(projection, EqualEarth)
    south = _SOUTH if middle[1] - size[1] / 2 > _SOUTH else -POLE
    if is_world:
        span = np.minimum(span, (2 * _EDGE, POLE - south))
    scale = 1 / max(span[0] / width, span[1] / heights.stop)
    least: float = heights.start
    if is_world:
        least = max(least, min(_STRIP * width, (POLE - south) * scale))
    # Half points make short numbers in the drawing, whose places are rounded likewise.
    height = float(np.clip(np.ceil(2 * span[1] * scale) / 2, least, heights.stop))
    x, y = middle.tolist()
    if is_world:  # nothing lies beyond the poles
        half = height / scale / 2
        y = max(y, south + half)
        y = min(y, POLE - half) if half < POLE else 0.0
    return Frame(projection, width, height, float(scale), (x, y))


def _has_neighbours(world: World, wanted: frozenset[str]) -> bool:
    """Tell whether a country borders on one that is not asked for: that is on the map then."""
    return any(line.countries & wanted and line.countries - wanted for line in world.lines)


def _beyond(frame: Frame, others: Array) -> float:
    """Return by what a map must show more so that land of others is well inside its edge."""
    half = np.array((frame.width, frame.height)) / 2
    away = np.abs(frame.place(others) - half) / (_WELL_INSIDE * half)
    return float(away.max(axis=1).min())


def _projection(core: Array) -> Projection:
    """Return a projection about the middle of the points, or the world's if they lie far apart."""
    vectors = vectors_of(core)
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
