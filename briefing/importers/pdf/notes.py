"""Footnotes of a page: the small type at the foot of a column, from its first mark on."""

from __future__ import annotations

import re

from briefing.importers.pdf.columns import Column
from briefing.importers.pdf.lines import Piece
from briefing.importers.pdf.sheets import PageText, Type

_SMALLER = 0.94
"""Notes are set in type at most so large as a share of the running text's."""
_MARKED = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3}|\[\d{1,3}\])[.)]?\s+\S")


def lift_notes(column: Column, page: PageText, usual: Type) -> list[Piece]:
    """Take the footnotes off the end of a column and return their lines."""
    start = len(column.lines)
    while start and _could_be_note(column.lines[start - 1], usual):
        start -= 1
    small = column.lines[start:]
    marked = next((n for n, line in enumerate(small) if begins_note(line)), None)
    first = 0 if small and _has_short_rule_above(small[0], column, page) else marked
    if first is None or not _is_low(small[first], page):
        return []
    cut = start + first
    lines, column.lines = column.lines[cut:], column.lines[:cut]
    return lines


def begins_note(line: Piece) -> bool:
    """Return whether the line begins with the mark of a note."""
    return bool(line.mark) or bool(_MARKED.match(line.text))


def _could_be_note(line: Piece, usual: Type) -> bool:
    return line.size <= _SMALLER * usual.size and not line.rows


def _is_low(line: Piece, page: PageText) -> bool:
    return line.y > 0.35 * page.height


def _has_short_rule_above(line: Piece, column: Column, page: PageText) -> bool:
    """Return whether a line is drawn closely above, across part of the column only."""
    width = column.right - column.left
    return any(
        rule.is_horizontal
        and 0 <= line.top - rule.y1 <= 2.5 * line.size
        and rule.x0 <= line.x0 + 12
        and line.x0 < rule.x1
        and rule.x1 - rule.x0 < 0.6 * width
        for rule in page.rules
    )
