"""Briefs opened, saved and closed; nothing is lost without a question."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from briefing.errors import BriefError, ExportError
from briefing.model import BriefRequest, Choice, Decision, Draft, Quotation
from briefing.model.desk import OpenedDraft
from briefing.safekeeping.autosave import unsaved
from briefing.safekeeping.backups import copies_of
from briefing.safekeeping.lock import holder_of
from briefing.service.calls import OpenDraft, SaveDraft
from briefing.settings import Settings
from gui import file_dialogs
from gui.background import Background
from gui.files import Files, new_draft
from gui.keeping import Keeping
from gui.workspace import Workspace
from tests.gui.boxes import box_of, no_box, press
from tests.gui.fakes import FakeTasks

TALKS = Draft(BriefRequest(title="Talks", regions=("AM",)))


def write(call: SaveDraft) -> None:
    call.path.write_text(call.draft.request.title)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def keeping(workspace: Workspace, background: Background) -> Keeping:
    return Keeping(workspace, background)


@pytest.fixture
def files(workspace: Workspace, tasks: FakeTasks, keeping: Keeping, parent: QWidget) -> Files:
    tasks.answers[SaveDraft] = write
    tasks.answers[OpenDraft] = lambda call: OpenedDraft(TALKS)
    return Files(workspace, keeping, parent)


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "talks.brief"
    path.write_text("as it was")
    return path


def change(workspace: Workspace, title: str = "Borders") -> None:
    draft = workspace.document.draft
    request = replace(draft.request, title=title)
    workspace.document.apply("Change Title", replace(draft, request=request))


def opened(files: Files, brief: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(files.begun):
        files.open_path(brief)


def test_new_brief_has_what_is_set_for_all_and_nothing_ticked() -> None:
    draft = new_draft(Settings(sender="Regional desk", template="memo", page_size="Letter"))
    assert draft.request.sender == "Regional desk"
    assert draft.request.template == "memo"
    assert draft.request.page_size == "Letter"
    assert draft.request.regions == ()


def test_opened_brief_is_locked_remembered_and_unmodified(
    files: Files, workspace: Workspace, brief: Path, qtbot: QtBot
) -> None:
    opened(files, brief, qtbot)
    assert workspace.document.draft == TALKS
    assert not workspace.document.is_modified
    assert workspace.settings.recent == (str(brief),)
    assert holder_of(brief) is not None


def test_brief_that_cannot_be_opened_is_told_and_forgotten(
    files: Files, workspace: Workspace, tasks: FakeTasks, brief: Path, qtbot: QtBot
) -> None:
    def fail(call: OpenDraft) -> OpenedDraft:
        raise BriefError("talks.brief is damaged.", "Take a backup.")

    workspace.change_settings(replace(workspace.settings, recent=(str(brief),)))
    tasks.answers[OpenDraft] = fail
    files.open_path(brief)
    box = box_of(qtbot)
    assert box.text() == "talks.brief is damaged."
    assert box.informativeText() == "Take a backup."
    assert "Copy Details" in [button.text() for button in box.buttons()]
    press(box, "OK")
    assert workspace.settings.recent == ()
    qtbot.waitUntil(lambda: holder_of(brief) is None)


def test_saving_keeps_a_copy_of_what_is_overwritten(
    files: Files, workspace: Workspace, brief: Path, qtbot: QtBot
) -> None:
    opened(files, brief, qtbot)
    change(workspace)
    with qtbot.waitSignal(workspace.document.file_changed):
        files.save()
    assert brief.read_text() == "Borders"
    assert [copy.file.read_text() for copy in copies_of(brief)] == ["as it was"]
    assert not workspace.document.is_modified
    assert workspace.document.saved_at is not None


def test_brief_without_a_file_asks_where(
    files: Files,
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    suggested = []

    def answer(parent: QWidget, near: Path | None, name: str, then: Any) -> None:
        suggested.append(name)
        then(tmp_path / "new.brief")

    monkeypatch.setattr(file_dialogs, "ask_where_to_save", answer)
    files.begin(TALKS)
    with qtbot.waitSignal(workspace.document.file_changed):
        files.save()
    assert suggested == ["Talks"]
    assert workspace.document.path == tmp_path / "new.brief"
    assert (tmp_path / "new.brief").read_text() == "Talks"


def test_failed_saving_offers_another_place(
    files: Files, workspace: Workspace, tasks: FakeTasks, brief: Path, qtbot: QtBot
) -> None:
    def fail(call: SaveDraft) -> None:
        raise ExportError("The disk is full.", "Choose another place.")

    opened(files, brief, qtbot)
    change(workspace)
    tasks.answers[SaveDraft] = fail
    files.save()
    box = box_of(qtbot)
    assert box.text() == "The disk is full."
    tasks.answers[SaveDraft] = write
    with qtbot.waitSignal(workspace.document.file_changed):
        press(box, "Try Again")
    assert brief.read_text() == "Borders"


@pytest.mark.parametrize(
    ("answer", "goes_on", "kept"),
    [("Save", True, "Borders"), ("Discard", True, "as it was"), ("Cancel", False, "as it was")],
)
def test_changes_are_asked_about_before_they_are_lost(
    files: Files,
    workspace: Workspace,
    brief: Path,
    qtbot: QtBot,
    answer: str,
    goes_on: bool,
    kept: str,
) -> None:
    opened(files, brief, qtbot)
    change(workspace)
    went: list[bool] = []
    files.unless_lost(lambda: went.append(True))
    box = box_of(qtbot)
    assert "Borders" in box.text() or "talks" in box.text()
    press(box, answer)
    if goes_on:
        qtbot.waitUntil(lambda: bool(went))
    assert bool(went) is goes_on
    assert brief.read_text() == kept
    assert workspace.document.is_modified is (answer != "Save")


def test_unchanged_brief_is_closed_without_a_question(
    files: Files, workspace: Workspace, brief: Path, qtbot: QtBot
) -> None:
    opened(files, brief, qtbot)
    files.close()
    assert no_box()
    assert not workspace.document.is_open
    qtbot.waitUntil(lambda: holder_of(brief) is None)


def held_elsewhere(brief: Path) -> subprocess.Popen[str]:
    code = (
        "import sys; from pathlib import Path; from briefing.safekeeping.lock import take_lock\n"
        "take_lock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", code, str(brief)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    return other


def test_brief_open_elsewhere_can_be_read(
    files: Files, workspace: Workspace, brief: Path, qtbot: QtBot
) -> None:
    with held_elsewhere(brief) as other:
        files.open_path(brief)
        box = box_of(qtbot)
        assert "open elsewhere" in box.text()
        with qtbot.waitSignal(files.begun):
            press(box, "Open Read-Only")
        assert workspace.document.read_only
        change(workspace)
        assert workspace.document.draft == TALKS
        other.communicate("")


def test_unsaved_work_is_put_aside_and_cleared_away_when_saved(
    files: Files, workspace: Workspace, keeping: Keeping, brief: Path, qtbot: QtBot
) -> None:
    opened(files, brief, qtbot)
    keeping.put_aside()
    change(workspace)
    keeping.put_aside()
    qtbot.waitUntil(lambda: len(unsaved(running=True)) == 1)
    assert unsaved(running=True)[0].draft.request.title == "Borders"
    files.save()
    qtbot.waitUntil(lambda: not workspace.document.is_modified)
    qtbot.waitUntil(lambda: unsaved(running=True) == ())


def test_restored_work_stays_unsaved_until_saved(
    files: Files, workspace: Workspace, keeping: Keeping, brief: Path, qtbot: QtBot
) -> None:
    opened(files, brief, qtbot)
    change(workspace)
    keeping.put_aside()
    qtbot.waitUntil(lambda: len(unsaved(running=True)) == 1)
    (work,) = unsaved(running=True)
    with qtbot.waitSignal(files.begun):
        files.restore(replace(work, file=work.file))
    assert workspace.document.draft.request.title == "Borders"
    assert workspace.document.path == brief
    assert workspace.document.is_modified


def test_findings_that_moved_or_went_are_told_in_one_line(
    files: Files, tasks: FakeTasks, brief: Path, qtbot: QtBot
) -> None:
    decision = Decision(Quotation("ab" * 32, 0, 0, 5, "Words"), Choice.SUPPORT)
    lost = OpenedDraft(TALKS, moved=(decision,), lost=(decision, decision))
    tasks.answers[OpenDraft] = lambda call: lost
    told: list[str] = []
    files.said.connect(told.append)
    opened(files, brief, qtbot)
    assert "1 finding" in told[-1]
    assert "2 finding" in told[-1]
    assert no_box()


@pytest.mark.parametrize(
    ("title", "name"),
    [("Who keeps the peace?", "Who keeps the peace"), ('a/b\\c: "d"', "a b c d"), ("...", "Brief")],
)
def test_suggested_name_is_one_that_every_system_takes(title: str, name: str) -> None:
    assert file_dialogs.file_name(title) == name


def test_dialogs_ask_for_briefs_without_waiting(parent: QWidget, qtbot: QtBot) -> None:
    parent.show()
    file_dialogs.ask_where_to_save(parent, None, "Talks", lambda path: None)
    (dialog,) = parent.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "brief"
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.reject()
