"""What every template makes, read back: outline, tables, figures, marking, properties."""

from __future__ import annotations

import io
import re
from functools import cache

import docx
import pikepdf
import pypdfium2
import pytest

from briefing.exporters.docx_xml import qn
from briefing.exporters.pdf import PDF
from briefing.exporters.word import DOCX
from briefing.templating import list_templates, render
from tests import briefs
from tests.exporters.test_same_content import elements
from tests.exporters.word import WP, Word, value

TEMPLATES = tuple(header.name for header in list_templates())
MARKING = "OFFICIAL"


@cache
def made(template: str) -> tuple[bytes, bytes]:
    """Return the PDF and the Word document of one brief."""
    brief = briefs.brief(briefs.request(template=template, marking=MARKING))
    rendered = render(brief, briefs.figures(), briefs.TAXONOMY)
    return PDF.export(rendered).data, DOCX.export(rendered).data


def word(template: str) -> Word:
    return Word(made(template)[1])


@pytest.mark.parametrize("template", TEMPLATES)
def test_one_title_and_headings_that_skip_no_level(template: str) -> None:
    kinds = [kind for kind, _ in elements(made(template)[0]) if re.fullmatch(r"/H\d", kind)]
    levels = [int(kind[2:]) for kind in kinds]
    assert levels.count(1) == 1
    assert all(level <= above + 1 for above, level in zip([0, *levels], levels, strict=False))
    document = docx.Document(io.BytesIO(made(template)[1]))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles.count("Title") == 1
    outline = [int(name[-1]) for name in styles if re.fullmatch(r"Heading \d", name)]
    assert outline == [level - 1 for level in levels if level > 1]


@pytest.mark.parametrize("template", TEMPLATES)
def test_tables_have_headings_and_figures_have_words(template: str) -> None:
    found = [(kind, str(node.get("/Alt", ""))) for kind, node in elements(made(template)[0])]
    kinds = [kind for kind, _ in found]
    assert ("/TH" in kinds) == ("/Table" in kinds)
    assert all(alt for kind, alt in found if kind == "/Figure")
    document = word(template)
    rows = [table.find(qn("tr")) for table in document.elements("tbl")]
    repeated = f"{qn('trPr')}/{qn('tblHeader')}"
    assert all(row is not None and row.find(repeated) is not None for row in rows)
    assert all(node.get("descr") for node in document.document.iter(f"{WP}docPr"))


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_cell_ends_with_a_paragraph_and_every_table_is_described(template: str) -> None:
    document = word(template)
    assert all(cell[-1].tag == qn("p") for cell in document.elements("tc"))
    assert all(value(table, "tblPr/tblDescription") for table in document.elements("tbl"))


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_marking_stands_above_and_below_on_every_page(template: str) -> None:
    pdf = pypdfium2.PdfDocument(made(template)[0])
    texts = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    assert all(text.count(MARKING) >= 2 for text in texts)
    heads = word(template).heads_and_feet()
    assert len(heads) == 6
    assert all(MARKING in said for said in heads.values())


@pytest.mark.parametrize("template", TEMPLATES)
def test_both_say_title_author_and_language(template: str) -> None:
    title = briefs.brief(briefs.request(template=template)).title
    with pikepdf.open(io.BytesIO(made(template)[0])) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert title in str(pdf.docinfo["/Title"])
    properties = docx.Document(io.BytesIO(made(template)[1])).core_properties
    assert title in properties.title
    assert properties.language == "en"
    assert properties.author == briefs.request().sender


@pytest.mark.parametrize("template", TEMPLATES)
def test_word_files_are_of_today_s_mode_and_carry_no_clock(template: str) -> None:
    document = word(template)
    (mode,) = (
        one.get(qn("val"))
        for one in document.part("word/settings.xml").iter(qn("compatSetting"))
        if one.get(qn("name")) == "compatibilityMode"
    )
    assert mode == "15"
    entries = document.package.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    parts = [entry.filename for entry in entries[2:] if not entry.filename.endswith(".rels")]
    assert parts == sorted(parts)
