"""Find the notes that stand numbered one after another, and know them from a numbered list.

A list of recommendations and a list of endnotes look alike: ``1. …``, ``2. …``. Notes are known by
citations in most of them, and by standing last or by calls in the text that bear their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from briefing.importers.citations import cites
from briefing.importers.draft import DraftBlock
from briefing.importers.sentences import (
    begins_in_lower_case,
    ends_sentence,
    leans_forward,
    words,
)
from briefing.model import BlockKind

RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_NUMBER = re.compile(
    r"(?:(?P<dot>\d{1,3})\.|\[(?P<square>\d{1,3})\]|\((?P<round>\d{1,3})\)|(?P<close>\d{1,3})\)"
    r"|(?P<bare>\d{1,3}))(?P<space>\s+)(?=[^\W_])"
    r"|(?:(?P<dot_>\d{1,3})\.|\[(?P<square_>\d{1,3})\]|(?P<bare_>\d{1,3}))\s*(?=[\"“‘'«„(])"
)
_GLUED_CALL = re.compile(r"[.,;:!?”\"’)](?<=[^\W\d_].)(\d{1,3})(?=\s|$)")
_SQUARE_CALL = re.compile(r"\[(\d{1,3})\]")
_ROUND_CALL = re.compile(r"[.!?]\((\d{1,3})\)")
_RAISED_CALL = re.compile(rf"(?<=[^\W_.,;:!?”\"’)])([{RAISED}]+)|(?<=[.,;:!?”\"’)])([{RAISED}]+)")
_TO_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LEAST_CITING = 0.5  # of the entries
_LEAST_CITING_ITEMS = 0.7  # of items that bear no number
_MOST_AFTER = 0.08  # of the characters of a text, below its last note
_LONGEST_REST = 14  # words of a line on which a note ends
_LIKELY_CUT = 55  # characters; a line as long may have been broken at a width
_FLOW = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE)


@dataclass(slots=True)
class _Run:
    """Entries that count on from one to the next, with the blocks on which they go on."""

    style: str
    numbers: list[int]
    entries: list[int]
    """Index of the block with which each entry begins."""
    end: int
    """Index after the last block."""


def mark_note_runs(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks`` with numbered notes set to footnote, each joined to one block."""
    calls = cache(lambda: _calls(blocks))  # asked for only where numbers run on
    remaining = _characters_after(blocks)
    joined: dict[int, int] = {}
    for run in _runs(blocks):
        is_last = remaining[run.end] <= _MOST_AFTER * remaining[0]
        if _are_notes(run, blocks, calls, is_last=is_last):
            joined.update(zip(run.entries, [*run.entries[1:], run.end], strict=True))
    return _with_notes(blocks, joined)


def number_of_note(text: str) -> tuple[str, int, str] | None:
    """Return form and value of the number that opens ``text``, and what follows it."""
    match = _NUMBER.match(text)
    if match is None:
        return None
    style, digits = next((k, v) for k, v in match.groupdict().items() if v and k != "space")
    return style.rstrip("_"), int(digits), text[match.end() :]


def _runs(blocks: list[DraftBlock]) -> list[_Run]:
    runs: list[_Run] = []
    is_open = False
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.FURNITURE:
            continue
        number = number_of_note(block.text) if block.kind in _FLOW else None
        style, value = number[:2] if number else ("item", 0)
        if number is None and block.kind is not BlockKind.LIST_ITEM:
            is_open = is_open and _goes_on(blocks[runs[-1].end - 1], block)
            if is_open:
                runs[-1].end = index + 1
            continue
        if not (is_open and style == runs[-1].style and _counts_on(runs[-1].numbers[-1], value)):
            runs.append(_Run(style, [], [], index))
        runs[-1].numbers.append(value)
        runs[-1].entries.append(index)
        runs[-1].end, is_open = index + 1, True
    return runs


def _counts_on(last: int, value: int) -> bool:
    return value == (last + 1 if last else 0)


def _goes_on(last: DraftBlock, block: DraftBlock) -> bool:
    """Return whether the block is the rest of a note that its line's end cut."""
    if block.kind is not BlockKind.PARAGRAPH or ends_sentence(last.text):
        return False
    if begins_in_lower_case(block.text) or leans_forward(last.text):
        return True
    is_rest = ends_sentence(block.text) and words(block.text) <= _LONGEST_REST
    return is_rest and len(last.text) >= _LIKELY_CUT


def _are_notes(
    run: _Run, blocks: list[DraftBlock], calls: Callable[[], set[int]], *, is_last: bool
) -> bool:
    if run.style == "item" and not (is_last and len(run.entries) >= 2):
        return False
    ends = [*run.entries[1:], run.end]
    texts = [
        " ".join(block.text for block in blocks[start:end])
        for start, end in zip(run.entries, ends, strict=True)
    ]
    citing = sum(cites(_after_number(text)) for text in texts) / len(texts)
    if run.style == "item":
        return citing >= _LEAST_CITING_ITEMS
    called = sum(number in calls() for number in run.numbers) / len(texts)
    if len(texts) == 1:
        return citing == 1 and called == 1
    return citing >= _LEAST_CITING and (is_last or called >= _LEAST_CITING)


def _after_number(text: str) -> str:
    number = number_of_note(text)
    return number[2] if number else text


def _calls(blocks: list[DraftBlock]) -> set[int]:
    """Return the numbers of all note calls in the text."""
    found: set[str] = set()
    for block in blocks:
        if block.kind in _FLOW:
            found.update(_calls_in(block.text))
    return {int(figures.translate(_TO_DIGITS)) for figures in found}


def _calls_in(text: str) -> Iterator[str]:
    """Yield the figures of all that can be calls; each form is tried where its mark stands."""
    yield from _GLUED_CALL.findall(text)
    if "[" in text:
        yield from _SQUARE_CALL.findall(text, 1)
    if "(" in text:
        yield from _ROUND_CALL.findall(text)
    if not text.isascii():
        yield from (match.group() for match in _RAISED_CALL.finditer(text, 1))


def _characters_after(blocks: list[DraftBlock]) -> list[int]:
    """Return, for each block and for the end, how many characters of text stand from there on."""
    left = [0]
    for block in reversed(blocks):
        left.append(left[-1] + (len(block.text) if block.kind in _FLOW else 0))
    return left[::-1]


def _with_notes(blocks: list[DraftBlock], joined: dict[int, int]) -> list[DraftBlock]:
    """Return ``blocks`` with each entry in ``joined`` a note that reaches to the index given."""
    inside = {at for start, end in joined.items() for at in range(start + 1, end)}
    for start, end in joined.items():
        rest = [b.text for b in blocks[start + 1 : end] if b.kind is not BlockKind.FURNITURE]
        blocks[start].text = " ".join([blocks[start].text, *rest])
        blocks[start].kind = BlockKind.FOOTNOTE
    return [
        block
        for index, block in enumerate(blocks)
        if index not in inside or block.kind is BlockKind.FURNITURE
    ]
