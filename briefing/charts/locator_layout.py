"""What stands where on the locator map: its land, its dots, its names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from briefing.charts.drawing import WIDTH_PT
from briefing.charts.locator_labels import Board, Box
from briefing.charts.locator_names import (
    SMALL_SCALE,
    Point,
    Shown,
    Written,
    area_names,
    capital_names,
    large_areas,
    neighbour_names,
    wanted_names,
)
from briefing.charts.locator_scale import Bar, bar_of
from briefing.charts.locator_shapes import Land, land_of, sizes
from briefing.maps.framing import Frame, core_of, frame_of
from briefing.maps.world import World, load_world

HEIGHTS = range(180, 275)
"""Points of print between which a map is high: with title and caption less than half a page."""
_ALONE = range(180, 240)
"""The same for one country: what is around it takes most of the map."""
_SPECK_PT2 = 14.0
"""A country smaller than this as printed gets a dot."""
DOT_PT = 2.3
_MOST_CAPITALS = 16
_CAPITAL_PT2 = 500.0
"""Printed area from which a country's capital is marked."""
_LEAST_MET = 9.0
"""Points of print that a reader can point at."""
_MOST_BOXES = 10
"""Boxes that cover the land of one country."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything on the map, ready to be painted."""

    frame: Frame
    land: Land
    dots: dict[str, tuple[float, float]]
    """Countries too small to be seen."""
    capitals: tuple[tuple[float, float], ...]
    names: tuple[Written, ...]
    bar: Bar | None
    unnamed: tuple[Shown, ...]
    """Countries asked for whose names found no room."""
    met: tuple[tuple[Shown, tuple[Box, ...]], ...]
    """Each country asked for with the boxes in which a reader points at it."""


@lru_cache(maxsize=4)
def lay_out(shown: tuple[Shown, ...]) -> Layout:
    """Return the map's frame, its land, and where the names stand."""
    world = load_world()
    wanted = frozenset(each.code for each in shown)
    frame = frame_of(world, wanted, WIDTH_PT, HEIGHTS if len(wanted) > 1 else _ALONE)
    land = land_of(world, frame, wanted)
    areas = sizes(land)
    dots = _dots(world, frame, wanted, areas)
    board = Board(frame.width, frame.height)
    numbers = {code: n for n, code in enumerate(sorted(world.countries), start=1)}
    largest_first = sorted(land.areas.items(), key=lambda item: -areas[item[0]])
    for name in land.disputed:
        numbers[name] = len(numbers) + 1
    board.paint_land(
        [
            *((numbers[code], rings) for code, rings in largest_first),
            *((numbers[name], rings) for name, rings in land.disputed.items()),
        ],
        {numbers[code] for code in wanted},
    )
    board.paint_lines((*land.coasts, *land.edges, *land.contested))
    for x, y in dots.values():
        board.take(x - DOT_PT, y - DOT_PT, x + DOT_PT, y + DOT_PT)
    capitals = _capitals(world, frame, shown, areas, dots)
    for _, (x, y) in capitals:
        board.take(x - 2, y - 2, x + 2, y + 2)
    small = frame.scale < SMALL_SCALE
    anchors = {s.code: dots.get(s.code) or board.anchor(numbers[s.code]) for s in shown}
    named, unnamed = wanted_names(board, shown, areas, anchors, numbers, small=small)
    names = list(named.values())
    names += capital_names(board, capitals, shown)
    names += area_names(world, frame, board, wanted, large_areas(land, frame, numbers))
    bar = bar_of(frame, board)
    names += neighbour_names(board, areas, numbers, wanted, world.names)
    met = tuple((each, _met(board, each, numbers[each.code], anchors, named)) for each in shown)
    marks = tuple(at for _, at in capitals)
    return Layout(frame, land, dots, marks, tuple(names), bar, tuple(unnamed), met)


def _met(
    board: Board,
    each: Shown,
    number: int,
    anchors: Mapping[str, Point | None],
    named: Mapping[str, Written],
) -> tuple[Box, ...]:
    """Return where a reader points at a country: at its land, its name, its dot."""
    boxes = board.cover(number, _MOST_BOXES)
    if each.code in named:
        boxes.append(named[each.code].placed.box)
    if not any(min(box[2] - box[0], box[3] - box[1]) >= _LEAST_MET for box in boxes):
        x, y = anchors[each.code] or (0.0, 0.0)
        around = _LEAST_MET / 2
        boxes.append((x - around, y - around, x + around, y + around))
    return tuple(boxes)


def _dots(
    world: World, frame: Frame, wanted: frozenset[str], areas: dict[str, float]
) -> dict[str, tuple[float, float]]:
    """Return where the countries lie that are too small to be seen."""
    found = {}
    for code in sorted(wanted):
        if areas.get(code, 0.0) < _SPECK_PT2:
            capital = world.capitals.get(code)
            at = capital.at if capital else core_of(world, code).mean(axis=0)
            x, y = frame.place(np.array([at]))[0]
            found[code] = (float(x), float(y))
    return found


def _capitals(
    world: World,
    frame: Frame,
    shown: Sequence[Shown],
    areas: dict[str, float],
    dots: dict[str, tuple[float, float]],
) -> list[tuple[str, tuple[float, float]]]:
    """Return names and places of the capitals that the map has room to mark."""
    if len(shown) > _MOST_CAPITALS or frame.scale < SMALL_SCALE:
        return []
    found = []
    for each in shown:
        capital = world.capitals.get(each.code)
        if capital and each.code not in dots and areas.get(each.code, 0.0) > _CAPITAL_PT2:
            x, y = frame.place(np.array([capital.at]))[0]
            if frame.holds((x, y), 3.0):
                found.append((capital.name, (float(x), float(y))))
    return found
