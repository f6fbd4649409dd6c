"""From the bytes of a Word file to a draft."""

from __future__ import annotations

from dataclasses import replace

from briefing.errors import ImportFailure
from briefing.importers.docx.body import Body, Written
from briefing.importers.docx.headings import raise_headings
from briefing.importers.docx.package import Package, looks_like_word
from briefing.importers.draft import Draft, DraftBlock
from briefing.importers.importer import Reader
from briefing.importers.stated import sensible_authors, sensible_title
from briefing.importers.title_page import read_front
from briefing.model import BlockKind, Metadata

_DC = "{http://purl.org/dc/elements/1.1/}"


def read(data: bytes) -> Draft:
    """Return the text of a Word file as blocks in reading order.

    Raises:
        ImportFailure: the file is empty, locked, of the old kind, damaged, or holds no text.
    """
    package = Package(data)
    body = Body(package)
    written = body.written(package.body())
    raise_headings(written)
    blocks = [block for item in written for block in (item.block, *item.notes)] + body.endnotes
    if not any(block.text for block in blocks):
        raise ImportFailure(
            "The Word file holds no text.",
            "If its pages are pictures, run text recognition (OCR) on them first.",
        )
    stated = _properties(package, " ".join(block.text for block in blocks))
    front = read_front(blocks)
    authors = front.authors or stated.authors
    metadata = replace(front, title=front.title or stated.title, authors=authors)
    return Draft(_heads_and_feet(package, body) + blocks, metadata)


def _properties(package: Package, text: str) -> Metadata:
    """Return title and authors of the core properties where the text bears them out."""
    root = package.core_properties()
    if root is None:
        return Metadata()
    return Metadata(
        title=sensible_title(root.findtext(f"{_DC}title") or "", text),
        authors=sensible_authors(root.findtext(f"{_DC}creator") or "", text),
    )


def _heads_and_feet(package: Package, body: Body) -> list[DraftBlock]:
    """Return the words of all page heads and feet, each once."""
    parts = [part for kind in ("header", "footer") for part in package.parts(kind)]
    texts = {_line(item): None for part in parts for item in body.written(part)}
    return [DraftBlock(BlockKind.FURNITURE, text) for text in texts if text]


def _line(item: Written) -> str:
    return " ".join(item.block.text.split())


DOCX = Reader(looks_like_word, read)
