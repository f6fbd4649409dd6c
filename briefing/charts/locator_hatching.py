"""Strokes across land that nobody's tint may fill; gaps in lines where something is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor, sqrt

import numpy as np

from briefing.maps.shapes import Array, Flags

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
_STEP = 3.4
"""Points of print between two strokes."""
_ROOT = sqrt(2.0)
_GAP_STEP = 0.5
"""Points of print to which the end of a line beside a name is reckoned."""
_LEAST_PIECE = 2.0
"""Shorter pieces between two names are left out."""


def hatching(rings: Iterable[Array], page: Box, written: Sequence[Box]) -> list[Array]:
    """Return strokes that rise to the right over the land within the rings, holes left out."""
    # Seen along the strokes: how far along one a corner lies, and how far across them.
    turned = [np.column_stack((r[:, 0] + r[:, 1], r[:, 1] - r[:, 0])) / _ROOT for r in rings]
    if not turned:
        return []
    across = np.concatenate(turned)[:, 1]
    first = max(across.min(), (page[1] - page[2]) / _ROOT)
    last = min(across.max(), (page[3] - page[0]) / _ROOT)
    return [
        _stroke(begin, end, n * _STEP)
        for n in range(ceil(first / _STEP), floor(last / _STEP) + 1)
        for span in _spans(turned, n * _STEP, page)
        for begin, end in _without(span, n * _STEP, written)
    ]


def _spans(turned: Iterable[Array], at: float, page: Box) -> Iterable[tuple[float, float]]:
    """Yield from where to where a line across the rings lies within them and on the page."""
    crossings: list[float] = []
    for ring in turned:
        after = np.roll(ring, -1, axis=0)
        cut = (ring[:, 1] > at) != (after[:, 1] > at)
        one, other = ring[cut], after[cut]
        share = (at - one[:, 1]) / (other[:, 1] - one[:, 1])
        crossings += (one[:, 0] + share * (other[:, 0] - one[:, 0])).tolist()
    crossings.sort()
    begins, ends = _within(page, at)
    for low, high in zip(crossings[::2], crossings[1::2], strict=False):
        if max(low, begins) < min(high, ends):
            yield max(low, begins), min(high, ends)


def _within(box: Box, at: float) -> tuple[float, float]:
    """Return where a stroke enters and leaves a box; it does not meet it if it leaves first."""
    left, bottom, right, top = (each * _ROOT for each in box)
    return max(left + at, bottom - at), min(right + at, top - at)


def _without(
    span: tuple[float, float], at: float, boxes: Iterable[Box]
) -> Iterable[tuple[float, float]]:
    pieces = [span]
    for box in boxes:
        begins, ends = _within(box, at)
        if begins < ends:
            pieces = [
                piece
                for low, high in pieces
                for piece in ((low, min(high, begins)), (max(low, ends), high))
                if piece[0] < piece[1]
            ]
    return pieces


def _stroke(begin: float, end: float, at: float) -> Array:
    return np.array([(begin - at, begin + at), (end - at, end + at)]) / _ROOT


def interrupted(lines: Sequence[Array], written: Sequence[Box]) -> list[Array]:
    """Return lines with gaps where names stand, so that no letter is crossed."""
    if not lines or not written:
        return list(lines)
    boxes = np.array(written)
    pieces: list[Array] = []
    for line, met in zip(lines, _met(lines, boxes).T, strict=True):
        pieces += _pieces(line, boxes[met]) if met.any() else (line,)
    return pieces


def _met(lines: Sequence[Array], boxes: Array) -> Flags:
    """Tell of each box, and of each line, whether a step of the line may lie in the box."""
    lengths = np.array([len(line) for line in lines])
    ends = np.cumsum(lengths)
    points = np.concatenate(lines)
    low, high = np.minimum(points[:-1], points[1:]), np.maximum(points[:-1], points[1:])
    met = np.zeros((len(boxes), len(points)), dtype=bool)
    for row, (left, bottom, right, top) in zip(met, boxes.tolist(), strict=True):
        row[:-1] = (low[:, 0] < right) & (high[:, 0] > left)
        row[:-1] &= (low[:, 1] < top) & (high[:, 1] > bottom)
    met[:, ends - 1] = False  # from one line to the next
    return np.asarray(np.logical_or.reduceat(met, ends - lengths, axis=1))


def _pieces(line: Array, met: Array) -> list[Array]:
    """Return what of a line lies beside all boxes."""
    low, high = met[:, :2].min(axis=0), met[:, 2:].max(axis=0)
    steps = np.minimum(line[:-1], line[1:]), np.maximum(line[:-1], line[1:])
    near = np.flatnonzero((steps[0] < high).all(axis=1) & (steps[1] > low).all(axis=1))
    first, last = near[0], near[-1] + 2  # all else keeps its points
    dense = np.vstack((line[:first], _dense(line[first:last]), line[last:]))
    inside = (met[:, None, :2] < dense).all(axis=2) & (dense < met[:, None, 2:]).all(axis=2)
    hidden = inside.any(axis=0)
    if not hidden.any():
        return [line]
    turns = np.flatnonzero(np.diff(hidden)) + 1
    runs = zip(np.split(dense, turns), np.split(hidden, turns), strict=True)
    return [run for run, is_hidden in runs if not is_hidden[0] and _length(run) > _LEAST_PIECE]


def _dense(line: Array) -> Array:
    """Return a line with points so near to each other that the gap ends at the name."""
    gone = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))))
    at = np.union1d(gone, np.arange(0.0, gone[-1], _GAP_STEP))
    return np.column_stack((np.interp(at, gone, line[:, 0]), np.interp(at, gone, line[:, 1])))


def _length(line: Array) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())
