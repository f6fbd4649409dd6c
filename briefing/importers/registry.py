"""All input formats, the surest to recognise first: any text file passes for plain text."""

from __future__ import annotations

from briefing.importers.importer import Importer, Reader


def _pdf() -> Reader:
    from briefing.importers.pdf import PDF

    return PDF


def _docx() -> Reader:
    from briefing.importers.docx import DOCX

    return DOCX


def _html() -> Reader:
    from briefing.importers.html import HTML

    return HTML


def _markdown() -> Reader:
    from briefing.importers.markdown import MARKDOWN

    return MARKDOWN


def _text() -> Reader:
    from briefing.importers.text import TEXT

    return TEXT


IMPORTERS: tuple[Importer, ...] = (
    Importer("pdf", "PDF", (".pdf",), _pdf),
    Importer("docx", "Word", (".docx", ".docm", ".dotx", ".dotm"), _docx),
    Importer("html", "web page", (".html", ".htm", ".xhtml"), _html, is_binary=False),
    Importer(
        "markdown",
        "Markdown",
        (".md", ".markdown", ".mdown"),
        _markdown,
        has_signature=False,
        is_binary=False,
    ),
    Importer(
        "text",
        "plain text",
        (".txt", ".text", ".asc"),
        _text,
        has_signature=False,
        is_binary=False,
    ),
)


def load_readers() -> None:
    """Load what reads each format, where it would else be loaded within the limits of a file."""
    for importer in IMPORTERS:
        importer.load()
