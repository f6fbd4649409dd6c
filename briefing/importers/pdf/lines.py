"""Pieces of lines out of characters, by where they stand and not by the order of drawing.

A piece is a stretch of one line without a gap wide enough for the gutter between two columns.
Raised note numbers are taken out of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.importers.pdf.glyphs import Glyph
from briefing.importers.pdf.rows import GUTTER, Row, Run, rows_in, runs_in
from briefing.importers.pdf.spelling import in_reading_order, spell

_MARK = re.compile(r"[\d,;\s]{1,9}|[*†‡§¶]{1,3}|[a-z]")

_UNITS = re.compile(r"(?:^|[\s\d(/])(?:[ckdm]?m|km|ft|in|mi)$|\d$|CO$", re.I)


@dataclass(slots=True)
class Piece:
    """A stretch of one line: what stands between two wide gaps."""

    text: str
    x0: float
    x1: float
    y: float
    """Baseline, in points below the top edge of the page."""
    size: float
    bold: bool
    italic: bool
    mark: str = ""
    """The raised number or sign that it begins with: that of a footnote."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of each row, where the piece stands for a whole table."""
    calls: tuple[str, ...] = ()
    """Raised note numbers that were taken out of the text."""
    order: int = 0

    @property
    def top(self) -> float:
        """Where the tall letters end."""
        return self.y - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Where the letters that go below the baseline end."""
        return self.y + 0.25 * self.size

    @property
    def first_word_width(self) -> float:
        """Estimate how wide the first word is, in points."""
        word = self.text.split(" ", 1)[0]
        return (self.x1 - self.x0) * len(word) / max(len(self.text), 1)


def pieces_of(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Return the pieces of all lines of a page, from the top down and from the left."""
    rows = rows_in(runs_in(glyphs))
    found = [piece for row in rows for piece in _pieces(row)]
    return sorted(found, key=lambda piece: (round(piece.y, 1), piece.x0))


def _pieces(row: Row) -> list[Piece]:
    row.runs.sort(key=lambda run: run.x0)
    groups: list[list[Run]] = []
    edge = 0.0
    for run in row.runs:
        if run.blank:
            if groups and run.x0 - edge <= GUTTER * row.size:
                groups[-1].append(run)
            continue
        if groups and run.x0 - edge <= GUTTER * row.size:
            groups[-1].append(run)
        else:
            groups.append([run])
            edge = run.x1
        edge = max(edge, run.x1)
    return [_piece(group) for group in groups]


def _piece(runs: list[Run]) -> Piece:
    mark, calls = _lift_marks(runs)
    kept = [run for run in runs if run.glyphs]
    if not kept:
        kept, mark = [Run([], runs[0].x0, runs[-1].x1, runs[0].y, runs[0].size)], mark
    glyphs = in_reading_order(kept)
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    main = max(kept, key=lambda run: (run.level == 0 and not run.blank, len(run.glyphs)))
    return Piece(
        text=spell(glyphs, main.size),
        x0=min((glyph.x0 for glyph in inked), default=runs[0].x0),
        x1=max((glyph.x1 for glyph in inked), default=runs[-1].x1),
        y=main.y,
        size=main.size,
        bold=_most(glyph.pen.bold for glyph in inked),
        italic=_most(glyph.pen.italic for glyph in inked),
        mark=mark,
        calls=calls,
        order=min((glyph.order for glyph in glyphs), default=0),
    )


def _most(traits: Iterable[bool]) -> bool:
    found = list(traits)
    return sum(found) > 0.6 * len(found)


def _lift_marks(runs: list[Run]) -> tuple[str, tuple[str, ...]]:
    """Take raised note marks out of the runs; return the leading one and the others."""
    leading, calls = "", []
    before = ""
    for run in runs:
        text = "".join(glyph.text for glyph in run.glyphs).strip()
        if run.level == 1 and _MARK.fullmatch(text) and not _UNITS.search(before):
            if before.strip():
                calls.append(text)
            else:
                leading = text
            run.glyphs = []
        before += text
    return leading, tuple(calls)
