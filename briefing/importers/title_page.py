"""The title block on the first pages: which line is the title, who wrote it, when.

Only what stands there in so many words becomes metadata; the rest stays empty.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.importers.dates import date_in_line
from briefing.importers.draft import DraftBlock
from briefing.importers.imprint import is_imprint, is_series_label
from briefing.importers.names import CommonWords, byline, names_in
from briefing.importers.sentences import ends_sentence, words
from briefing.model import BlockKind, Metadata

_LONGEST_FRONT = 20
_BODY_WORDS = 25
_SHORT_WORDS = 14
_LAST_PAGE = 3


def read_front(blocks: list[DraftBlock]) -> Metadata:
    """Set the kinds of the title block's lines and return what they say of the report."""
    front = _front(blocks)
    title = _title(front)
    common = CommonWords(block.text for block in blocks)
    metadata = Metadata(title=title.text if title else "")
    if title:
        title.level = 1
    for place, block in enumerate(front):
        if block is not title:
            metadata = _read(block, front[place + 1 :], common, metadata, titled=title is not None)
    _lower_others(blocks, title)
    return metadata


def _front(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return the blocks that stand before the first paragraph of text."""
    front: list[DraftBlock] = []
    for block in blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        if _is_body(block) or (block.page or 1) > _LAST_PAGE or len(front) == _LONGEST_FRONT:
            return front
        front.append(block)
    return front[:1]


def _is_body(block: DraftBlock) -> bool:
    if block.kind in (BlockKind.HEADING, BlockKind.META) or is_imprint(block.text):
        return False
    if block.kind is not BlockKind.PARAGRAPH:
        return True
    count = words(block.text)
    return count >= _BODY_WORDS or (count >= 8 and ends_sentence(block.text))


def _title(front: list[DraftBlock]) -> DraftBlock | None:
    headings = [
        block
        for block in front
        if block.kind is BlockKind.HEADING
        and not date_in_line(block.text)
        and words(block.text) > 1
    ]
    return min(headings, key=lambda block: block.level, default=None)


def _read(
    block: DraftBlock,
    following: list[DraftBlock],
    common: CommonWords,
    metadata: Metadata,
    *,
    titled: bool,
) -> Metadata:
    """Take what a line of the title block says; what it says makes it a META block."""
    text = block.text.strip(" *")
    if date := date_in_line(text):
        block.kind, block.level = BlockKind.META, 0
        return replace(metadata, date=metadata.date or date)
    opens_section = not following and block.kind is BlockKind.HEADING
    named = titled and not opens_section
    authors = byline(text) or (names_in(text, common) if named else ())
    if authors:
        block.kind, block.level = BlockKind.META, 0
        return replace(metadata, authors=metadata.authors or authors)
    label = is_imprint(text) or is_series_label(text)
    if label or (titled and not opens_section and _is_aside(block)):
        block.kind, block.level = BlockKind.META, 0
    return metadata


def _is_aside(block: DraftBlock) -> bool:
    """Return whether the block is a short line such as an affiliation, no text of the report."""
    short = words(block.text) <= _SHORT_WORDS and not ends_sentence(block.text)
    return short and not block.text.endswith((":", ","))


def _lower_others(blocks: list[DraftBlock], title: DraftBlock | None) -> None:
    """Give the headings below the title levels from 2 without a gap."""
    headings = [b for b in blocks if b.kind is BlockKind.HEADING and b is not title]
    ranks = {level: rank for rank, level in enumerate(sorted({b.level for b in headings}), 2)}
    for block in headings:
        block.level = min(ranks[block.level], 6) if title else min(ranks[block.level] - 1, 6)
