"""The shipped templates: what they print for a full request, a bare one, and none at all."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from lxml import html as lxml_html

from briefing.model import BriefRequest, Citation, Metadata, PartialDate, RenderedBrief
from briefing.templating import list_templates, render
from briefing.templating.bibliography import reference_line
from tests import briefs
from tests.golden_files import assert_as_before

TEMPLATES = [header.name for header in list_templates()]
HEADINGS_OF_EMPTY = {
    "country": ["Recent developments"],
    "memo": ["Purpose", "What the reports say"],
    "note": ["What the reports say"],
    "submission": ["Background"],
    "talking": ["What the reports say"],
    "visit": ["Background: may be used freely"],
}
"""What stands there whatever the request brings."""


def rendered(wanted: BriefRequest | None = None) -> RenderedBrief:
    return render(briefs.brief(wanted), briefs.figures(), briefs.TAXONOMY)


def parsed(brief: RenderedBrief) -> Any:
    return lxml_html.document_fromstring(brief.html)


def elements(brief: RenderedBrief, path: str) -> list[str]:
    found = parsed(brief).cssselect(path)
    return [" ".join(element.text_content().split()) for element in found]


@pytest.mark.parametrize("template", TEMPLATES)
def test_html_is_as_before(template: str) -> None:
    assert_as_before(f"{template}.html", rendered(briefs.request(template=template)).html)


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_same_brief_gives_the_same_html_and_identifier(template: str) -> None:
    wanted = briefs.request(template=template)
    assert rendered(wanted) == rendered(wanted)


def test_a_document_is_for_what_its_template_is_for_unless_its_request_says() -> None:
    for template, asked, said in (
        ("note", "", "Briefing note · For information"),
        ("submission", "", "Submission · For decision"),
        ("submission", "For information", "Submission · For information"),
    ):
        brief = briefs.brief(briefs.request(template=template, purpose=asked))
        html = render(brief, briefs.figures(), briefs.TAXONOMY).html
        assert f'<p class="doc-type">{said}</p>' in html


@pytest.mark.parametrize("template", TEMPLATES)
def test_without_an_annex_every_mark_of_a_finding_leads_to_its_source(template: str) -> None:
    brief = briefs.brief(briefs.request(template=template, annex=False))
    document = parsed(render(brief, (), briefs.TAXONOMY))
    for finding in brief.findings:
        links = document.get_element_by_id(finding.code).cssselect("a.mark")
        targets = [f"#source-{citation.source}" for citation in finding.citations]
        assert [link.get("href") for link in links] == targets


@pytest.mark.parametrize("template", TEMPLATES)
def test_judgements_are_absent_unless_the_request_brings_them(template: str) -> None:
    made = rendered(briefs.bare_request(template=template))
    assert not elements(made, ".judgement")
    assert not elements(made, ".scale-note")
    assert "udgement" not in made.html


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_key_to_the_scale_is_printed_only_when_a_judgement_uses_it(template: str) -> None:
    silent = tuple(replace(judgement, likelihood="") for judgement in briefs.JUDGEMENTS)
    without = rendered(briefs.request(template=template, judgements=silent))
    with_terms = rendered(briefs.request(template=template))
    assert not elements(without, ".scale-note")
    (key,) = elements(with_terms, ".scale-note")
    assert "likely or probable 55–75 %" in key
    assert key.count(" %") == 7


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_brief_without_findings_says_so_and_lists_no_sources(template: str) -> None:
    made = render(briefs.empty_brief(briefs.bare_request(template=template)), (), briefs.TAXONOMY)
    assert "Nothing in the reports answers this request." in made.html
    assert not elements(made, "ol.sources")
    assert elements(made, ".omitted") == list(briefs.empty_brief().omitted)
    assert elements(made, "h2") == HEADINGS_OF_EMPTY[template]


def test_why_a_chart_that_nobody_asked_for_is_not_there_is_told_to_the_officer_alone() -> None:
    brief = briefs.empty_brief()
    made = render(replace(brief, unprinted=brief.omitted), (), briefs.TAXONOMY)
    assert not elements(made, ".omitted")


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_line_is_left_for_what_the_request_does_not_bring(template: str) -> None:
    made = rendered(briefs.bare_request(template=template))
    assert elements(made, "table.facts th") == ["Date", "Reference", "Information to"]
    assert "Recommendation" not in elements(made, "h2")


@pytest.mark.parametrize("template", TEMPLATES)
def test_headings_skip_no_level(template: str) -> None:
    document = parsed(rendered(briefs.request(template=template)))
    levels = [int(str(heading.tag)[1]) for heading in document.xpath("//h1|//h2|//h3")]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_section_without_a_title_gets_no_heading(template: str) -> None:
    brief = briefs.brief(briefs.request(template=template))
    nameless = tuple(replace(section, title="") for section in brief.sections)
    made = render(replace(brief, sections=nameless), briefs.figures(), briefs.TAXONOMY)
    assert not elements(made, "h3:not(.annex-source)")
    assert len(elements(made, ".finding")) == len(brief.findings)


def test_memo_numbers_its_paragraphs_through() -> None:
    numbers = elements(rendered(briefs.request(template="memo")), ".number")
    assert numbers == [f"{n}." for n in range(1, len(numbers) + 1)]
    assert len(numbers) == 24


def test_memo_names_addressee_copies_and_subject() -> None:
    made = rendered(briefs.request(template="memo", through="Deputy director"))
    assert elements(made, "table.facts th")[::2] == ["To", "From", "Through", "Copies"]
    assert elements(made, "h1") == ["Subject: " + briefs.request().title]


def test_a_mark_has_page_and_paragraph_or_the_paragraph_alone() -> None:
    finding = briefs.brief().findings[4]
    shared = replace(
        finding, code="f-shared", citations=(Citation(1, "6", 3), Citation(4, "xii", 2))
    )
    section = replace(briefs.brief().sections[0], findings=(finding, shared))
    made = render(replace(briefs.brief(), sections=(section,)), (), briefs.TAXONOMY)
    assert elements(made, ".marks") == ["[5 ¶ 5; 1, p. 10 ¶ 1]", "[1, p. 6 ¶ 3; 4, p. xii ¶ 2]"]


def test_an_old_source_is_told_in_words() -> None:
    assert set(elements(rendered(), ".old")) == {"report of 2010"}


def test_a_title_that_ends_in_a_question_mark_gets_no_stop() -> None:
    asking = replace(
        briefs.brief().sources[0], metadata=Metadata("Who Pays?", date=PartialDate(2020))
    )
    assert "<cite>Who Pays?</cite> 2020." in reference_line(asking)


def test_a_source_without_title_or_date_is_named_by_its_file() -> None:
    listed = elements(rendered(), "ol.sources li")
    assert listed[0].startswith(
        "Tomasz Halicki and Anne Besson: Hinterland No More: Six Neighbours after the War. "
        "Institute for Eastern Studies, December 2022. hinterland.pdf, imported 20 November 2026"
    )
    assert listed[4].startswith("interview.docx. Undated. Imported 20 November 2026, SHA-256")


def test_without_a_version_it_is_a_draft() -> None:
    made = rendered(briefs.request(version=""))
    assert made.reference == "EECA/2026/114 · DRAFT"


@pytest.mark.parametrize(
    ("version", "printed"), [("2", "version 2"), ("1.1", "version 1.1"), ("final", "final")]
)
def test_a_version_that_is_a_word_stands_for_itself(version: str, printed: str) -> None:
    made = rendered(briefs.request(version=version, reference=""))
    assert made.reference == printed


def test_a_judgement_says_likelihood_and_confidence_as_two_things() -> None:
    assert elements(rendered(), ".judgement-terms") == [
        "Our judgement · likely · moderate confidence",
        "Our judgement · highly likely · high confidence",
    ]


def test_the_closing_line_counts_what_was_compared_and_what_was_shortened() -> None:
    brief = briefs.brief_of("One whole sentence.", "Another […] shortened.")
    made = render(brief, (), briefs.TAXONOMY)
    assert elements(made, ".made-by") == [
        "2 of 2 findings verbatim, 1 shortened, 2 judgements of the desk. "
        "Sentences without a mark such as [1] are the desk’s own. "
        "Made by Deskbrief 0.1.0 from 1 report; no generative model."
    ]


def test_a_finding_in_another_language_says_which() -> None:
    brief = briefs.brief()
    italian = replace(brief.sources[0].metadata, language="it")
    sources = (replace(brief.sources[0], metadata=italian), *brief.sources[1:])
    made = render(replace(brief, sources=sources), (), briefs.TAXONOMY)
    tagged = parsed(made).cssselect("li.finding[lang=it]")
    assert [item.get("id") for item in tagged] == ["f-0000", "f-0005", "f-0010", "f-0015"]


def test_a_passage_in_another_language_than_its_report_says_so() -> None:
    french = "Les deux ministères ont échangé des projets depuis le mois de mars dans la capitale."
    made = render(briefs.brief_of("An English sentence.", french), (), briefs.TAXONOMY)
    items = parsed(made).cssselect("li.finding")
    assert [item.get("lang") for item in items] == [None, "fr"]


def test_a_script_that_runs_from_the_right_says_so() -> None:
    brief = briefs.brief_of("قال الوزير إن الاتفاق قريب.", "The word تهران is a name.")
    items = parsed(render(brief, (), briefs.TAXONOMY)).cssselect("li.finding")
    assert [item.get("dir") for item in items] == ["rtl", None]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Baku signed the agreement.", "agreement."),
        ("It is not what the talks previously led to.", "previously led to."),
        ("The aid came from the E.U.", "from the E.U."),
        ("Nothing came of transcontinentalisation since.", "since."),
        ("One two.", "One two."),
        ("Once.", "Once."),
    ],
)
def test_the_last_words_and_their_mark_stay_together(text: str, held: str) -> None:
    made = render(briefs.brief_of(text), (), briefs.TAXONOMY)
    assert elements(made, ".ending") == [f"{held} [1, p. 9 ¶ 1]"]
    assert elements(made, "li.finding") == [f"{text} [1, p. 9 ¶ 1]"]


def test_figures_that_no_chart_of_the_brief_uses_are_not_handed_on() -> None:
    made = render(briefs.brief(charts=False), briefs.figures(), briefs.TAXONOMY)
    assert made.figures == ()


def test_the_marking_is_in_capitals() -> None:
    assert rendered(briefs.request(marking="official – sensitive")).marking == (
        "OFFICIAL – SENSITIVE"
    )


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_mark_of_an_old_report_has_a_key_where_one_is_printed(template: str) -> None:
    wanted = briefs.request(template=template)
    (key,) = elements(rendered(wanted), ".old-key")
    assert "more than 3 years old on the day of issue" in key
    brief = briefs.brief_of("The talks begin in May.", wanted=wanted)
    made = render(brief, (), briefs.TAXONOMY)
    assert not elements(made, ".old-key")
