"""The names on the locator map: of countries asked for, capitals, contested areas, neighbours."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from briefing.charts.drawing import GREY, INK
from briefing.charts.locator_labels import FARTHEST, Board, Placed, Text
from briefing.charts.locator_shapes import Land, area_of
from briefing.fonts import FALLBACK, SANS, spell_out_uncovered
from briefing.maps.framing import Frame
from briefing.maps.world import World

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

_NEIGHBOUR_PT2 = 500.0
_MOST_ISLANDS = 5
_LETTERS = 40
_MOST_NAMES = 40
"""Names that a map takes; of more countries those with most findings are named."""
_FEW = 12
"""Countries up to which those without findings are named on a small map too."""
_AREA_SCALE = 250.0
"""Scale from which contested areas are named."""
_AREA_PT2 = 60.0
"""Printed area from which they are, on maps that show much."""
_FINE_SCALE = 1500.0
"""Scale from which a map shows few countries, and all of them are named."""
SMALL_SCALE = 150.0
"""Scale beneath which continents are shown together, or the world: names are then few and near."""
_NEAR_PT = 34.0
"""How far from a country its name may stand on such a map, lest lines run across continents."""
Point = tuple[float, float]


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


def wanted_names(
    board: Board,
    shown: Sequence[Shown],
    areas: dict[str, float],
    anchors: Mapping[str, Point | None],
    numbers: dict[str, int],
    *,
    small: bool,
) -> tuple[dict[str, Written], list[Shown]]:
    """Place the names of the countries asked for; return what found no room.

    The largest are placed first, on a small map those with most findings.
    """
    names: dict[str, Written] = {}
    size = 8.4 if len(shown) <= 12 else 7.6 if len(shown) <= 24 else 6.8
    most_first = sorted(shown, key=lambda s: (-s.findings, s.code))
    crowded = small and len(shown) > _FEW
    named = [s for s in most_first if s.findings or not crowded][:_MOST_NAMES]
    unnamed = [s for s in shown if s not in named]
    if not crowded:
        named.sort(key=lambda s: (not s.findings, -areas.get(s.code, 0.0), s.code))
    for each in named:
        anchor = anchors[each.code]
        weight = "bold" if each.findings else "normal"
        texts = [_text(lines, size, bold=bool(each.findings)) for lines in _ways(each)]
        farthest = _NEAR_PT if crowded else FARTHEST
        placed = anchor and board.place(texts, anchor, numbers[each.code], farthest=farthest)
        if placed:
            names[each.code] = Written(placed, size, INK, weight)
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


def capital_names(
    board: Board, capitals: Iterable[tuple[str, tuple[float, float]]], shown: Sequence[Shown]
) -> list[Written]:
    """Place the names of capitals, where they are not called like their country."""
    names = {each.name for each in shown}
    found = []
    for name, at in capitals:
        text = _text((name,), 7.0)
        placed = None
        if name not in names:
            placed = board.place([text], at, 0, farthest=6.0, most_lines=0.15)
        if placed:
            found.append(Written(placed, 7.0, INK))
    return found


def large_areas(land: Land, frame: Frame, numbers: Mapping[str, int]) -> dict[str, int]:
    """Return the contested areas that are large enough to be named, with their numbers."""
    return {
        name: numbers[name]
        for name, rings in land.disputed.items()
        if frame.scale > _FINE_SCALE or sum(map(area_of, rings)) > _AREA_PT2
    }


def area_names(
    world: World,
    frame: Frame,
    board: Board,
    wanted: frozenset[str],
    hatched: Mapping[str, int],
) -> list[Written]:
    """Place the names of contested areas that lie in the countries asked for."""
    found: list[Written] = []
    if frame.scale < _AREA_SCALE:
        return found
    for area in world.areas:
        x, y = frame.place(np.array([area.place.at]))[0]
        named = area.countries & wanted and area.code not in wanted
        is_large = area.place.name in hatched or frame.scale > _FINE_SCALE
        if not named or not is_large or not frame.holds((x, y)):
            continue
        text = _text((area.place.name,), 6.6)
        wrapped = _text(tuple(textwrap.wrap(area.place.name, 16)), 6.6)
        own = hatched.get(area.place.name, 0)
        at = (own and board.anchor(own)) or (float(x), float(y))
        if placed := board.place([text, wrapped], at, own, farthest=30.0, most_lines=0.06):
            colour = GREY if area.place.name in hatched else INK  # which is read on a tint
            found.append(Written(placed, 6.6, colour, style="italic"))
    return found


def neighbour_names(
    board: Board,
    areas: dict[str, float],
    numbers: dict[str, int],
    wanted: frozenset[str],
    names: dict[str, str],
) -> list[Written]:
    """Place the names of neighbours that have room for them inside.

    Where none has, as among islands, some stand beside their land.
    """
    others = [code for code in areas if code not in wanted and code in names]
    others.sort(key=lambda code: (-areas[code], code))
    large = [code for code in others if areas[code] >= _NEIGHBOUR_PT2]
    found: list[Written] = []
    for codes, inside in ((large, 0.97), (others[:_MOST_ISLANDS], 0.0)):
        if found:
            break
        for code in codes:
            anchor = board.anchor(numbers[code])
            texts = [
                _text(lines, 7.0) for lines in dict.fromkeys(((names[code],), _broken(names[code])))
            ]
            placed = anchor and board.place(
                texts, anchor, numbers[code], least_inside=inside, most_lines=0.1
            )
            if placed:
                found.append(Written(placed, 7.0, GREY))
    return found


def wrapped(text: str, size: float, room: float) -> list[str]:
    """Return a text in lines that are no wider than the room."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _text((longer,), size).width > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


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
