"""Projections of the sphere, both true to area, so that no country looks larger than it is.

Lambert's azimuthal one, which can be centred anywhere, for a region: J. P. Snyder, Map Projections:
A Working Manual, USGS Professional Paper 1395 (1987), chapter 24. Equal Earth for continents
together and the world: B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection,
International Journal of Geographical Information Science 33 (2019).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

import numpy as np

from briefing.maps.shapes import Array

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF_TURN = 180.0
POLE = 1.31736
"""How far the poles lie from the equator in Equal Earth, in radii of the sphere."""


@dataclass(frozen=True, slots=True)
class Lambert:
    """Azimuthal, true to area, about a centre in degrees."""

    longitude: float
    latitude: float

    def project(self, points: Array) -> Array:
        """Return x and y in radii of the sphere, north up at the centre."""
        turn = np.radians(points[:, 0] - self.longitude)
        north = np.radians(points[:, 1])
        middle = np.radians(self.latitude)
        away = np.cos(north) * np.cos(turn)
        facing = 1 + np.sin(middle) * np.sin(north) + np.cos(middle) * away
        scale = np.sqrt(2 / np.maximum(facing, 1e-6))
        x = scale * np.cos(north) * np.sin(turn)
        y = scale * (np.cos(middle) * np.sin(north) - np.sin(middle) * away)
        return np.column_stack((x, y))

    def rings(self, ring: Array, projected: Array) -> Iterator[Array]:
        """Yield the ring as it was projected: this projection tears nothing."""
        del ring
        yield projected


@dataclass(frozen=True, slots=True)
class EqualEarth:
    """True to area, the whole world with a middle meridian."""

    longitude: float

    def project(self, points: Array) -> Array:
        """Return x and y in radii of the sphere."""
        return equal_earth(turned(points, self.longitude), points[:, 1])

    def rings(self, ring: Array, projected: Array) -> Iterator[Array]:
        """Yield the ring, torn in two where it runs across the edge of the map."""
        if np.abs(np.diff(projected[:, 0])).max(initial=0.0) < 2.0:
            yield projected
            return
        ring = _unrolled(ring)
        turn = ring[:, 0] - self.longitude
        for shift in (-360.0, 0.0, 360.0):
            shifted = turn + shift
            if shifted.max() <= -_HALF_TURN or shifted.min() >= _HALF_TURN:
                continue
            if shifted.min() >= -_HALF_TURN and shifted.max() <= _HALF_TURN:
                yield equal_earth(shifted, ring[:, 1])
                return
            part = np.column_stack((shifted, ring[:, 1]))
            part = _cut(_cut(part, -_HALF_TURN, 1.0), _HALF_TURN, -1.0)
            if len(part) > 2:
                yield equal_earth(part[:, 0], part[:, 1])


Projection = Lambert | EqualEarth


def turned(points: Array, longitude: float) -> Array:
    """Return how far points lie from a meridian: from 180 degrees west of it to as far east."""
    return np.asarray((points[:, 0] - longitude + _HALF_TURN) % (2 * _HALF_TURN) - _HALF_TURN)


def equal_earth(turn: Array, latitude: Array) -> Array:
    """Return where points lie on Equal Earth, so many degrees from its middle meridian."""
    theta = np.arcsin(sqrt(3) / 2 * np.sin(np.radians(latitude)))
    two, six = theta**2, theta**6
    slope = 9 * _A4 * six * two + 7 * _A3 * six + 3 * _A2 * two + _A1
    x = 2 * sqrt(3) * np.radians(turn) * np.cos(theta) / (3 * slope)
    y = theta * (_A1 + _A2 * two + six * (_A3 + _A4 * two))
    return np.column_stack((x, y))


def _unrolled(ring: Array) -> Array:
    """Return a ring whose longitudes go on beyond 180 degrees; one about a pole includes it."""
    turn = np.unwrap(ring[:, 0], period=360.0)
    ring = np.column_stack((turn, ring[:, 1]))
    if abs(turn[-1] - turn[0]) > _HALF_TURN:
        pole = float(np.copysign(90.0, ring[:, 1].mean()))
        ring = np.vstack((ring, [(turn[-1], pole), (turn[0], pole)]))
    return ring


def _cut(ring: Array, at: float, side: float) -> Array:
    """Return what of the ring lies on one side of a meridian (Sutherland and Hodgman)."""
    kept: list[tuple[float, float]] = []
    for one, other in zip(ring, np.roll(ring, -1, axis=0), strict=True):
        inside, next_inside = (one[0] - at) * side >= 0, (other[0] - at) * side >= 0
        if inside:
            kept.append((one[0], one[1]))
        if inside != next_inside:
            share = (at - one[0]) / (other[0] - one[0])
            kept.append((at, one[1] + share * (other[1] - one[1])))
    return np.array(kept).reshape(-1, 2)
