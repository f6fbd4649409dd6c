"""The names on the locator map beside those asked for: capitals, contested areas, neighbours."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from briefing.charts.drawing import GREY, INK
from briefing.charts.locator_board import CELL, Point
from briefing.charts.locator_ground import Ground
from briefing.charts.locator_names import Written
from briefing.charts.locator_placing import Placing
from briefing.charts.locator_prices import Bounds, Named
from briefing.charts.locator_type import Text, broken, text_of
from briefing.charts.locator_view import area_of
from briefing.maps.world import AreaName

_SIZE, _AREA_SIZE = 7.0, 6.6
_CAPITAL_PT = 2.0
"""Room that the dot of a capital takes to each side."""
_MOST_CAPITALS = 16
_CAPITAL_PT2 = 500.0
"""Printed area from which a country's capital is marked."""
_FEW, _FEW_PT2 = 3, 14.0
"""Countries up to which it is marked from a smaller area on."""
_BESIDE_CAPITAL = Bounds((9.0,), most_lines=0.2, has_leader=False)

_AREA_SCALE = 250.0
"""Scale from which contested areas are named."""
_AREA_PT2 = 25.0
"""Printed area from which they are, on maps that show much."""
_FINE_SCALE = 1500.0
"""Scale from which a map shows few countries, and all of them are named."""
_BY_AREA = Bounds((30.0,), most_lines=0.06)

_NEIGHBOUR_PT2 = 500.0
_INSIDE_NEIGHBOUR = Bounds((400.0,), least_inside=0.97, most_lines=0.1)
_BESIDE_NEIGHBOUR = Bounds((10.0,), most_lines=0.1, has_leader=False)
_ENOUGH = 3
"""Neighbours that are to be named beside their land, as among islands, if too few are inside."""


def capitals_of(ground: Ground) -> dict[str, Point]:
    """Return where the capitals lie that the map has room to mark, and take that room."""
    if len(ground.named) > _MOST_CAPITALS or ground.is_small:
        return {}
    least = _FEW_PT2 if len(ground.named) <= _FEW else _CAPITAL_PT2
    found = {}
    for code in (each.code for each in ground.named):
        capital = ground.world.capitals.get(code)
        if capital and code not in ground.dots and ground.areas.get(code, 0.0) > least:
            x, y = ground.at(capital.at)
            if ground.frame.holds((x, y), 3.0):
                ground.board.mark((x, y), _CAPITAL_PT)
                found[code] = (x, y)
    return found


def capital_names(
    ground: Ground, placing: Placing, capitals: dict[str, Point]
) -> dict[str, Written | None]:
    """Place the names of capitals, and return which are to be marked.

    One that is called like its country needs no name; one whose name has no room is left out.
    """
    countries = {each.name for each in ground.named}
    found: dict[str, Written | None] = {}
    for code, at in capitals.items():
        name = ground.world.capitals[code].name
        if name in countries:
            found[code] = None
        elif placed := placing.place([text_of((name,), _SIZE)], Named(at, 0, _BESIDE_CAPITAL)):
            found[code] = Written(placed, _SIZE, INK)
    return found


def area_names(ground: Ground, placing: Placing) -> Iterator[Written]:
    """Place the names of contested areas that lie in the countries asked for."""
    if ground.frame.scale < _AREA_SCALE:
        return
    for area in ground.world.areas:
        name = area.place.name
        at = _area_at(ground, area)
        if not at or not (area.countries & ground.wanted) or area.code in ground.wanted:
            continue
        lines = ((name,), tuple(textwrap.wrap(name, 16)))
        texts = [text_of(each, _AREA_SIZE, price=0.15 * n) for n, each in enumerate(lines)]
        if placed := placing.place(texts, Named(at, ground.numbers.get(name, 0), _BY_AREA)):
            colour = GREY if name in ground.land.disputed else INK  # which is read on a tint
            yield Written(placed, _AREA_SIZE, colour, style="italic")


def _area_at(ground: Ground, area: AreaName) -> Point | None:
    """Return where a contested area lies on the map, if it is large enough to be named."""
    is_fine = ground.frame.scale > _FINE_SCALE
    if rings := ground.land.disputed.get(area.place.name):
        if is_fine or sum(map(area_of, rings)) > _AREA_PT2:
            return ground.anchor(area.place.name)
        return None
    at = ground.at(area.place.at)
    return at if is_fine and ground.frame.holds(at) else None


def neighbour_names(ground: Ground, placing: Placing) -> list[Written]:
    """Place the names of neighbours that have room for them inside.

    Where hardly any has, as among islands, some stand beside their land.
    """
    names = ground.world.names
    others = [code for code in ground.areas if code not in ground.wanted and code in names]
    others.sort(key=lambda code: (-ground.areas[code], code))
    found: list[Written] = []
    for code in others:
        is_large = ground.areas[code] >= _NEIGHBOUR_PT2
        if not is_large and (ground.is_small or len(found) >= _ENOUGH):
            break
        texts = _neighbour_texts(names[code])
        if is_large and not any(_has_room(ground, code, text) for text in texts):
            continue
        anchor = ground.anchor(code)
        bounds = _INSIDE_NEIGHBOUR if is_large else _BESIDE_NEIGHBOUR
        named = anchor and Named(anchor, ground.numbers[code], bounds)
        if named and (placed := placing.place(texts, named)):
            found.append(Written(placed, _SIZE, GREY))
    return found


def _neighbour_texts(name: str) -> Sequence[Text]:
    ways = dict.fromkeys(((name,), broken(name)))
    return [text_of(lines, _SIZE, price=0.15 * n) for n, lines in enumerate(ways)]


def _has_room(ground: Ground, code: str, text: Text) -> bool:
    """Tell whether what holds a country's land could hold a text."""
    extent = ground.board.extent(ground.numbers[code])
    if not extent:
        return False
    high, wide = ((cells.stop - cells.start) * CELL for cells in extent)
    return bool(high >= text.height and wide >= text.width)
