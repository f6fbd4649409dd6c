"""Rows of pieces that stand in shared columns: what may be a table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from briefing.importers.pdf.lines import Piece

_SPANNING = 0.25
"""Share of the rows in which a cell may reach over the gap between two columns."""

Row = list[Piece]

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Grid:
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


def table_rows(pieces: list[Piece]) -> list[Row]:
    """Return the pieces on each baseline, from the left; the rows from the top down."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.x0)):
        if rows and abs(rows[-1][0].y - piece.y) <= 0.3 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.x0) for row in rows]


def runs_of(rows: list[Row]) -> list[list[Row]]:
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


def grid_of(run: list[Row]) -> Grid | None:
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
    return Grid(columns, run) if len(columns) >= 2 else None


def bounds_of(grid: Grid) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of all that stands in the grid."""
    pieces = [piece for row in grid.rows for piece in row]
    return (
        min(piece.x0 for piece in pieces),
        min(piece.top for piece in pieces),
        max(piece.x1 for piece in pieces),
        max(piece.bottom for piece in pieces),
    )
