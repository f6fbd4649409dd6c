"""The world laid flat for a window, on a cylinder, so that it can be turned without an end.

The projection is Patterson's, made to look natural where one only has to find a place:
T. Patterson, B. Šavrič, B. Jenny, Introducing the Patterson Cylindrical Projection, Cartographic
Perspectives 78 (2014). Printed maps are true to area instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import numpy as np

from briefing.maps.shapes import Array, Line
from briefing.maps.world import World
from briefing.model.atlas import Atlas, Lands, Spot, Strokes

_NORTH, _SOUTH = 84.0, -57.0
"""Latitudes between which people live."""
_TURN = 360.0
_GRIDS = (0.5, 0.12, 0.0)
"""Degrees to which the points of each level are rounded."""
_MAIN = 0.08
"""A piece of a country this large, against its largest, is to be in sight."""
_C1, _C2, _C3, _C4 = 1.0148, 0.23185, -0.14499, 0.02406


def atlas_of(world: World) -> Atlas:
    """Return the world as a window draws it."""
    flat = np.column_stack((world.points[:, 0], _down(world.points[:, 1])))
    lines = [(line, _laid(flat[line.points])) for line in world.lines if not line.is_inner]
    disputed = [_laid(np.column_stack((one[:, 0], _down(one[:, 1])))) for one in world.contested]
    own = {area.place.name for area in world.areas if area.code}  # a place of its own, not a claim
    claimed = [
        _closed(flat[ring])
        for name, pieces in world.disputed.items()
        if name not in own
        for piece in pieces
        for ring in piece.rings
    ]
    areas = {
        country: [_closed(flat[ring]) for piece in pieces for ring in piece.rings]
        for country, pieces in world.polygons.items()
    }
    specks = {country: _speck(*at) for country, at in world.specks.items()}
    return Atlas(
        levels=tuple(_lands(areas, lines, disputed, claimed, grid) for grid in _GRIDS),
        spots={country: _spot(rings) for country, rings in areas.items()} | specks,
        top=_height(_NORTH),
        bottom=_height(_SOUTH),
    )


def _lands(
    areas: dict[str, list[Array]],
    lines: Iterable[tuple[Line, Array]],
    disputed: Iterable[Array],
    claimed: Iterable[Array],
    grid: float,
) -> Lands:
    thin = partial(_thinned, grid=grid) if grid else _as_it_is
    rings = {country: _strokes(map(thin, found), 4) for country, found in areas.items()}
    sorted_: dict[str, list[Array]] = {"coast": [], "border": [], "contested": [*disputed]}
    for line, placed in lines:
        kind = "coast" if len(line.countries) == 1 else "border"
        sorted_["contested" if line.is_contested else kind].append(placed)
    coasts = (line for line in sorted_["coast"] if _extent(line) > 1.2 * grid)
    return Lands(
        grid=grid,
        areas={country: kept for country, kept in rings.items() if kept},
        coasts=_strokes(map(thin, coasts)),
        borders=_strokes(map(thin, sorted_["border"])),
        contested=_strokes(map(thin, sorted_["contested"])),
        disputed=_strokes(map(thin, claimed), 4),
    )


def _down(latitude: Array) -> Array:
    """Return how far down a latitude lies, in degrees: north is up, and negative."""
    phi = np.radians(latitude)
    up = phi * (_C1 + phi**4 * (_C2 + phi**2 * (_C3 + phi**2 * _C4)))
    return np.asarray(-np.degrees(up))


def _height(latitude: float) -> float:
    return float(_down(np.array([latitude]))[0])


def _laid(line: Array) -> Array:
    """Return a line that does not jump where it goes round the world; its middle is on the map."""
    across = line[:, 0]
    if across.max() - across.min() > _TURN / 2:
        across = np.unwrap(across, period=_TURN)
        across = across - _TURN * np.round((across.min() + across.max()) / 2 / _TURN)
    return np.column_stack((across, line[:, 1]))


def _closed(ring: Array) -> Array:
    """Return a ring as it lies on the map; one about a pole is led round beneath the map."""
    laid = _laid(ring)
    if abs(laid[-1, 0] - laid[0, 0]) < _TURN / 2:
        return laid
    pole = float(np.copysign(_height(-90.0), laid[:, 1].mean()))
    return np.vstack((laid, [(laid[-1, 0], pole), (laid[0, 0], pole)]))


def _thinned(line: Array, grid: float) -> Array:
    """Return a line on a coarse grid; neighbours are rounded alike, so that no gap opens."""
    rounded = np.round(line / grid) * grid
    kept = np.ones(len(line), dtype=bool)
    kept[1:] = (rounded[1:] != rounded[:-1]).any(axis=1)
    return np.asarray(rounded[kept])


def _as_it_is(line: Array) -> Array:
    return line


def _strokes(lines: Iterable[Array], least: int = 2) -> Strokes:
    """Return lines as bytes; those that have shrunk to a point are left out."""
    return tuple(line.astype(">f4").tobytes() for line in lines if len(line) >= least)


def _spot(rings: list[Array]) -> Spot:
    """Return where a country is met; far small pieces of it need not be in sight."""
    areas = [_area(ring) for ring in rings]
    largest = max(areas)
    main = [ring for ring, area in zip(rings, areas, strict=True) if area >= _MAIN * largest]
    x, y = _middle(rings[areas.index(largest)])
    shift = (_TURN * np.round((ring[:, 0].mean() - x) / _TURN) for ring in main)
    core = np.concatenate([ring - (turns, 0.0) for ring, turns in zip(main, shift, strict=True)])
    (left, top), (right, bottom) = core.min(axis=0), core.max(axis=0)
    box = float(left), float(top), float(right), float(bottom)
    return Spot(x, y, float(np.sqrt(sum(areas))), box)


def _speck(longitude: float, latitude: float) -> Spot:
    """Return where a territory is met that has no shape."""
    y = _height(latitude)
    return Spot(longitude, y, 0.0, (longitude, y, longitude, y))


def _middle(ring: Array) -> tuple[float, float]:
    """Return a point well inside a ring: in the widest stretch of land near its middle height."""
    low, high = ring[:, 1].min(), ring[:, 1].max()
    best = (0.0, float(ring[:, 0].mean()), float(ring[:, 1].mean()))
    for share, weight in ((0.5, 1.0), (0.4, 0.8), (0.6, 0.8), (0.3, 0.5), (0.7, 0.5)):
        at = low + (high - low) * share
        crossings = _crossings(ring, at)
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            width = float(right - left) * weight
            best = max(best, (width, float(left + right) / 2, float(at)))
    return best[1], best[2]


def _crossings(ring: Array, at: float) -> Array:
    """Return where a ring crosses a height, from the left."""
    one, other = ring, np.roll(ring, -1, axis=0)
    cuts = (one[:, 1] > at) != (other[:, 1] > at)
    rise = other[cuts, 1] - one[cuts, 1]
    share = (at - one[cuts, 1]) / rise
    return np.sort(one[cuts, 0] + share * (other[cuts, 0] - one[cuts, 0]))


def _area(ring: Array) -> float:
    x, y = ring[:, 0], ring[:, 1]
    whole = np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]) + x[-1] * y[0] - x[0] * y[-1]
    return abs(float(whole)) / 2


def _extent(line: Array) -> float:
    """Return the longer side of what holds a line."""
    return float((line.max(axis=0) - line.min(axis=0)).max())
