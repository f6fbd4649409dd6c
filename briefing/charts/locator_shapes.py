"""What of the world lies on a map, in points of print: land, coasts, boundaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from briefing.maps.framing import Frame
from briefing.maps.placing import Flags, world_in
from briefing.maps.projecting import EqualEarth
from briefing.maps.world import Array, Line, Numbers, Polygon, Runs, World

_STEP = 0.25
"""Points of print to which places are rounded: less than a tenth of a millimetre."""
_APART_PT = 1.0
"""Points of print between two places of a line: what lies between is not seen."""
_STEP_OFF = 8.0
"""The same off the map, where only the direction of a line matters."""
_OFF = 12.0
_POLAR = -85.5
"""Latitude beneath which a line is no coast but the edge of the shapes."""
_LEAST_RING_PT2 = 0.6
"""Smaller islands are not drawn."""
_LEAST_PT = 0.8
"""Nor what is no wider and no higher."""
_FAR_DEG = 115.0
"""Land that lies wholly further from a map's centre is not on it."""


@dataclass(slots=True)
class Land:
    """The map's lines and areas, sorted by how they are drawn; every array is points of print."""

    areas: dict[str, list[Array]] = field(default_factory=dict)
    """Rings of each country that lie on the map."""
    coasts: list[Array] = field(default_factory=list)
    """Coasts and boundaries of countries that are not asked for."""
    edges: list[Array] = field(default_factory=list)
    """Coasts and boundaries of countries that are."""
    contested: list[Array] = field(default_factory=list)
    disputed: dict[str, list[Array]] = field(default_factory=dict)
    """Rings of each contested area that countries asked for dispute, which has nobody's tint."""


def land_of(world: World, frame: Frame, wanted: frozenset[str]) -> Land:
    """Return what lies on the map of these countries."""
    projected, near = world_in(world, frame.projection, _FAR_DEG)
    page = _rounded(frame.on_page(projected), frame)
    shown = _shown(world, page)
    land = Land()

    def seen(polygons: Iterable[Polygon]) -> list[Array]:
        return [
            ring
            for polygon in polygons
            for numbers in polygon.rings
            for ring in _rings(world, frame, projected, page, numbers[shown[numbers]])
        ]

    everything = [polygon for polygons in world.polygons.values() for polygon in polygons]
    for n in np.flatnonzero(_on_map(world.outlines, frame, page, near)):
        if rings := seen(everything[n : n + 1]):
            land.areas.setdefault(everything[n].country, []).extend(rings)
    for area in world.areas:
        is_disputed = area.countries & wanted and area.code not in wanted
        if is_disputed and (rings := seen(world.disputed.get(area.place.name, ()))):
            land.disputed[area.place.name] = rings
    _sort_lines(land, _visible(world, frame, page, near, shown), wanted)
    past = (line for line, countries in world.past if countries & wanted)
    for line in (*world.contested, *past):
        placed = frame.place(line)
        if _touches(placed, frame) and _is_near(line[0], frame):
            land.contested.append(placed)
    return land


def _on_map(runs: Runs, frame: Frame, page: Array, near: Flags) -> Flags:
    """Tell of each line whether it may be seen: it reaches onto the map and is no speck there."""
    low, high = runs.boxes(page)
    inside = (low < (frame.width, frame.height)).all(axis=1) & (high > 0).all(axis=1)
    seen = (high - low).max(axis=1) > _LEAST_PT
    return np.asarray(inside & seen & runs.any_of(near))


def _is_near(point: Array, frame: Frame) -> bool:
    """Tell whether a point lies on the map's side of the world."""
    centre = frame.projection
    if isinstance(centre, EqualEarth):
        return True
    turn = np.radians(point[0] - centre.longitude)
    north, middle = np.radians(point[1]), np.radians(centre.latitude)
    facing = np.sin(middle) * np.sin(north) + np.cos(middle) * np.cos(north) * np.cos(turn)
    return bool(facing > np.cos(np.radians(_FAR_DEG)))


def _shown(world: World, page: Array) -> Flags:
    """Tell of each point whether a line needs it: not where the last one is too near to be seen.

    The points of a line are the same for both countries on its sides, so that no gap opens.
    """
    steps = np.abs(np.diff(page, axis=0, prepend=page[:1])).sum(axis=1)
    gone = np.floor(np.cumsum(np.minimum(steps, _OFF)) / _APART_PT)
    shown = np.diff(gone, prepend=-1.0) > 0
    for ends in _ends(world):
        shown[ends] = True
    return np.asarray(shown)


@lru_cache(maxsize=1)
def _ends(world: World) -> tuple[Numbers, Numbers]:
    """Return the first and the last point of every line, where it meets others."""
    runs = world.line_runs
    lasts = np.append(runs.starts[1:], len(runs.points)) - 1
    return runs.points[runs.starts], runs.points[lasts]


def _rings(
    world: World, frame: Frame, projected: Array, page: Array, numbers: Numbers
) -> Iterator[Array]:
    """Yield a ring as it lies on the map, torn where the projection tears it; none if it is off."""
    placed = page[numbers]
    # What is not wide cannot be torn.
    if isinstance(frame.projection, EqualEarth) and np.ptp(placed[:, 0]) > frame.scale:
        for torn in frame.projection.rings(world.points[numbers], projected[numbers]):
            placed = _rounded(frame.on_page(torn), frame)
            if _touches(placed, frame) and area_of(placed) > _LEAST_RING_PT2:
                yield _thinned(placed)
        return
    if _touches(placed, frame) and area_of(placed) > _LEAST_RING_PT2:
        yield _thinned(placed)


def _rounded(placed: Array, frame: Frame) -> Array:
    off = (placed < -_OFF) | (placed > np.array([frame.width, frame.height]) + _OFF)
    step = np.where(off.any(axis=1, keepdims=True), _STEP_OFF, _STEP)
    return np.asarray(np.round(placed / step) * step)


def area_of(ring: Array) -> float:
    """Return the area within a ring."""
    x, y = ring[:, 0], ring[:, 1]
    closing = x[-1] * y[0] - y[-1] * x[0]
    return abs(float(np.dot(x[:-1], y[1:]) - np.dot(y[:-1], x[1:]) + closing)) / 2


def _touches(placed: Array, frame: Frame) -> bool:
    low, high = placed.min(axis=0), placed.max(axis=0)
    inside = low[0] < frame.width and low[1] < frame.height and high[0] > 0 and high[1] > 0
    return bool(inside)


def _thinned(placed: Array) -> Array:
    """Return the points without those that fall where the one before fell."""
    kept = np.ones(len(placed), dtype=bool)
    kept[1:] = (placed[1:] != placed[:-1]).any(axis=1)
    thinned: Array = placed[kept]
    return thinned


def _visible(
    world: World, frame: Frame, page: Array, near: Flags, shown: Flags
) -> Iterator[tuple[Line, Array]]:
    """Yield the lines on the map in pieces that do not run along its tear or across a pole."""
    steps = np.abs(np.diff(page, axis=0, prepend=page[:1])).max(axis=1)
    jumps = (steps > 0.4 * frame.scale) | (world.points[:, 1] < _POLAR)
    for n in np.flatnonzero(_on_map(world.line_runs, frame, page, near)):
        line = world.lines[n]
        # A line's points are numbered as they follow each other.
        torn = np.flatnonzero(jumps[line.points[1:]]) + 1
        for numbers in np.split(line.points, torn) if len(torn) else (line.points,):
            piece = page[numbers[shown[numbers]]]
            if len(thinned := _thinned(piece)) > 2 or (len(thinned) == 2 and len(piece) < 9):
                yield line, thinned


def _sort_lines(land: Land, lines: Iterable[tuple[Line, Array]], wanted: frozenset[str]) -> None:
    for line, placed in lines:
        if line.is_contested:
            land.contested.append(placed)
        elif not line.is_inner:
            (land.edges if line.countries & wanted else land.coasts).append(placed)


def sizes(land: Land) -> dict[str, float]:
    """Return the area of each country as printed, in square points; holes count too."""
    return {code: sum(map(area_of, rings)) for code, rings in land.areas.items()}
