"""Every link within a document must lead somewhere, and to one place only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from briefing.blocks.model import (
    Block,
    Contents,
    Figure,
    Inline,
    Note,
    PageBreak,
    Table,
    Text,
    Turn,
)
from briefing.errors import TemplateError


def check_links(blocks: tuple[Block, ...]) -> None:
    """Raise ``TemplateError`` where a link leads nowhere or an id is used twice."""
    names = Counter(name for block in blocks for name in _names(block))
    for name, times in names.items():
        if times > 1:
            raise TemplateError(
                f"The template gives the id “{name}” to {times} elements.",
                "An id names one place in the document.",
            )
    for target in _targets(blocks):
        if target not in names:
            raise TemplateError(
                f"The template links to “#{target}”, which is nowhere in the document.",
                "Give the element it should lead to that id.",
            )


def inlines(block: Block) -> Iterator[Inline]:
    """Yield everything written in a block, in the order of reading."""
    if isinstance(block, Table):
        yield from block.caption
        for row in block.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    yield from paragraph.content
    elif isinstance(block, Figure):
        yield from block.question
        yield from block.caption
    elif isinstance(block, Contents):
        for entry in block.entries:
            yield from entry.content
    elif not isinstance(block, PageBreak | Turn):
        yield from block.content


def _names(block: Block) -> Iterator[str]:
    if not isinstance(block, PageBreak | Turn):
        yield from block.ids
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row.cells:
                yield from cell.ids
                for paragraph in cell.paragraphs:
                    yield from paragraph.ids
    for piece in inlines(block):
        if isinstance(piece, Text):
            yield from piece.ids


def _targets(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Contents):
            yield from (entry.target for entry in block.entries)
        for piece in inlines(block):
            runs = piece.content if isinstance(piece, Note) else (piece,)
            yield from (
                run.link[1:] for run in runs if isinstance(run, Text) and run.link.startswith("#")
            )
