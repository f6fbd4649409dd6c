"""Every link within a document must lead somewhere, and to one place only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from briefing.blocks.model import Block, Figure, Inline, Note, Table, Text
from briefing.blocks.tree import Element
from briefing.errors import TemplateError


def check_ids(root: Element) -> None:
    """Raise ``TemplateError`` where two elements have one id."""
    uses = Counter(str(name) for name in root.xpath("//@id"))
    for name, times in uses.items():
        if times > 1:
            raise TemplateError(
                f"The template gives the id “{name}” to {times} elements.",
                "An id names one place in the document.",
            )


def check_links(blocks: tuple[Block, ...]) -> None:
    """Raise ``TemplateError`` where a link leads nowhere or out of the document."""
    names = {name for block in blocks for name in names_in(block)}
    for target in targets_in(blocks):
        if not target.startswith("#") or target[1:] not in names:
            raise TemplateError(
                f"The template links to “{target}”, which is nowhere in the document.",
                "A link is #ID, and a block or words of the document have that id.",
            )


def inlines(block: Block) -> Iterator[Inline]:
    """Yield everything written in a block, in the order of reading, notes where they are called."""
    for piece in _written(block):
        yield piece
        if isinstance(piece, Note):
            yield from piece.content


def _written(block: Block) -> Iterator[Inline]:
    if isinstance(block, Table):
        yield from block.caption
        for row in block.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    yield from paragraph.content
    elif isinstance(block, Figure):
        yield from block.question
        yield from block.caption
    else:
        yield from block.content


def names_in(block: Block) -> Iterator[str]:
    """Yield the ids in a block to which a link may lead."""
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


def targets_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield where the links in blocks lead, as they are written."""
    for block in blocks:
        for piece in inlines(block):
            if isinstance(piece, Text) and piece.link:
                yield piece.link
