"""What stands where on the locator map: its land, its dots, its names."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from briefing.charts.drawing import GREY, INK, WIDTH_PT
from briefing.charts.locator_labels import Board, Placed, Text
from briefing.charts.locator_shapes import Land, land_of, sizes
from briefing.fonts import FALLBACK, SANS, spell_out_uncovered
from briefing.maps.framing import Frame, core_of, frame_of
from briefing.maps.world import World, load_world

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

HEIGHTS = range(190, 330)
"""Points of print between which a map is high: half a page at most."""
_SPECK_PT2 = 14.0
"""A country smaller than this as printed gets a dot."""
DOT_PT = 2.3
_MOST_CAPITALS = 16
_CAPITAL_PT2 = 500.0
"""Printed area from which a country's capital is marked."""
_NEIGHBOUR_PT2 = 500.0
_LETTERS = 40
_MOST_NAMES = 40
"""Names that a map takes; of more countries those with most findings are named."""
_AREA_SCALE = 250.0
"""Scale from which contested areas are named."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A country asked for."""

    code: str
    name: str
    findings: int


@dataclass(frozen=True, slots=True)
class Written:
    """A name in its place and type."""

    placed: Placed
    size: float
    colour: str
    weight: str = "normal"
    style: str = "normal"


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything on the map, ready to be painted."""

    frame: Frame
    land: Land
    dots: dict[str, tuple[float, float]]
    """Countries too small to be seen."""
    capitals: tuple[tuple[float, float], ...]
    names: tuple[Written, ...]
    unnamed: tuple[Shown, ...]
    """Countries asked for whose names found no room."""


def lay_out(shown: Sequence[Shown]) -> Layout:
    """Return the map's frame, its land, and where the names stand."""
    world = load_world()
    wanted = frozenset(each.code for each in shown)
    frame = frame_of(world, wanted, WIDTH_PT, HEIGHTS)
    land = land_of(world, frame, wanted)
    areas = sizes(land)
    dots = _dots(world, frame, wanted, areas)
    board = Board(frame.width, frame.height)
    numbers = {code: n for n, code in enumerate(sorted(world.countries), start=1)}
    largest_first = sorted(land.areas.items(), key=lambda item: -areas[item[0]])
    board.paint_land(
        [(numbers[code], rings) for code, rings in largest_first],
        {numbers[code] for code in wanted},
    )
    board.paint_lines((*land.coasts, *land.edges, *land.contested))
    for x, y in dots.values():
        board.take(x - DOT_PT, y - DOT_PT, x + DOT_PT, y + DOT_PT)
    capitals = _capitals(world, frame, shown, areas, dots)
    for _, (x, y) in capitals:
        board.take(x - 2, y - 2, x + 2, y + 2)
    names, unnamed = _wanted_names(board, shown, areas, dots, numbers)
    names += _capital_names(board, capitals, shown)
    names += _area_names(world, frame, board, wanted)
    names += _neighbour_names(board, areas, numbers, wanted, world.names)
    return Layout(frame, land, dots, tuple(at for _, at in capitals), tuple(names), tuple(unnamed))


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
    if len(shown) > _MOST_CAPITALS:
        return []
    found = []
    for each in shown:
        capital = world.capitals.get(each.code)
        if capital and each.code not in dots and areas.get(each.code, 0.0) > _CAPITAL_PT2:
            x, y = frame.place(np.array([capital.at]))[0]
            if frame.holds((x, y), 3.0):
                found.append((capital.name, (float(x), float(y))))
    return found


def _wanted_names(
    board: Board,
    shown: Sequence[Shown],
    areas: dict[str, float],
    dots: dict[str, tuple[float, float]],
    numbers: dict[str, int],
) -> tuple[list[Written], list[Shown]]:
    """Place the names of the countries asked for, the largest first; return what found no room."""
    size = 8.4 if len(shown) <= 12 else 7.6 if len(shown) <= 24 else 6.8
    names: list[Written] = []
    unnamed: list[Shown] = []
    named = sorted(shown, key=lambda s: -s.findings)[:_MOST_NAMES]
    unnamed += [s for s in shown if s not in named]
    for each in sorted(named, key=lambda s: (not s.findings, -areas.get(s.code, 0.0), s.code)):
        anchor = dots.get(each.code) or board.anchor(numbers[each.code])
        texts = [_text(lines, size, bold=True) for lines in _ways(each)]
        placed = anchor and board.place(texts, anchor, numbers[each.code])
        if placed:
            names.append(Written(placed, size, INK, "bold"))
        else:
            unnamed.append(each)
    return names, unnamed


def _ways(each: Shown) -> list[tuple[str, ...]]:
    """Return the ways to write a country with its number: in one line, in two, in three."""
    name = short(each.name)
    ways: list[tuple[str, ...]] = [(f"{name} {each.findings}",), (name, str(each.findings))]
    if " " in name:
        broken = _broken(name)
        ways += [(*broken[:-1], f"{broken[-1]} {each.findings}"), (*broken, str(each.findings))]
    return ways


def _broken(name: str) -> tuple[str, ...]:
    """Return the name in lines of about half its length."""
    return tuple(textwrap.wrap(name, max(len(name) // 2 + 1, 8), break_long_words=False))


def short(name: str) -> str:
    """Return a name as it is printed on the map: cut, and without letters that no font has."""
    return spell_out_uncovered(textwrap.shorten(name, _LETTERS, placeholder=" …") or "…")


def _capital_names(
    board: Board, capitals: Iterable[tuple[str, tuple[float, float]]], shown: Sequence[Shown]
) -> list[Written]:
    names = {each.name for each in shown}
    found = []
    for name, at in capitals:
        text = _text((name,), 7.0)
        placed = None
        if name not in names:
            placed = board.place([text], at, 0, farthest=6.0, most_lines=0.25)
        if placed:
            found.append(Written(placed, 7.0, INK))
    return found


def _area_names(world: World, frame: Frame, board: Board, wanted: frozenset[str]) -> list[Written]:
    """Place the names of contested areas that lie in the countries asked for."""
    found: list[Written] = []
    if frame.scale < _AREA_SCALE:
        return found
    for area in world.areas:
        x, y = frame.place(np.array([area.place.at]))[0]
        if not area.countries & wanted or not frame.holds((x, y)):
            continue
        text = _text((area.place.name,), 6.6)
        wrapped = _text(tuple(textwrap.wrap(area.place.name, 16)), 6.6)
        at = (float(x), float(y))
        if placed := board.place([text, wrapped], at, 0, farthest=30.0, most_lines=0.06):
            found.append(Written(placed, 6.6, GREY, style="italic"))
    return found


def _neighbour_names(
    board: Board,
    areas: dict[str, float],
    numbers: dict[str, int],
    wanted: frozenset[str],
    names: dict[str, str],
) -> list[Written]:
    """Place the names of neighbours that have room for them inside."""
    found = []
    for code in sorted(areas, key=lambda code: (-areas[code], code)):
        if code in wanted or areas[code] < _NEIGHBOUR_PT2 or code not in names:
            continue
        anchor = board.anchor(numbers[code])
        name = names[code]
        ways = dict.fromkeys(((name,), _broken(name)))
        texts = [_text(lines, 7.0) for lines in ways]
        if anchor and (placed := board.place(texts, anchor, numbers[code], least_inside=0.97)):
            found.append(Written(placed, 7.0, GREY))
    return found


def _text(lines: Sequence[str], size: float, *, bold: bool = False) -> Text:
    widest = max(sum(_advance(char, bold) for char in line) for line in lines)
    return Text(tuple(lines), widest * size + 2.0, size * 1.12 * len(lines) + 1.0)


@lru_cache(maxsize=4096)
def _advance(char: str, bold: bool) -> float:
    """Return the width of a letter, as a share of the size of the type."""
    for font in _faces(bold):
        if number := font.get_char_index(ord(char)):
            font.set_size(100, 72)
            return float(font.load_glyph(number).linearHoriAdvance) / 65536 / 100
    return 1.0


@lru_cache(maxsize=2)
def _faces(bold: bool) -> tuple[FT2Font, ...]:
    from matplotlib.ft2font import FT2Font

    weight = 700 if bold else 400
    sans = next(face for face in SANS.faces if face.weight == weight and not face.italic)
    return FT2Font(str(sans.path)), FT2Font(str(FALLBACK.faces[bold].path))
