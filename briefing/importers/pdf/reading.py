"""From the bytes of a PDF to a draft: each page by itself, then the document as a whole."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2 as pdfium

from briefing.importers.draft import Draft, DraftBlock
from briefing.importers.importer import Reader
from briefing.importers.joins import join_cut
from briefing.importers.pdf.assembly import groups_of_pages
from briefing.importers.pdf.blocks import blocks_of
from briefing.importers.pdf.lines import pieces_of
from briefing.importers.pdf.margins import lift_furniture
from briefing.importers.pdf.opening import labels, opened, pages
from briefing.importers.pdf.page import read_sheet
from briefing.importers.pdf.properties import stated_properties
from briefing.importers.pdf.sheets import PageText, usual_type
from briefing.importers.pdf.verdicts import Verdicts
from briefing.importers.title_page import read_front
from briefing.model import BlockKind


def read(data: bytes) -> Draft:
    """Return the text of a PDF as blocks in reading order.

    Raises:
        ImportFailure: the file is empty, locked, damaged, or holds no readable text.
    """
    with opened(data) as document:
        verdicts = Verdicts()
        texts = [_page_text(number, page, verdicts) for number, page in pages(document)]
        verdicts.refuse_unreadable(len(document))
        stated = labels(document)
        properties = stated_properties(document, _first_and_last(texts))
    usual = usual_type(texts)
    printed = lift_furniture(texts, usual)
    blocks = join_cut(blocks_of(groups_of_pages(texts, usual), usual))
    front = read_front(blocks)
    metadata = replace(properties, title="", authors=()).overlaid(front)
    return Draft(
        _with_furniture(blocks, texts),
        replace(
            metadata,
            title=metadata.title or properties.title,
            authors=metadata.authors or properties.authors,
        ),
        _page_labels(printed, stated),
        verdicts.remarks(),
    )


def _page_text(number: int, page: pdfium.PdfPage | None, verdicts: Verdicts) -> PageText:
    """Return the pieces of a page; none where it is damaged, a picture or cannot be made out."""
    empty = PageText(number, 0, 0, [])
    if page is None:
        verdicts.damaged.append(number)
        return empty
    if verdicts.is_full(number):
        return empty
    try:
        sheet = read_sheet(page)
    except pdfium.PdfiumError:
        verdicts.damaged.append(number)
        return empty
    pieces = pieces_of(sheet.glyphs)
    if not verdicts.is_readable(number, sheet, pieces):
        return PageText(number, sheet.width, sheet.height, [])
    return PageText(number, sheet.width, sheet.height, pieces, sheet.rules, sideways=sheet.sideways)


def _first_and_last(texts: list[PageText]) -> str:
    chosen = [*texts[:2], *texts[-2:]]
    return " ".join(piece.text for page in chosen for piece in page.pieces)


def _page_labels(printed: tuple[str, ...], stated: list[str]) -> tuple[str, ...]:
    """Return the number of each sheet as printed, else as the file states it, if either differs."""
    merged = [shown or said for shown, said in zip(printed, stated, strict=True)]
    plain = all(label in ("", str(number)) for number, label in enumerate(merged, 1))
    return () if plain else tuple(merged)


def _with_furniture(blocks: list[DraftBlock], texts: list[PageText]) -> list[DraftBlock]:
    """Return the blocks with each page's running heads, feet and margin texts at its beginning."""
    waiting = [page for page in texts if page.furniture or page.sideways]
    result: list[DraftBlock] = []
    for block in blocks:
        while waiting and waiting[0].number <= (block.page or 0):
            result += _furniture_of(waiting.pop(0))
        result.append(block)
    return result + [block for page in waiting for block in _furniture_of(page)]


def _furniture_of(page: PageText) -> list[DraftBlock]:
    texts = [piece.text for piece in page.furniture if piece.text] + [page.sideways]
    return [DraftBlock(BlockKind.FURNITURE, text, page.number) for text in texts if text]


def _looks_like_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


PDF = Reader(_looks_like_pdf, read)
