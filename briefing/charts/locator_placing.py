"""Where the names on a map stand, so that none lies over another.

Each takes the cheapest place that is free. Most find it close by, so that little of the map is
looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, inf

import numpy as np
import numpy.typing as npt

from briefing.charts.locator_board import CELL, Board, Box, Point
from briefing.charts.locator_prices import Named, Prices
from briefing.charts.locator_type import Text
from briefing.maps.shapes import Array

_LEADER = 0.3
"""What a line from a name to what it names costs."""
_STEPS = 48
"""Places along a leader that are looked at: closer together than cells."""
_MISSED = 0.15
"""Share of a leader, at its end, that may touch the dot of what it names."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A name and where it stands; the origin is the map's lower left corner."""

    text: Text
    x: float
    """Of the box's middle."""
    y: float
    leader: Box | None = None
    """A line from the name to what it names: from x and y to x and y."""

    @property
    def box(self) -> Box:
        """Left, bottom, right, top."""
        across, up = self.text.width / 2, self.text.height / 2
        return self.x - across, self.y - up, self.x + across, self.y + up


class Placing:
    """Puts one name after another on a board whose land and lines are painted."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._prices = Prices(board)

    def place(self, texts: Sequence[Text], named: Named) -> Placed | None:
        """Take the cheapest free place for one of the texts; None where there is none.

        Those texts come first that cost least by themselves.
        """
        self._prices.renew(named, texts)
        for reach in named.bounds.reaches:
            if placed := self._cheapest(texts, named, reach):
                self.board.take(*placed.box)
                if placed.leader:
                    self._take_leader(placed.leader)
                return placed
        return None

    def _cheapest(self, texts: Sequence[Text], named: Named, reach: float) -> Placed | None:
        best: tuple[float, Placed] | None = None
        for text in texts:
            if best and best[0] <= text.price:
                break  # no later one can be cheaper
            found = self._within(named, text, reach)
            if found and (not best or found[0] < best[0]):
                best = found
        return best[1] if best else None

    def _within(self, named: Named, text: Text, reach: float) -> tuple[float, Placed] | None:
        places = self._prices.places(named, text, reach)
        if not places or not len(places.prices):
            return None
        best = int(np.argmin(places.prices))
        if not places.speaking[best]:
            places = places.cheapest_first()
            speaking = np.flatnonzero(places.speaking)
            until = int(speaking[0]) if len(speaking) else len(places.prices)
            led = self._uncrossed(places.middles[:until], text, named)
            if led is not None:
                x, y = places.middles[led].tolist()
                price = float(places.prices[led]) + text.price + _LEADER
                return price, Placed(text, x, y, _leader((x, y), text, named.anchor))
            if not len(speaking):
                return None
            best = until
        x, y = places.middles[best].tolist()
        return float(places.prices[best]) + text.price, Placed(text, x, y)

    def _uncrossed(self, at: Array, text: Text, named: Named) -> int | None:
        """Return the first of some places from which a leader crosses nothing; None if none."""
        if not len(at):
            return None
        half = np.array((text.width, text.height)) / 2
        begins = np.clip(named.anchor, at - half, at + half)
        steps = np.linspace(0.0, 1.0 - _MISSED, _STEPS)[None, :, None]
        cells = self._cells(begins[:, None] + steps * (named.anchor - begins)[:, None])
        crossed = self.board.taken[cells]
        if not named.bounds.over_marks:
            crossed |= self.board.marks[cells]
        free = ~crossed.any(axis=1)
        if named.bounds.across < inf:
            away = np.hypot(*(named.anchor - begins).T) * (1.0 - _MISSED)
            free &= self._over_others(cells, named.number) * away <= named.bounds.across
        return int(np.argmax(free)) if free.any() else None

    def _over_others(
        self, cells: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]], number: int
    ) -> Array:
        """Return which share of each line lies over other countries asked for."""
        others = self.board.wanted[cells] & (self.board.owners[cells] != number)
        return np.asarray(others.mean(axis=1))

    def _take_leader(self, leader: Box) -> None:
        begin, end = np.array(leader[:2]), np.array(leader[2:])
        steps = np.linspace(0.0, 1.0, _STEPS)[:, None]
        self.board.taken[self._cells(begin + steps * (end - begin))] = True

    def _cells(self, places: Array) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return the rows and columns of places on the map."""
        rows, columns = self.board.shape
        across = np.clip(places[..., 0] / CELL, 0, columns - 1).astype(np.int64)
        up = np.clip(places[..., 1] / CELL, 0, rows - 1).astype(np.int64)
        return up, across


def _leader(at: Point, text: Text, anchor: Point) -> Box:
    """Return a line from the edge of a name's box to its anchor."""
    half = np.array((text.width, text.height)) / 2
    x, y = np.clip(anchor, at - half, at + half).tolist()
    length = hypot(anchor[0] - x, anchor[1] - y) or 1.0
    gap = 1.0 / length
    return x + (anchor[0] - x) * gap, y + (anchor[1] - y) * gap, *anchor
