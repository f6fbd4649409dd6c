"""Languages in a PDF: what is not in the document's language says so to those who listen."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf

from briefing.exporters.pdf import PDF
from briefing.model import RenderedBrief
from tests import briefs
from tests.exporters import test_pdf as pdfs

FRENCH = '<li class="finding" id="f-fr" lang="fr">Les deux capitales négocient.</li>'
GERMAN = '<p>The word is <span lang="de">Sprachregelung</span>.</p>'
ENGLISH = '<li class="finding" id="f-en">Both capitals negotiate.</li>'


def languages(html: str) -> list[tuple[str, str]]:
    """Return kind and language of the elements that name one."""
    data = PDF.export(_document(html)).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        elements: list[Any] = pdfs.structure(pdf)
        return [(str(one.S)[1:], str(one.Lang)) for one in elements if "/Lang" in one]


def _document(inside: str) -> RenderedBrief:
    made = pdfs.rendered(briefs.brief())
    head, _, _ = made.html.partition("<body")
    return replace(made, html=f"{head}<body><h1>Title</h1>{inside}</body></html>", figures=())


def test_a_finding_in_another_language_is_read_out_in_it() -> None:
    found = languages(f"<ul>{FRENCH}{ENGLISH}</ul>")
    assert found
    assert {language for _, language in found} == {"fr"}
    assert "LI" in {kind for kind, _ in found}


def test_words_of_another_language_within_a_sentence_are_told_too() -> None:
    assert languages(GERMAN) == [("Span", "de")]


def test_a_document_in_one_language_tells_it_once() -> None:
    assert languages(f"<ul>{ENGLISH}</ul>") == []
