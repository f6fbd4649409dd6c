"""What every format puts around the text, alike in all of them."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from briefing.errors import ExportError
from briefing.exporters import EXPORTERS
from briefing.exporters.exporter import Exporter
from briefing.exporters.pages import running_head
from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_pages import css_string, page_rules
from briefing.exporters.word import DOCX
from briefing.model import PageSize, RenderedBrief
from briefing.templating import render
from tests import briefs
from tests.exporters.word import Word

DOCUMENTS = [exporter for exporter in EXPORTERS if exporter.is_usual]
"""The formats that have pages."""


def rendered(page_size: str = "A4") -> RenderedBrief:
    wanted = briefs.request(page_size=page_size)
    return render(briefs.brief(wanted), briefs.figures(), briefs.TAXONOMY)


@pytest.mark.parametrize("exporter", DOCUMENTS, ids=lambda exporter: exporter.id)
def test_an_unknown_page_size_is_refused_in_the_same_words(exporter: Exporter) -> None:
    with pytest.raises(ExportError) as refused:
        exporter.export(replace(rendered(), page_size="A3"))
    assert str(refused.value) == "“A3” is no page size. Choose A4 or Letter."


@pytest.mark.parametrize("size", PageSize)
def test_a_pdf_page_has_the_sides_of_its_size(size: PageSize) -> None:
    with pikepdf.open(io.BytesIO(PDF.export(rendered(size)).data)) as pdf:
        sides = [float(side) for side in pdf.pages[0].MediaBox]
    points = [size.width_mm / 25.4 * 72, size.height_mm / 25.4 * 72]
    assert sides == pytest.approx([0, 0, *points], abs=0.01)


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Who keeps the peace", "Who keeps the peace"),
        ("Two\n  lines", "Two lines"),
        ("word " * 20, "word " * 15 + "…"),
        ("w" * 90, "w" * 78 + " …"),
        ("", ""),
    ],
)
def test_a_running_head_is_one_line_cut_between_words(title: str, head: str) -> None:
    assert running_head(title) == head


def test_the_running_head_is_the_same_in_every_format() -> None:
    title = "Who keeps the peace between the two of them and who is asked to help with it, now"
    made = replace(rendered(), title=title)
    head = Word(DOCX.export(made).data).heads_and_feet()["header", "default"].split("|")[1]
    assert head.endswith("help with it, …")
    assert css_string(head) in page_rules(made)
