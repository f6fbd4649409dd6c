"""The bytes of a document that came back in, its text and the data it carries out."""

from __future__ import annotations

from briefing.verifying.returned import Returned, UnreadableError


def read_returned(data: bytes, name: str) -> Returned:
    """Return text and data of a PDF or Word file; ``name`` is used in messages.

    Raises:
        UnreadableError: it is neither, damaged or locked.
    """
    if b"%PDF-" in data[:1024]:
        from briefing.verifying.pdf_reading import read_pdf

        return read_pdf(data)
    if data.startswith(b"PK"):
        from briefing.verifying.docx_reading import read_docx

        return read_docx(data)
    raise UnreadableError(
        f"{name} is neither a PDF nor a Word file.", "Choose a file that was exported."
    )
