"""Read saved web pages: the report's own text and what the page says of itself."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise

from lxml.html import HtmlElement

from briefing.importers.draft import Draft, DraftBlock
from briefing.importers.encoding import is_text
from briefing.importers.html_blocks import blocks_of
from briefing.importers.html_byline import read_byline
from briefing.importers.html_content import find_content
from briefing.importers.html_metadata import read_head
from briefing.importers.html_tree import drop_elements, parse_page, text_of
from briefing.importers.importer import Reader
from briefing.importers.notes import mark_notes
from briefing.importers.title_block import read_title_block
from briefing.model import BlockKind

_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,4000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|h[1-6]|p|div|table|article|section|main|ul"
    rb"|ol|center)\b",
    re.IGNORECASE | re.DOTALL,
)


_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE})


def is_page(data: bytes) -> bool:
    """Return whether the file opens as a web page does."""
    head = data[:16384]
    if head.count(0) > len(head) // 4:
        head = head.replace(b"\0", b"")
    return _OPENING.match(head) is not None and is_text(data)


def read_page(data: bytes) -> Draft:
    """Return the draft of a web page.

    Raises:
        ImportFailure: the bytes are no text, or the markup is damaged beyond reading.
    """
    tree = parse_page(data)
    metadata = read_byline(tree).overlaid(read_head(tree))
    drop_elements(tree)
    headline = _headline(tree)
    blocks = _with_title(_without_empty_sections(_content_blocks(tree)), headline)
    found = read_title_block(mark_notes(blocks))
    title = _title_of(blocks) or metadata.title or found.title
    return Draft(blocks, replace(found.overlaid(metadata), title=title))


def _content_blocks(tree: HtmlElement) -> list[DraftBlock]:
    """Return the blocks of the page's content; of all of it where the cutting left nothing."""
    blocks = blocks_of(find_content(deepcopy(tree)))
    return blocks if any(block.kind in _TEXT for block in blocks) else blocks_of(tree)


def _headline(tree: HtmlElement) -> str:
    """Return the page's first heading of the first level, wherever on the page it stands."""
    return next((text_of(h1) for h1 in tree.iter("h1") if text_of(h1)), "")


def _with_title(blocks: list[DraftBlock], headline: str) -> list[DraftBlock]:
    """Return ``blocks`` opened by the headline, which sites like to put outside the article."""
    if not headline or any(block.level == 1 for block in blocks):
        return blocks
    return [DraftBlock(BlockKind.HEADING, headline, level=1), *blocks]


def _without_empty_sections(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks`` with a heading above nothing as furniture: a box the site left empty."""
    for block, following in pairwise(blocks):
        if block.level > following.level > 0 and block.level > 2:
            block.kind, block.level = BlockKind.FURNITURE, 0
    return blocks


def _title_of(blocks: list[DraftBlock]) -> str:
    titles = [
        block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1
    ]
    return titles[0] if len(titles) == 1 else ""


HTML = Reader(is_page, read_page)
