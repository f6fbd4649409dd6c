"""Shares of boxes on a grid of cells, from running sums; the boxes that some land is made of."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from briefing.maps.shapes import Array, Flags, Numbers

Sums = npt.NDArray[np.int32]
_AROUND = 9
"""Cells of the square that tells how deep inside some land a cell lies."""


def sums_of(mask: Flags) -> Sums:
    """Return, for every cell, how many of those below and left of it are in the mask."""
    sums = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), dtype=np.int32)
    np.cumsum(mask, axis=0, dtype=np.int32, out=sums[1:, 1:])
    np.cumsum(sums[1:, 1:], axis=1, out=sums[1:, 1:])
    return sums


def shares_of(sums: Sums, cells: tuple[int, int]) -> Array:
    """Return, for the lower left cell of every box of a size, the share of it in the mask.

    The sums may be of several masks, one behind the other.
    """
    high, wide = cells
    total = sums[..., high:, wide:] - sums[..., :-high, wide:]
    total -= sums[..., high:, :-wide]
    total += sums[..., :-high, :-wide]
    return np.asarray(total / (high * wide))


def midst_of(land: Flags) -> tuple[int, int] | None:
    """Return row and column of the cell that lies deepest in some land; None for no land."""
    rows, columns = np.nonzero(land)
    if not len(rows):
        return None
    around = sums_of(np.pad(land, _AROUND // 2))
    depth = shares_of(around, (_AROUND, _AROUND))[rows, columns]
    from_middle = np.hypot(rows - rows.mean(), columns - columns.mean())
    best = int(np.argmax(depth - from_middle / 1000.0))
    return int(rows[best]), int(columns[best])


def largest_about(land: Flags, row: int, column: int) -> tuple[slice, slice]:
    """Return the rows and columns of the largest box that is all land and holds a cell."""
    begins, ends = _stretches(land, column)
    upper, lower = slice(row, None), slice(row, None, -1)
    # What is open to both sides from the cell's row as far as each row above it, and below.
    left_up, left_down = (np.maximum.accumulate(begins[rows]) for rows in (upper, lower))
    right_up, right_down = (np.minimum.accumulate(ends[rows]) for rows in (upper, lower))
    left = np.maximum(left_down[:, None], left_up[None, :])
    right = np.minimum(right_down[:, None], right_up[None, :])
    heights = np.arange(len(left_down))[:, None] + np.arange(len(left_up))[None, :] + 1
    down, up = divmod(int(np.argmax((right - left) * heights)), left.shape[1])
    return slice(row - down, row + up + 1), slice(int(left[down, up]), int(right[down, up]))


def _stretches(land: Flags, column: int) -> tuple[Numbers, Numbers]:
    """Return for each row where the land that holds a column begins and ends."""
    width = land.shape[1]
    sea = ~land
    west = np.where(sea[:, :column], np.arange(1, column + 1), 0).max(axis=1, initial=0)
    east = np.where(sea[:, column:], np.arange(column, width), width).min(axis=1)
    return west, np.where(sea[:, column], west, east)
