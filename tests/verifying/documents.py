"""Finished documents of made-up briefs, and hands that change them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import lru_cache

from briefing.exporters.pdf import PDF
from briefing.exporters.word import DOCX
from briefing.model import Brief
from briefing.templating import render
from tests import briefs

MAIN = "word/document.xml"


@lru_cache(maxsize=4)
def word_file(template: str = "note") -> bytes:
    """Return the Word file of the usual brief."""
    return exported(briefs.brief(briefs.request(template=template)), "docx")


@lru_cache(maxsize=4)
def pdf_file(template: str = "note") -> bytes:
    """Return the PDF of the usual brief."""
    return exported(briefs.brief(briefs.request(template=template)), "pdf")


def exported(brief: Brief, format_id: str) -> bytes:
    """Return a brief in a format."""
    exporter = {"pdf": PDF, "docx": DOCX}[format_id]
    return exporter.export(render(brief, briefs.figures(), briefs.TAXONOMY)).data


def with_part(data: bytes, change: Mapping[str, bytes | None]) -> bytes:
    """Return a Word file with other parts; None takes a part out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for item in old.infolist():
            content = change.get(item.filename, old.read(item))
            if content is not None:
                new.writestr(item.filename, content)
    return made.getvalue()


def main_part(data: bytes) -> str:
    """Return the text of the main part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(MAIN).decode()


def edited(data: bytes, *changes: tuple[str, str]) -> bytes:
    """Return a Word file with the first of some words replaced by others."""
    text = main_part(data)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return with_part(data, {MAIN: text.encode()})


def paragraph_with(data: bytes, words: str) -> str:
    """Return the XML of the first paragraph of a Word file that holds the words."""
    text = main_part(data)
    at = text.index(words)
    return text[text.rindex("<w:p>", 0, at) : text.index("</w:p>", at) + len("</w:p>")]


def part(data: bytes, name: str) -> str:
    """Return the text of a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()
