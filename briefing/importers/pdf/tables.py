"""Tables of a page: rows whose pieces stand in shared columns, with or without drawn lines.

A table is lifted out of the page as one piece that keeps its cells together, so that no column
of figures is ever read into a paragraph. Two columns of prose are told from a table by the length
of what stands in them.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import dataclass, replace

from briefing.importers.pdf.lines import Piece
from briefing.importers.pdf.sheets import PageText

_FEWEST_ROWS = 3
_PROSE = 24
"""Cells of a column of prose have on average at least so many characters."""
_SPANNING = 0.25
"""Share of the rows in which a cell may reach over the gap between two columns."""
_NUMERIC = re.compile(
    r"[^A-Za-zÀ-ɏЀ-ӿ؀-ۿ]*\d[^A-Za-zÀ-ɏЀ-ӿ؀-ۿ]*(?:bn|mn|%|m|km)?|[-–—*.…]+|n\.?/?a\.?", re.I
)
_MARKER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[•●▪◦‣∙·■□➢➤–—*-]|\d{1,3}")

Row = list[Piece]
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns as stretches of the page's width, and the rows that stand in them."""

    columns: list[Span]
    rows: list[Row]

    def column_of(self, piece: Piece) -> int:
        """Return the column that the piece overlaps most, the leftmost of equals."""
        widths = [min(piece.x1, right) - max(piece.x0, left) for left, right in self.columns]
        return max(range(len(widths)), key=lambda n: (widths[n], -n))

    def texts(self, column: int) -> list[str]:
        """Return the texts of the pieces of a column."""
        return [p.text for row in self.rows for p in row if self.column_of(p) == column]


def with_tables(pieces: list[Piece], page: PageText, across: float | None = None) -> list[Piece]:
    """Return the pieces with those of each table replaced by one that holds its cells.

    Where ``across`` is given, only tables with lines drawn across that place count.
    """
    for run in _runs(_rows(pieces)):
        grid = _grid(run)
        if grid is None or not _is_table(grid, page) or not _reaches(grid, page, across):
            continue
        gone = {id(piece) for row in grid.rows for piece in row}
        pieces = [piece for piece in pieces if id(piece) not in gone]
        pieces.append(_as_piece(grid, page))
    return pieces


def _reaches(grid: _Grid, page: PageText, across: float | None) -> bool:
    left, _, right, _ = _bounds(grid)
    return across is None or (left < across < right and len(_levels(grid, page)) >= 2)


def _rows(pieces: list[Piece]) -> list[Row]:
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.x0)):
        if rows and abs(rows[-1][0].y - piece.y) <= 0.3 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.x0) for row in rows]


def _runs(rows: list[Row]) -> list[list[Row]]:
    """Return stretches of rows that may be tables: many-piece rows and what hangs on them."""
    runs: list[list[Row]] = []
    current: list[Row] = []
    for row in rows:
        if current and not _follows(current, row):
            runs.append(current)
            current = []
        if current or len(row) > 1:
            current.append(row)
    return [_trimmed(run) for run in [*runs, current] if sum(len(r) > 1 for r in run) >= 2]


def _follows(run: list[Row], row: Row) -> bool:
    last = run[-1]
    size = max(piece.size for piece in last)
    if row[0].y - last[0].y > 3.2 * size:
        return False
    if len(row) > 1:
        return True
    widest = max((piece.x1 - piece.x0 for r in run for piece in r), default=0.0)
    singles = sum(1 for r in run[-4:] if len(r) == 1)
    return row[0].x1 - row[0].x0 <= 1.2 * widest and singles < 4


def _trimmed(run: list[Row]) -> list[Row]:
    end = len(run)
    while end and len(run[end - 1]) == 1:
        end -= 1
    return run[:end]


def _grid(run: list[Row]) -> _Grid | None:
    """Return the columns that most rows of the run share; None where there is but one.

    A heading that spans columns, in few rows, does not close the gap between them.
    """
    full = [row for row in run if len(row) > 1]
    covered: Counter[int] = Counter()
    for row in full:
        covered.update({x for p in row for x in range(int(p.x0), int(p.x1) + 2)})
    columns: list[Span] = []
    for x in sorted(x for x, count in covered.items() if count > _SPANNING * len(full)):
        if columns and x <= columns[-1][1] + 2:
            columns[-1] = columns[-1][0], x
        else:
            columns.append((x, x))
    return _Grid(columns, run) if len(columns) >= 2 else None


def _is_table(grid: _Grid, page: PageText) -> bool:
    full = sum(len(row) > 1 for row in grid.rows)
    texts = [grid.texts(number) for number in range(len(grid.columns))]
    if texts[0] and all(_MARKER.fullmatch(text) for text in texts[0]):
        texts = texts[1:]
    if len(texts) < 2 or full < (_FEWEST_ROWS if len(texts) == 2 else 2):
        return False
    prose = [statistics.fmean(map(len, column)) >= _PROSE for column in texts if column]
    numeric = [sum(bool(_NUMERIC.fullmatch(t)) for t in c) >= 0.6 * len(c) for c in texts if c]
    levels, uprights = len(_levels(grid, page)), len(_uprights(grid, page))
    if levels >= 2 or uprights:
        return not all(prose) or (levels >= 2 and uprights >= 1)
    return (
        full >= _FEWEST_ROWS
        and _is_aligned(grid)
        and (any(numeric) or sum(prose) <= len(texts) / 2)
    )


def _is_aligned(grid: _Grid) -> bool:
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


def _bounds(grid: _Grid) -> tuple[float, float, float, float]:
    pieces = [piece for row in grid.rows for piece in row]
    return (
        min(piece.x0 for piece in pieces),
        min(piece.top for piece in pieces),
        max(piece.x1 for piece in pieces),
        max(piece.bottom for piece in pieces),
    )


def _levels(grid: _Grid, page: PageText) -> list[float]:
    """Return the heights at which lines are drawn across most of the table."""
    left, top, right, bottom = _bounds(grid)
    reach: dict[int, float] = {}
    for rule in page.rules:
        if rule.is_horizontal and top - 12 <= rule.y0 <= bottom + 12:
            width = min(rule.x1, right) - max(rule.x0, left)
            reach[round(rule.y0 / 2)] = reach.get(round(rule.y0 / 2), 0.0) + max(width, 0.0)
    return sorted(2.0 * level for level, width in reach.items() if width > 0.6 * (right - left))


def _uprights(grid: _Grid, page: PageText) -> list[float]:
    """Return the places at which lines stand between the columns."""
    left, top, right, bottom = _bounds(grid)
    found = {
        round(rule.x0 / 3)
        for rule in page.rules
        if not rule.is_horizontal
        and left < rule.x0 < right
        and min(rule.y1, bottom) - max(rule.y0, top) > 6
    }
    return sorted(3.0 * place for place in found)


def _as_piece(grid: _Grid, page: PageText) -> Piece:
    left, top, right, _ = _bounds(grid)
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


def _cells(grid: _Grid, levels: list[float]) -> list[tuple[str, ...]]:
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


def _goes_on(last: tuple[int, list[list[str]]], band: int, row: Row, grid: _Grid) -> bool:
    """Return whether the line carries on the cells of the row above it."""
    if band >= 0:
        return last[0] == band and not (_is_record(row, grid) and any(last[1][0]))
    return len(row) < len(grid.columns) and grid.column_of(row[0]) > 0


def _is_record(row: Row, grid: _Grid) -> bool:
    """Return whether the line fills every column and holds figures: a row of its own."""
    figures = any(_NUMERIC.fullmatch(piece.text) for piece in row)
    return len(row) == len(grid.columns) and figures
