"""Pages of a PDF as pictures, for the screen and for printing."""

from __future__ import annotations

import threading
from dataclasses import dataclass

_turn = threading.Lock()
"""PDFium works for one thread at a time."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture: rows of pixels from the top, four bytes each: blue, green, red, one unused."""

    data: bytes
    width: int
    height: int
    stride: int
    """Bytes from one row to the next."""


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    import pypdfium2

    with _turn:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def draw_page(pdf: bytes, number: int, scale: float) -> Raster:
    """Return a page, from 1, on white; ``scale`` is in pixels per point, 1/72 of an inch.

    May be called from any thread.
    """
    import pypdfium2

    with _turn:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[number - 1]
            bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
            return Raster(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
        finally:
            document.close()
