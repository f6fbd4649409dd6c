"""Reading order: which pieces of a page belong to which column, and which column comes first.

The page is cut where an upright strip stays white (a gutter), and above and below what runs
across it (a title, a wide table), and each part is cut again in the same way. Where no gutter is
found the rows are read across.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.importers.pdf.lines import Piece
from briefing.importers.pdf.spelling import is_right_to_left

_DEEPEST = 8
_MOST_PIECES = 4_000
"""A page in more pieces is no set text; it is read across, in time that stays short."""
_FEWEST_LINES = 3
"""A column has at least so many lines on either side of its gutter."""
_FEWEST_LETTERS = 12
"""A line of a column of prose has on average at least so many characters."""


@dataclass(slots=True)
class Column:
    """A stretch of lines one under the other, in reading order."""

    lines: list[Piece]

    @property
    def left(self) -> float:
        """The left edge of its lines."""
        return min(line.x0 for line in self.lines)

    @property
    def right(self) -> float:
        """The right edge of its longest line."""
        return max(line.x1 for line in self.lines)


def parts_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of each column of a page, the columns in reading order."""
    backwards = is_right_to_left("".join(piece.text for piece in pieces))
    return _parts(list(pieces), 0, backwards)


def _parts(pieces: list[Piece], depth: int, backwards: bool) -> list[list[Piece]]:
    if not pieces:
        return []
    gutter = gutter_of(pieces) if depth < _DEEPEST else None
    if gutter is None:
        return [pieces]
    head, rest = _headline(pieces)
    if head:
        return [head, *_parts(rest, depth + 1, backwards)]
    bands = _bands(pieces, gutter)
    if len(bands) == 1:
        sides = _sides(pieces, gutter)
        ordered = reversed(sides) if backwards else sides
        return [part for side in ordered for part in _parts(side, depth + 1, backwards)]
    return [part for band in bands for part in _parts(band, depth + 1, backwards)]


def _headline(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Cut off what stands above the columns in large type, down to the first white gap."""
    ordered = sorted(pieces, key=lambda piece: piece.top)
    usual = statistics.median(piece.size for piece in pieces)
    edge = ordered[0].bottom
    for number, piece in enumerate(ordered[:8]):
        gap = piece.top - edge
        if number and gap > 0.3 * usual and gap > 0.6 * min(ordered[number - 1].size, piece.size):
            head = ordered[:number]
            if any(part.size > 1.15 * usual for part in head):
                return head, ordered[number:]
        edge = max(edge, piece.bottom)
    return [], pieces


def _sides(pieces: list[Piece], gutter: float) -> tuple[list[Piece], list[Piece]]:
    left = [piece for piece in pieces if piece.x1 <= gutter]
    return left, [piece for piece in pieces if piece.x1 > gutter]


def _bands(pieces: list[Piece], gutter: float) -> list[list[Piece]]:
    """Cut the pieces into bands, top down: those free of the gutter and those that cross it."""
    bands: list[list[Piece]] = []
    was_crossing: bool | None = None
    for piece in sorted(pieces, key=lambda piece: piece.y):
        crossing = piece.x0 < gutter < piece.x1
        if crossing != was_crossing:
            bands.append([])
            was_crossing = crossing
        bands[-1].append(piece)
    return bands


def gutter_of(pieces: list[Piece]) -> float | None:
    """Return the x of the white strip that most lines on both sides keep clear of."""
    if not pieces or len(pieces) > _MOST_PIECES:
        return None
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    best: tuple[float, float] | None = None
    for strip in _white_strips(pieces, left, right):
        score = _worth(pieces, strip)
        if score is not None and (best is None or score > best[0]):
            best = score, strip
    return best[1] if best else None


def _white_strips(pieces: list[Piece], left: float, right: float) -> list[float]:
    """Return places worth trying: middles of the gaps before the left edges that many share."""
    shared: dict[int, int] = {}
    for piece in pieces:
        shared[round(piece.x0 / 3)] = shared.get(round(piece.x0 / 3), 0) + 1
    width = right - left
    edges = [3 * key for key, count in shared.items() if count >= _FEWEST_LINES]
    return [edge - 4.5 for edge in edges if left + 0.12 * width < edge < right - 0.08 * width]


def _worth(pieces: list[Piece], strip: float) -> float | None:
    """Return how good a gutter the strip is, or None where it is none."""
    before: list[Piece] = []
    after: list[Piece] = []
    across: list[Piece] = []
    for piece in pieces:
        group = across if piece.x0 < strip < piece.x1 else before if piece.x1 <= strip else after
        group.append(piece)
    if min(len(before), len(after)) < _FEWEST_LINES or not _beside(before, after):
        return None
    if min(_mean_length(before), _mean_length(after)) < _FEWEST_LETTERS:
        return None
    clear = min(len(before), len(after)) - 1.0 * len(across)
    return clear if clear > 0 or not across else _local_worth(before, after)


def _local_worth(before: list[Piece], after: list[Piece]) -> float | None:
    """Accept a gutter of a part of the page only, where both sides stand full beside each other."""
    top = max(min(p.top for p in before), min(p.top for p in after))
    bottom = min(max(p.bottom for p in before), max(p.bottom for p in after))
    sides = [[p for p in side if top <= p.y <= bottom] for side in (before, after)]
    if min(map(len, sides)) < 2 * _FEWEST_LINES:
        return None
    return min(map(len, sides)) / 100


def _beside(before: list[Piece], after: list[Piece]) -> bool:
    top, bottom = min(p.top for p in after), max(p.bottom for p in after)
    return any(top < piece.y < bottom for piece in before)


def _mean_length(pieces: list[Piece]) -> float:
    return sum(len(piece.text) for piece in pieces) / len(pieces)


def rows_of(pieces: list[Piece]) -> list[Piece]:
    """Return the lines of a part of a page: pieces on one baseline joined, from the top down."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.x0)):
        last = rows[-1][0] if rows else None
        if last and not last.rows and not piece.rows and _on_one_baseline(last, piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(row) for row in rows]


def _on_one_baseline(one: Piece, other: Piece) -> bool:
    return abs(one.y - other.y) <= 0.3 * min(one.size, other.size)


def _joined(row: list[Piece]) -> Piece:
    if len(row) == 1:
        return row[0]
    backwards = is_right_to_left("".join(piece.text for piece in row))
    row.sort(key=lambda piece: -piece.x1 if backwards else piece.x0)
    main = max(row, key=lambda piece: len(piece.text))
    return replace(
        main,
        text=" ".join(piece.text for piece in row if piece.text),
        x0=min(piece.x0 for piece in row),
        x1=max(piece.x1 for piece in row),
        bold=all(piece.bold for piece in row),
        mark=row[0].mark,
        calls=tuple(call for piece in row for call in piece.calls),
    )
