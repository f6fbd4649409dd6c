"""Tables of a page: rows whose pieces stand in shared columns, with or without drawn lines.

A table is lifted out of the page as one piece that keeps its cells together, so that no column
of figures is ever read into a paragraph. Two columns of prose are told from a table by the length
of what stands in them.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import replace

from briefing.importers.pdf.grids import Grid, Row, bounds_of, grid_of, runs_of, table_rows
from briefing.importers.pdf.lines import Piece
from briefing.importers.pdf.sheets import PageText

_FEWEST_ROWS = 3

_PROSE = 24
"""Cells of a column of prose have on average at least so many characters."""

NUMERIC = re.compile(
    r"[^A-Za-zÀ-ɏЀ-ӿ؀-ۿ]*\d[^A-Za-zÀ-ɏЀ-ӿ؀-ۿ]*(?:bn|mn|%|m|km)?|[-–—*.…]+|n\.?/?a\.?", re.I
)

_MARKER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[•●▪◦‣∙·■□➢➤–—*-]|\d{1,3}")


def with_tables(pieces: list[Piece], page: PageText, across: float | None = None) -> list[Piece]:
    """Return the pieces with those of each table replaced by one that holds its cells.

    Where ``across`` is given, only tables with lines drawn across that place count.
    """
    for run in runs_of(table_rows(pieces)):
        grid = grid_of(run)
        if grid is None or not _is_table(grid, page) or not _reaches(grid, page, across):
            continue
        gone = {id(piece) for row in grid.rows for piece in row}
        pieces = [piece for piece in pieces if id(piece) not in gone]
        pieces.append(_as_piece(grid, page))
    return pieces


def _reaches(grid: Grid, page: PageText, across: float | None) -> bool:
    left, _, right, _ = bounds_of(grid)
    return across is None or (left < across < right and len(_levels(grid, page)) >= 2)


def _is_table(grid: Grid, page: PageText) -> bool:
    full = sum(len(row) > 1 for row in grid.rows)
    texts = [grid.texts(number) for number in range(len(grid.columns))]
    if texts[0] and all(_MARKER.fullmatch(text) for text in texts[0]):
        texts = texts[1:]
    if len(texts) < 2 or full < (_FEWEST_ROWS if len(texts) == 2 else 2):
        return False
    prose = [statistics.fmean(map(len, column)) >= _PROSE for column in texts if column]
    numeric = [sum(bool(NUMERIC.fullmatch(t)) for t in c) >= 0.6 * len(c) for c in texts if c]
    levels, uprights = len(_levels(grid, page)), len(_uprights(grid, page))
    if levels >= 2 or uprights:
        return not all(prose) or (levels >= 2 and uprights >= 1)
    return (
        full >= _FEWEST_ROWS
        and _is_aligned(grid)
        and (any(numeric) or sum(prose) <= len(texts) / 2)
    )


def _is_aligned(grid: Grid) -> bool:
    """Return whether the cells of the columns share an edge or a middle, as set text does not."""
    aligned = 0
    for number in range(len(grid.columns)):
        cells = [p for row in grid.rows for p in row if grid.column_of(p) == number]
        if not cells:
            continue
        left = Counter(round(p.x0 / 3) for p in cells)
        middle = Counter(round((p.x0 + p.x1) / 6) for p in cells)
        right = Counter(round(p.x1 / 3) for p in cells)
        aligned += max(*left.values(), *middle.values(), *right.values()) >= 0.6 * len(cells)
    return aligned >= 0.6 * len(grid.columns)


def _levels(grid: Grid, page: PageText) -> list[float]:
    """Return the heights at which lines are drawn across most of the table."""
    left, top, right, bottom = bounds_of(grid)
    reach: dict[int, float] = {}
    for rule in page.rules:
        if rule.is_horizontal and top - 12 <= rule.y0 <= bottom + 12:
            width = min(rule.x1, right) - max(rule.x0, left)
            reach[round(rule.y0 / 2)] = reach.get(round(rule.y0 / 2), 0.0) + max(width, 0.0)
    return sorted(2.0 * level for level, width in reach.items() if width > 0.6 * (right - left))


def _uprights(grid: Grid, page: PageText) -> list[float]:
    """Return the places at which lines stand between the columns."""
    left, top, right, bottom = bounds_of(grid)
    found = {
        round(rule.x0 / 3)
        for rule in page.rules
        if not rule.is_horizontal
        and left < rule.x0 < right
        and min(rule.y1, bottom) - max(rule.y0, top) > 6
    }
    return sorted(3.0 * place for place in found)


def _as_piece(grid: Grid, page: PageText) -> Piece:
    left, top, right, _ = bounds_of(grid)
    first = grid.rows[0][0]
    cells = _cells(grid, _levels(grid, page))
    return replace(
        first,
        text=" ".join(" ".join(row) for row in cells),
        x0=left,
        x1=right,
        y=top + 0.75 * first.size,
        rows=tuple(cells),
        mark="",
        calls=(),
    )


def _cells(grid: Grid, levels: list[float]) -> list[tuple[str, ...]]:
    """Return the cells row by row; a row goes down to the next drawn line, or to the next line."""
    bands: list[tuple[int, list[list[str]]]] = []
    drawn = len(levels) >= max(3, len(grid.rows) / 3)
    for row in grid.rows:
        band = sum(level < row[0].y - 0.3 * row[0].size for level in levels) if drawn else -1
        if not bands or not _goes_on(bands[-1], band, row, grid):
            bands.append((band, [[] for _ in grid.columns]))
        for piece in row:
            bands[-1][1][grid.column_of(piece)].append(piece.text)
    return [tuple(" ".join(cell) for cell in cells) for _, cells in bands]


def _goes_on(last: tuple[int, list[list[str]]], band: int, row: Row, grid: Grid) -> bool:
    """Return whether the line carries on the cells of the row above it."""
    if band >= 0:
        return last[0] == band and not (_is_record(row, grid) and any(last[1][0]))
    return len(row) < len(grid.columns) and grid.column_of(row[0]) > 0


def _is_record(row: Row, grid: Grid) -> bool:
    """Return whether the line fills every column and holds figures: a row of its own."""
    figures = any(NUMERIC.fullmatch(piece.text) for piece in row)
    return len(row) == len(grid.columns) and figures
