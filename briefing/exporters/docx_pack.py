"""A pack as a Word document: each piece a section, with heads and feet of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from briefing import resources
from briefing.blocks import Block, Document, Paragraph, read_document
from briefing.exporters.docx import REFERENCE, export_with_reference
from briefing.exporters.docx_pages import Stretch
from briefing.exporters.exporter import Exported
from briefing.exporters.pdf_contents import paged
from briefing.model.pack import PieceKind, RenderedPack, RenderedPiece

_AFTER_CONTENTS = Paragraph(())
"""Ends the section: LibreOffice loses its head and foot where that is the end of a field, too."""
_OF_ONE_PAGE = (PieceKind.COVER, PieceKind.DIVIDER)
"""Only of these it is known, whatever program opens the document, that their back is blank."""
_CENTRED = (PieceKind.COVER, PieceKind.DIVIDER)
_WITH_HEAD = (PieceKind.PART, PieceKind.ANNEX)


def export_pack_docx(pack: RenderedPack, begins: Mapping[str, int]) -> Exported:
    """Return a pack as a Word document in the styles of its own or the shipped reference.

    ``begins`` tells on which page each piece begins, by their ids, until Word counts itself.

    Raises:
        ExportError: the reference document is missing or unfit, or a picture was not drawn.
    """
    reference = pack.whole.reference_document or resources.templates() / REFERENCE
    whole = replace(pack.whole, html=paged(pack.whole.html, begins))
    return export_with_reference(whole, reference, partial(_stretches, pack))


def _stretches(pack: RenderedPack, content: Document) -> Sequence[Stretch]:
    blank = tuple(
        replace(block, ids=()) for block in read_document(pack.blank.rendered.html).blocks
    )
    side = "oddPage" if pack.whole.duplex else "nextPage"
    made = []
    for piece, blocks in _parted(pack, content.blocks):
        head, foot = _head(piece), _foot(pack, piece.tab)
        if piece.kind is PieceKind.CONTENTS:
            blocks = (*blocks, _AFTER_CONTENTS)
        made.append(Stretch(blocks, head, foot, side, piece.kind in _CENTRED))
        if pack.whole.duplex and piece.kind in _OF_ONE_PAGE:
            made.append(Stretch(blank, "", foot, "nextPage", is_centred=True))
    return made


def _parted(
    pack: RenderedPack, blocks: Sequence[Block]
) -> Iterator[tuple[RenderedPiece, tuple[Block, ...]]]:
    """Yield each piece with its blocks; the first of them has the piece's id."""
    places = [piece.place for piece in pack.pieces]
    begins = [
        n for n, block in enumerate(blocks) if any(place in block.ids[:1] for place in places)
    ]
    for piece, first, end in zip(pack.pieces, begins, [*begins[1:], len(blocks)], strict=True):
        yield piece, tuple(blocks[first:end])


def _head(piece: RenderedPiece) -> str:
    tab = piece.tab if piece.kind in _WITH_HEAD else ""
    return " · ".join(filter(None, (tab, piece.head)))


def _foot(pack: RenderedPack, tab: str) -> str:
    copy = pack.copy
    numbered = f"Copy {copy.number} of {copy.total}" if copy else ""
    return " · ".join(filter(None, (tab, pack.whole.reference, numbered)))
