"""What the tests of export and print share: a workspace with an open brief, and its answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.model import Choice, Decision, Draft, Quotation
from briefing.model.desk import (
    Counts,
    DraftView,
    ExportedFile,
    FindingRow,
    FormatChoice,
    SectionRow,
    TemplateChoice,
    Vocabulary,
)
from briefing.service.calls import CountFindings, ExportDraft
from briefing.settings import Settings
from briefing.taxonomy import load_taxonomy
from gui.document import Document
from gui.workspace import Workspace
from tests.briefs import request
from tests.gui.fakes import FakeTasks

FORMATS = (FormatChoice("pdf", "PDF", ".pdf"), FormatChoice("docx", "Word", ".docx"))
VOCABULARY = Vocabulary(
    load_taxonomy(), (TemplateChoice("note", "Briefing note", "", (), 2),), (), (), (), FORMATS, ()
)
WORDS = "Four meetings of the border commissions were held in Tbilisi."


def decision(choice: Choice = Choice.LEAD) -> Decision:
    quotation = Quotation("a" * 64, 1, 0, len(WORDS), WORDS)
    return Decision(quotation, choice, "south-caucasus", "conflict", by_officer=True)


def written(call: ExportDraft) -> tuple[ExportedFile, ...]:
    """Answer an export: write something to each path."""
    for path in call.paths:
        path.write_bytes(b"document")
    return tuple(ExportedFile(path, 2, ()) for path in call.paths)


def workspace(
    folder: Path, answers: dict[type, Callable[[Any], Any]] | None = None, *, used: bool = True
) -> Workspace:
    """Return a workspace with an open brief of one finding; exports go to ``folder``."""
    known: dict[type, Callable[[Any], Any]] = {
        ExportDraft: written,
        CountFindings: lambda _: Counts({"south-caucasus": 7, "GE": 3}, {}, 7),
    }
    shared = Workspace(
        FakeTasks(known | (answers or {})), Document(), Settings(export_folder=str(folder))
    )
    shared.vocabulary = VOCABULARY
    chosen = decision(Choice.LEAD if used else Choice.LEFT_OUT)
    draft = Draft(request(title="Who keeps the peace: a note"), (chosen,))
    shared.document.begin(draft)
    row = FindingRow(chosen, "f-3k7q", WORDS, "Novak 2023, p. 2 ¶ 1", "names Tbilisi")
    section = SectionRow("south-caucasus", "conflict", "South Caucasus · Conflict")
    shared.document.amend(DraftView(draft, (section,), (row,), 1, int(used)))
    return shared


def calls_of(shared: Workspace, kind: type) -> list[Any]:
    """Return the calls of one kind that were made."""
    assert isinstance(shared.tasks, FakeTasks)
    return [call for call in shared.tasks.calls if isinstance(call, kind)]
