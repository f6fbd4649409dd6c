"""Lines into paragraphs: where one ends and the next begins, from spacing, indent and room left."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.importers.markers import BULLET, ENUMERATOR
from briefing.importers.pdf.columns import Column
from briefing.importers.pdf.lines import Piece
from briefing.importers.pdf.notes import begins_note
from briefing.importers.pdf.sheets import Type
from briefing.importers.pdf.spelling import is_right_to_left
from briefing.importers.sentences import (
    begins_in_lower_case,
    ends_clause,
    ends_sentence,
    leans_forward,
)

_INDENT = 0.8
"""A first line set in by this many times the type size begins a paragraph."""
_ROOM = 1.2
"""Slack, in type sizes, that a line may leave although the next word would have fitted."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The edges of a column and which side reading starts from."""

    left: float
    right: float
    backwards: bool

    def room(self, line: Piece) -> float:
        """Return how many points of the line's width are left empty at its end."""
        before, after = line.x0 - self.left, self.right - line.x1
        if abs(before - after) < 0.6 * line.size and before > line.size:
            return before + after
        return before if self.backwards else after

    def indent(self, line: Piece) -> float:
        """Return how far in the line begins, in points."""
        return self.right - line.x1 if self.backwards else line.x0 - self.left


def measure_of(column: Column) -> Measure:
    """Return the edges of a column that has lines."""
    backwards = is_right_to_left("".join(line.text for line in column.lines))
    return Measure(column.left, column.right, backwards)


def groups_of(column: Column, usual: Type, *, notes: bool = False) -> list[list[Piece]]:
    """Return the lines of a column grouped into paragraphs, headings, items and tables."""
    if not column.lines:
        return []
    measure = measure_of(column)
    groups: list[list[Piece]] = []
    for line in column.lines:
        if groups and not _parts(groups[-1], line, measure, usual, notes=notes):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _parts(group: list[Piece], line: Piece, measure: Measure, usual: Type, *, notes: bool) -> bool:
    last = group[-1]
    if last.rows or line.rows or _differs_in_size(last, line):
        return True
    if notes:
        return begins_note(line) and (bool(line.mark) or ends_sentence(last.text))
    step = line.y - last.y
    leading = usual.leading_of(line.size)
    if step > 1.28 * leading + 0.5 or step < -0.3 * leading:
        return not (step < 0 and begins_in_lower_case(line.text))
    if _begins_item(last, line, measure):
        return True
    return _is_new_by_indent(group, line, measure) or _stops_short(group, line, measure, usual)


def _differs_in_size(last: Piece, line: Piece) -> bool:
    return abs(last.size - line.size) > 0.06 * max(last.size, line.size)


def _begins_item(last: Piece, line: Piece, measure: Measure) -> bool:
    if BULLET.match(line.text):
        # A dash may also stand within a sentence that the line end cut.
        in_sentence = is_full(last, line, measure) and not ends_clause(last.text)
        return not in_sentence or not line.text.startswith(("-", "–", "—"))
    enumerator = ENUMERATOR.match(line.text)
    return enumerator is not None and (
        ends_sentence(last.text) or last.text.endswith((":", ";")) or len(last.text) < 60
    )


def _is_new_by_indent(group: list[Piece], line: Piece, measure: Measure) -> bool:
    first, last = group[0], group[-1]
    deep = _INDENT * line.size
    is_item = bool(BULLET.match(first.text) or ENUMERATOR.match(first.text))
    deeper = measure.indent(line) - measure.indent(last)
    if deeper > deep:
        return ends_sentence(last.text) and not is_item and not _is_centred(line, measure)
    hanging = len(group) > 1 and measure.indent(group[1]) - measure.indent(first) > deep
    back = abs(measure.indent(line) - measure.indent(first)) < 2
    if len(group) == 1 and back and measure.indent(line) > deep and not is_item:
        return ends_sentence(last.text) and not _is_centred(line, measure)
    return hanging and back and -deeper > deep and not begins_in_lower_case(line.text)


def is_justified(column: Column, measure: Measure) -> bool:
    """Return whether most lines of the column end at its edge exactly."""
    ending = sum(measure.room(line) < 1 for line in column.lines)
    return len(column.lines) >= 4 and ending >= 0.5 * len(column.lines)


def is_full(line: Piece, following: Piece, measure: Measure) -> bool:
    """Return whether the line ends where it does because the next word had no room."""
    return measure.room(line) < following.first_word_width + (0.25 + _ROOM) * line.size


def _is_centred(line: Piece, measure: Measure) -> bool:
    before, after = line.x0 - measure.left, measure.right - line.x1
    return abs(before - after) < 0.6 * line.size and before > line.size


def _stops_short(group: list[Piece], line: Piece, measure: Measure, usual: Type) -> bool:
    """Return whether the first word of ``line`` would have fitted on the line before."""
    last = group[-1]
    if is_full(last, line, measure):
        return False
    if last.size > 1.08 * usual.size and last.bold == line.bold:
        return False
    if last.bold != line.bold and all(part.bold == last.bold for part in group):
        return True
    if begins_in_lower_case(line.text):
        return False
    very_short = measure.room(last) > 0.4 * (measure.right - measure.left)
    return very_short or not leans_forward(last.text)
