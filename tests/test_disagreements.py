"""What the document says where sources differ, and that its words are those of the sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html as lxml_html

from briefing.assembly import Terms, assemble
from briefing.brief_file.faults import faults_of_brief
from briefing.library import FindingQuery, Library
from briefing.model import Brief, BriefRequest, Citation
from briefing.pipeline.building import build_brief
from briefing.pipeline.verifying import verify_brief
from briefing.selection import select
from briefing.templating import list_templates, render
from tests.builders import a_report, a_taxonomy, found_in, original_of

HERE = "Russia has stationed about 2,000 soldiers as a peacekeeping contingent near Gyumri."
THERE = "The peacekeeping contingent that Russia stationed near Gyumri has 1,960 troops."
FIRST = a_report(HERE, file_name="first.txt")
SECOND = a_report("A first paragraph.", THERE, file_name="second.txt")
SAID = "Sources differ: “about 2,000 soldiers” here, “1,960 troops” in [2 ¶ 2]."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        for report, text, strength in ((FIRST, HERE, 0.9), (SECOND, THERE, 0.6)):
            finding = found_in(report, text, about=("AM", "RU"), strength=strength)
            opened.add(report, [finding], original_of(report), date(2026, 11, 21))
        yield opened


def built(library: Library, template: str = "note") -> Brief:
    request = BriefRequest(("AM",), ("diplomacy",), max_findings=1, template=template)
    selection = select(request, library.candidates(FindingQuery()), a_taxonomy())
    terms = Terms(issued=date(2026, 11, 21), program="Deskbrief", charts=())
    return assemble(selection, a_taxonomy(), terms)


def test_the_brief_names_the_other_figure_and_lists_its_source(library: Library) -> None:
    brief = built(library)
    (finding,) = brief.findings
    (one,) = finding.disagreements
    assert (one.here, one.there) == ("about 2,000 soldiers", "1,960 troops")
    assert (one.citation, one.quotation.exact) == (Citation(2, "", 2), THERE)
    assert [source.file_name for source in brief.sources] == ["first.txt", "second.txt"]
    assert list(faults_of_brief(brief)) == []


def test_the_whole_way_from_library_to_document_keeps_what_other_reports_say(
    library: Library,
) -> None:
    again = a_report(f"It is said that much is open. {HERE}", file_name="again.txt")
    finding = found_in(again, HERE, about=("AM", "RU"), strength=0.5)
    library.add(again, [finding], original_of(again), date(2026, 11, 21))
    request = BriefRequest(("AM",), ("diplomacy",), template="note")
    made = build_brief(library, request, a_taxonomy(), today=date(2026, 11, 21))
    first, second = made.brief.findings
    assert [quotation.exact for quotation in first.elsewhere] == [HERE]
    assert len(first.citations) == 2
    assert [one.there for one in first.disagreements] == ["1,960 troops"]
    assert [one.there for one in second.disagreements] == ["about 2,000 soldiers"]
    assert made.verification.verbatim == made.brief.findings


@pytest.mark.parametrize("template", [header.name for header in list_templates()])
def test_every_template_prints_it_beside_the_finding(library: Library, template: str) -> None:
    brief = built(library, template)
    document = lxml_html.document_fromstring(render(brief, (), a_taxonomy()).html)
    printed = document.get_element_by_id(brief.findings[0].code)
    text = " ".join(printed.text_content().split())
    assert text.endswith(f"[1 ¶ 1] report of 2023 {SAID}")
    assert printed.cssselect(".differing a")[0].get("href") == "#passage-2-1"


def test_its_words_are_compared_with_their_source(library: Library) -> None:
    brief = built(library)
    assert verify_brief(brief, library).verbatim == brief.findings
    (finding,) = brief.findings
    other = replace(finding, disagreements=(replace(finding.disagreements[0], there="19 troops"),))
    section = replace(brief.sections[0], findings=(other,))
    changed = replace(brief, sections=(section,))
    (doubt,) = verify_brief(changed, library).doubtful
    assert doubt.why == "names a difference in words that its sources do not have"
