"""The scale on a map: a bar of a round number of kilometres, in a corner that is free."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.charts.locator_board import Board
from briefing.maps.framing import Frame
from briefing.maps.projecting import EqualEarth

_RADIUS_KM = 6371.0
_LONGEST_PT = 80.0
_EDGE_PT = 8.0
_HIGH_PT = 12.0
_STEPS = (5000, 2000, 1000, 500, 200, 100, 50, 20, 10)


@dataclass(frozen=True, slots=True)
class Bar:
    """A length on the map; the origin is the map's lower left corner."""

    x: float
    y: float
    length: float
    words: str


def bar_of(frame: Frame, board: Board) -> Bar | None:
    """Take a free corner for the scale; None where there is none, or where no one scale holds."""
    if isinstance(frame.projection, EqualEarth):
        return None
    points_a_km = frame.scale / _RADIUS_KM
    kilometres = next((km for km in _STEPS if km * points_a_km <= _LONGEST_PT), 0)
    length = kilometres * points_a_km
    right, top = frame.width - _EDGE_PT - length, frame.height - _EDGE_PT - _HIGH_PT
    for x, y in ((_EDGE_PT, _EDGE_PT), (right, _EDGE_PT), (_EDGE_PT, top), (right, top)):
        box = (x - 2.0, y - 2.0, x + length + 2.0, y + _HIGH_PT)
        if kilometres and board.is_free(*box):
            board.take(*box)
            return Bar(x, y, length, f"{kilometres:,} km")
    return None
