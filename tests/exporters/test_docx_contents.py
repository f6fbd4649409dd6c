"""Contents lists in Word: a filled field with the page numbers of the PDF."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from briefing.exporters import pdf_page_numbers
from briefing.exporters.docx_xml import qn
from briefing.exporters.pdf import PDF
from briefing.exporters.word import DOCX
from briefing.model import RenderedBrief
from briefing.templating import render
from briefing.templating.contents import filled
from tests import briefs
from tests.exporters.word import Word, value, words


@pytest.fixture(scope="module")
def rendered() -> RenderedBrief:
    made = render(
        briefs.brief(briefs.request(annex=False), times=5), briefs.figures(), briefs.TAXONOMY
    )
    with_list = made.html.replace("</h1>", '</h1><ol class="contents"></ol>')
    return replace(made, html=filled(with_list))


@pytest.fixture(scope="module")
def word(rendered: RenderedBrief) -> Word:
    return Word(DOCX.export(rendered).data)


def entries(word: Word) -> list[tuple[str, str, str]]:
    """Return style, words and page of each entry."""
    found = [one for one in word.elements("p") if word.style(one).startswith("toc")]
    parted = [(word.style(one), *words(one).split("|")) for one in found]
    return [(style, said, page) for style, said, page in parted]


def pages_of_headings(pdf: bytes) -> dict[str, str]:
    """Return the number of the page that each bookmark of a PDF leads to."""
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        numbers = {page.objgen: str(n) for n, page in enumerate(opened.pages, 1)}
        waiting, found = list(outline.root), {}
        for item in waiting:
            waiting.extend(item.children)
            assert isinstance(item.destination, pikepdf.Array)
            place = item.destination[0].objgen
            found[str(item.title)] = next(number for key, number in numbers.items() if key == place)
        return found


def test_a_brief_that_was_just_made_a_pdf_is_not_laid_out_again(
    rendered: RenderedBrief, word: Word, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = replace(rendered, html=rendered.html.replace("<body", '<body id="other"'))
    PDF.export(other)
    monkeypatch.setattr(pdf_page_numbers, "laid_out", pytest.fail)
    assert entries(Word(DOCX.export(other).data)) == entries(word)


def test_every_heading_is_listed_with_the_page_of_the_pdf(
    word: Word, rendered: RenderedBrief
) -> None:
    pages = pages_of_headings(PDF.export(rendered).data)
    listed = entries(word)
    assert len(listed) == len(pages) - 1  # all but the title
    assert {said: page for _, said, page in listed} == {
        said: page for said, page in pages.items() if said != rendered.title
    }
    assert len({page for _, _, page in listed}) > 2


def test_levels_wear_their_styles(word: Word) -> None:
    headings = [word.style(one) for one in word.elements("p")]
    levels = [one.replace("heading", "toc") for one in headings if one.startswith("heading")]
    assert [style for style, _, _ in entries(word)] == levels


def test_one_field_holds_the_list_and_each_entry_leads_to_its_heading(word: Word) -> None:
    codes = [" ".join((one.text or "").split()) for one in word.elements("instrText")]
    assert codes[0] == r'TOC \o "1-2" \h \z \u'
    marks = [one.get(qn("fldCharType")) for one in word.elements("fldChar")]
    assert marks.count("begin") == marks.count("end") == len(codes)
    names = {one.get(qn("name")) for one in word.elements("bookmarkStart")}
    found = [one for one in word.elements("p") if word.style(one).startswith("toc")]
    pages = [code for code in codes if code.startswith("PAGEREF")]
    for paragraph, code in zip(found, pages, strict=True):
        (link,) = paragraph.iter(qn("hyperlink"))
        assert code == rf"PAGEREF {link.get(qn('anchor'))} \h"
        assert link.get(qn("anchor")) in names


def test_leaders_end_at_the_right_margin(word: Word) -> None:
    (size,), (margins,) = word.elements("pgSz"), word.elements("pgMar")
    sides = sum(int(margins.get(qn(side), "0")) for side in ("left", "right"))
    tabs = [one for one in word.elements("tab") if one.get(qn("leader"))]
    assert {one.get(qn("pos")) for one in tabs} == {str(int(size.get(qn("w"), "0")) - sides)}


def test_word_does_not_ask_to_renew_fields(word: Word) -> None:
    assert word.part("word/settings.xml").find(qn("updateFields")) is None


def test_an_entry_that_tells_its_page_keeps_it(rendered: RenderedBrief) -> None:
    entry = (
        '<ol class="contents"><li class="level-2 paged"><a href="#source-1">Elsewhere</a> '
        '<span class="page">212</span></li></ol>'
    )
    html = rendered.html.replace("</h1>", f"</h1>{entry}")
    listed = entries(Word(DOCX.export(replace(rendered, html=html)).data))
    assert ("toc 1", "Elsewhere", "212") in listed


def test_a_document_without_a_list_has_no_field_for_one() -> None:
    made = render(briefs.brief(), briefs.figures(), briefs.TAXONOMY)
    word = Word(DOCX.export(made).data)
    assert not [one for one in word.elements("instrText") if "TOC" in (one.text or "")]
    assert value(word.elements("p")[0], "pPr/pStyle") != ""
