"""Sources of findings in footnotes and endnotes, where a template asks for it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from briefing import resources
from briefing.errors import TemplateError
from briefing.exporters.docx_xml import qn
from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_notes import printed
from briefing.exporters.pdf_preview import Preview
from briefing.exporters.word import DOCX
from briefing.model import RenderedBrief
from briefing.model.desk import PreviewPage
from briefing.templating import render
from briefing.templating.contract import check
from tests import briefs
from tests.exporters.test_same_content import pdf_text, squeezed
from tests.exporters.word import Word, words

KINDS = ("footnotes", "endnotes")
FIRST = "Tomasz Halicki and Anne Besson: Hinterland No More: Six Neighbours after the War"


@lru_cache
def rendered(kind: str, times: int = 1) -> RenderedBrief:
    """Return a note whose request asks for one kind of notes; a long one has no annex."""
    annex = None if times == 1 else False
    asked = briefs.request(template="note", notes=kind, annex=annex)
    made = briefs.brief(asked, times=times)
    return render(made, briefs.figures(), briefs.TAXONOMY)


@lru_cache
def word(kind: str) -> Word:
    return Word(DOCX.export(rendered(kind)).data)


def called(kind: str) -> list[str]:
    """Return the numbers by which the text of the Word document calls its notes."""
    if kind == "footnotes":
        return [one.get(qn("id"), "") for one in word(kind).elements("footnoteReference")]
    links = word(kind).elements("hyperlink")
    return [words(one) for one in links if one.get(qn("anchor"), "").startswith("note_")]


@pytest.mark.parametrize("kind", KINDS)
def test_each_finding_calls_a_note_that_tells_author_title_date_page_and_paragraph(
    kind: str,
) -> None:
    said = word(kind).notes(kind)
    assert len(said) == len(briefs.brief().findings)
    assert said[0].replace("\u00a0", " ") == f"{FIRST}, December 2022 [1, p. 3 ¶ 1]."
    again = next(one for one in said[1:] if one.startswith("Halicki"))
    assert again.replace("\u00a0", " ") == "Halicki and Besson, December 2022 [1, p. 8 ¶ 6]."
    numbers = [str(number) for number in range(1, len(said) + 1)]
    assert called(kind) == numbers


@pytest.mark.parametrize("kind", KINDS)
def test_the_parts_have_separators_and_the_settings_name_them(kind: str) -> None:
    for part in KINDS:
        root = word(kind).part(f"word/{part}.xml")
        assert [one.get(qn("type")) for one in root][:2] == ["separator", "continuationSeparator"]
        settings = word(kind).part("word/settings.xml").find(qn(f"{part[:-1]}Pr"))
        assert settings is not None
        assert [one.get(qn("id")) for one in settings.findall(qn(part[:-1]))] == ["-1", "0"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_notes_of_the_pdf_are_those_of_word(kind: str) -> None:
    text = pdf_text(PDF.export(rendered(kind)).data)
    assert [one for one in word(kind).notes(kind) if squeezed(one) not in text] == []


def test_endnotes_stand_below_the_text_before_its_sources_and_lead_back() -> None:
    html = printed(rendered("endnotes").html)
    count = len(briefs.brief().findings)
    assert html.count('<span class="note"') == 0
    assert html.count('<ol class="notes">') == 1
    assert html.index('id="note-1"') > html.index("Enclosures")
    assert html.index(f'href="#call-{count}"') < html.index(">Sources<")


def test_endnotes_of_word_are_text_on_pages_with_heads_and_feet_and_lead_back() -> None:
    made = word("endnotes")
    count = len(made.notes("endnotes"))
    assert len(made.elements("sectPr")) == 1
    assert not made.elements("endnoteReference")
    headings = made.paragraphs("heading 1")
    assert headings[headings.index("Notes") + 1] == "Sources"
    places = [one.get(qn("name"), "") for one in made.elements("bookmarkStart")]
    anchors = [one.get(qn("anchor"), "") for one in made.elements("hyperlink")]
    for kind in ("note", "call"):
        names = [f"{kind}_{number}" for number in range(1, count + 1)]
        assert set(names) <= set(places) & set(anchors)


def test_a_document_without_a_heading_for_its_notes_is_given_one() -> None:
    frame = '<html><body class="endnotes"><h1>T</h1>{}<h2>Sources</h2><ol class="sources"></ol>'
    told = printed(frame.format('<p>A.<span class="note">B.</span></p>'))
    assert told.index(">Notes<") < told.index(">B.") < told.index(">Sources<")


def test_a_template_may_ask_for_notes_and_the_request_have_none(tmp_path: Path) -> None:
    source = (resources.templates() / "note.html.j2").read_text("utf-8")
    asking = source.replace("{#\n", '{#\nnotes = "footnotes"\n', 1)
    (tmp_path / "note.html.j2").write_text(asking, "utf-8")
    said = {
        asked: render(
            briefs.brief(briefs.request(notes=asked)), briefs.figures(), briefs.TAXONOMY, [tmp_path]
        ).html
        for asked in ("", "none")
    }
    assert '<span class="note">' in said[""]
    assert '<span class="note">' not in said["none"]


def test_no_call_begins_a_line() -> None:
    for kind in KINDS:
        html = printed(rendered(kind).html)
        assert html.count("\u2060<") == len(briefs.brief().findings)


def test_a_footnote_stands_on_the_page_of_its_call() -> None:
    from briefing.exporters.pdf_layout import laid_out

    typeset, _ = laid_out(rendered("footnotes", 3))
    calls = 0
    for page in typeset.pages:
        boxes = list(page._page_box.descendants())
        called, told = (
            {
                "".join(getattr(one, "text", "") for one in box.descendants()).strip()
                for box in boxes
                if box.element_tag == f"span::footnote-{part}"
            }
            for part in ("call", "marker")
        )
        assert called <= told
        calls += len(called)
    assert calls == len(briefs.brief(times=3).findings)


def test_the_preview_shows_the_whole_layout_where_there_are_footnotes() -> None:
    shown: list[PreviewPage] = []
    preview = Preview()
    preview.render(rendered("footnotes"), shown.append)
    shown.clear()
    preview.render(rendered("footnotes", 2), shown.append, changed="f-0001")
    assert shown
    assert all(page.exact for page in shown)


@pytest.mark.parametrize("place", ["<h2>{}</h2>", '<p>x<span class="note">y {}</span></p>'])
def test_a_note_where_none_may_stand_is_refused(place: str) -> None:
    body = place.format('A<span class="note">B</span>')
    html = f'<html lang="en"><head><title>T</title></head><body><h1>T</h1>{body}</body></html>'
    with pytest.raises(TemplateError, match="a note inside"):
        check(html, "trial")
