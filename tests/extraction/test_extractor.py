import json
from dataclasses import replace

import pytest

from briefing.extraction.extractor import Extractor
from briefing.extraction.tag_lines import tag_line
from briefing.model import (
    BlockKind,
    Evidence,
    Facet,
    Finding,
    Metadata,
    PartialDate,
    Passage,
    TextKind,
)
from tests.builders import a_block, a_finding, a_report


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.shipped()


def only(extractor: Extractor, text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Finding:
    [finding] = extractor.findings(a_report(a_block(text, kind)))
    return finding


def test_a_finding_carries_all_that_is_said_of_its_sentence(extractor: Extractor) -> None:
    text = "In June 2025 Iran and Oman opened talks in Muscat on lifting oil sanctions."
    finding = only(extractor, text)
    assert finding.text == text
    assert finding.kind is TextKind.BODY
    assert {"IR", "OM"} <= set(finding.mentions)
    assert {"diplomacy", "sanctions"} <= set(finding.themes)
    assert finding.dates == (PartialDate(2025, 6),)
    assert finding.strength > 0.5
    assert not finding.needs_context
    assert {item.facet for item in finding.evidence} >= {
        Facet.MENTION, Facet.THEME, Facet.STRENGTH, Facet.DATE,
    }  # fmt: skip


def test_findings_stand_in_the_order_of_the_report_with_their_passages(
    extractor: Extractor,
) -> None:
    report = a_report(
        a_block("Gulf Security", BlockKind.HEADING),
        a_block("Iran waits. However, it arms."),
        a_block("1 See the annex.", BlockKind.FOOTNOTE),
    )
    findings = extractor.findings(report)
    assert [f.passage for f in findings] == [
        Passage(report.sha256, 0, 0, 13),
        Passage(report.sha256, 1, 0, 11),
        Passage(report.sha256, 1, 12, 29),
        Passage(report.sha256, 2, 0, 16),
    ]
    assert [f.needs_context for f in findings] == [False, False, True, False]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (BlockKind.HEADING, TextKind.HEADING),
        (BlockKind.FOOTNOTE, TextKind.FOOTNOTE),
        (BlockKind.META, TextKind.META),
        (BlockKind.FURNITURE, TextKind.NOISE),
        (BlockKind.TABLE, TextKind.BODY),
        (BlockKind.CAPTION, TextKind.BODY),
    ],
)
def test_what_is_no_running_text_is_kept_but_never_offered(
    extractor: Extractor, block: BlockKind, kind: TextKind
) -> None:
    finding = only(extractor, "Iran exported 1.6 million barrels of oil a day in 2024.", block)
    assert finding.kind is kind
    assert finding.strength == 0.0


def test_a_question_is_never_usable_and_its_short_answer_leans_on_it(extractor: Extractor) -> None:
    report = a_report(
        a_block("Will Australia buy the submarines?", BlockKind.QUESTION),
        a_block("Probably, and soon."),
    )
    question, answer = extractor.findings(report)
    assert question.kind is TextKind.QUESTION
    assert question.strength < 0.5
    assert answer.needs_context


def test_relative_dates_are_reckoned_from_the_report(extractor: Extractor) -> None:
    metadata = Metadata(date=PartialDate(2025, 3), language="en")
    report = a_report("Last November Mexico elected new judges.", metadata=metadata)
    assert extractor.findings(report)[0].dates == (PartialDate(2024, 11),)


def test_another_language_is_not_measured_by_english_cues(extractor: Extractor) -> None:
    metadata = Metadata(language="fr")
    text = "Le Sénégal a signé un accord avec le Mali sur la gestion commune du fleuve en mars."
    [finding] = extractor.findings(a_report(text, metadata=metadata))
    assert not finding.needs_context
    assert finding.strength >= 0.5


def test_an_empty_report_has_no_findings(extractor: Extractor) -> None:
    assert extractor.findings(a_report("   ")) == ()


def test_every_sentence_is_quoted_exactly(extractor: Extractor) -> None:
    report = a_report("«Oui», he said.12 The U.S. left…", "A\u00a0b.C d e f. İran waits.")
    for finding in extractor.findings(report):
        passage = finding.passage
        assert finding.text == report.blocks[passage.block].text[passage.start : passage.end]


def test_a_tag_line_has_the_fields_of_the_evaluation_and_tells_why() -> None:
    finding = replace(
        a_finding("Iran waits.", about=("IR", "gulf", "g7"), themes=("nuclear",), strength=0.6),
        dates=(PartialDate(2015, 7),),
        evidence=(Evidence(Facet.MENTION, "IR", "Iran", "name"),),
    )
    line = tag_line(finding, "iran.txt")
    assert json.loads(json.dumps(line)) == {
        "source": "iran.txt", "text": "Iran waits.", "kind": "body", "mentions": ["IR", "gulf"],
        "about": ["IR", "gulf"], "themes": ["nuclear"], "finding": 0.6, "needs_context": False,
        "dates": ["2015-07"],
        "evidence": [{"facet": "mention", "tag": "IR", "words": "Iran", "reason": "name"}],
    }  # fmt: skip


def test_tag_lines_leave_out_regions_that_the_evaluation_does_not_know() -> None:
    line = tag_line(a_finding(about=("sahel", "nato", "AU", "five-eyes")), "x.txt")
    assert line["about"] == ["nato", "AU"]
