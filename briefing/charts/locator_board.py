"""The map as a grid of cells: whose land each is, where lines run, what is taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

import numpy as np
import numpy.typing as npt

from briefing.charts.locator_grid import largest_about, midst_of
from briefing.maps.shapes import Array, Flags

CELL = 2.0
"""Points of print a cell is wide and high."""
_WORTH_CELLS = 12
"""Cells of land that a further box of a country must hold."""
_FAR_OFF = 20_000.0
"""Cells off the map beyond which nothing is told apart: the raster takes no boundless numbers."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points of print from the map's lower left corner."""
Point = tuple[float, float]
Cells = tuple[slice, slice]
"""Rows and columns."""


class Board:
    """What lies where on a map; land has the number of whose it is, 0 is the sea."""

    def __init__(self, width: float, height: float) -> None:
        self.shape = (ceil(height / CELL), ceil(width / CELL))
        self.owners = np.zeros(self.shape, dtype=np.int32)
        self.lines: Flags = np.zeros(self.shape, dtype=bool)
        self.taken: Flags = np.zeros(self.shape, dtype=bool)
        self.marks: Flags = np.zeros(self.shape, dtype=bool)
        """Where dots are: what is taken, but may be crossed where there are too many."""
        self.wanted: Flags = np.zeros(self.shape, dtype=bool)
        self._asked: frozenset[int] = frozenset()
        self._around: dict[int, Cells] = {}
        self._midsts: dict[int, Point | None] = {}

    def paint_land(
        self, areas: Sequence[tuple[int, Sequence[Array]]], asked: Iterable[int]
    ) -> None:
        """Enter whose land each cell is; what comes later covers what came before."""
        from PIL import Image, ImageDraw

        image = Image.new("I", (self.shape[1], self.shape[0]), 0)
        draw = ImageDraw.Draw(image)
        for number, rings in areas:
            for ring in rings:
                draw.polygon(_corners(ring), fill=number)
        self.owners = np.asarray(image, dtype=np.int32)
        self._asked = frozenset(asked)
        self.wanted = np.isin(self.owners, list(self._asked))
        self._around = _extents(self.owners)

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

    def mark(self, at: Point, around: float) -> None:
        """Let nothing be written over a dot."""
        x, y = at
        self.marks[_under(x - around, y - around, x + around, y + around)] = True

    def is_free(self, left: float, bottom: float, right: float, top: float) -> bool:
        """Tell whether a box holds no name, no dot, no line, no land asked for."""
        under = _under(left, bottom, right, top)
        masks = (self.taken, self.marks, self.lines, self.wanted)
        return not any(mask[under].any() for mask in masks)

    def is_asked(self, number: int) -> bool:
        """Tell whether a country is one of those asked for."""
        return number in self._asked

    def extent(self, number: int) -> Cells | None:
        """Return the cells that some land lies within; None if it is not to be seen."""
        return self._around.get(number)

    def anchor(self, number: int) -> Point | None:
        """Return a point of a country's visible land that lies in its midst."""
        if number not in self._midsts:
            self._midsts[number] = self._midst(number)
        return self._midsts[number]

    def _midst(self, number: int) -> Point | None:
        extent = self.extent(number)
        midst = extent and midst_of(self.owners[extent] == number)
        if not extent or not midst:
            return None
        row, column = extent[0].start + midst[0], extent[1].start + midst[1]
        return (column + 0.5) * CELL, (row + 0.5) * CELL

    def cover(self, number: int, most: int) -> list[Box]:
        """Return boxes that are all a country's land and cover nearly all of it, large ones first.

        At most so many; specks beside the first are not worth one.
        """
        extent = self.extent(number)
        if not extent:
            return []
        left = self.owners[extent] == number
        boxes: list[Box] = []
        while len(boxes) < most and (midst := midst_of(left)):
            rows, columns = largest_about(left, *midst)
            if boxes and (rows.stop - rows.start) * (columns.stop - columns.start) < _WORTH_CELLS:
                break
            left[rows, columns] = False
            south, west = extent[0].start, extent[1].start
            low, high = (south + rows.start) * CELL, (south + rows.stop) * CELL
            boxes.append(((west + columns.start) * CELL, low, (west + columns.stop) * CELL, high))
        return boxes


def _extents(owners: npt.NDArray[np.int32]) -> dict[int, Cells]:
    """Return the cells that each country lies within."""
    rows, columns = np.nonzero(owners)
    if not len(rows):
        return {}
    whose = owners[rows, columns]
    order = np.argsort(whose, kind="stable")
    numbers, starts = np.unique(whose[order], return_index=True)
    edges = (
        extreme.reduceat(cells[order], starts).tolist()
        for cells in (rows, columns)
        for extreme in (np.minimum, np.maximum)
    )
    return {
        number: (slice(low, high + 1), slice(left, right + 1))
        for number, low, high, left, right in zip(numbers.tolist(), *edges, strict=True)
    }


def _under(left: float, bottom: float, right: float, top: float) -> Cells:
    """Return the rows and columns of the cells that a box touches."""
    rows = slice(max(0, int(bottom / CELL)), max(0, ceil(top / CELL)))
    return rows, slice(max(0, int(left / CELL)), max(0, ceil(right / CELL)))


def _corners(points: Array) -> list[float]:
    """Return x and y in turn, in cells."""
    within: list[float] = np.clip(points / CELL, -_FAR_OFF, _FAR_OFF).ravel().tolist()
    return within
