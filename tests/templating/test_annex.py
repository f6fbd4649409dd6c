"""The annex of passages: every mark leads there and back, and the words used are set off."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import html as lxml_html

from briefing.model import Brief, Quotation, SourceParagraph
from briefing.templating import list_templates, render
from briefing.templating.excerpts import Piece, excerpt
from tests import briefs

TEMPLATES = [header.name for header in list_templates()]


def parsed(brief: Brief) -> Any:
    return lxml_html.document_fromstring(render(brief, (), briefs.TAXONOMY).html)


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def paragraph_of(*sentences: str) -> SourceParagraph:
    """Return a paragraph of sentences, one space apart."""
    begins, text = [], ""
    for sentence in sentences:
        begins.append(len(text))
        text += sentence + " "
    return SourceParagraph("0" * 64, 3, text.rstrip(), tuple(begins))


def quoted(paragraph: SourceParagraph, exact: str) -> Quotation:
    start = paragraph.text.index(exact)
    return Quotation(paragraph.report, paragraph.block, start, start + len(exact), exact)


def printed(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"*{piece.text}*" if piece.used else piece.text for piece in pieces)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_mark_leads_to_the_passage_and_its_code_leads_back(template: str) -> None:
    brief = briefs.brief(briefs.request(template=template))
    document = parsed(brief)
    for finding in brief.findings:
        for link in document.get_element_by_id(finding.code).cssselect("a.mark"):
            passage = document.get_element_by_id(link.get("href").removeprefix("#"))
            back = {one.get("href"): words(one) for one in passage.cssselect("a.back")}
            assert back[f"#{finding.code}"] == finding.code
            used = [words(one) for one in passage.cssselect(".passage-text strong")]
            assert used == [finding.text]
            assert words(link).replace("\xa0", " ") in words(passage).replace("\xa0", " ")


def test_passages_stand_in_the_order_of_the_sources_with_author_and_date() -> None:
    document = parsed(briefs.brief())
    heads = [words(one) for one in document.cssselect(".annex-source")]
    assert heads[0] == "1. Hinterland No More: Six Neighbours after the War"
    assert heads[4] == "5. interview.docx"
    first = words(document.cssselect(".passage-place")[0])
    assert "Halicki and Besson, December 2022" in first


def test_findings_of_one_paragraph_share_it() -> None:
    one, other = "The first is said.", "The third is said too."
    paragraph = replace(
        paragraph_of(one, "The second is not used.", other), report=briefs.source_hash(1)
    )
    made = briefs.brief_of(one, other)
    (section,) = made.sections
    findings = tuple(
        replace(finding, quotations=(quoted(paragraph, finding.text),))
        for finding in section.findings
    )
    made = replace(made, sections=(replace(section, findings=findings),), paragraphs=(paragraph,))
    (passage,) = parsed(made).cssselect(".passage")
    assert [words(link) for link in passage.cssselect("a.back")] == ["f-x1", "f-x2"]
    assert [words(one) for one in passage.cssselect("strong")][2:] == [one, other]
    assert "The second is not used." in words(passage)


def test_a_paragraph_that_is_not_at_hand_is_said_to_be_absent() -> None:
    document = parsed(replace(briefs.brief_of("The talks begin in May."), paragraphs=()))
    assert words(document.cssselect(".passage-text")[0]) == "The talks begin in May."
    assert "not at hand" in words(document.cssselect(".passage-lacking")[0])


def test_a_paragraph_from_the_right_carries_its_direction() -> None:
    document = parsed(briefs.brief_of("بدأت المحادثات في الربيع."))
    made = document.cssselect(".passage-text")[0]
    assert made.get("dir") is None  # the paragraph itself begins in English
    alone = replace(briefs.brief_of("بدأت المحادثات في الربيع."), paragraphs=())
    assert parsed(alone).cssselect(".passage-text")[0].get("dir") == "rtl"


def test_marks_in_the_officer_s_words_lead_to_the_passages_of_what_they_name() -> None:
    made = briefs.brief()
    code = made.findings[0].code
    for annex, place in ((None, "#passage-1-"), (False, "#source-1")):
        asked = briefs.request(annex=annex, recommendation=f"That we offer to host [{code}].")
        document = parsed(replace(made, request=asked))
        (link,) = document.xpath("//p[starts-with(., 'That we offer')]//a")
        assert link.get("href").startswith(place)


def test_a_request_may_leave_the_annex_out_and_never_the_sources() -> None:
    document = parsed(briefs.brief(briefs.request(annex=False)))
    assert not document.cssselect("#annex, .passage")
    assert len(document.cssselect("ol.sources > li")) == 5


# --- what is cut


def test_a_short_paragraph_is_printed_whole() -> None:
    paragraph = paragraph_of("Before it.", "It is used.", "After it.")
    assert printed(excerpt(paragraph, [quoted(paragraph, "It is used.")])) == (
        "Before it. *It is used.* After it."
    )


def test_a_long_paragraph_is_cut_at_sentences_around_the_words_used() -> None:
    others = [f"Sentence {n} speaks of something else at some length." for n in range(40)]
    paragraph = paragraph_of(*others[:20], "It is used.", *others[20:])
    assert printed(excerpt(paragraph, [quoted(paragraph, "It is used.")])) == (
        f"[…] {others[19]} *It is used.* {others[20]} […]"
    )


def test_two_stretches_of_a_long_paragraph_are_parted_by_a_cut() -> None:
    others = [f"Sentence {n} speaks of something else at some length." for n in range(40)]
    paragraph = paragraph_of("Used one.", *others, "Used two.")
    quotations = [quoted(paragraph, "Used two."), quoted(paragraph, "Used one.")]
    assert printed(excerpt(paragraph, quotations)) == (
        f"*Used one.* {others[0]} […] {others[39]} *Used two.*"
    )


def test_words_whose_sentences_are_not_known_are_printed_without_neighbours() -> None:
    paragraph = SourceParagraph("0" * 64, 3, "x" * 600 + " Used. " + "y" * 600)
    assert printed(excerpt(paragraph, [quoted(paragraph, "Used.")])) == "[…] *Used.* […]"


def test_a_finding_of_several_sentences_is_set_off_as_one_run_where_they_touch() -> None:
    paragraph = paragraph_of("One is used.", "Two is used.", "Three is not.")
    quotations = [quoted(paragraph, "One is used. "), quoted(paragraph, "Two is used.")]
    assert printed(excerpt(paragraph, quotations)) == "*One is used. Two is used.* Three is not."
