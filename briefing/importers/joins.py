"""Join paragraphs that a page, a footnote or a stray blank line cut in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from briefing.importers.bylines import reads_as_byline
from briefing.importers.draft import DraftBlock
from briefing.importers.hyphens import Hyphens
from briefing.importers.sentences import (
    begins_in_lower_case,
    ends_clause,
    is_broken_off,
    is_title_case,
    leans_forward,
    words,
)
from briefing.model import BlockKind

_LEAST_WORDS = 12  # a paragraph shorter than this may be a heading or a label
_JOINABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_PASSED_OVER = frozenset({BlockKind.FOOTNOTE, BlockKind.FURNITURE, BlockKind.CAPTION})
_NAME = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?")
_NAME_IN_SENTENCE = re.compile(r" (?<=[a-z,] )([A-Z][\w’'-]* [A-Z][\w’'-]*)")


class _Names:
    """Names of two words that the document writes with capitals in the middle of sentences."""

    def __init__(self, blocks: Sequence[DraftBlock]) -> None:
        """Take the document's blocks; they are read when the first name is asked about."""
        self._blocks = blocks

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(n for b in self._blocks for n in _NAME_IN_SENTENCE.findall(b.text))

    def begins(self, text: str) -> bool:
        """Return whether ``text`` begins with such a name rather than as a sentence does."""
        match = _NAME.match(text)
        return match is not None and " " in match.group() and match.group() in self._known


def join_cut(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks`` with every cut paragraph whole again, before what stood in the cut."""
    names = _Names(blocks)
    groups: list[list[DraftBlock]] = []
    open_group: list[DraftBlock] | None = None
    for block in blocks:
        if open_group and block.kind in _JOINABLE and _goes_on(open_group[-1], block, names):
            open_group.append(block)
            continue
        groups.append([block])
        if block.kind not in _PASSED_OVER:
            open_group = groups[-1]
    hyphens = Hyphens([block.text for block in blocks])
    return [_whole(group, hyphens) for group in groups]


def _goes_on(first: DraftBlock, second: DraftBlock, names: _Names) -> bool:
    """Return whether ``second`` continues the sentence in which ``first`` breaks off."""
    if first.kind not in _JOINABLE or second.kind is BlockKind.LIST_ITEM:
        return False
    if ends_clause(first.text) or is_broken_off(first.text) or reads_as_byline(first.text):
        return False
    if begins_in_lower_case(second.text):
        return True
    if words(first.text) < _LEAST_WORDS:
        return False
    return (
        leans_forward(first.text)
        or names.begins(second.text)
        or (_is_on_next_sheet(first, second) and not is_title_case(second.text))
    )


def _is_on_next_sheet(first: DraftBlock, second: DraftBlock) -> bool:
    if first.page is None or second.page is None:
        return False
    return second.page == first.page + len(first.page_breaks) + 1


def _whole(group: list[DraftBlock], hyphens: Hyphens) -> DraftBlock:
    if len(group) == 1:
        return group[0]
    text = hyphens.join(*(block.text for block in group))
    return DraftBlock(group[0].kind, text, group[0].page, _breaks(group, hyphens), group[0].level)


def _breaks(group: list[DraftBlock], hyphens: Hyphens) -> tuple[int, ...]:
    """Return the offsets in the joined text at which the next sheet begins."""
    breaks, length = [], 0
    for block, following in zip(group, [*group[1:], None], strict=True):
        breaks += [length + offset for offset in block.page_breaks]
        if following is None:
            break
        length += hyphens.length_before(block.text, following.text)
        if block.page is not None and following.page is not None:
            last_page = block.page + len(block.page_breaks)
            breaks += [length] * (following.page - last_page)
    return tuple(breaks)
