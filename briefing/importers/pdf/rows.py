"""Characters into runs of one pen and rows on one baseline, raised marks with their line."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.importers.pdf.glyphs import Glyph

GUTTER = 0.9
"""A gap wider than this many times the type size parts two pieces of a row."""

_NEIGHBOURS = 8
"""Rows above and below that a run may belong to."""


@dataclass(slots=True)
class Run:
    """Neighbouring characters of one pen on one baseline."""

    glyphs: list[Glyph]
    x0: float
    x1: float
    y: float
    size: float
    blank: bool = False
    """Whether it holds spaces only."""
    level: int = 0
    """1 for raised type, -1 for lowered, 0 on the line."""


@dataclass(slots=True)
class Row:
    """The runs on one baseline, raised and lowered ones included."""

    y: float
    size: float
    runs: list[Run] = field(default_factory=list)


def runs_in(glyphs: Iterable[Glyph]) -> list[Run]:
    """Return the characters gathered into runs, in the order of the file."""
    runs: list[Run] = []
    for glyph in glyphs:
        if runs and _continues(runs[-1], glyph):
            run = runs[-1]
            run.glyphs.append(glyph)
            run.x0, run.x1 = min(run.x0, glyph.x0), max(run.x1, glyph.x1)
        else:
            blank = glyph.text.isspace()
            runs.append(Run([glyph], glyph.x0, glyph.x1, glyph.y, glyph.pen.size, blank))
    return runs


def _continues(run: Run, glyph: Glyph) -> bool:
    last = run.glyphs[-1]
    if (
        glyph.text.isspace() != run.blank
        or abs(glyph.y - run.y) > 0.5
        or abs(glyph.pen.size - run.size) > 0.05 * run.size
    ):
        return False
    gap = max(glyph.x0 - last.x1, last.x0 - glyph.x1)
    return -0.5 * run.size <= gap <= GUTTER * run.size or glyph.x0 == last.x0


def rows_in(runs: list[Run]) -> list[Row]:
    """Gather runs into rows; the larger type sets the baseline, raised marks join it."""
    rows: list[Row] = []
    places: list[tuple[float, int]] = []
    for run in sorted(runs, key=lambda run: (run.blank, -run.size)):
        row = _row_for(run, rows, places)
        if row is None and run.blank:
            continue
        if row is None:
            row = Row(run.y, run.size)
            rows.append(row)
            insort(places, (run.y, len(rows) - 1))
        row.runs.append(run)
    return rows


def _row_for(run: Run, rows: list[Row], places: list[tuple[float, int]]) -> Row | None:
    place = bisect_left(places, (run.y, -1))
    around = places[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]
    nearby = [(abs(y - run.y), index) for y, index in around if abs(y - run.y) <= 12 + run.size]
    for distance, index in sorted(nearby):
        row = rows[index]
        if distance <= 0.2 * min(run.size, row.size) + 0.3:
            return row
        if _is_script(run, row):
            run.level = 1 if run.y < row.y else -1
            return row
    return None


def _is_script(run: Run, row: Row) -> bool:
    """Return whether the run is raised or lowered type that leans on a character of the row."""
    rise = (row.y - run.y) / row.size
    if not -0.35 <= rise <= 0.7 or run.size > 0.9 * row.size or len(run.glyphs) > 12:
        return False
    near = 0.35 * row.size
    return any(
        -near <= run.x0 - other.x1 <= near or -near <= other.x0 - run.x1 <= near
        for other in row.runs
        if other.level == 0
    )
