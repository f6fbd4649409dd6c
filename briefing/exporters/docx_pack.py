"""A pack as a Word document: each piece a section, with heads and feet of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing import resources
from briefing.blocks import Block, Document, Paragraph, read_document
from briefing.exporters.docx import REFERENCE, export_with_reference
from briefing.exporters.docx_bookmarks import Bookmarks
from briefing.exporters.docx_fields import text_run
from briefing.exporters.docx_pack_fields import blank_page, page_in_tab, page_of
from briefing.exporters.docx_pages import Stretch
from briefing.exporters.docx_xml import NOTHING, Xml, joined
from briefing.exporters.exporter import Exported
from briefing.exporters.pdf_contents import paged
from briefing.model.pack import PageCount, PieceKind, RenderedPack, RenderedPiece

_AFTER_CONTENTS = Paragraph(())
"""Ends the section: LibreOffice loses its head and foot where that is the end of a field, too."""
_OF_ONE_PAGE = (PieceKind.COVER, PieceKind.DIVIDER)
"""Only of these it is known, whatever program opens the document, that their back is blank."""
_CENTRED = (PieceKind.COVER, PieceKind.DIVIDER)
_COUNTED = (PieceKind.PART, PieceKind.ANNEX)
"""They tell their tab at the head, and its pages at the foot."""
_END = "pack-end"
"""Id of the end of the whole. Word does not count pages that it leaves blank by itself."""


def export_pack_docx(pack: RenderedPack, counted: PageCount) -> Exported:
    """Return a pack as a Word document in the styles of its own or the shipped reference.

    ``counted`` are the pages of the PDF, told until Word counts its own.

    Raises:
        ExportError: the reference document is missing or unfit, or a picture was not drawn.
    """
    reference = pack.whole.reference_document or resources.templates() / REFERENCE
    whole = replace(pack.whole, html=paged(pack.whole.html, counted.begins))
    return export_with_reference(whole, reference, _Parting(pack, counted).stretches)


class _Parting:
    """Parts a pack into the sections of a Word document."""

    def __init__(self, pack: RenderedPack, counted: PageCount) -> None:
        self._pack = pack
        self._counted = counted

    def stretches(self, content: Document, bookmarks: Bookmarks) -> Sequence[Stretch]:
        """Return a section for each piece, and one for each page that is blank in any program."""
        return [
            replace(stretch, total=page_of(bookmarks.name(_END), self._pages))
            for piece, blocks in _parted(self._pack, content.blocks)
            for stretch in self._sections(piece, blocks, bookmarks)
        ]

    def _sections(
        self, piece: RenderedPiece, blocks: tuple[Block, ...], bookmarks: Bookmarks
    ) -> Iterator[Stretch]:
        duplex, is_last = self._pack.whole.duplex, piece is self._pack.pieces[-1]
        side = "oddPage" if duplex else "nextPage"
        foot = _foot(self._pack)
        if piece.kind is PieceKind.CONTENTS:
            blocks = (*blocks, _AFTER_CONTENTS)
        section = Stretch(blocks, _head(piece), foot, side, piece.kind in _CENTRED)
        section = replace(section, has_logo=piece.kind is PieceKind.COVER)
        line = self._place_in_tab(piece, bookmarks)
        ends = (_END,) if is_last else _ends(piece)
        is_blank = duplex and piece.kind in _OF_ONE_PAGE
        tail = self._tail(piece) if duplex and not is_blank and not is_last else NOTHING
        yield replace(section, ends=ends, foot_line=line, tail=tail)
        if is_blank:
            yield Stretch(self._blank, "", foot, "nextPage", is_centred=True, foot_line=line)

    def _place_in_tab(self, piece: RenderedPiece, bookmarks: Bookmarks) -> Xml:
        """Return the runs that tell tab and page in it."""
        if not piece.tab:
            return NOTHING
        (last,) = _ends(piece)
        counts = piece.kind in _COUNTED
        first, end = bookmarks.name(piece.place), bookmarks.name(last)
        return joined((text_run(piece.tab), page_in_tab(first, end) if counts else NOTHING))

    def _tail(self, piece: RenderedPiece) -> Xml:
        is_odd = self._counted.lengths.get(piece.place, 0) % 2 == 1
        return blank_page(self._pack.whole.on_blank_pages, shown=is_odd)

    @property
    def _blank(self) -> tuple[Block, ...]:
        blocks = read_document(self._pack.blank.rendered.html).blocks
        return tuple(replace(block, ids=()) for block in blocks)

    @property
    def _pages(self) -> int:
        last = self._pack.pieces[-1].place
        return self._counted.begins.get(last, 1) + self._counted.lengths.get(last, 1) - 1


def _ends(piece: RenderedPiece) -> tuple[str]:
    return (f"{piece.place}-end",)


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
    tab = piece.tab if piece.kind in _COUNTED else ""
    return " · ".join(filter(None, (tab, piece.head)))


def _foot(pack: RenderedPack) -> str:
    copy = pack.copy
    numbered = f"Copy {copy.number} of {copy.total}" if copy else ""
    return " · ".join(filter(None, (pack.whole.reference, numbered)))
