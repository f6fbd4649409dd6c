"""The style of a house in the documents: its logo, its colours, its fonts."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from briefing.exporters.house import LOGO
from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_layout import lay_out
from briefing.exporters.pdf_pages import page_rules
from briefing.exporters.word import DOCX
from briefing.model import RenderedBrief
from briefing.templating import render
from tests import briefs
from tests.houses import a_house

STYLE = """
[logo]
file = "crest.png"
alt = "Ministry of Weather"
[colours]
accent = "#7a1f3d"
[headings]
family = "DejaVu Sans"
regular = "DejaVuSans.ttf"
bold = "DejaVuSans-Bold.ttf"
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> RenderedBrief:
    folder = a_house(tmp_path_factory.mktemp("house"), STYLE)
    return render(briefs.brief(), briefs.figures(), briefs.TAXONOMY, [folder])


@pytest.fixture(scope="module")
def pdf(made: RenderedBrief) -> bytes:
    return PDF.export(made).data


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_pdf_has_the_fonts_of_the_house(pdf: bytes) -> None:
    assert b"House-Headings" in _fonts(pdf)


def _fonts(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as document:
        names = (str(one.get("/FontName", "")) for one in document.objects if _is_font(one))
        return " ".join(names).encode()


def _is_font(found: pikepdf.Object) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/FontDescriptor"


def test_the_logo_stands_on_the_first_page_alone(made: RenderedBrief) -> None:
    (rule,) = (one for one in page_rules(made).split("@page ") if LOGO in one)
    assert rule.startswith(":first")


def test_the_same_brief_gives_the_same_bytes(made: RenderedBrief, pdf: bytes) -> None:
    assert PDF.export(made).data == pdf


def test_a_document_of_the_programs_own_style_follows_unchanged(made: RenderedBrief) -> None:
    plain = render(briefs.brief(), briefs.figures(), briefs.TAXONOMY)
    before = PDF.export(plain).data
    PDF.export(made)
    assert PDF.export(plain).data == before


def test_word_wears_the_colours_and_fonts_of_the_house(made: RenderedBrief) -> None:
    styles = parts(DOCX.export(made).data)["word/styles.xml"]
    assert b"7A1F3D" in styles
    assert b"DejaVu Sans" in styles
    assert b"1F4B73" not in styles.upper()
    assert b"Source Sans 3" not in styles


def test_word_has_the_logo_with_its_words_in_the_first_head(made: RenderedBrief) -> None:
    held = parts(DOCX.export(made).data)
    showing = [name for name, data in held.items() if b"Ministry of Weather" in data]
    assert len(showing) == 1
    assert showing[0].startswith("word/header")
    assert b"media/logo.png" in held[f"word/_rels/{Path(showing[0]).name}.rels"]


def test_a_reference_document_of_the_house_keeps_its_own_styles(tmp_path: Path) -> None:
    from briefing import resources

    reference = (resources.templates() / "reference.docx").read_bytes()
    (a_house(tmp_path, STYLE) / "reference.docx").write_bytes(reference)
    made = render(briefs.brief(), briefs.figures(), briefs.TAXONOMY, [tmp_path])
    assert b"7A1F3D" not in parts(DOCX.export(made).data)["word/styles.xml"]


def test_pages_of_two_houses_are_not_taken_for_each_other(made: RenderedBrief) -> None:
    plain = render(briefs.brief(), briefs.figures(), briefs.TAXONOMY)
    keys = {lay_out(brief).key(1) for brief in (plain, made)}
    assert len(keys) == 2
