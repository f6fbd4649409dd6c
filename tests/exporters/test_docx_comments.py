"""Comments with the passage, captions and references that Word counts."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from briefing.exporters.docx_xml import qn
from briefing.exporters.word import DOCX
from briefing.model import RenderedBrief
from briefing.templating import render
from briefing.templating.contract import check
from tests import briefs
from tests.exporters.word import Word, value, words

TABLE = (
    '<table id="where"><caption><span class="label">Table 1.</span> What is where.</caption>'
    '<thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>'
    'see <a href="#where">Table 1</a></td></tr></tbody></table>'
)


@lru_cache
def rendered() -> RenderedBrief:
    asked = briefs.request(
        comments=True, bottom_line="They agree (Figure 1); there is no Figure 2."
    )
    made = render(briefs.brief(asked), briefs.figures(), briefs.TAXONOMY)
    html = made.html.replace("<h2>In figures</h2>", f"<h2>In figures</h2>{TABLE}")
    check(html, "trial")
    return replace(made, html=html)


@lru_cache
def word() -> Word:
    return Word(DOCX.export(rendered()).data)


def codes() -> list[str]:
    fields = [(one.text or "").strip() for one in word().elements("instrText")]
    return [one for one in fields if one.startswith(("SEQ", "REF"))]


def test_each_finding_has_a_comment_with_source_page_paragraph_and_passage() -> None:
    comments = word().part("word/comments.xml").findall(qn("comment"))
    findings = briefs.brief().findings
    assert len(comments) == len(findings)
    for comment, finding in zip(comments, findings, strict=True):
        said = words(comment)
        assert finding.text in said
        assert finding.code in said
        assert f"¶\u00a0{finding.citations[0].paragraph}]" in said
    assert words(comments[0]).startswith("Tomasz Halicki and Anne Besson: Hinterland No More")


def test_comments_stand_on_the_words_of_their_findings() -> None:
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        numbers = [one.get(qn("id")) for one in word().elements(tag)]
        assert numbers == [str(n) for n in range(len(briefs.brief().findings))]
    first = word().elements("commentRangeStart")[0].getparent()
    assert first is not None
    assert words(first).startswith(briefs.brief().findings[0].text)


def test_comments_wear_the_styles_of_comments_and_take_name_and_day_from_the_brief() -> None:
    (comment, *_) = word().part("word/comments.xml").findall(qn("comment"))
    names = word().style_names
    assert names[value(comment, "p/pPr/pStyle")] == "annotation text"
    assert names[value(comment, "p/r/rPr/rStyle")] == "annotation reference"
    assert comment.get(qn("author")) == rendered().author
    assert comment.get(qn("date")) == f"{rendered().issued.isoformat()}T00:00:00Z"


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert DOCX.export(rendered()).data == word().data


def test_without_the_wish_there_is_no_comment() -> None:
    made = render(briefs.brief(), briefs.figures(), briefs.TAXONOMY)
    assert "word/comments.xml" not in Word(DOCX.export(made).data).package.namelist()


def test_captions_are_counted_by_word() -> None:
    assert codes().count(r"SEQ Figure \* ARABIC") == 1
    assert codes().count(r"SEQ Table \* ARABIC") == 1
    captions = word().paragraphs("caption")
    assert "Table 1. What is where." in captions
    assert any(one.startswith("Figure 1. ") for one in captions)


def test_the_name_of_a_figure_or_table_is_a_reference_to_its_caption() -> None:
    references = [one for one in codes() if one.startswith("REF")]
    assert references == [r"REF figure_coverage_label \h", r"REF where_label \h"]
    names = [one.get(qn("name")) for one in word().elements("bookmarkStart")]
    for target in ("figure_coverage_label", "where_label"):
        assert names.count(target) == 1
    (line,) = (one for one in word().paragraphs() if one.startswith("They agree"))
    assert line == "They agree (Figure 1); there is no Figure 2."


def test_a_figure_that_is_counted_anew_tells_word_so() -> None:
    again = (
        '<figure><img src="figure:coverage" alt="Bars"><figcaption><span class="label">Figure 1.'
    )
    html = rendered().html.replace(
        "<h2>Sources</h2>", f"{again}</span> B.</figcaption></figure>", 1
    )
    made = Word(DOCX.export(replace(rendered(), html=html)).data)
    fields = [(one.text or "").strip() for one in made.elements("instrText")]
    assert [one for one in fields if one.startswith("SEQ Figure")] == [
        r"SEQ Figure \* ARABIC",
        r"SEQ Figure \* ARABIC \r 1",
    ]
