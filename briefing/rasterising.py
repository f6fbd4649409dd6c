"""Pages of a PDF as pictures, for the screen and for printing."""

from __future__ import annotations

import io
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_BAND = 3_000_000
"""Pixels that are drawn at a stretch; then whoever else waits has a turn. A page on screen has
fewer, a printed one ten times as many."""
_pdfium = threading.Lock()
"""PDFium works for one thread at a time."""
_next = threading.Lock()
"""Held by whoever is the next to come, lest one that draws much be always the quicker."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture: rows of pixels from the top, four bytes each: blue, green, red, one unused."""

    data: bytes
    width: int
    height: int
    stride: int
    """Bytes from one row to the next."""


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has. May be called from any thread."""
    import pypdfium2

    with pdfium_turn():
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def single_pages(pdf: bytes) -> Iterator[tuple[bytes, float, float]]:
    """Yield each page of a PDF as a PDF of its own, with its width and height in points."""
    import pypdfium2

    with pdfium_turn():
        whole = pypdfium2.PdfDocument(pdf)
        try:
            for index in range(len(whole)):
                single, held = pypdfium2.PdfDocument.new(), io.BytesIO()
                single.import_pages(whole, [index])
                single.save(held)
                yield (held.getvalue(), *single[0].get_size())
                single.close()
        finally:
            whole.close()


def draw_page(pdf: bytes, number: int, scale: float) -> Raster:
    """Return a page, from 1, on white; ``scale`` is in pixels per point, 1/72 of an inch.

    May be called from any thread.
    """
    import pypdfium2

    with pdfium_turn():
        document = pypdfium2.PdfDocument(pdf)
    page = None
    try:
        with pdfium_turn():
            page = document[number - 1]
            width, height = (math.ceil(side * scale) for side in page.get_size())
        rows = max(1, _BAND // width)
        tops = range(0, height, rows)
        bands = [_band(page, scale, top, max(0, height - top - rows)) for top in tops]
    finally:
        with pdfium_turn():
            if page is not None:
                page.close()
            document.close()
    data = bands[0] if len(bands) == 1 else b"".join(bands)
    return Raster(data, width, height, len(data) // height)


def _band(page: PdfPage, scale: float, above: int, below: int) -> bytes:
    """Return the rows of a page between so many above and so many below."""
    # A crop is in points and rounded up to whole pixels.
    crop = (0, _points(below, scale), 0, _points(above, scale))
    with pdfium_turn():
        bitmap = page.render(scale=scale, crop=crop, rev_byteorder=False, prefer_bgrx=True)
        try:
            return bytes(bitmap.buffer)
        finally:
            bitmap.close()


def _points(pixels: int, scale: float) -> float:
    return (pixels - 0.5) / scale if pixels else 0


@contextmanager
def pdfium_turn() -> Iterator[None]:
    """Have PDFium to oneself; who calls it must not be in this already."""
    with _next:
        _pdfium.acquire()
    try:
        yield
    finally:
        _pdfium.release()
