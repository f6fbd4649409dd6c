"""Which countries one borders on, and to one without a land boundary which lies nearest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from briefing.maps.core import core_of, known_land
from briefing.maps.placing import vectors_of
from briefing.maps.shapes import Array
from briefing.maps.world import World

_WITHIN = {"HK": "CN", "MO": "CN"}
"""Parts of a state that are shown by themselves: it does not border on them."""
_NOT_DRAWN = (("BW", "ZM"), ("ES", "GI"), ("ES", "MA"))
"""Boundaries too short for the shapes."""
_SOME = 60
"""Points of a country that are looked at."""
_WINDS = (
    *("north", "north-east", "east", "south-east"),
    *("south", "south-west", "west", "north-west"),
)


@dataclass(frozen=True, slots=True)
class Nearest:
    """Larger land that lies nearest to a country."""

    country: str
    wind: str
    """Where it lies, seen from the midst of the country: ``north-east``."""


def neighbours_of(world: World, country: str) -> list[str]:
    """Return the countries that one has a land boundary with, in the order of their names."""
    pairs = [line.countries for line in world.lines] + [frozenset(pair) for pair in _NOT_DRAWN]
    found = {other for pair in pairs if country in pair for other in pair if other != country}
    found -= {part for part, whole in _WITHIN.items() if whole == country}
    return sorted(found, key=lambda code: world.names[code])


def nearest_of(world: World, country: str) -> Nearest:
    """Return the larger land of others that lies nearest to a country."""
    own = vectors_of(core_of(world, country))
    some = own[:: max(1, len(own) // _SOME)]
    others = {code: vectors_of(at) for code, at in known_land(world).items() if code != country}
    facing = {code: _facing(some, land).max(axis=0) for code, land in others.items()}
    nearest = max(facing, key=lambda code: float(facing[code].max()))
    there = others[nearest][np.argmax(facing[nearest])]
    middle = own.mean(axis=0)
    return Nearest(nearest, _wind(middle / np.linalg.norm(middle), there))


def _facing(some: Array, others: Array) -> Array:
    """Return the cosine of the angle between each two places."""
    return np.asarray(np.einsum("ik,jk->ij", some, others))


def _wind(here: Array, there: Array) -> str:
    """Return where one place lies from another."""
    east = np.array((-here[1], here[0], 0.0))
    north = np.cross(here, east)
    turn = np.degrees(np.arctan2(there @ east, there @ north))
    return _WINDS[round(float(turn) / 45) % len(_WINDS)]
