"""Take the calls of notes (``¹²``, ``[3]``, a figure glued to a full stop) out of running text."""

from __future__ import annotations

import re

from briefing.importers.characters import pieces, set_pieces
from briefing.importers.draft import DraftBlock
from briefing.importers.note_runs import RAISED
from briefing.model import BlockKind

_RAISED_CALL = re.compile(rf"(?<=[^{RAISED}])[ \u2009\u202f]?([{RAISED}]+)(?![\w^])")
_ANY_FIGURE = re.compile(rf"[\d{RAISED}]")
_UNIT = re.compile(r"\b(?:[kcdm]?m|ft|mi|in|yd|CO|NO|R|N|x|y)$")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d$")
_BRACKETED = re.compile(r"\s?\[(\d{1,3})\]")
# A pattern that begins with a figure is tried only at figures; what stands before comes second.
_GLUED = re.compile(r"(\d(?<=[^\W\d_][.,;:!?”\"’)].)\d{0,2})(?=\s|$)")
_GLUED_AFTER_QUOTE = re.compile(r"(\d(?<=[.,!?][\"”’)].)\d{0,2})(?=\s|$)")
_GLUED_AFTER_YEAR = re.compile(
    r"(\d(?<=\b(?:1[5-9]|20)\d\d[.;].)\d{0,2})(?=\s+[“\"‘(]?[A-ZÀ-ÞА-Я]|\s*$)"
)
_NUMBERED_NOTE = re.compile(r"\[\d|\(?\d{1,3}[.)]? ?[^\W_]")
_BETWEEN_SENTENCES = re.compile(r"\s(?<=[^\W\d_][.!?].)(\d{1,3})(?=\s+[\"“‘(]?[A-Z])")
_NUMBERED_THING = re.compile(
    r"\b(?:No|Nos|Nr|p|pp|Art|Arts|vol|ch|sec|fig|para|cf|ca|c)\.\s?$", re.IGNORECASE
)
_TO_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_WIDEST_STEP = 3  # between one call and the next: some are lost when a file is made
_FLOW = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUESTION, BlockKind.HEADING})


def remove_calls(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks`` without the calls of notes, if the report has notes.

    Raised figures go wherever they follow a word and are no unit (``km²``). Bracketed and glued
    figures go only where they count on from the call before.
    """
    notes = [block for block in blocks if block.kind is BlockKind.FOOTNOTE]
    bracketed = any(_NUMBERED_NOTE.match(note.text) for note in notes)
    counter = _Counter(has_notes=bool(notes), bracketed=bracketed)
    for block in blocks:
        if block.kind in _FLOW:
            parts = pieces(block)
            cleaned = [counter.without_calls(part) for part in parts]
            if cleaned != parts:
                set_pieces(block, cleaned)
    return blocks


class _Counter:
    """Goes through a report's text and keeps count of its calls."""

    def __init__(self, *, has_notes: bool, bracketed: bool) -> None:
        self._has_notes = has_notes
        self._bracketed = bracketed
        self._last = 0

    def without_calls(self, text: str) -> str:
        """Return ``text`` without its calls."""
        if not _ANY_FIGURE.search(text):
            return text
        spans = sorted((*self._raised(text), *self._plain(text)))
        kept, position = [], 0
        for start, end, number, is_raised in spans:
            if start < position or not (is_raised or self._counts_on(number)):
                continue
            self._last = max(self._last, number)
            kept.append(text[position:start])
            position = end
        return "".join((*kept, text[position:]))

    def _raised(self, text: str) -> list[tuple[int, int, int, bool]]:
        found: list[tuple[int, int, int, bool]] = []
        if text.isascii():
            return found
        for match in _RAISED_CALL.finditer(text):
            number = int(match.group(1).translate(_TO_DIGITS))
            before = text[max(0, match.start() - 5) : match.start()]
            if self._is_power(before, number):
                continue
            found.append((*match.span(), number, not before[-1:].isdigit()))
        return found

    @staticmethod
    def _is_power(before: str, number: int) -> bool:
        """Return whether the raised number is part of a unit or of a figure: km², 10⁶."""
        if before[-1:].isdigit():
            return _YEAR.search(before) is None
        return number in (2, 3) and _UNIT.search(before) is not None

    def _plain(self, text: str) -> list[tuple[int, int, int, bool]]:
        if not self._has_notes:
            return []
        patterns = [_GLUED, _GLUED_AFTER_QUOTE, _GLUED_AFTER_YEAR, _BETWEEN_SENTENCES]
        patterns += [_BRACKETED] if self._bracketed else []
        return [
            (*match.span(), int(match.group(1)), False)
            for pattern in patterns
            for match in pattern.finditer(text)
            if not _NUMBERED_THING.search(text[max(0, match.start() - 6) : match.start()])
        ]

    def _counts_on(self, number: int) -> bool:
        return self._last < number <= self._last + _WIDEST_STEP
