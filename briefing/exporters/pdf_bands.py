"""A page put together out of bands of other pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from briefing.rasterising import pdfium_turn

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage


@dataclass(frozen=True, slots=True)
class Band:
    """As wide as the page; in points from the top of the page it is taken from."""

    pdf: bytes
    """A document; its first page is meant."""
    top: float
    bottom: float
    at: float
    """Where its top goes on the page that is made."""


def joined(width: float, height: float, bands: Sequence[Band]) -> bytes:
    """Return a PDF of one page, in points, that shows the bands. May be called from any thread."""
    import pypdfium2

    with pdfium_turn():
        made = pypdfium2.PdfDocument.new()
        sources = {pdf: pypdfium2.PdfDocument(pdf) for pdf in {band.pdf for band in bands}}
        origins = {pdf: source[0] for pdf, source in sources.items()}
        page = made.new_page(width, height)
        try:
            for band in bands:
                _insert(made, page, origins[band.pdf], band)
            page.gen_content()
            written = BytesIO()
            made.save(written)
            return written.getvalue()
        finally:
            for one in (page, *origins.values(), *sources.values(), made):
                one.close()


def _insert(made: PdfDocument, page: PdfPage, origin: PdfPage, band: Band) -> None:
    import pypdfium2

    width, height = origin.get_size()
    whole = origin.get_cropbox()
    origin.set_cropbox(0, height - band.bottom, width, height - band.top)
    captured = origin.pdf.page_as_xobject(0, made)  # as much of it as is not cropped
    piece = captured.as_pageobject()
    # Its origin is its lower left corner, and PDF measures from the bottom.
    below = page.get_height() - band.at - (band.bottom - band.top)
    piece.set_matrix(pypdfium2.PdfMatrix().translate(0, below))
    page.insert_obj(piece)
    captured.close()
    origin.set_cropbox(*whole)
