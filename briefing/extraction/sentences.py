"""A report's blocks become sentences with exact offsets: what every tagger works on."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extraction.languages.shelf import Languages
from briefing.extraction.lengths import LONGEST_SENTENCE, pieces
from briefing.extraction.sentence import Sentence
from briefing.extraction.splitter import split
from briefing.model import Block, BlockKind, Report, TextKind
from briefing.tongues import language_of_passage

_KINDS = {
    BlockKind.HEADING: TextKind.HEADING,
    BlockKind.FOOTNOTE: TextKind.FOOTNOTE,
    BlockKind.META: TextKind.META,
    BlockKind.QUESTION: TextKind.QUESTION,
    BlockKind.FURNITURE: TextKind.NOISE,
}
_ITEM = BlockKind.LIST_ITEM
_WHOLE = frozenset({BlockKind.HEADING, BlockKind.META, BlockKind.FURNITURE})
"""Blocks that are one unit however many stops they hold."""


def text_kind(kind: BlockKind) -> TextKind:
    """Return what a sentence of such a block is."""
    return _KINDS.get(kind, TextKind.BODY)


def sentences(report: Report, languages: Languages | None = None) -> list[Sentence]:
    """Return every sentence of the report in reading order.

    For each, ``text`` equals ``report.blocks[block].text[start:end]``. Headings, title lines and
    furniture stay whole; a table gives a sentence a row. What is too long for a sentence is given
    in pieces. A paragraph that is plainly in another language than the report is read in its own.
    """
    languages = languages or Languages()
    found: list[Sentence] = []
    for index, block in enumerate(report.blocks):
        language = language_of_passage(block.text, report.metadata.language)
        kind, path, in_list = text_kind(block.kind), block.heading_path, block.kind is _ITEM
        opens = True
        whole = block.text
        for start, end in _pieces(block, language, languages):
            text = whole[start:end]
            found.append(Sentence(index, start, end, text, kind, path, opens, in_list, language))
            opens = False
    return found


def _pieces(block: Block, tag: str, languages: Languages) -> list[tuple[int, int]]:
    spans = _spans(block, tag, languages)
    if len(block.text) <= LONGEST_SENTENCE:
        return spans
    return [piece for span in spans for piece in pieces(block.text, *span)]


def _spans(block: Block, tag: str, languages: Languages) -> list[tuple[int, int]]:
    if block.kind in _WHOLE:
        return list(_trimmed(block.text, 0, len(block.text)))
    if block.kind is BlockKind.TABLE:
        return list(_lines(block.text))
    language = languages.of(tag)
    if language is None:
        return split(block.text, tag or "en")
    return split(block.text, language.code, language.ends)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield from _trimmed(text, start, start + len(line))
        start += len(line)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the run without surrounding space, if anything is left of it."""
    piece = text[start:end].rstrip()
    if piece:
        right = start + len(piece)
        yield right - len(piece.lstrip()), right
