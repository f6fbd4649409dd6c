"""What the file says of itself: title, authors and language among its properties.

Word processors fill these with the account's name and the name of the first draft. So a title
counts only where the text bears it out or it reads as one, an author only where the text names
them. The date of creation is that of the file, not of publication, and is left out.
"""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from briefing.model import Metadata

_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|document ?\d*|blank|title|draft\b.*|"
    r"(?:slide|page|layout|pr[ée]sentation|presentation|doc|scan)[ _-]?\d*|.*\.[a-z]{2,5}\d?$|"
    r"[\W\d_]*|\S*_\S*)",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_PARTED = re.compile(r"\s*(?:[;,&]|\band\b|\bet\b|\by\b|\bund\b)\s*")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def stated_properties(document: pdfium.PdfDocument, text: str) -> Metadata:
    """Return what the file's properties say that ``text``, its first and last page, bears out."""
    stated = document.get_metadata_dict(skip_empty=True)
    return Metadata(
        title=_title(" ".join(stated.get("Title", "").split()), text),
        authors=_authors(" ".join(stated.get("Author", "").split()), text),
        language=_language(document),
    )


def _title(title: str, text: str) -> str:
    if len(title) < 4 or _NO_TITLE.fullmatch(title):
        return ""
    words = {word.lower() for word in _WORD.findall(title)}
    found = {word.lower() for word in _WORD.findall(text)}
    return title if words and len(words & found) >= 0.8 * len(words) else ""


def _authors(stated: str, text: str) -> tuple[str, ...]:
    names = [name for name in _PARTED.split(stated) if name]
    return tuple(names) if names and all(_is_named(name, text) for name in names) else ()


def _is_named(name: str, text: str) -> bool:
    parts = name.split()
    long = [part for part in parts if len(part.strip(".")) > 2]
    written = all(part[0].isupper() or len(part) <= 3 for part in parts)
    return 2 <= len(parts) <= 6 and written and bool(long) and all(part in text for part in long)


def _language(document: pdfium.PdfDocument) -> str:
    """Return the language tag of the catalogue, or the empty string where it is none."""
    length = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 4 <= length <= 80:
        return ""
    buffer = (raw.FPDF_WCHAR * (length // 2))()
    raw.FPDFCatalog_GetLanguage(document.raw, buffer, length)
    tag = bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").strip()
    return tag if _TAG.fullmatch(tag) else ""
