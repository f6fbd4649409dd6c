"""Word documents read back: the package, its properties, pages, headings, lists, links."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

import pytest

from briefing.errors import ExportError
from briefing.exporters import EXPORTERS
from briefing.exporters.docx_xml import qn
from briefing.exporters.word import DOCX
from briefing.model import Brief, RenderedBrief
from briefing.templating import list_templates, render
from tests import briefs
from tests.exporters.word import WP, Word, value, words

TEMPLATES = [header.name for header in list_templates()]


def rendered(brief: Brief) -> RenderedBrief:
    return render(brief, briefs.figures(), briefs.TAXONOMY)


@lru_cache(maxsize=8)
def exported(template: str = "note", page_size: str = "A4", marking: str = "OFFICIAL") -> Word:
    wanted = briefs.request(template=template, page_size=page_size, marking=marking)
    return Word(DOCX.export(rendered(briefs.brief(wanted))).data)


def test_word_is_offered_among_the_exporters() -> None:
    assert DOCX in EXPORTERS
    assert DOCX.extension == ".docx"


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_same_brief_gives_the_same_bytes(template: str) -> None:
    brief = briefs.brief(briefs.request(template=template))
    assert DOCX.export(rendered(brief)).data == exported(template).data


def test_the_clock_and_the_maker_of_the_reference_leave_no_trace() -> None:
    package = exported().package
    assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in package.namelist() if "thumbnail" in name]
    assert b"python-docx" not in package.read("docProps/core.xml")


def test_properties_come_from_the_brief() -> None:
    document = rendered(briefs.brief())
    core = Word(DOCX.export(document).data).part("docProps/core.xml")
    found = {str(entry.tag).split("}")[1]: entry.text for entry in core}
    assert found == {
        "title": document.title,
        "subject": document.subject,
        "creator": document.author,
        "identifier": document.identifier,
        "language": document.language,
        "lastModifiedBy": document.author,
        "created": "2026-11-21T00:00:00Z",
        "modified": "2026-11-21T00:00:00Z",
    }


def test_reference_marking_program_and_identifier_are_properties_too() -> None:
    custom = exported().part("docProps/custom.xml")
    found = {entry.get("name"): "".join(map(str, entry.itertext())) for entry in custom}
    assert found["Marking"] == "OFFICIAL"
    assert found["Reference"] == "EECA/2026/114 · version 1"
    assert found["Program"] == "Deskbrief 0.1.0"
    assert re.fullmatch(r"\S{16,}", found["Identifier"])


def test_a_brief_without_author_names_the_program_as_creator() -> None:
    document = replace(rendered(briefs.brief()), author="", issued=date(2020, 2, 29))
    core = Word(DOCX.export(document).data).part("docProps/core.xml")
    texts = [entry.text for entry in core]
    assert texts.count(document.made_by) == 2
    assert texts.count("2020-02-29T00:00:00Z") == 2


def test_settings_ask_nothing_and_show_no_compatibility_mode() -> None:
    settings = exported().part("word/settings.xml")
    modes = [
        setting.get(qn("val"))
        for setting in settings.iter(qn("compatSetting"))
        if setting.get(qn("name")) == "compatibilityMode"
    ]
    assert modes == ["15"]
    assert settings.find(qn("updateFields")) is None


def test_the_language_of_the_document_is_that_of_its_text() -> None:
    document = rendered(briefs.brief())
    french = replace(document, html=document.html.replace('lang="en', 'lang="fr', 1), language="fr")
    word = Word(DOCX.export(french).data)
    (named,) = [
        element.get(qn("val"), "")
        for element in word.part("word/styles.xml").iterfind(f"{qn('docDefaults')}//{qn('lang')}")
    ]
    assert named.startswith("fr")


@pytest.mark.parametrize(
    ("name", "size"), [("A4", ("11906", "16838")), ("Letter", ("12240", "15840"))]
)
def test_pages_have_the_size_asked_for(name: str, size: tuple[str, str]) -> None:
    (page,) = exported(page_size=name).elements("pgSz")
    assert (page.get(qn("w")), page.get(qn("h"))) == size


def test_every_variant_of_head_and_foot_is_marked_and_numbered() -> None:
    found = exported().heads_and_feet()
    assert {kind for kind, _ in found} == {"header", "footer"}
    assert {variant for _, variant in found} == {"default", "first", "even"}
    assert found["header", "first"] == "OFFICIAL"
    title = "South Caucasus and Central Asia: who keeps the peace"
    assert found["header", "default"] == found["header", "even"] == f"OFFICIAL|{title}"
    feet = {line for (kind, _), line in found.items() if kind == "footer"}
    assert feet == {"OFFICIAL|EECA/2026/114 · version 1|Page 1 of 1"}


def test_page_numbers_are_fields() -> None:
    foot = exported().part("word/footer1.xml")
    fields = ["".join(map(str, code.itertext())).strip() for code in foot.iter(qn("instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_without_a_marking_none_is_printed() -> None:
    found = exported(marking="").heads_and_feet()
    assert found["header", "first"] == ""
    assert found["footer", "default"].startswith("|EECA")


def test_a_long_title_is_shortened_in_the_running_head() -> None:
    document = replace(rendered(briefs.brief()), title="Who keeps the peace " * 20)
    head = Word(DOCX.export(document).data).heads_and_feet()["header", "default"]
    assert len(head) < 100
    assert head.endswith(" …")


@pytest.mark.parametrize("template", TEMPLATES)
def test_title_and_headings_wear_the_built_in_styles(template: str) -> None:
    document = rendered(briefs.brief(briefs.request(template=template)))
    word = Word(DOCX.export(document).data)
    for tag, style in (("h1", "Title"), ("h2", "heading 1"), ("h3", "heading 2")):
        written = re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", document.html, re.DOTALL)
        assert word.paragraphs(style) == [" ".join(text.split()) for text in written]


def test_headings_have_real_levels() -> None:
    styles = exported().part("word/styles.xml").findall(qn("style"))
    levels = {value(style, "name"): value(style, "pPr/outlineLvl") for style in styles}
    assert (levels["heading 1"], levels["heading 2"], levels["Title"]) == ("0", "1", "")


def test_only_styles_that_exist_are_worn() -> None:
    word = exported()
    worn = {
        element.get(qn("val"))
        for tag in ("pStyle", "rStyle", "tblStyle")
        for element in word.elements(tag)
    }
    assert worn <= set(word.style_names)


def test_neither_font_nor_size_nor_colour_is_written_outside_the_styles() -> None:
    word = exported()
    looks = ("rFonts", "sz", "szCs", "color", "spacing", "ind", "shd", "pBdr", "tblBorders")
    assert [tag for tag in looks if word.elements(tag)] == []


def test_findings_are_a_dash_list_by_their_style() -> None:
    word = exported()
    findings = [each.text for each in briefs.brief().findings]
    items = word.paragraphs("List Bullet")
    assert [item.split("\u00a0")[0].split(" [")[0] for item in items][: len(findings)] == findings
    style = next(
        style
        for style in word.part("word/styles.xml").findall(qn("style"))
        if value(style, "name") == "List Bullet"
    )
    number = value(style, "pPr/numPr/numId")
    numbering = word.part("word/numbering.xml")
    definition = next(
        value(entry, "abstractNumId")
        for entry in numbering.findall(qn("num"))
        if entry.get(qn("numId")) == number
    )
    level = next(
        entry.find(qn("lvl"))
        for entry in numbering.findall(qn("abstractNum"))
        if entry.get(qn("abstractNumId")) == definition
    )
    assert level is not None
    assert value(level, "lvlText") == "–"


def test_memo_paragraphs_are_numbered_through_by_one_list() -> None:
    word = exported("memo")
    numbered = [p for p in word.elements("p") if word.style(p) == "List Number"]
    assert len(numbered) > len(briefs.brief().findings)
    assert len({value(p, "pPr/numPr/numId") for p in numbered}) == 1
    assert not [p for p in numbered if re.match(r"\d+\.", words(p))]


def test_marks_lead_to_the_bookmarks_of_their_sources() -> None:
    made = briefs.brief(briefs.request(annex=False))
    word = Word(DOCX.export(rendered(made)).data)
    cited = [
        f"source_{citation.source}"
        for finding in briefs.brief().findings
        for citation in finding.citations
    ]
    assert [link.get(qn("anchor")) for link in word.elements("hyperlink")] == cited
    bookmarked = {start.get(qn("name")) for start in word.elements("bookmarkStart")}
    assert set(cited) <= bookmarked


def test_bookmarks_have_names_that_word_allows_and_are_closed() -> None:
    word = exported()
    names = [start.get(qn("name"), "") for start in word.elements("bookmarkStart")]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name) for name in names)
    ids = [start.get(qn("id")) for start in word.elements("bookmarkStart")]
    assert sorted(ids, key=str) == sorted(
        (end.get(qn("id")) for end in word.elements("bookmarkEnd")), key=str
    )


def test_figures_have_words_a_vector_and_a_picture_for_old_readers() -> None:
    word = exported()
    (drawing,) = word.document.iter(f"{WP}docPr")
    assert drawing.get("descr") == briefs.CHART.alt
    names = set(word.package.namelist())
    assert {"word/media/figure1.png", "word/media/figure1.svg"} <= names
    assert word.package.read("word/media/figure1.svg") == briefs.figures()[0].for_word().outlined
    assert b"svgBlip" in word.package.read("word/document.xml")


def test_a_figure_stays_with_its_question_and_its_caption() -> None:
    word = exported()
    paragraphs = word.elements("p")
    place = next(n for n, p in enumerate(paragraphs) if p.find(f".//{qn('drawing')}") is not None)
    question, picture, caption = paragraphs[place - 1 : place + 2]
    assert words(question) == briefs.CHART.question
    assert words(caption) == f"Figure 1. {briefs.CHART.answer} {briefs.CHART.basis}"
    assert word.style(caption) == "caption"
    kept = [p.find(f"{qn('pPr')}/{qn('keepNext')}") is not None for p in (question, picture)]
    assert kept == [True, True]


def test_a_picture_wider_than_the_text_is_made_smaller() -> None:
    wide = replace(briefs.figures()[0], width_pt=2000.0, height_pt=500.0)
    document = replace(rendered(briefs.brief()), figures=(wide,))
    (extent,) = Word(DOCX.export(document).data).document.iter(f"{WP}extent")
    width, height = int(extent.get("cx", "0")), int(extent.get("cy", "0"))
    assert width / 12700 < 595
    assert width / height == pytest.approx(4.0, rel=1e-3)


def test_a_picture_that_was_not_drawn_is_refused() -> None:
    document = replace(rendered(briefs.brief()), figures=())
    with pytest.raises(ExportError, match="coverage"):
        DOCX.export(document)


def test_a_brief_without_findings_is_a_document_too() -> None:
    word = Word(DOCX.export(rendered(briefs.empty_brief())).data)
    assert "Nothing in the reports answers this request." in word.paragraphs("Body Text")
