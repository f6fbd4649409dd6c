"""Make ``assets/maps/world.json`` and ``capitals.tsv`` from Natural Earth.

Run by hand when the shapes are to be renewed; ``assets/maps/README.md`` says where its input comes
from: ``python tools/make_map.py countries-50m.json naturalearth_cities``.
"""

from __future__ import annotations

import json
import struct
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from babel.core import get_global
from map_tables import CAPITALS, CODES, KNOWN_BY, POINTS, SOUTH_OF, SPLIT

from briefing.resources import assets
from briefing.taxonomy import load_taxonomy

Point = tuple[float, float]
Box = Sequence[float]
"""West, south, east, north."""

GRID = 200
"""Steps a degree: coordinates are whole numbers of them."""
TOLERANCE = 0.008
"""Degrees by which a line may be moved when points are left out."""
NOWHERE: Box = (-181, -91, 181, 91)


class World:
    """The arcs and shapes of a TopoJSON file; arcs can be split."""

    def __init__(self, topology: dict[str, Any]) -> None:
        self.arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
        self.shapes: dict[str, list[list[list[int]]]] = {}
        self.parts: defaultdict[str, list[str]] = defaultdict(list)
        """Shapes cut off another, by its name."""
        for item in topology["objects"]["countries"]["geometries"]:
            polygons = [item["arcs"]] if item["type"] == "Polygon" else item["arcs"]
            for polygon in polygons:
                polygon = [ring for ring in polygon if not self._is_pole(ring)]
                self.shapes.setdefault(self._name(item, polygon), []).append(polygon)

    def _name(self, item: dict[str, Any], polygon: list[list[int]]) -> str:
        """Return the name of a polygon's shape: the country's, or of the part split from it."""
        name = str(item["properties"]["name"])
        KNOWN_BY.setdefault(name, item.get("id", ""))
        xs, ys = zip(*self.ring(polygon[0]), strict=True)
        middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        inside = (part for part, (of, box) in SPLIT.items() if of == name and _holds(box, middle))
        return next(inside, name)

    def _is_pole(self, ring: Sequence[int]) -> bool:
        """Tell whether a ring runs along a pole: on a plane chart Antarctica has one."""
        return all(abs(latitude) > 89.9 for _, latitude in self.ring(ring))

    def ring(self, arcs: Sequence[int]) -> list[Point]:
        """Return the points of a ring; a negative arc runs backwards."""
        points: list[Point] = []
        for arc in arcs:
            line = self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]
            points += line if not points else line[1:]
        return points

    def between(self, one: str, other: str) -> set[int]:
        """Return the arcs that two shapes share."""
        return self._arcs_of(one) & self._arcs_of(other)

    def _arcs_of(self, name: str) -> set[int]:
        shapes = (self.shapes[part] for part in (name, *self.parts[name]))
        return {
            max(arc, ~arc) for shape in shapes for polygon in shape for r in polygon for arc in r
        }

    def split(self, arc: int, box: Box) -> list[int]:
        """Split an arc where it enters or leaves a box; return the pieces inside."""
        pieces = list(_runs(self.arcs[arc], box))
        numbers = self._divide(arc, [line for _, line in pieces])
        return [number for number, (inside, _) in zip(numbers, pieces, strict=True) if inside]

    def _divide(self, arc: int, pieces: Sequence[list[Point]]) -> list[int]:
        """Put pieces in the place of an arc; return their numbers."""
        numbers = [arc, *range(len(self.arcs), len(self.arcs) + len(pieces) - 1)]
        self.arcs[arc] = pieces[0]
        self.arcs += pieces[1:]
        for polygons in self.shapes.values():
            for polygon in polygons:
                polygon[:] = [_replaced(ring, arc, numbers) for ring in polygon]
        return numbers

    def cut_off(self, shape: str, line: list[Point], holds: Point, part: str) -> int:
        """Make the piece of a shape that a line parts and that holds a point a shape of its own.

        Returns the number of the arc between.
        """
        polygon = min(
            self.shapes[shape],
            key=lambda each: sum(self._nearest(each[0], end)[0] for end in (line[0], line[-1])),
        )
        start, end = (self._corner(polygon, point) for point in (line[0], line[-1]))
        ring = polygon[0]
        begins = [self.ring([arc])[0] for arc in ring]
        first, second = begins.index(start), begins.index(end)
        turned = ring[first:] + ring[:first]
        half = (second - first) % len(ring)
        self.arcs.append([start, *line[1:-1], end])
        between = len(self.arcs) - 1
        pieces = [[*turned[:half], ~between], [*turned[half:], between]]
        pieces.sort(key=lambda piece: _surrounds(self.ring(piece), holds))
        polygon[0] = pieces[0]
        self.shapes[part] = [[pieces[1]]]
        self.parts[shape].append(part)
        return between

    def _nearest(self, ring: Sequence[int], point: Point) -> tuple[float, int, int]:
        """Return how far off the corner of a ring next to a point is, its arc, its place in it."""
        return min(
            (hypot(*_minus(corner, point)), max(arc, ~arc), n)
            for arc in ring
            for n, corner in enumerate(self.arcs[max(arc, ~arc)])
        )

    def _corner(self, polygon: list[list[int]], point: Point) -> Point:
        """Let two arcs of a polygon meet at its corner next to a point; return that corner."""
        _, arc, n = self._nearest(polygon[0], point)
        line = self.arcs[arc]
        if 0 < n < len(line) - 1:
            self._divide(arc, (line[: n + 1], line[n:]))
        return line[n]

    def cut(self, shape: str, to: str, parallel: float) -> int:
        """Give what a shape has south of a parallel to another; return the arc between."""
        north = (-181.0, parallel, 181.0, 91.0)
        ring = self.shapes[shape][0][0]
        for arc in list(ring):
            self.split(max(arc, ~arc), north)
        ring = self.shapes[shape][0][0]
        inside = [_holds(north, self.ring([arc])[len(self.ring([arc])) // 2]) for arc in ring]
        first = next(n for n, is_north in enumerate(inside) if is_north and not inside[n - 1])
        turned = ring[first:] + ring[:first]
        upper, lower = turned[: sum(inside)], turned[sum(inside) :]
        self.arcs.append([self.ring(upper)[-1], self.ring(upper)[0]])
        between = len(self.arcs) - 1
        self.shapes[shape] = [[[*upper, between]]]
        self.shapes[to].append([[*lower, ~between]])
        return between


def main() -> None:
    """Read shapes and cities, write both files."""
    shapes, cities = map(Path, sys.argv[1:3])
    world = World(json.loads(shapes.read_text("utf-8")))
    table = tomllib.loads(assets("maps", "contested.toml").read_text("utf-8"))
    dashed = {world.cut(*SOUTH_OF)}
    for n, piece in enumerate(table["piece"]):
        if "points" in piece:
            piece["shape"] = f"{piece['of']} {n}"
            line = [(x, y) for x, y in piece["points"]]
            dashed.add(world.cut_off(piece["of"], line, tuple(piece["holds"]), piece["shape"]))
            CODES[piece["shape"]] = _code(piece.get("goes_to", piece["of"]))
    for border in table["border"]:
        for arc in world.between(*border["between"]):
            dashed.update(world.split(arc, border.get("inside", NOWHERE)))
    countries: defaultdict[str, list[list[list[int]]]] = defaultdict(list)
    for name, polygons in world.shapes.items():
        if code := _code(name):
            countries[code] += polygons
    contested: defaultdict[str, list[list[list[int]]]] = defaultdict(list)
    for piece in table["piece"]:
        contested[piece["area"]] += world.shapes[piece.get("shape", piece["of"])]
    regions = load_taxonomy().regions
    found = {
        "source": "Natural Earth 4.1.0, 1:50m (public domain), by world-atlas 2.0.2",
        "grid": GRID,
        "arcs": [_coded(_simplified(arc)) for arc in world.arcs],
        "dashed": sorted(dashed),
        "points": POINTS,
        "names": {code: regions[code].name for code in sorted({*countries, *POINTS})},
        "contested": dict(sorted(contested.items())),
        "countries": dict(sorted(countries.items())),
    }
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    # One line an entry, so that a change shows what it changed.
    for key in ("grid", "arcs", "dashed", "points", "names", "contested", "countries"):
        text = text.replace(f',"{key}":', f',\n"{key}":', 1)
    assets("maps", "world.json").write_text(text + "\n", "utf-8")
    _write_capitals(dict(_cities(cities)))


def _code(name: str) -> str:
    if name in CODES:
        return CODES[name]
    return str((get_global("territory_aliases").get(KNOWN_BY[name]) or [""])[0])


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """Return the points of an arc, which holds differences in steps of a grid."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[Point] = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        longitude = x * kx + dx
        if points:  # an arc that crosses the date line goes on beyond 180 degrees
            longitude -= 360 * round((longitude - points[-1][0]) / 360)
        points.append((longitude, y * ky + dy))
    return points


def _coded(points: Sequence[Point]) -> list[int]:
    """Return the points as differences in steps of our grid, longitude and latitude in turn."""
    coded: list[int] = []
    before = (0, 0)
    for n, (x, y) in enumerate(points):
        at = (round(x * GRID), round(y * GRID))
        if at != before or n in (0, len(points) - 1):
            coded += (at[0] - before[0], at[1] - before[1])
        before = at
    return coded


def _simplified(points: list[Point]) -> list[Point]:
    """Leave out the points that a straight line passes within the tolerance (Douglas–Peucker)."""
    keep, waiting = {0, len(points) - 1}, [(0, len(points) - 1)]
    if points[0] == points[-1] and len(points) > 3:  # a ring needs a third point to measure from
        far = max(range(len(points)), key=lambda n: hypot(*_minus(points[n], points[0])))
        keep.add(far)
        waiting = [(0, far), (far, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        off = [(_off(points[n], points[first], points[last]), n) for n in range(first + 1, last)]
        if off and max(off)[0] > TOLERANCE:
            middle = max(off)[1]
            keep.add(middle)
            waiting += [(first, middle), (middle, last)]
    return [points[n] for n in sorted(keep)]


def _minus(one: Point, other: Point) -> Point:
    return one[0] - other[0], one[1] - other[1]


def _off(point: Point, start: Point, end: Point) -> float:
    """Return how far a point lies from a line, in degrees of latitude."""
    shrink = cos(radians(point[1]))
    (px, py), (ex, ey) = _minus(point, start), _minus(end, start)
    px, ex = px * shrink, ex * shrink
    length = ex * ex + ey * ey
    share = min(1.0, max(0.0, (px * ex + py * ey) / length)) if length else 0.0
    return hypot(px - share * ex, py - share * ey)


def _surrounds(ring: Sequence[Point], point: Point) -> bool:
    """Tell whether a point lies inside a ring: a ray from it leaves the ring once more than not."""
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y0 > point[1]) != (y1 > point[1]):
            inside ^= point[0] < x0 + (point[1] - y0) / (y1 - y0) * (x1 - x0)
    return inside


def _holds(box: Box, point: Point) -> bool:
    west, south, east, north = box
    return west <= point[0] <= east and south <= point[1] <= north


def _runs(points: list[Point], box: Box) -> Iterator[tuple[bool, list[Point]]]:
    """Yield the arc in pieces, each wholly inside or outside the box; ends are shared."""
    first = 0
    for n in range(1, len(points)):
        inside = _holds(box, points[first]) and _holds(box, points[first + 1])
        if n == len(points) - 1 or inside != (
            _holds(box, points[n]) and _holds(box, points[n + 1])
        ):
            yield inside, points[first : n + 1]
            first = n


def _replaced(ring: list[int], arc: int, numbers: list[int]) -> list[int]:
    found: list[int] = []
    for each in ring:
        if each == arc:
            found += numbers
        elif each == ~arc:
            found += [~number for number in reversed(numbers)]
        else:
            found.append(each)
    return found


def _cities(folder: Path) -> Iterator[tuple[str, Point]]:
    """Yield name and place of each record of a shapefile of points whose first field is a name."""
    table = (folder / "naturalearth_cities.dbf").read_bytes()
    shapes = (folder / "naturalearth_cities.shp").read_bytes()
    number, head, length = struct.unpack("<IHH", table[4:12])
    for n in range(number):
        at = head + n * length
        name = table[at + 1 : at + length].decode("latin-1").strip()
        yield name, struct.unpack("<dd", shapes[100 + 28 * n + 12 : 100 + 28 * n + 28])


def _write_capitals(cities: dict[str, Point]) -> None:
    """Write the capitals: Natural Earth's place where it has the city, else our table's."""
    lines = ["# Capitals: country, name, longitude, latitude. README.md says where they come from."]
    for code, (name, known_as, place) in sorted(CAPITALS.items()):
        x, y = cities[known_as] if known_as else place
        lines.append(f"{code}\t{name}\t{x:.2f}\t{y:.2f}")
    assets("maps", "capitals.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
