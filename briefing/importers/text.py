"""Read plain text: wrapped or not, paged or not, with whatever remains of other formats."""

from __future__ import annotations

from briefing.importers.affiliations import mark_affiliations
from briefing.importers.draft import Draft, DraftBlock
from briefing.importers.encoding import decode, is_text
from briefing.importers.headings import mark_headings, without_idle_headings
from briefing.importers.importer import Reader
from briefing.importers.inline_markup import is_emphasised, without_markup
from briefing.importers.joins import join_cut
from briefing.importers.lines import split_lines
from briefing.importers.notes import mark_notes
from briefing.importers.page_furniture import read_page_map
from briefing.importers.paragraphs import paragraphs_of
from briefing.importers.title_block import read_title_block
from briefing.importers.web_furniture import mark_site_furniture


def read_text(data: bytes) -> Draft:
    """Return the draft of a plain text file.

    Raises:
        ImportFailure: the bytes are not text.
    """
    lines = split_lines(decode(data))
    page_map = read_page_map(lines)
    blocks = join_cut(mark_notes(paragraphs_of(lines)))
    blocks = mark_site_furniture(_without_markup(blocks))
    metadata = read_title_block(blocks)
    blocks = mark_affiliations(blocks, metadata.authors, metadata.title)
    return Draft(without_idle_headings(mark_headings(blocks)), metadata, page_map.labels)


def _without_markup(blocks: list[DraftBlock]) -> list[DraftBlock]:
    for block in blocks:
        if not block.page_breaks:
            block.is_emphasised = is_emphasised(block.text)
            block.text = without_markup(block.text)
    return [block for block in blocks if block.text]


TEXT = Reader(is_text, read_text)
