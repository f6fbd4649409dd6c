"""Where the names on a map stand, so that none lies over another.

The map is a grid of cells. For a name of some size every place on the grid has a price: how much
of it lies outside the country named, over others that are asked for, over lines, and how far it is
from the country. The cheapest free place is taken; sums over boxes come from a table of running
sums, so that a name is placed in milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, hypot

import numpy as np
import numpy.typing as npt

from briefing.maps.world import Array

CELL = 2.0
"""Points of print a cell is wide and high."""
FARTHEST = 70.0
"""Points of print from a country at which its name may stand."""
_INSIDE = 0.55
"""Share of a name's box over its own country from which no leader is needed."""
_BESIDE = 6.0
"""Points of print from its anchor at which a name outside needs no leader."""
_OVER_OTHERS = 0.35
"""Share of a name that may lie over another country asked for: more would seem to name that."""
_TRIES = 40
"""The cheapest places are all tried, then one in so many: those beside each other fail alike."""
_LAST = 4000
_STEPS = 48
"""Places along a leader that are looked at: closer together than cells."""
_LATER = 0.15
"""What each later way to write a name costs more."""

_AROUND = 9
"""Cells of the square that tells how deep inside a country a cell lies."""
_WORTH_CELLS = 12
"""Cells of land that a further box of a country must hold."""

Mask = npt.NDArray[np.bool_]
Sums = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Text:
    """One way to write a name: its lines, and the size of its box in points of print."""

    lines: tuple[str, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A name and where it stands; the origin is the map's lower left corner."""

    text: Text
    x: float
    """Of the box's middle."""
    y: float
    leader: tuple[float, float, float, float] | None = None
    """A line from the name to what it names."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        across, up = self.text.width / 2, self.text.height / 2
        return self.x - across, self.y - up, self.x + across, self.y + up


class Board:
    """The map as cells: whose land, where lines run, what is taken."""

    def __init__(self, width: float, height: float) -> None:
        self.shape = (ceil(height / CELL), ceil(width / CELL))
        self.owners = np.zeros(self.shape, dtype=np.int32)
        self.wanted: Mask = np.zeros(self.shape, dtype=bool)
        self.lines: Mask = np.zeros(self.shape, dtype=bool)
        self.taken: Mask = np.zeros(self.shape, dtype=bool)
        self._asked: set[int] = set()

    def paint_land(self, areas: Sequence[tuple[int, Sequence[Array]]], wanted: set[int]) -> None:
        """Enter whose land each cell is; what comes later covers what came before."""
        from PIL import Image, ImageDraw

        image = Image.new("I", (self.shape[1], self.shape[0]), 0)
        draw = ImageDraw.Draw(image)
        for number, rings in areas:
            for ring in rings:
                draw.polygon(_corners(ring), fill=number)
        self.owners = np.asarray(image, dtype=np.int32)
        self._asked = wanted
        self.wanted = np.isin(self.owners, list(wanted))

    def paint_lines(self, lines: Iterable[Array]) -> None:
        """Enter where coasts and boundaries run."""
        from PIL import Image, ImageDraw

        image = Image.new("1", (self.shape[1], self.shape[0]), 0)
        draw = ImageDraw.Draw(image)
        for line in lines:
            draw.line(_corners(line), fill=1)
        self.lines = np.asarray(image, dtype=bool)

    def take(self, left: float, bottom: float, right: float, top: float) -> None:
        """Let nothing else stand in a box."""
        self.taken[_under(left, bottom, right, top)] = True

    def is_free(self, left: float, bottom: float, right: float, top: float) -> bool:
        """Tell whether a box holds no name, no line, no land asked for."""
        under = _under(left, bottom, right, top)
        return not (self.taken[under] | self.lines[under] | self.wanted[under]).any()

    def anchor(self, number: int) -> tuple[float, float] | None:
        """Return a point of a country's visible land that lies in its midst."""
        midst = _midst(self.owners == number)
        return ((midst[1] + 0.5) * CELL, (midst[0] + 0.5) * CELL) if midst else None

    def cover(self, number: int, most: int) -> list[Box]:
        """Return boxes that are all a country's land and cover nearly all of it, large ones first.

        At most so many; specks beside the first are not worth one.
        """
        rows, columns = np.nonzero(self.owners == number)
        if not len(rows):
            return []
        south, west = int(rows.min()), int(columns.min())
        left = self.owners[south : rows.max() + 1, west : columns.max() + 1] == number
        boxes: list[Box] = []
        while len(boxes) < most and (midst := _midst(left)):
            low, high, begin, end = _grown(left, *midst)
            if boxes and (high - low) * (end - begin) < _WORTH_CELLS:
                break
            left[low:high, begin:end] = False
            cells = west + begin, south + low, west + end, south + high
            boxes.append((cells[0] * CELL, cells[1] * CELL, cells[2] * CELL, cells[3] * CELL))
        return boxes

    def place(
        self,
        texts: Sequence[Text],
        anchor: tuple[float, float],
        own: int,
        least_inside: float = 0.0,
        farthest: float = FARTHEST,
        most_lines: float = 1.0,
    ) -> Placed | None:
        """Take the cheapest free place for one of the texts; None where there is none.

        Args:
            texts: the ways to write the name; earlier ones are preferred.
            anchor: what the name belongs to.
            own: the number of the country named; 0 for none.
            least_inside: share of the name that must lie over its own country.
            farthest: how far from the anchor it may stand.
            most_lines: share of the name that may lie over coasts and boundaries.
        """
        found: list[tuple[float, Placed]] = []
        for n, text in enumerate(texts):
            best_of = self._best(text, anchor, own, least_inside, farthest, most_lines)
            found += [(price + _LATER * n, placed) for price, placed in best_of]
            if found and min(price for price, _ in found) <= _LATER * (n + 1):
                break  # no later one can be cheaper
        if not found:
            return None
        _, best = min(found, key=lambda each: each[0])
        self.take(*best.box)
        if best.leader:
            self._take_leader(best.leader)
        return best

    def _best(
        self,
        text: Text,
        anchor: tuple[float, float],
        own: int,
        least_inside: float,
        farthest: float,
        most_lines: float,
    ) -> list[tuple[float, Placed]]:
        cells = (ceil(text.height / CELL) + 1, ceil(text.width / CELL) + 1)
        window = self._window(anchor, farthest, cells)
        rows, columns = window
        if rows.stop - rows.start <= cells[0] or columns.stop - columns.start <= cells[1]:
            return []
        mine = self.owners[window] == own if own else np.zeros_like(self.taken[window])
        inside = _means(_sums(mine), cells)
        here = (slice(rows.start, rows.stop + 1), slice(columns.start, columns.stop + 1))
        lines, wanted, land = (_means(sums[here], cells) for sums in self._still)
        # A name of no country, as a capital's, may lie over any.
        others = (wanted - inside if own in self._asked else wanted) if own else 0.0 * wanted
        y = (np.arange(inside.shape[0])[:, None] + rows.start + cells[0] / 2) * CELL
        x = (np.arange(inside.shape[1])[None, :] + columns.start + cells[1] / 2) * CELL
        away = _outside(x - anchor[0], y - anchor[1], text)
        price = (
            (2.0 + 2.5 * inside) * (1 - inside)  # astride a boundary is worse than beside it
            + 3.0 * others
            + 13.0 * lines
            + 0.4 * (land - inside)
            + away / 20.0
            + np.hypot(x - anchor[0], y - anchor[1]) / 200.0
        )
        free = (_means(_sums(self.taken[window]), cells) < 1e-9) & (inside >= least_inside)
        free &= (away <= farthest) & (lines <= most_lines) & (others <= _OVER_OTHERS)
        open_ = np.flatnonzero(free)
        order = open_[np.argsort(price.ravel()[open_], kind="stable")]
        spots = np.concatenate((order[:_TRIES], order[_TRIES:_LAST:_TRIES]))
        near = (inside.ravel()[spots] >= _INSIDE) | (away.ravel()[spots] <= _BESIDE)
        until = int(np.argmax(near)) if near.any() else len(spots)
        at = np.column_stack((x[0, spots % x.shape[1]], y[spots // x.shape[1], 0]))
        far = self._uncrossed(at[:until], text, anchor)
        if far is None and until == len(spots):
            return []
        n = until if far is None else far
        leader = None if far is None else _leader(at[n], text, anchor)
        cost = float(price.ravel()[spots[n]]) + (0.3 if leader else 0.0)
        return [(cost, Placed(text, float(at[n, 0]), float(at[n, 1]), leader))]

    def _window(
        self, anchor: tuple[float, float], farthest: float, cells: tuple[int, int]
    ) -> tuple[slice, slice]:
        """Return the rows and columns in which a box near enough to the anchor can lie."""
        reach = ceil(farthest / CELL)
        row, column = int(anchor[1] / CELL), int(anchor[0] / CELL)
        high, wide = cells
        return (
            slice(max(1, row - reach - high), min(self.shape[0] - 1, row + reach + high)),
            slice(max(1, column - reach - wide), min(self.shape[1] - 1, column + reach + wide)),
        )

    def _uncrossed(self, at: Sums, text: Text, anchor: tuple[float, float]) -> int | None:
        """Return the first place for a name from which a leader crosses nothing; None if none."""
        if not len(at):
            return None
        half = np.array((text.width, text.height)) / 2
        begins = np.clip(anchor, at - half, at + half)
        # Its last step may touch the dot of what it names.
        steps = np.linspace(0.0, 0.85, _STEPS)[None, :, None]
        rows, columns = self._cells(begins[:, None] + steps * (anchor - begins)[:, None])
        free = ~self.taken[rows, columns].any(axis=1)
        return int(np.argmax(free)) if free.any() else None

    def _take_leader(self, leader: tuple[float, float, float, float]) -> None:
        begin, end = np.array(leader[:2]), np.array(leader[2:])
        steps = np.linspace(0.0, 1.0, _STEPS)[:, None]
        self.taken[self._cells(begin + steps * (end - begin))] = True

    def _cells(self, places: Sums) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return the rows and columns of places on the map."""
        columns = np.clip(places[..., 0] / CELL, 0, self.shape[1] - 1).astype(np.int64)
        rows = np.clip(places[..., 1] / CELL, 0, self.shape[0] - 1).astype(np.int64)
        return rows, columns

    @cached_property
    def _still(self) -> tuple[Sums, Sums, Sums]:
        """Running sums of what does not change when names are placed."""
        return _sums(self.lines), _sums(self.wanted), _sums(self.owners > 0)


def _midst(mine: Mask) -> tuple[int, int] | None:
    """Return row and column of the cell that lies deepest in some land; None for no land."""
    rows, columns = np.nonzero(mine)
    if not len(rows):
        return None
    low, left = rows.min(), columns.min()
    around = np.pad(mine[low : rows.max() + 1, left : columns.max() + 1], _AROUND // 2)
    depth = _box_means(around, (_AROUND, _AROUND))[rows - low, columns - left]
    from_middle = np.hypot(rows - rows.mean(), columns - columns.mean())
    best = int(np.argmax(depth - from_middle / 1000.0))
    return int(rows[best]), int(columns[best])


def _grown(mine: Mask, row: int, column: int) -> tuple[int, int, int, int]:
    """Return the box about a cell that is all land, as large as it grows: rows, then columns."""
    low, high, left, right = row, row + 1, column, column + 1
    land = np.pad(mine, ((0, 1), (0, 1)))
    grows = True
    while grows:
        grows = False
        if low and land[low - 1, left:right].all():
            low, grows = low - 1, True
        if land[high, left:right].all():
            high, grows = high + 1, True
        if left and land[low:high, left - 1].all():
            left, grows = left - 1, True
        if land[low:high, right].all():
            right, grows = right + 1, True
    return low, high, left, right


def _under(left: float, bottom: float, right: float, top: float) -> tuple[slice, slice]:
    """Return the rows and columns of the cells that a box touches."""
    rows = slice(max(0, int(bottom / CELL)), max(0, ceil(top / CELL)))
    return rows, slice(max(0, int(left / CELL)), max(0, ceil(right / CELL)))


def _corners(points: Array) -> list[float]:
    """Return x and y in turn."""
    # Far off the map nothing is seen, and the raster takes no boundless numbers.
    within: list[float] = np.clip(points / CELL, -20_000, 20_000).ravel().tolist()
    return within


def _box_means(mask: Mask, cells: tuple[int, int]) -> Sums:
    """Return, for the lower left cell of every box of this size, the share of it in the mask."""
    return _means(_sums(mask), cells)


def _sums(mask: Mask) -> Sums:
    """Return, for every cell, how many of those below and left of it are in the mask."""
    sums = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1))
    np.cumsum(np.cumsum(mask, axis=0, dtype=np.float64), axis=1, out=sums[1:, 1:])
    return sums


def _means(sums: Sums, cells: tuple[int, int]) -> Sums:
    """Return the share of every box of this size that is in the mask of the running sums."""
    high, wide = cells
    total = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    return np.asarray(total / (high * wide))


def _outside(x: Sums, y: Sums, text: Text) -> Sums:
    """Return how far a point lies outside a box about the origin moved by x and y."""
    across = np.maximum(np.abs(x) - text.width / 2, 0)
    up = np.maximum(np.abs(y) - text.height / 2, 0)
    return np.asarray(np.hypot(across, up))


def _leader(
    at: Sequence[float] | Sums, text: Text, anchor: tuple[float, float]
) -> tuple[float, float, float, float]:
    """Return a line from the edge of a name's box to its anchor."""
    x = min(max(anchor[0], at[0] - text.width / 2), at[0] + text.width / 2)
    y = min(max(anchor[1], at[1] - text.height / 2), at[1] + text.height / 2)
    length = hypot(anchor[0] - x, anchor[1] - y) or 1.0
    gap = 1.0 / length
    return x + (anchor[0] - x) * gap, y + (anchor[1] - y) * gap, *anchor
