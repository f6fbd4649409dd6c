"""A workspace with the shipped regions, for tests of scope and brief."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefing.model import BriefRequest, Draft, Metadata, PartialDate, ReportSummary
from briefing.model.desk import (
    ChartChoice,
    Counts,
    ScaleChoice,
    TemplateChoice,
    Vocabulary,
)
from briefing.service.calls import CountFindings
from briefing.settings import Settings
from briefing.taxonomy import load_taxonomy
from gui.document import Document
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks

VOCABULARY = Vocabulary(
    taxonomy=load_taxonomy(),
    templates=(
        TemplateChoice(
            "note", "Briefing note", "One to two sides: bottom line first.", ("coverage",), 2
        ),
        TemplateChoice("memo", "Memo", "To, from and subject at the head.", ("timeline",), 3),
    ),
    charts=(
        ChartChoice("coverage", "Coverage", "How many findings on each region and theme."),
        ChartChoice("timeline", "Timeline", "What happened when."),
    ),
    scales=(
        ScaleChoice(
            "phia",
            "PHIA probability yardstick",
            (
                ("unlikely", "25–35 %"),
                ("realistic possibility", "40–<50 %"),
                ("likely or probable", "55–75 %"),
                ("highly likely", "80–90 %"),
            ),
        ),
        ScaleChoice(
            "icd203",
            "ICD 203",
            (
                ("unlikely or improbable", "20–45 %"),
                ("roughly even chance or roughly even odds", "45–55 %"),
                ("likely or probable", "55–80 %"),
                ("very likely or highly probable", "80–95 %"),
            ),
        ),
    ),
    confidences=("high", "moderate", "low"),
    formats=(),
    readable=(),
)
COUNTS = Counts(
    regions={
        "post-soviet": 212, "south-caucasus": 74, "AM": 41, "AZ": 36, "GE": 19,
        "central-asia": 58, "KZ": 22, "KG": 14, "TJ": 15, "RU": 131, "TR": 23, "CN": 27,
        "baltic-states": 12, "LV": 12, "osce": 240, "eu": 12, "nato": 35,
    },
    themes={"conflict": 64, "alliances": 38, "diplomacy": 57, "influence": 71, "energy": 9},
    total=93,
)  # fmt: skip


def a_summary(number: int, title: str = "", year: int = 2022) -> ReportSummary:
    """Return a line of the list of reports."""
    metadata = Metadata(title=title or f"Report {number}", date=PartialDate(year))
    return ReportSummary(f"{number:02d}" * 32, f"{number}.pdf", "pdf", metadata, 20, "2026-11-01")


def a_workspace(
    request: BriefRequest | None = None,
    *,
    reports: tuple[ReportSummary, ...] = (),
    settings: Settings | None = None,
    answers: dict[type, Callable[[Any], Any]] | None = None,
) -> Workspace:
    """Return a workspace whose vocabulary and reports are there, with a brief open."""
    tasks = FakeTasks({CountFindings: lambda _: COUNTS} if answers is None else answers)
    workspace = Workspace(tasks, Document(), settings or Settings())
    workspace.vocabulary = VOCABULARY
    workspace.reports, workspace.reports_known = reports, True
    workspace.document.begin(Draft(request or BriefRequest()))
    return workspace


def request_of(workspace: Workspace) -> BriefRequest:
    """Return what the brief asks for now."""
    return workspace.document.draft.request
