"""The text of a PDF that came back, and the data it carries.

What is tagged as text counts: heads and feet of pages are artefacts, labels of lists and the words
inside figures are not the document's sentences. Where a file has lost its tags, all text counts.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from briefing.rasterising import pdfium_turn
from briefing.tracing import NAME
from briefing.tracing.reading import LARGEST
from briefing.verifying.printed_codes import without_edges
from briefing.verifying.returned import Returned, UnreadableError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_APART = frozenset({"Figure", "Lbl"})
"""Tags whose text is not the document's own sentences."""
_HEAD = "THead"
_SPACE = -1
_LINE_END_HYPHEN = "\x02"
"""How the reader of PDF tells a hyphen at the end of a line; ours are all the text's own."""
_DEEPEST = 60
_LONGEST_NAME = 64


def read_pdf(data: bytes) -> Returned:
    """Return text and data of a PDF.

    Raises:
        UnreadableError: it is damaged or locked.
    """
    import pypdfium2

    with pdfium_turn():
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(
                "The PDF is damaged or protected by a password.", "Ask for a sound copy."
            ) from error
        try:
            return _returned(document)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError("The PDF is damaged.", "Ask for a sound copy.") from error
        finally:
            document.close()


def _returned(document: PdfDocument) -> Returned:
    pages, heads, reached = list[str](), list[tuple[int, int]](), 0
    for page in document:
        text, head = _text(page)
        if head is not None:
            heads.append((reached + head[0], reached + head[1]))
        pages.append(text)
        reached += len(text) + 1
    data = _carried(document)
    within = "" if data is not None else without_edges(pages)
    return Returned("\n".join(pages), data, heads=tuple(heads), within=within)


def _carried(document: PdfDocument) -> bytes | None:
    for index in range(document.count_attachments()):
        attachment = document.get_attachment(index)
        if attachment.get_name() == NAME:
            held = bytes(attachment.get_data())
            return held if len(held) <= LARGEST else held[: LARGEST + 1]
    return None


def _text(page: PdfPage) -> tuple[str, tuple[int, int] | None]:
    """Return the text of a page, and where in it the head of a table stands that it begins with."""
    from pypdfium2 import raw

    told = dict(_told(page))
    textpage = page.get_textpage()
    try:
        chars = list(_characters(raw, textpage.raw))
    finally:
        textpage.close()
    is_tagged = any(mark in told for _, mark in chars)
    said, tables = list[str](), list[int]()
    for char, mark in chars:
        if char.isspace() or not is_tagged or mark in told:
            said.append(char)
            tables.append(_SPACE if char.isspace() else told.get(mark, 0))
        elif said and not said[-1].isspace():
            said.append(" ")  # what is left out parts the words beside it
            tables.append(_SPACE)
    return "".join(said), _head(tables)


def _head(tables: Sequence[int]) -> tuple[int, int] | None:
    """Return the stretch of the head that a page begins with; ``tables`` is told of each sign."""
    start = next((at for at, table in enumerate(tables) if table != _SPACE), len(tables))
    if start == len(tables) or not tables[start]:
        return None
    rest = (at for at in range(start, len(tables)) if tables[at] not in (_SPACE, tables[start]))
    return start, next(rest, len(tables))


def _characters(raw: Any, textpage: Any) -> Iterator[tuple[str, int]]:
    """Yield each character with the number of the marked content it stands in, or -1."""
    for index in range(raw.FPDFText_CountChars(textpage)):
        code = raw.FPDFText_GetUnicode(textpage, index)
        char = chr(code) if 0 < code < 0x110000 else " "
        if raw.FPDFText_IsGenerated(textpage, index) == 1:
            yield " ", -1
            continue
        owner = raw.FPDFText_GetTextObject(textpage, index)
        mark = raw.FPDFPageObj_GetMarkedContentID(owner) if owner else -1
        yield ("-" if char == _LINE_END_HYPHEN else char), mark


def _told(page: PdfPage) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the marked content that is the document's text.

    Each with the number, from 1, of the head of a table that it stands in; 0 for all else.
    """
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    heads = count(1)
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            child = raw.FPDF_StructTree_GetChildAtIndex(tree, index)
            yield from _of(raw, child, 0, heads)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _of(
    raw: Any, element: Any, depth: int, heads: Iterator[int], head: int = 0
) -> Iterator[tuple[int, int]]:
    kind = _kind(raw, element) if element and depth <= _DEEPEST else ""
    if not element or depth > _DEEPEST or kind in _APART:
        return
    head = next(heads) if kind == _HEAD else head
    for index in range(max(0, raw.FPDF_StructElement_GetMarkedContentIdCount(element))):
        number = raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)
        if number >= 0:  # other children, which are no text, have none
            yield number, head
    for index in range(max(0, raw.FPDF_StructElement_CountChildren(element))):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        yield from _of(raw, child, depth + 1, heads, head)


def _kind(raw: Any, element: Any) -> str:
    buffer = ctypes.create_string_buffer(2 * _LONGEST_NAME)
    length = raw.FPDF_StructElement_GetType(element, buffer, len(buffer))
    return buffer.raw[: max(0, min(length, len(buffer)) - 2)].decode("utf-16-le", "replace")
