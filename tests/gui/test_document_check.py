"""The check of a document that came back, as the window tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from briefing.model.checked import (
    AddedText,
    Backing,
    CheckedDocument,
    CheckedPart,
    Edit,
    Fate,
    WordRun,
)
from briefing.model.trace import PartKind
from briefing.service.calls import CheckDocument
from briefing.verifying.returned import UnreadableError
from gui.document_check_dialog import DocumentCheckDialog
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks

SOUND = CheckedPart(
    PartKind.FINDING, Fate.VERBATIM, "The talks begin.", "f-aaaa", "1 ¶ 2", backing=Backing.STANDS
)
ALTERED = CheckedPart(
    PartKind.FINDING,
    Fate.ALTERED,
    "The talks end.",
    "f-bbbb",
    "1 ¶ 3",
    (WordRun(Edit.KEPT, "The talks"), WordRun(Edit.GONE, "end."), WordRun(Edit.NEW, "go on.")),
    backing=Backing.STANDS,
)
WHOLE = CheckedDocument("Deskbrief", "Talks", date(2026, 11, 21), (SOUND,), (), ())


def shown(workspace: Workspace, qtbot: QtBot) -> DocumentCheckDialog:
    dialog = DocumentCheckDialog(workspace, Path("talks.pdf"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.progress.isVisible())
    return dialog


def test_a_sound_document_is_told_in_one_line(
    workspace: Workspace, tasks: FakeTasks, qtbot: QtBot
) -> None:
    tasks.answers[CheckDocument] = lambda _: WHOLE
    dialog = shown(workspace, qtbot)
    assert dialog.said.text().startswith("1 of 1 finding verbatim. 1 found")
    assert not dialog.list.isVisible()
    assert not dialog.progress.isVisible()


def test_passages_of_the_annex_are_counted_by_themselves(
    workspace: Workspace, tasks: FakeTasks, qtbot: QtBot
) -> None:
    passage = CheckedPart(PartKind.PASSAGE, Fate.VERBATIM, "It was said. The talks begin.")
    tasks.answers[CheckDocument] = lambda _: replace(WHOLE, parts=(SOUND, passage, passage))
    dialog = shown(workspace, qtbot)
    assert dialog.said.text().endswith("In the annex 2 of 2 passages verbatim.")


def test_what_differs_is_listed_by_finding(
    workspace: Workspace, tasks: FakeTasks, qtbot: QtBot
) -> None:
    forged = replace(SOUND, code="f-cccc", backing=Backing.CONTRADICTED)
    added = (AddedText("Nobody said so.", "The talks begin."),)
    tasks.answers[CheckDocument] = lambda _: replace(
        WHOLE, parts=(SOUND, ALTERED, forged), added=added, remarks=("It holds <b>changes</b>.",)
    )
    dialog = shown(workspace, qtbot)
    assert "2 of 3 findings verbatim, 1 altered, 1 passage added" in dialog.said.text()
    told = dialog.list.toPlainText()
    assert "Altered: f-bbbb [1 ¶ 3]\nThe talks [-end.-] {+go on.+}" in told
    assert "f-cccc [1 ¶ 2] · is not what its report in the library says" in told
    assert "Added behind “The talks begin.”\nNobody said so." in told
    assert "f-aaaa" not in told
    assert "<b>changes</b>" in dialog.remarks.text()


def test_a_file_that_cannot_be_compared_is_one_sentence(
    workspace: Workspace, tasks: FakeTasks, qtbot: QtBot
) -> None:
    def fail(_: CheckDocument) -> CheckedDocument:
        raise UnreadableError("talks.pdf carries no data.", "Ask for the file.")

    tasks.answers[CheckDocument] = fail
    assert shown(workspace, qtbot).said.text() == "talks.pdf carries no data. Ask for the file."
