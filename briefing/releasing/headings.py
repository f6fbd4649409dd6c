"""The headings of a finished file: where they begin and end, no words go on into the next block."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from briefing.archives import BROKEN_ARCHIVE, part_of
from briefing.releasing.needles import letters

_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_STYLE = re.compile(r'<w:pStyle w:val="(?:Title|Heading\d)"')
_TAG = re.compile(r"<[^<>]*>")


def headings_in(data: bytes) -> frozenset[str]:
    """Return the letters of each heading of a PDF or Word file; none of any other."""
    found = _of_pdf(data) if data.startswith(b"%PDF-") else _of_word(data)
    return frozenset(filter(None, map(letters, found)))


def _of_pdf(data: bytes) -> Iterator[str]:
    """Yield the titles of the outline, which names all headings."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        for mark in document.get_toc():
            yield mark.get_title()
    finally:
        document.close()


def _of_word(data: bytes) -> Iterator[str]:
    try:
        with ZipFile(BytesIO(data)) as package:
            text = part_of(package, "word/document.xml").decode("utf-8", "ignore")
    except (KeyError, *BROKEN_ARCHIVE):
        return
    for paragraph in _PARAGRAPH.findall(text):
        if _STYLE.search(paragraph):
            yield html.unescape(_TAG.sub("", paragraph))
