"""Words and lines out of characters, by where they stand and not by the order they were drawn in.

Characters become runs (one pen, one baseline), runs become pieces: stretches of one line without
a gap wide enough for the gutter between two columns. Spaces are put where there is room for one,
whether or not the file draws space characters; letter-spaced words are closed up.
"""

from __future__ import annotations

import re
import statistics
import unicodedata
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.importers.pdf.glyphs import Glyph

GUTTER = 0.9
"""A gap wider than this many times the type size parts two pieces of a row."""
_MARK = re.compile(r"[\d,;\s]{1,9}|[*†‡§¶]{1,3}|[a-z]")
_ONE_LETTER_WORDS = frozenset("AEIOUYÀÁÉÓАВИКОСУЯІЄЇ")
_TURNED_LIGATURE = re.compile(
    "[\N{ARABIC LETTER ALEF}\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
    "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}\N{ARABIC LETTER ALEF WITH HAMZA BELOW}]"
    "\N{ARABIC LETTER LAM}|"
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER LAM}{2}\N{ARABIC LETTER ALEF}?"
)
_LEFT_TO_RIGHT = frozenset({"L", "EN", "AN"})
_BETWEEN = frozenset({"WS", "CS", "ES", "ET"})
_NEIGHBOURS = 8
"""Rows above and below that a run may belong to."""
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


@dataclass(slots=True)
class _Run:
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
class _Row:
    y: float
    size: float
    runs: list[_Run] = field(default_factory=list)


def pieces_of(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Return the pieces of all lines of a page, from the top down and from the left."""
    rows = _rows(_runs(glyphs))
    found = [piece for row in rows for piece in _pieces(row)]
    return sorted(found, key=lambda piece: (round(piece.y, 1), piece.x0))


def _runs(glyphs: Iterable[Glyph]) -> list[_Run]:
    runs: list[_Run] = []
    for glyph in glyphs:
        if runs and _continues(runs[-1], glyph):
            run = runs[-1]
            run.glyphs.append(glyph)
            run.x0, run.x1 = min(run.x0, glyph.x0), max(run.x1, glyph.x1)
        else:
            blank = glyph.text.isspace()
            runs.append(_Run([glyph], glyph.x0, glyph.x1, glyph.y, glyph.pen.size, blank))
    return runs


def _continues(run: _Run, glyph: Glyph) -> bool:
    last = run.glyphs[-1]
    if (
        glyph.text.isspace() != run.blank
        or abs(glyph.y - run.y) > 0.5
        or abs(glyph.pen.size - run.size) > 0.05 * run.size
    ):
        return False
    gap = max(glyph.x0 - last.x1, last.x0 - glyph.x1)
    return -0.5 * run.size <= gap <= GUTTER * run.size or glyph.x0 == last.x0


def _rows(runs: list[_Run]) -> list[_Row]:
    """Gather runs into rows; the larger type sets the baseline, raised marks join it."""
    rows: list[_Row] = []
    places: list[tuple[float, int]] = []
    for run in sorted(runs, key=lambda run: (run.blank, -run.size)):
        row = _row_for(run, rows, places)
        if row is None and run.blank:
            continue
        if row is None:
            row = _Row(run.y, run.size)
            rows.append(row)
            insort(places, (run.y, len(rows) - 1))
        row.runs.append(run)
    return rows


def _row_for(run: _Run, rows: list[_Row], places: list[tuple[float, int]]) -> _Row | None:
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


def _is_script(run: _Run, row: _Row) -> bool:
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


def _pieces(row: _Row) -> list[Piece]:
    row.runs.sort(key=lambda run: run.x0)
    groups: list[list[_Run]] = []
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


def _piece(runs: list[_Run]) -> Piece:
    mark, calls = _lift_marks(runs)
    kept = [run for run in runs if run.glyphs]
    if not kept:
        kept, mark = [_Run([], runs[0].x0, runs[-1].x1, runs[0].y, runs[0].size)], mark
    glyphs = _in_reading_order(kept)
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    main = max(kept, key=lambda run: (run.level == 0 and not run.blank, len(run.glyphs)))
    return Piece(
        text=_spell(glyphs, main.size),
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


def _lift_marks(runs: list[_Run]) -> tuple[str, tuple[str, ...]]:
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


def _in_reading_order(runs: list[_Run]) -> list[Glyph]:
    """Return the characters as read: from the left, or from the right in Arabic and Hebrew."""
    glyphs = [glyph for run in runs for glyph in run.glyphs]
    if not is_right_to_left("".join(glyph.text for glyph in glyphs)):
        return sorted(glyphs, key=lambda glyph: (glyph.x0, glyph.order))
    glyphs.sort(key=lambda glyph: (-glyph.x1, glyph.order))
    _mend_ligatures(glyphs)
    return _embedded_turned(glyphs)


def _mend_ligatures(glyphs: list[Glyph]) -> None:
    """Put the letters of one drawn ligature, which share a place, into their written order.

    pdfium turns lines stored from left to right around letter by letter, ligatures too. No word
    has alef before lam in a ligature, so that order tells that the letters were turned.
    """
    start = 0
    for end in range(1, len(glyphs) + 1):
        if end < len(glyphs) and glyphs[end].x0 == glyphs[start].x0:
            continue
        letters = "".join(glyph.text for glyph in glyphs[start:end])
        if _TURNED_LIGATURE.fullmatch(letters):
            glyphs[start:end] = glyphs[start:end][::-1]
        start = end


def _embedded_turned(glyphs: list[Glyph]) -> list[Glyph]:
    """Turn numbers and Latin words inside text from right to left back into their own order."""
    turned: list[Glyph] = []
    stretch: list[Glyph] = []
    for glyph in glyphs:
        kind = unicodedata.bidirectional(glyph.text[0])
        if kind in _LEFT_TO_RIGHT or (stretch and kind in _BETWEEN):
            stretch.append(glyph)
        else:
            turned += _turned(stretch)
            stretch = []
            turned.append(glyph)
    return turned + _turned(stretch)


def _turned(stretch: list[Glyph]) -> list[Glyph]:
    end = len(stretch)
    while end and unicodedata.bidirectional(stretch[end - 1].text[0]) in _BETWEEN:
        end -= 1
    return stretch[:end][::-1] + stretch[end:]


def is_right_to_left(text: str) -> bool:
    """Return whether most letters of the text are written from right to left."""
    kinds = Counter(unicodedata.bidirectional(char) for char in text)
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _spell(glyphs: list[Glyph], size: float) -> str:
    """Return the text with one space wherever the gap between two characters is a word's."""
    parts: list[tuple[str, float, bool]] = []
    last: Glyph | None = None
    spaced = False
    for glyph in glyphs:
        if glyph.text.isspace():
            spaced = last is not None
            continue
        gap = max(glyph.x0 - last.x1, last.x0 - glyph.x1) if last else 0.0
        parts.append((glyph.text, gap, spaced))
        last, spaced = glyph, False
    return _with_spaces(parts, size)


def _with_spaces(parts: list[tuple[str, float, bool]], size: float) -> str:
    """Join characters, each given with the gap before it and whether a space stood there."""
    spread = _letter_spacing([gap for _, gap, _ in parts[1:]], [s for _, _, s in parts[1:]], size)
    text: list[str] = []
    explicit = sum(spaced for _, _, spaced in parts) > 0.08 * len(parts)
    for char, gap, spaced in parts:
        room = 0.3 if _is_kerned_initial(text, char, explicit) else 0.14
        wide = gap > spread + room * size and not unicodedata.combining(char[0])
        if text and (wide or (spaced and spread < 0.1 * size)):
            text.append(" ")
        text.append(char)
    return "".join(text)


def _is_kerned_initial(text: list[str], char: str, explicit: bool) -> bool:
    """Return whether a lone capital before a small letter would be cut off by a space.

    Where a line draws its spaces, the gap after a capital such as N or P is loose kerning.
    """
    alone = bool(text) and text[-1].isupper() and (len(text) < 2 or text[-2] == " ")
    return explicit and alone and char.islower() and text[-1] not in _ONE_LETTER_WORDS


def _letter_spacing(gaps: list[float], spaced: list[bool], size: float) -> float:
    """Return how far the letters of a line are set apart, in points; mostly near 0."""
    if len(gaps) < 4:
        return 0.0
    if sum(spaced) > 0.6 * len(spaced):
        return 1.3 * statistics.median(gaps)
    closed = [gap for gap, space in zip(gaps, spaced, strict=True) if not space]
    return max(0.0, statistics.median(closed)) if closed else 0.0
