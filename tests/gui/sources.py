"""Reports, as lists and as text, for the tests of the pages that deal with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from briefing.model import BlockKind, Metadata, PartialDate, Passage, ReportSummary, TextKind
from briefing.model.desk import BlockView, FindingSpan, ReportView, Vocabulary
from briefing.settings import Settings
from gui.document import Document
from gui.workspace import Workspace
from tests.builders import a_taxonomy
from tests.gui.fakes import FakeTasks

ONE, TWO, THREE = "a1" * 32, "b2" * 32, "c3" * 32

TALKS = ReportSummary(
    ONE,
    "talks.pdf",
    "pdf",
    Metadata(
        "Talks at the Border",
        ("Ada Novak", "Ben Okoro"),
        "Institute",
        PartialDate(2023, 5, 4),
        "en",
        "https://example.org/talks",
    ),
    findings=41,
    imported="2026-11-20",
)
MEMO = ReportSummary(TWO, "memo.txt", "text", Metadata(language="fr"), 7, "2026-11-21")
CUSTOMS = ReportSummary(
    THREE,
    "customs.html",
    "html",
    Metadata("A Customs Union", ("Cem Aydin",), "Weekly", PartialDate(2010), "en"),
    findings=12,
    imported="2026-11-21",
)
REPORTS = (TALKS, MEMO, CUSTOMS)

READABLE = (("PDF", (".pdf",)), ("Word", (".docx",)), ("Text", (".txt", ".md")))


def a_vocabulary() -> Vocabulary:
    return Vocabulary(a_taxonomy(), (), (), (), (), (), READABLE)


def a_workspace(
    reports: tuple[ReportSummary, ...] = REPORTS,
    answers: dict[type, Callable[[Any], Any]] | None = None,
) -> Workspace:
    workspace = Workspace(FakeTasks(answers), Document(), Settings())
    workspace.vocabulary = a_vocabulary()
    workspace.reports = reports
    workspace.reports_known = True
    return workspace


def calls_of(workspace: Workspace, kind: type) -> list[Any]:
    tasks = workspace.tasks
    assert isinstance(tasks, FakeTasks)
    return [call for call in tasks.calls if isinstance(call, kind)]


def a_span(
    block: int, text: str, sentence: str, *themes: str, report: str = ONE, **other: Any
) -> FindingSpan:
    start = text.index(sentence)
    span = FindingSpan(
        passage=Passage(report, block, start, start + len(sentence)),
        kind=TextKind.BODY,
        code=f"f-{block}-{start}",
        themes=themes,
        about=("AM", "AZ"),
        mentions=("AM", "AZ"),
        strength=0.8,
        reason="names Armenia and Azerbaijan",
    )
    return replace(span, **other)


PRAGUE = "Armenia and Azerbaijan resumed talks in Prague."
BORDER = "Their border stayed closed."
GAS = "Gas went north as before."
NOTE = "12 See the mission’s report of 2021."


def a_report_view(summary: ReportSummary = TALKS) -> ReportView:
    sha256 = summary.sha256
    first = f"{PRAGUE} {BORDER}"
    return ReportView(
        summary,
        (
            BlockView(BlockKind.HEADING, "What was said", 1, "9", 0),
            BlockView(
                BlockKind.PARAGRAPH,
                first,
                0,
                "9",
                1,
                (
                    a_span(1, first, PRAGUE, "diplomacy", "conflict", report=sha256),
                    a_span(1, first, BORDER, "conflict", report=sha256),
                ),
            ),
            BlockView(BlockKind.FOOTNOTE, NOTE, 0, "9", 0),
            BlockView(
                BlockKind.LIST_ITEM,
                GAS,
                0,
                "10",
                2,
                (a_span(3, GAS, GAS, "energy", report=sha256),),
            ),
        ),
    )


def a_long_view(sentences: int, summary: ReportSummary = CUSTOMS) -> ReportView:
    """Return a report of paragraphs of five sentences, all findings."""
    text = " ".join([PRAGUE] * 5)
    places = [(n * (len(PRAGUE) + 1), n * (len(PRAGUE) + 1) + len(PRAGUE)) for n in range(5)]
    model = a_span(0, PRAGUE, PRAGUE, "diplomacy", "conflict")
    blocks = tuple(
        BlockView(
            BlockKind.PARAGRAPH,
            text,
            0,
            str(number // 6 + 1),
            number + 1,
            tuple(
                replace(model, passage=Passage(summary.sha256, number, start, end))
                for start, end in places
            ),
        )
        for number in range(sentences // 5)
    )
    return ReportView(summary, blocks)
