"""A map before anything is written on it: its part of the world, its land, what is too small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from briefing.charts.locator_board import Board, Point
from briefing.charts.locator_parts import Part
from briefing.charts.locator_shapes import Land, land_of, sizes
from briefing.maps.core import core_of
from briefing.maps.framing import Frame
from briefing.maps.world import World, load_world

DOT_PT = 2.3
_SPECK_PT2 = 14.0
"""A country smaller than this as printed gets a dot."""
_SMALL_SCALE = 150.0
"""Scale beneath which continents are shown together, or the world: names are then few and near."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A country asked for."""

    code: str
    name: str
    findings: int


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What names are written on."""

    world: World
    frame: Frame
    land: Land
    wanted: frozenset[str]
    """The codes of all countries asked for."""
    named: tuple[Shown, ...]
    """Those that this map names."""
    is_overview: bool
    """Whether another shows the crowded part of it larger, and it is small itself."""
    areas: dict[str, float]
    """How large each country is, in square points of print."""
    dots: dict[str, Point]
    """Countries to be named that are too small to be seen."""
    board: Board
    numbers: dict[str, int]
    """Of countries and of contested areas, as the board has them."""

    @property
    def is_small(self) -> bool:
        """Whether the map shows continents together, or the world."""
        return self.frame.scale < _SMALL_SCALE

    def anchor(self, code: str) -> Point | None:
        """Return what a country's name belongs to; None where it is not to be seen."""
        return self.dots.get(code) or self.board.anchor(self.numbers[code])

    def at(self, place: Point) -> Point:
        """Return where a place of the world lies on the map."""
        x, y = self.frame.place(np.array([place]))[0].tolist()
        return x, y


def ground_of(shown: Sequence[Shown], part: Part) -> Ground:
    """Return a map of these countries with its land entered on a board."""
    world, frame = load_world(), part.frame
    wanted = frozenset(each.code for each in shown)
    land = land_of(world, frame, wanted)
    areas = sizes(land)
    board = Board(frame.width, frame.height)
    names = [*sorted(world.countries), *land.disputed]
    numbers = {name: n for n, name in enumerate(names, start=1)}
    largest_first = sorted(land.areas.items(), key=lambda item: -areas[item[0]])
    painted = [(numbers[name], rings) for name, rings in (*largest_first, *land.disputed.items())]
    board.paint_land(painted, {numbers[code] for code in wanted})
    board.paint_lines((*land.coasts, *land.edges, *land.contested))
    dots = _dots(world, frame, part.named, areas)
    for at in dots.values():
        board.mark(at, DOT_PT)
    named = tuple(each for each in shown if each.code in part.named)
    return Ground(
        world, frame, land, wanted, named, bool(part.enlarged), areas, dots, board, numbers
    )


def _dots(
    world: World, frame: Frame, named: frozenset[str], areas: dict[str, float]
) -> dict[str, Point]:
    """Return where the countries lie that are too small to be seen."""
    small = [code for code in sorted(named) if areas.get(code, 0.0) < _SPECK_PT2]
    capitals = world.capitals
    at = [
        capitals[code].at if code in capitals else core_of(world, code).mean(axis=0)
        for code in small
    ]
    placed = frame.place(np.reshape(at, (-1, 2))).tolist()
    return {code: (x, y) for code, (x, y) in zip(small, placed, strict=True)}
