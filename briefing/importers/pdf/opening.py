"""Opening a PDF file: its pages, labels and properties, or a sentence on why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from briefing.errors import ImportFailure

MOST_PAGES = 5_000

_REASONS = {
    raw.FPDF_ERR_PASSWORD: (
        "The PDF is protected by a password.",
        "Open it with the password, save or print it to a new PDF without one, and import that.",
    ),
    raw.FPDF_ERR_SECURITY: (
        "The PDF is protected in a way that this program cannot open.",
        "Print it to a new PDF from the program that opens it, and import that.",
    ),
}
_DAMAGED = (
    "The PDF is damaged and cannot be opened.",
    "Download or export it again from where it came from.",
)


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF for the length of a ``with`` block.

    Raises:
        ImportFailure: the file is empty, locked, damaged, or has no page.
    """
    if not data.strip():
        raise ImportFailure("The file is empty.", "Download or export it again.")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise ImportFailure(*_REASONS.get(getattr(error, "err_code", None), _DAMAGED)) from error
    try:
        if len(document) == 0:
            raise ImportFailure(*_DAMAGED)
        yield document
    finally:
        document.close()


def pages(document: pdfium.PdfDocument) -> Iterator[tuple[int, pdfium.PdfPage | None]]:
    """Yield number from 1 and page; None for a page that is damaged."""
    for index in range(min(len(document), MOST_PAGES)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            yield index + 1, None
            continue
        yield index + 1, page
        page.close()


def labels(document: pdfium.PdfDocument) -> list[str]:
    """Return the page labels that the file itself states; empty strings where it has none."""
    return [document.get_page_label(index) or "" for index in range(min(len(document), MOST_PAGES))]
