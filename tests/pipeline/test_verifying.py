from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.assembly import Terms, assemble
from briefing.errors import ExportError
from briefing.library import FindingQuery, Library
from briefing.model import Brief, BriefFinding, BriefRequest, Candidate, Choice, Selection
from briefing.pipeline.exporting import export_brief
from briefing.pipeline.verifying import verify_brief
from briefing.progress import Silent
from tests.builders import a_report, a_taxonomy, found_in, original_of

TALKS = "Armenia and Azerbaijan resumed talks on their border - in Prague."
REPORT = a_report("A first paragraph.", f"{TALKS} Nobody signed.")
ELSEWHERE = a_report(f"It is said that much is open. {TALKS}", file_name="again.txt")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        for report in (REPORT, ELSEWHERE):
            finding = found_in(report, TALKS)
            opened.add(report, [finding], original_of(report), date(2026, 11, 21))
        yield opened


@pytest.fixture
def brief(library: Library) -> Brief:
    first, again = library.candidates(
        FindingQuery(frozenset(), frozenset(), None, None, frozenset())
    )
    candidate = Candidate(first, 0.9, "AM", "diplomacy", "", Choice.LEAD, also_in=(again,))
    selection = Selection(BriefRequest(("AM",), ("diplomacy",)), (candidate,))
    terms = Terms(issued=date(2026, 11, 21), program="Deskbrief", charts=())
    return assemble(selection, a_taxonomy(), terms)


def with_finding(brief: Brief, **changes: Any) -> Brief:
    section = brief.sections[0]
    changed = replace(section.findings[0], **changes)
    return replace(brief, sections=(replace(section, findings=(changed,)),))


def finding_of(brief: Brief) -> BriefFinding:
    return brief.findings[0]


def test_what_was_not_touched_is_verbatim(brief: Brief, library: Library) -> None:
    verification = verify_brief(brief, library)
    assert verification.verbatim == brief.findings
    assert verification.sentences() == ()


def test_a_changed_word_is_named(brief: Brief, library: Library) -> None:
    quotation = finding_of(brief).quotations[0]
    text = quotation.exact.replace("resumed", "ended")
    changed = with_finding(brief, text=text, quotations=(replace(quotation, exact=text),))
    (said,) = verify_brief(changed, library).sentences()
    assert said == f"Finding {finding_of(brief).code} does not stand in its source as printed."


def test_another_dash_is_not_verbatim(brief: Brief, library: Library) -> None:
    quotation = finding_of(brief).quotations[0]
    text = quotation.exact.replace(" - ", " — ")
    changed = with_finding(brief, text=text, quotations=(replace(quotation, exact=text),))
    assert verify_brief(changed, library).doubtful


def test_text_that_is_not_what_is_quoted_is_named(brief: Brief, library: Library) -> None:
    changed = with_finding(brief, text="Armenia and Azerbaijan signed.")
    (doubt,) = verify_brief(changed, library).doubtful
    assert doubt.why == "is not made of the words that it quotes"


def test_words_that_stand_elsewhere_than_said_are_named(brief: Brief, library: Library) -> None:
    quotation = replace(finding_of(brief).quotations[0], block=0)
    (doubt,) = verify_brief(with_finding(brief, quotations=(quotation,)), library).doubtful
    assert doubt.why == "stands elsewhere in its source than the brief says"


@pytest.mark.parametrize("which", [0, 1])
def test_a_false_page_or_paragraph_is_named(brief: Brief, library: Library, which: int) -> None:
    citations = list(finding_of(brief).citations)
    citations[which] = replace(citations[which], page="999")
    (doubt,) = verify_brief(with_finding(brief, citations=tuple(citations)), library).doubtful
    assert doubt.why == "stands on another page or in another paragraph than printed"


def test_a_citation_of_another_source_is_named(brief: Brief, library: Library) -> None:
    first, second = finding_of(brief).citations
    swapped = with_finding(brief, citations=(replace(first, source=second.source), second))
    (doubt,) = verify_brief(swapped, library).doubtful
    assert doubt.why == "cites another source than it quotes"


def test_a_report_that_is_not_there_is_said_and_stops_nothing(brief: Brief, tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty") as empty:
        verification = verify_brief(brief, empty)
    assert verification.not_compared == brief.findings
    assert verification.doubtful == ()
    assert "not in the library" in verification.sentences()[0]


def test_doubt_stops_the_export_before_anything_is_written(
    brief: Brief, library: Library, tmp_path: Path
) -> None:
    changed = with_finding(brief, text="Armenia and Azerbaijan signed.")
    verification = verify_brief(changed, library)
    outs = [tmp_path / "a.brief", tmp_path / "a.pdf"]
    with pytest.raises(ExportError, match="not made of the words"):
        export_brief(changed, outs, a_taxonomy(), Silent(), verification)
    assert not any(path.exists() for path in outs)


def test_a_document_says_how_many_findings_were_compared(
    brief: Brief, library: Library, tmp_path: Path
) -> None:
    import docx

    for verification, said in (
        (verify_brief(brief, library), "1 of 1 finding verbatim."),
        (None, "1 finding, not compared with their sources."),
    ):
        out = tmp_path / "a.docx"
        export_brief(brief, [out], a_taxonomy(), Silent(), verification)
        text = "\n".join(p.text for p in docx.Document(str(out)).paragraphs)
        assert said in text
