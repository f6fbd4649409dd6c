"""PDF documents read back: structure, words, links, metadata, fonts; the same bytes again."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pikepdf
import pypdfium2
import pytest

from briefing.exporters import EXPORTERS, Exported
from briefing.exporters.pdf import PDF
from briefing.fonts import FAMILIES
from briefing.model import Brief, RenderedBrief
from briefing.templating import list_templates, render
from tests import briefs

TEMPLATES = [header.name for header in list_templates()]


def rendered(brief: Brief) -> RenderedBrief:
    return render(brief, briefs.figures(), briefs.TAXONOMY)


@lru_cache(maxsize=8)
def exported(template: str, page_size: str = "A4", times: int = 1) -> Exported:
    wanted = briefs.request(template=template, page_size=page_size)
    return PDF.export(rendered(briefs.brief(wanted, times=times)))


def opened(document: Exported) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(document.data))


def pages(document: Exported) -> list[str]:
    """Return the text of each page."""
    pdf = pypdfium2.PdfDocument(document.data)
    try:
        return [page.get_textpage().get_text_bounded() for page in pdf]
    finally:
        pdf.close()


def structure(pdf: pikepdf.Pdf) -> list[Any]:
    """Return the elements of the structure tree, parents before children."""
    return list(_below(pdf.Root.StructTreeRoot.K))


def _below(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for item in node:
            yield from _below(item)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from _below(node.K)


def test_pdf_is_among_the_exporters() -> None:
    assert PDF in EXPORTERS
    assert (PDF.id, PDF.extension) == ("pdf", ".pdf")


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_same_brief_gives_the_same_bytes(template: str) -> None:
    wanted = briefs.request(template=template)
    again = PDF.export(rendered(briefs.brief(wanted)))
    assert again.data == exported(template).data


def test_another_process_gives_the_same_bytes() -> None:
    code = (
        "import hashlib; from tests.exporters.test_pdf import exported; "
        "print(hashlib.sha256(exported('note').data).hexdigest())"
    )
    seed = {**os.environ, "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, env=seed, capture_output=True, check=True)  # noqa: S603 # ours
    assert run.stdout.decode().strip() == hashlib.sha256(exported("note").data).hexdigest()


@pytest.mark.parametrize("template", TEMPLATES)
def test_both_standards_are_declared_and_dates_are_those_of_the_brief(template: str) -> None:
    with opened(exported(template)) as pdf, pdf.open_metadata() as meta:
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("3", "A")
        assert meta["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert meta["xmp:CreateDate"] == meta["xmp:ModifyDate"] == "2026-11-21T00:00:00Z"
        assert str(pdf.docinfo.CreationDate).startswith("D:20261121000000")
        assert meta["dc:title"] == str(pdf.docinfo.Title) == briefs.request().title
        assert meta["dc:creator"] == [str(pdf.docinfo.Author)] == [briefs.request().sender]
        assert meta["xmp:CreatorTool"] == str(pdf.docinfo.Creator) == "Deskbrief 0.1.0"


def test_language_and_title_are_shown_to_readers() -> None:
    with opened(exported("note")) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_tagged_is_what_the_html_holds(template: str) -> None:
    with opened(exported(template)) as pdf:
        tags = Counter(str(element.S)[1:] for element in structure(pdf))
        alts = [str(e.Alt) for e in structure(pdf) if e.S == "/Figure"]
    assert (tags["H1"], tags["H3"], tags["Table"]) == (1, 11, 1)
    assert tags["Link"] == 21 + 21  # there and back
    assert tags["TH"] == 6
    assert alts == [briefs.CHART.alt]


def test_a_fact_is_read_with_its_own_header_only() -> None:
    with opened(exported("note")) as pdf:
        rows = [element for element in structure(pdf) if element.S == "/TR"]
        first = list(rows[0].K)
        assert [str(cell.S) for cell in first] == ["/TH", "/TD", "/TH", "/TD"]
        assert [str(h) for h in first[1].A.Headers] == [str(first[0].ID)]
        assert [str(h) for h in first[3].A.Headers] == [str(first[2].ID)]


@pytest.mark.parametrize("template", TEMPLATES)
def test_bookmarks_are_the_headings(template: str) -> None:
    with opened(exported(template)) as pdf, pdf.open_outline() as outline:
        title = outline.root[0]
        second = [item.title for item in title.children]
        third = [item.title for part in title.children for item in part.children]
    assert briefs.request().title in title.title
    assert "Passages" in second
    sections = [section.title for section in briefs.brief().sections]
    assert [title for title in third if title in sections] == sections


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("page_size", ["A4", "Letter"])
def test_marking_reference_and_page_number_stand_on_every_page(
    template: str, page_size: str
) -> None:
    document = exported(template, page_size)
    texts = pages(document)
    assert len(texts) == document.pages
    for number, text in enumerate(texts, 1):
        assert text.count("OFFICIAL") == 2
        assert "EECA/2026/114 · version 1" in text
        assert f"Page {number} of {len(texts)}" in text


def test_the_running_head_begins_on_the_second_page() -> None:
    first, second, *_ = pages(exported("note"))
    title = briefs.request().title
    assert first.count(title) == 1
    assert title in second


def test_no_marking_leaves_the_head_of_the_first_page_empty() -> None:
    wanted = briefs.request(marking="")
    assert "OFFICIAL" not in pages(PDF.export(rendered(briefs.brief(wanted))))[0]


@pytest.mark.parametrize(("page_size", "width"), [("A4", 595), ("Letter", 612)])
def test_page_size_is_that_of_the_request(page_size: str, width: int) -> None:
    with opened(exported("note", page_size)) as pdf:
        assert {round(float(page.mediabox[2])) for page in pdf.pages} == {width}


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_link_leads_to_a_place_in_the_document(template: str) -> None:
    with opened(exported(template)) as pdf:
        named = pdf.Root.Names.Dests.Names
        places = {str(name) for name in list(named)[::2]}
        links = [
            annotation for page in pdf.pages for annotation in page.get("/Annots", pikepdf.Array())
        ]
        assert len(links) >= 21
        for link in links:
            assert "/A" not in link, "nothing leads out of the document"
            assert str(link.Dest) in places


def test_a_link_is_described_by_the_passage_it_leads_to() -> None:
    with opened(exported("note")) as pdf:
        first = pdf.pages[0].Annots[0]
        assert str(first.Contents).startswith("1, p. 3 ¶ 1 · Halicki and Besson")


@pytest.mark.parametrize("template", TEMPLATES)
def test_only_bundled_fonts_are_used_each_embedded_and_with_unicode(template: str) -> None:
    allowed = {family.name.replace(" ", "-") for family in FAMILIES}
    with opened(exported(template)) as pdf:
        fonts = [item for item in pdf.objects if _is_type(item, "/Font") and "/ToUnicode" in item]
        names = {str(font.BaseFont).split("+")[1] for font in fonts}
        assert all(_is_embedded(font) for font in fonts)
    assert names
    assert all(any(name.startswith(known) for known in allowed) for name in names)


def _is_type(item: Any, type_: str) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == type_


def _is_embedded(font: Any) -> bool:
    descriptor = font.DescendantFonts[0].FontDescriptor
    return any(key in descriptor for key in ("/FontFile2", "/FontFile3"))


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_words_of_the_html_are_all_in_the_pages(template: str) -> None:
    brief = briefs.brief(briefs.request(template=template), times=3)
    text = " ".join(" ".join(pages(PDF.export(rendered(brief)))).split())
    for finding in brief.findings:
        assert finding.text in text


def test_other_scripts_are_printed_as_letters() -> None:
    words = ("Бишкек", "Άγκυρα", "Երևան", "თბილისი")
    text = " ".join(pages(PDF.export(rendered(briefs.brief_of(*words)))))
    assert all(word in text for word in words)


def test_the_drawing_of_a_chart_is_searchable_text() -> None:
    text = " ".join(" ".join(pages(exported("note"))).split())
    assert "Conflict Diplomacy Alliances South Caucasus 4 4 2" in text
    assert briefs.CHART.answer in text


def test_the_link_to_the_numbers_behind_a_figure_is_on_one_line() -> None:
    link = '<a class="numbers" href="#here">Numbers in the annex.</a>'
    said = "".join(f"<p>{'word ' * 15}{'m' * n}. {link}</p>" for n in range(1, 24))
    made = rendered(briefs.empty_brief())
    html = made.html.replace("</h1>", f'</h1><p id="here">Here.</p>{said}', 1)
    text = "".join(pages(PDF.export(replace(made, html=html))))
    assert text.count("Numbers in the annex.") == 23


@pytest.mark.parametrize("template", TEMPLATES)
def test_words_without_end_stay_inside_the_margins(template: str) -> None:
    endless = "x" * 300
    wanted = briefs.request(template=template, title=endless, addressee=endless)
    document = PDF.export(rendered(briefs.brief_of(endless, f"a {endless}", wanted=wanted)))
    pdf = pypdfium2.PdfDocument(document.data)
    try:
        reach = max(_right_edge(page) for page in pdf)
    finally:
        pdf.close()
    assert reach <= 595 - 70


def _right_edge(page: pypdfium2.PdfPage) -> float:
    text = page.get_textpage()
    boxes = (text.get_charbox(n) for n in range(text.count_chars()))
    return max(float(right) for left, _, right, _ in boxes if right > left)


def test_an_empty_brief_is_one_page() -> None:
    assert PDF.export(rendered(briefs.empty_brief())).pages == 1


def test_a_few_lines_on_a_last_page_are_drawn_in() -> None:
    assert exported("note").sides == 2


def test_remarks_of_the_template_are_handed_on() -> None:
    made = replace(rendered(briefs.brief()), remarks=("One remark.",))
    assert PDF.export(made).remarks == ("One remark.",)
