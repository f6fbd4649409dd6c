"""What a PDF says of itself: title, authors and language among its properties.

The date of creation is that of the file, not of publication, and is left out.
"""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from briefing.importers.stated import sensible_authors, sensible_title
from briefing.model import Metadata

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def stated_properties(document: pdfium.PdfDocument, text: str) -> Metadata:
    """Return what the file's properties say that ``text``, its first and last page, bears out."""
    stated = document.get_metadata_dict(skip_empty=True)
    return Metadata(
        title=sensible_title(stated.get("Title", ""), text),
        authors=sensible_authors(stated.get("Author", ""), text),
        language=_language(document),
    )


def _language(document: pdfium.PdfDocument) -> str:
    """Return the language tag of the catalogue, or the empty string where it is none."""
    length = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 4 <= length <= 80:
        return ""
    buffer = (raw.FPDF_WCHAR * (length // 2))()
    raw.FPDFCatalog_GetLanguage(document.raw, buffer, length)
    tag = bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").strip()
    return tag if _TAG.fullmatch(tag) else ""
