"""What it costs to write a name at each place of a map, and which places it may not take.

A name costs more the less of it lies over its own country, the more of it over others and over
lines, and the further off it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf

import numpy as np

from briefing.charts.locator_board import CELL, Board, Cells, Point
from briefing.charts.locator_grid import shares_of, sums_of
from briefing.charts.locator_type import Text
from briefing.maps.shapes import Array, Flags

_INSIDE = 0.55
"""Share of a name's box over its own country from which no leader is needed."""
_BESIDE = 6.0
"""Points of print from its anchor at which a name outside needs no leader."""
_OVER_OTHERS = 0.2
"""Share of a name that may lie over another country asked for: more would seem to name that."""
_TRIES = 40
"""The cheapest places are all tried, then one in so many: those beside each other fail alike."""
_LAST = 4000

_NOBODY = -1
_OUTSIDE, _ASTRIDE = 2.0, 2.5
"""What a name costs beside its country; astride a boundary is worse than beside it."""
_ON_OTHERS, _ON_LINES, _ON_LAND = 3.0, 8.0, 1.5
_A_POINT_AWAY, _A_POINT_OFF = 1 / 16, 1 / 200
"""What a point of print costs between a name and its anchor, and from the name's middle."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where a name may stand."""

    reaches: tuple[float, ...]
    """Points of print from its anchor: so near first, further only if there is no place."""
    least_inside: float = 0.0
    """Share of the name that must lie over its own country."""
    most_lines: float = 1.0
    """Share of the name that may lie over coasts and boundaries."""
    has_leader: bool = True
    """Whether a line may lead from it to what it names."""
    over_marks: bool = False
    """Whether that line may cross dots."""
    across: float = inf
    """Points of print that it may run over other countries asked for: it would seem theirs."""


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """What a name belongs to: a country by its number, or a point of none, whose number is 0."""

    anchor: Point
    number: int
    bounds: Bounds


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The places for a name that are free."""

    middles: Array
    prices: Array
    speaking: Flags
    """Where a name needs no leader: it stands inside its country or beside it."""

    def cheapest_first(self) -> Places:
        """Return those that are to be tried."""
        order = np.argsort(self.prices, kind="stable")
        spots = np.concatenate((order[:_TRIES], order[_TRIES:_LAST:_TRIES]))
        return Places(self.middles[spots], self.prices[spots], self.speaking[spots])


class Prices:
    """Prices the places of a board whose land and lines are painted."""

    def __init__(self, board: Board) -> None:
        self._board = board
        nothing = np.zeros(board.shape, dtype=bool)
        masks = (nothing, nothing, board.lines, board.wanted, board.owners > 0)
        self._sums = np.stack([sums_of(mask) for mask in masks])

    def renew(self, named: Named, texts: Sequence[Text]) -> None:
        """Look at the board as it is before a name is placed, as far as that may be."""
        cells = max(_cells(text)[0] for text in texts), max(_cells(text)[1] for text in texts)
        window = self._window(named, max(named.bounds.reaches), cells)
        taken = self._board.taken[window] | self._board.marks[window]
        own = self._board.owners[window] == (named.number or _NOBODY)
        for n, mask in enumerate((own, taken)):
            self._sums[n][_with_ends(window)] = sums_of(mask)

    def places(self, named: Named, text: Text, reach: float) -> Places | None:
        """Return where a text may stand no further off than so many points; None for nowhere."""
        cells = _cells(text)
        window = self._window(named, reach, cells)
        rows, columns = window
        if rows.stop - rows.start < cells[0] or columns.stop - columns.start < cells[1]:
            return None
        y = (np.arange(rows.start, rows.stop - cells[0] + 1)[:, None] + cells[0] / 2) * CELL
        x = (np.arange(columns.start, columns.stop - cells[1] + 1)[None, :] + cells[1] / 2) * CELL
        away, off = _distances(x - named.anchor[0], y - named.anchor[1], text)
        within = self._sums[(slice(None), *_with_ends(window))]
        inside, taken, lines, others, land = shares_of(within, cells)
        if not named.number:  # a name of no country, as a capital's, may lie over any
            others = np.zeros_like(inside)
        elif self._board.is_asked(named.number):
            others -= inside
        bounds = named.bounds
        speaking = (inside >= _INSIDE) | (away <= _BESIDE)
        free = (taken == 0) & (inside >= bounds.least_inside) & (away <= reach)
        free &= (lines <= bounds.most_lines) & (others <= _OVER_OTHERS)
        if not bounds.has_leader:
            free &= speaking
        price = (_OUTSIDE + _ASTRIDE * inside) * (1 - inside) + _ON_OTHERS * others
        price += _ON_LINES * lines + _ON_LAND * (land - inside)
        price += _A_POINT_AWAY * away + _A_POINT_OFF * off
        at_row, at_column = np.nonzero(free)
        middles = np.column_stack((x[0, at_column], y[at_row, 0]))
        return Places(middles, price[free], speaking[free])

    def _window(self, named: Named, reach: float, cells: tuple[int, int]) -> Cells:
        """Return the cells in which a box near enough to the anchor can lie; few, if none can."""
        span = ceil(reach / CELL)
        extent = self._board.extent(named.number) if named.bounds.least_inside > _INSIDE else None
        found = []
        for axis, at in enumerate(reversed(named.anchor)):
            middle, beyond = int(at / CELL), span + cells[axis]
            low, high = max(1, middle - beyond), min(self._board.shape[axis] - 1, middle + beyond)
            if extent:  # what lies inside a country lies within what holds it
                low, high = max(low, extent[axis].start - 1), min(high, extent[axis].stop + 1)
            found.append(slice(low, max(low, high)))
        return found[0], found[1]


def _cells(text: Text) -> tuple[int, int]:
    """Return how many rows and columns a text takes."""
    return ceil(text.height / CELL) + 1, ceil(text.width / CELL) + 1


def _with_ends(window: Cells) -> Cells:
    """Return the running sums of a window: one more than cells."""
    rows, columns = window
    return slice(rows.start, rows.stop + 1), slice(columns.start, columns.stop + 1)


def _distances(x: Array, y: Array, text: Text) -> tuple[Array, Array]:
    """Return how far the origin lies outside a box moved by x and y, and from its middle."""
    across = np.maximum(np.abs(x) - text.width / 2, 0)
    up = np.maximum(np.abs(y) - text.height / 2, 0)
    return np.hypot(across, up), np.hypot(x, y)
