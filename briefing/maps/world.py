"""Shapes of the countries, capitals and contested boundaries, as ``assets/maps`` holds them."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from briefing.maps.shapes import Array, Line, Numbers, Polygon, Runs
from briefing.resources import assets

_LONGEST_DEG = 1.5
"""Longest straight piece of a line: one along a parallel is bent on most maps."""


@dataclass(frozen=True, slots=True)
class Place:
    """A name at a point."""

    name: str
    at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class AreaName:
    """Name of a contested area, and on the maps of which countries it is wanted."""

    place: Place
    countries: frozenset[str]
    code: str = ""
    """Its own, where it is a region that findings are tagged with."""


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """All that a map can show."""

    points: Array
    polygons: dict[str, tuple[Polygon, ...]]
    """By country; those of ``specks`` have none."""
    pieces: tuple[Polygon, ...]
    """All of ``polygons``, in their order."""
    outlines: Runs
    """The outer ring of each piece."""
    rings: Runs
    """All rings of all pieces."""
    ring_owners: tuple[str, ...]
    """The country of each ring."""
    lines: tuple[Line, ...]
    line_runs: Runs
    contested: tuple[Array, ...]
    """Contested boundaries inside a country."""
    past: tuple[tuple[Array, frozenset[str]], ...]
    """Boundaries that no longer exist, and on the maps of which countries they are wanted."""
    areas: tuple[AreaName, ...]
    disputed: dict[str, tuple[Polygon, ...]]
    """The land of contested areas by name; ``polygons`` hold it too, under the country that the
    United Nations' map shows it in."""
    capitals: dict[str, Place]
    specks: dict[str, tuple[float, float]]
    """Territories too small to have a shape."""
    names: dict[str, str]
    """English name of each country or territory that the map has."""

    @property
    def countries(self) -> frozenset[str]:
        """The ids of all that the map has."""
        return frozenset(self.names)


@lru_cache(maxsize=1)
def load_world() -> World:
    """Return the shapes; read once."""
    found = json.loads(assets("maps", "world.json").read_text("utf-8"))
    arcs = [_decoded(arc, found["grid"]) for arc in found["arcs"]]
    starts = np.cumsum([0, *(len(arc) for arc in arcs)])
    numbers = [np.arange(starts[n], starts[n + 1]) for n in range(len(arcs))]

    def shapes(key: str) -> dict[str, tuple[Polygon, ...]]:
        return {name: _polygons(numbers, name, shape) for name, shape in found[key].items()}

    table = tomllib.loads(assets("maps", "contested.toml").read_text("utf-8"))
    countries = shapes("countries")
    pieces = tuple(piece for shape in countries.values() for piece in shape)
    borders = tuple(_lines(numbers, found))
    lines = [(np.array(row["points"]), frozenset(row.get("in", ()))) for row in table["line"]]
    return World(
        points=np.concatenate(arcs),
        polygons=countries,
        pieces=pieces,
        outlines=Runs.of(piece.rings[0] for piece in pieces),
        rings=Runs.of(ring for piece in pieces for ring in piece.rings),
        ring_owners=tuple(piece.country for piece in pieces for _ in piece.rings),
        lines=borders,
        line_runs=Runs.of(line.points for line in borders),
        contested=tuple(line for line, countries in lines if not countries),
        past=tuple((line, countries) for line, countries in lines if countries),
        areas=tuple(map(_area_name, table["name"])),
        disputed=shapes("contested"),
        capitals=_capitals(),
        specks={code: (x, y) for code, (x, y) in found["points"].items()},
        names=found["names"],
    )


def _decoded(arc: Sequence[int], grid: int) -> Array:
    """Return the points of an arc; long straight pieces get points between."""
    points = np.cumsum(np.array(arc, dtype=np.float64).reshape(-1, 2), axis=0) / grid
    steps = np.abs(np.diff(points, axis=0)).max(axis=1, initial=0.0)
    if not (steps > _LONGEST_DEG).any():
        return points
    pieces = np.maximum(1, np.ceil(steps / _LONGEST_DEG)).astype(int)
    at = np.concatenate(([0.0], np.repeat(1 / pieces, pieces).cumsum()))
    whole = np.arange(len(points))
    return np.column_stack([np.interp(at, whole, points[:, axis]) for axis in (0, 1)])


def _polygons(
    numbers: Sequence[Numbers], name: str, shape: Sequence[Sequence[Sequence[int]]]
) -> tuple[Polygon, ...]:
    return tuple(
        Polygon(name, tuple(_ring(numbers, ring) for ring in polygon)) for polygon in shape
    )


def _ring(numbers: Sequence[Numbers], arcs: Sequence[int]) -> Numbers:
    """Return the points of a ring; an arc whose number is negative runs backwards."""
    return np.concatenate([numbers[arc] if arc >= 0 else numbers[~arc][::-1] for arc in arcs])


def _lines(numbers: Sequence[Numbers], found: dict[str, Any]) -> Iterator[Line]:
    users: defaultdict[int, list[str]] = defaultdict(list)
    for code, shape in found["countries"].items():
        for polygon in shape:
            for ring in polygon:
                for arc in ring:
                    users[max(arc, ~arc)].append(code)
    dashed = set(found["dashed"])
    for arc, codes in users.items():
        sides = frozenset(codes)
        yield Line(numbers[arc], sides, len(codes) > len(sides), arc in dashed)


def _area_name(row: dict[str, Any]) -> AreaName:
    place = Place(row["text"], (row["at"][0], row["at"][1]))
    return AreaName(place, frozenset(row["in"]), row.get("code", ""))


def _capitals() -> dict[str, Place]:
    found = {}
    for row in assets("maps", "capitals.tsv").read_text("utf-8").splitlines():
        if not row.startswith("#"):
            code, name, longitude, latitude = row.split("\t")
            found[code] = Place(name, (float(longitude), float(latitude)))
    return found
