"""From the bytes of a PDF to a draft, page by page and then as a whole."""

from __future__ import annotations

from briefing.errors import ImportFailure
from briefing.importers.draft import Draft, DraftBlock
from briefing.importers.importer import Importer
from briefing.importers.joins import join_cut
from briefing.importers.pdf.blocks import Group, blocks_of
from briefing.importers.pdf.columns import Column, columns_of
from briefing.importers.pdf.glyphs import read_sheet
from briefing.importers.pdf.grouping import groups_of
from briefing.importers.pdf.lines import pieces_of
from briefing.importers.pdf.margins import lift_furniture
from briefing.importers.pdf.notes import lift_notes
from briefing.importers.pdf.opening import labels, opened, pages
from briefing.importers.pdf.sheets import PageText, Type, usual_type
from briefing.importers.pdf.tables import lift_tables
from briefing.model import BlockKind


def read(data: bytes) -> Draft:
    """Return the text of a PDF as blocks in reading order.

    Raises:
        ImportFailure: the file is empty, locked, damaged, or holds no readable text.
    """
    with opened(data) as document:
        texts = []
        for number, page in pages(document):
            if page is None:
                continue
            sheet = read_sheet(page)
            pieces = pieces_of(sheet.glyphs)
            texts.append(
                PageText(number, sheet.width, sheet.height, pieces, sheet.rules, [], sheet.sideways)
            )
        stated = labels(document)
    if not any(page.pieces for page in texts):
        raise ImportFailure("The PDF holds no text.", "")
    usual = usual_type(texts)
    printed = lift_furniture(texts, usual)
    groups = [group for page in texts for group in _groups(page, usual)]
    blocks = join_cut(_with_furniture(blocks_of(groups, usual), texts))
    return Draft(blocks, page_labels=tuple(printed) if any(printed) else tuple(stated))


def _groups(page: PageText, usual: Type) -> list[Group]:
    found: list[Group] = []
    notes: list[Group] = []
    lift_tables(page)
    for column in columns_of(page.pieces):
        lines = lift_notes(column, page, usual)
        found += [Group(g, page.number) for g in groups_of(column, usual)]
        notes += [
            Group(g, page.number, is_note=True) for g in groups_of(Column(lines), usual, notes=True)
        ]
    return found + notes


def _with_furniture(blocks: list[DraftBlock], texts: list[PageText]) -> list[DraftBlock]:
    heads = {
        page.number: [
            DraftBlock(BlockKind.FURNITURE, piece.text, page.number) for piece in page.furniture
        ]
        for page in texts
    }
    result: list[DraftBlock] = []
    for block in blocks:
        result += heads.pop(block.page or 0, [])
        result.append(block)
    return result


def _looks_like_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


PDF = Importer("pdf", "PDF", (".pdf",), _looks_like_pdf, read)
