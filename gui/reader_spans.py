"""The sentences of a report in order: which stands where, and which comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise

from briefing.model import Passage, TextKind
from briefing.model.desk import BlockView, FindingSpan, ReportView

Place = tuple[int, int, int]
"""A block of a report, and where in it words begin and end, in characters."""


class ReportSpans:
    """All sentences of one report; a finding is a sentence of running text with a theme."""

    def __init__(self, view: ReportView) -> None:
        self._blocks = view.blocks
        self._findings = [span for block in view.blocks for span in block.spans if is_finding(span)]
        self._places = [_place(span.passage) for span in self._findings]
        self.counts: Counter[str] = Counter()
        """How many findings deal with each theme."""
        for span in self._findings:
            self.counts.update(span.themes)

    def by_passage(self, passage: Passage) -> FindingSpan | None:
        """Return the sentence of a passage, the one that holds its beginning where none is it."""
        spans = self._blocks[passage.block].spans if passage.block < len(self._blocks) else ()
        exact = next((span for span in spans if span.passage == passage), None)
        return exact or self.at(passage.block, passage.start)

    def at(self, block: int, offset: int) -> FindingSpan | None:
        """Return the sentence that holds a character of a block."""
        spans = self._blocks[block].spans if 0 <= block < len(self._blocks) else ()
        for span in spans:
            if span.passage.start <= offset < span.passage.end:
                return span
        return None

    def step(self, place: tuple[int, int], by: int, theme: str = "") -> FindingSpan | None:
        """Return the next finding after a place, or with ``by`` -1 the one before it."""
        index = (
            bisect_right(self._places, place) if by > 0 else bisect_left(self._places, place) - 1
        )
        while 0 <= index < len(self._findings):
            if not theme or theme in self._findings[index].themes:
                return self._findings[index]
            index += by
        return None


def is_finding(span: FindingSpan) -> bool:
    """Return whether a sentence is offered for briefs and deals with a theme."""
    return span.kind is TextKind.BODY and bool(span.themes)


def page_marks(blocks: tuple[BlockView, ...]) -> dict[int, str]:
    """Return for each block that begins a new page the page's number."""
    marks = {0: blocks[0].page} if blocks and blocks[0].page else {}
    for number, (before, block) in enumerate(pairwise(blocks), 1):
        if block.page and block.page != before.page:
            marks[number] = block.page
    return marks


def _place(passage: Passage) -> tuple[int, int]:
    return passage.block, passage.start
