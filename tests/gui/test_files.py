"""Briefs opened, saved and closed; nothing is lost without a question."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from briefing.errors import BriefError, ExportError
from briefing.model import BriefRequest, Choice, Decision, Draft, Quotation
from briefing.model.desk import OpenedDraft
from briefing.safekeeping.autosave import unsaved
from briefing.safekeeping.backups import copies_of
from briefing.safekeeping.lock import Holder, holder_of
from briefing.safekeeping.processes import Process
from briefing.service.calls import LoadSample, OpenDraft, SaveDraft
from briefing.settings import Settings
from gui import file_dialogs, looking
from gui import keeping as keeping_module
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
def keeping(workspace: Workspace, background: Background, parent: QWidget) -> Keeping:
    return Keeping(workspace, background, parent)


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

    def answer(parent: QWidget, near: Path | None, name: str, then: Any, *_: object) -> None:
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


def test_work_is_put_aside_as_soon_as_the_officer_pauses(
    qtbot: QtBot, workspace: Workspace, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_module, "QUIET_MS", 1)
    keeping = Keeping(workspace, background)
    workspace.document.begin(Draft(BriefRequest()))
    keeping.begin(None)
    workspace.document.apply("Change Title", Draft(BriefRequest(title="Talks")))
    qtbot.waitUntil(lambda: len(unsaved(running=True)) == 1)
    assert unsaved(running=True)[0].title == "Talks"
    keeping.let_go()
    background.finish()
    keeping.deleteLater()


def test_work_put_aside_is_cleared_away_once_the_brief_is_as_saved_again(
    files: Files, workspace: Workspace, keeping: Keeping, brief: Path, qtbot: QtBot
) -> None:
    opened(files, brief, qtbot)
    stack = workspace.document.undo_stack
    change(workspace)
    for back_to_saved in (stack.undo, stack.redo):
        keeping.put_aside()
        qtbot.waitUntil(lambda: len(unsaved(running=True)) == 1)
        back_to_saved()
        qtbot.waitUntil(lambda: unsaved(running=True) == ())
        stack.redo()
        files.save()
        qtbot.waitUntil(lambda: not workspace.document.is_modified)
        stack.undo()


def test_restored_work_stays_unsaved_until_saved(
    files: Files, workspace: Workspace, keeping: Keeping, brief: Path, qtbot: QtBot
) -> None:
    opened(files, brief, qtbot)
    change(workspace)
    keeping.put_aside()
    qtbot.waitUntil(lambda: len(unsaved(running=True)) == 1)
    (work,) = unsaved(running=True)
    with qtbot.waitSignal(files.begun):
        files.restore(work)
        press(box_of(qtbot), "Discard")
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


def test_what_is_typed_while_another_brief_is_read_is_asked_about(
    files: Files, workspace: Workspace, tasks: FakeTasks, brief: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.brief"
    other.write_text("other")
    opened(files, brief, qtbot)
    typed = ["Typed again", "Typed meanwhile"]

    def read(call: OpenDraft) -> OpenedDraft:
        change(workspace, typed.pop())
        return OpenedDraft(replace(TALKS, request=replace(TALKS.request, title="Other")))

    tasks.answers[OpenDraft] = read
    files.open_path(other)
    press(box_of(qtbot), "Cancel")
    assert workspace.document.path == brief
    assert workspace.document.draft.request.title == "Typed meanwhile"
    qtbot.waitUntil(lambda: holder_of(other) is None)
    workspace.document.undo_stack.setClean()
    files.open_path(other)
    box = box_of(qtbot)
    with qtbot.waitSignal(files.begun):
        press(box, "Save")
    assert brief.read_text() == "Typed again"
    assert workspace.document.path == other
    assert workspace.document.draft.request.title == "Other"


def test_work_that_was_agreed_to_be_lost_is_not_asked_about_again(
    files: Files, workspace: Workspace, brief: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.brief"
    other.write_text("other")
    opened(files, brief, qtbot)
    change(workspace)
    files.open_path(other)
    box = box_of(qtbot)
    with qtbot.waitSignal(files.begun):
        press(box, "Discard")
    assert workspace.document.path == other


def test_of_two_briefs_wanted_the_later_is_shown(
    files: Files, workspace: Workspace, brief: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.brief"
    other.write_text("other")
    shown: list[Path | None] = []
    files.begun.connect(lambda: shown.append(workspace.document.path))
    files.open_path(brief)
    files.open_path(other)
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(50)
    assert shown == [other]
    qtbot.waitUntil(lambda: holder_of(brief) is None)
    assert holder_of(other) is not None


def test_sample_gives_way_to_a_brief_opened_meanwhile(
    files: Files, workspace: Workspace, tasks: FakeTasks, brief: Path, qtbot: QtBot
) -> None:
    def read(call: LoadSample) -> Draft:
        files.begin(replace(TALKS, request=replace(TALKS.request, title="Begun meanwhile")))
        return TALKS

    tasks.answers[LoadSample] = read
    words: list[str] = []
    files.reading.connect(words.append)
    files.open_sample()
    assert words == ["Reading the sample reports…"]
    qtbot.waitUntil(lambda: workspace.document.is_open)
    qtbot.wait(20)
    assert workspace.document.draft.request.title == "Begun meanwhile"
    assert words[-1] == ""


def test_open_brief_is_known_however_its_path_is_spelt(
    files: Files, workspace: Workspace, brief: Path, qtbot: QtBot
) -> None:
    opened(files, brief, qtbot)
    words: list[str] = []
    files.reading.connect(words.append)
    with qtbot.assertNotEmitted(files.begun, wait=100):
        files.open_path(brief.parent / "." / ".." / brief.parent.name / brief.name)
    assert words[-1] == ""
    assert workspace.document.path == brief


def test_second_saving_comes_after_the_first_and_closing_after_both(
    files: Files, workspace: Workspace, tasks: FakeTasks, brief: Path, qtbot: QtBot
) -> None:
    written: list[str] = []

    def write_slowly(call: SaveDraft) -> None:
        assert workspace.document.is_open
        written.append(call.draft.request.title)
        write(call)

    opened(files, brief, qtbot)
    tasks.answers[SaveDraft] = write_slowly
    change(workspace, "First")
    files.save()
    change(workspace, "Second")
    files.save()
    change(workspace, "Third")
    went: list[bool] = []
    files.unless_lost(lambda: went.append(True))
    box = box_of(qtbot)
    assert written == ["First", "Second"]
    assert not went
    press(box, "Save")
    qtbot.waitUntil(lambda: bool(went))
    assert written == ["First", "Second", "Third"]
    assert brief.read_text() == "Third"


def test_interrupted_saving_is_told_and_the_window_can_be_left(
    files: Files, workspace: Workspace, tasks: FakeTasks, brief: Path, qtbot: QtBot
) -> None:
    opened(files, brief, qtbot)
    change(workspace)
    said: list[str] = []
    files.said.connect(said.append)
    del tasks.answers[SaveDraft]
    files.save()
    qtbot.waitUntil(lambda: isinstance(tasks.calls[-1], SaveDraft))
    tasks.stop_all()
    box = box_of(qtbot)
    assert "interrupted" in box.text()
    assert said[-1].endswith("is not saved")
    tasks.answers[SaveDraft] = write
    press(box, "Try Again")
    qtbot.waitUntil(lambda: not workspace.document.is_modified)
    went: list[bool] = []
    files.unless_lost(lambda: went.append(True))
    assert went


def test_copy_that_cannot_be_made_does_not_hinder_saving(
    files: Files,
    workspace: Workspace,
    keeping: Keeping,
    brief: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("a defect")

    opened(files, brief, qtbot)
    change(workspace)
    monkeypatch.setattr("gui.keeping.keep_copy", fail)
    with qtbot.waitSignal(keeping.failed), qtbot.waitSignal(workspace.document.file_changed):
        files.save()
    assert brief.read_text() == "Borders"


def test_locks_of_briefs_still_being_opened_are_let_go_at_the_end(
    files: Files, tasks: FakeTasks, keeping: Keeping, brief: Path, qtbot: QtBot
) -> None:
    del tasks.answers[OpenDraft]
    files.open_path(brief)
    qtbot.waitUntil(lambda: any(isinstance(call, OpenDraft) for call in tasks.calls))
    assert holder_of(brief) is not None
    keeping.release()
    qtbot.waitUntil(lambda: holder_of(brief) is None)


def test_what_is_typed_and_not_left_is_saved(
    files: Files, workspace: Workspace, parent: QWidget, brief: Path, qtbot: QtBot
) -> None:
    field, number = QLineEdit(parent), QSpinBox(parent)
    number.move(0, 50)
    number.setKeyboardTracking(False)
    opened(files, brief, qtbot)
    field.editingFinished.connect(lambda: change(workspace, field.text()))
    number.valueChanged.connect(lambda: change(workspace, number.text()))
    with qtbot.waitActive(parent):
        parent.show()
    field.setFocus()
    QTest.keyClicks(field, "Typed")
    files.save()
    qtbot.waitUntil(lambda: brief.read_text() == "Typed")
    assert field.hasFocus()
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "42")
    files.unless_lost(lambda: None)
    press(box_of(qtbot), "Save")
    qtbot.waitUntil(lambda: brief.read_text() == "42")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Who keeps the peace?", "Who keeps the peace"),
        ('a/b\\c: "d"', "a - b - c - d"),
        ("...", "Brief"),
        ("aux", "aux_"),
    ],
)
def test_suggested_name_is_one_that_every_system_takes(
    parent: QWidget, title: str, name: str
) -> None:
    parent.show()
    file_dialogs.ask_where_to_save(parent, None, title, lambda path: None)
    (dialog,) = parent.findChildren(QFileDialog)
    assert [Path(chosen).name for chosen in dialog.selectedFiles()] == [f"{name}.brief"]
    dialog.reject()


def test_dialogs_ask_for_briefs_without_waiting(parent: QWidget, qtbot: QtBot) -> None:
    parent.show()
    file_dialogs.ask_where_to_save(parent, None, "Talks", lambda path: None)
    (dialog,) = parent.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "brief"
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.reject()


def test_folder_that_does_not_answer_holds_nothing_up(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answers = threading.Event()
    monkeypatch.setattr(Path, "is_dir", lambda _: answers.wait(20))
    monkeypatch.setattr(file_dialogs, "documents", lambda: str(tmp_path))
    monkeypatch.setattr(looking, "PATIENCE", 1)
    parent.show()
    file_dialogs.ask_for_brief(parent, Path("/gone/talks.brief"), lambda path: None)
    qtbot.waitUntil(lambda: bool(parent.findChildren(QFileDialog)))
    (dialog,) = parent.findChildren(QFileDialog)
    assert dialog.directory().path() == str(tmp_path)
    answers.set()
    dialog.reject()


def test_dialogs_begin_beside_the_brief(parent: QWidget, brief: Path, qtbot: QtBot) -> None:
    parent.show()
    gave_up: list[bool] = []
    file_dialogs.ask_where_to_save(
        parent, brief, "Talks", lambda path: None, lambda: gave_up.append(True)
    )
    qtbot.waitUntil(lambda: bool(parent.findChildren(QFileDialog)))
    (dialog,) = parent.findChildren(QFileDialog)
    assert dialog.directory().path() == str(brief.parent)
    dialog.reject()
    assert gave_up == [True]


def test_what_is_typed_while_the_sample_is_read_is_asked_about(
    files: Files, workspace: Workspace, tasks: FakeTasks, brief: Path, qtbot: QtBot
) -> None:
    def read(call: LoadSample) -> Draft:
        change(workspace, "Typed meanwhile")
        return TALKS

    opened(files, brief, qtbot)
    tasks.answers[LoadSample] = read
    files.open_sample()
    press(box_of(qtbot), "Cancel")
    assert workspace.document.path == brief
    assert workspace.document.draft.request.title == "Typed meanwhile"


@pytest.mark.parametrize("where", ["nowhere", "elsewhere", "a full disk"])
def test_brief_that_is_not_saved_after_all_stays_and_the_other_is_let_go(
    files: Files,
    workspace: Workspace,
    tasks: FakeTasks,
    brief: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    where: str,
) -> None:
    def read(call: OpenDraft) -> OpenedDraft:
        change(workspace, "Typed meanwhile")
        return OpenedDraft(TALKS)

    def fail(call: SaveDraft) -> None:
        raise ExportError("The disk is full.", "Choose another place.")

    def answer(parent: QWidget, near: object, name: str, then: Any, otherwise: Any) -> None:
        otherwise() if where == "nowhere" else then(tmp_path / "new.brief")

    monkeypatch.setattr(file_dialogs, "ask_where_to_save", answer)
    held = Holder(Process(1, "another machine", "ada"), "")
    if where == "elsewhere":
        (tmp_path / ".new.brief.lock").write_text(json.dumps(asdict(held)))
    tasks.answers[OpenDraft] = read
    tasks.answers[SaveDraft] = fail
    words: list[str] = []
    files.reading.connect(words.append)
    files.begin(TALKS)
    files.open_path(brief)
    press(box_of(qtbot), "Save")
    if where == "elsewhere":
        qtbot.waitUntil(lambda: "open elsewhere" in box_of(qtbot).text())
        press(box_of(qtbot), "OK")
    elif where == "a full disk":
        qtbot.waitUntil(lambda: "full" in box_of(qtbot).text())
        press(box_of(qtbot), "Cancel")
    qtbot.waitUntil(lambda: words[-1] == "")
    assert workspace.document.draft.request.title == "Typed meanwhile"
    qtbot.waitUntil(lambda: holder_of(brief) is None)


def test_open_brief_is_known_by_another_name_of_its_file(
    files: Files, workspace: Workspace, brief: Path, qtbot: QtBot
) -> None:
    opened(files, brief, qtbot)
    other = brief.with_name("same.brief")
    other.hardlink_to(brief)
    with qtbot.assertNotEmitted(files.begun, wait=100):
        files.open_path(other)
    assert workspace.document.path == brief


def test_lock_that_is_still_being_taken_is_let_go_at_the_end(
    files: Files, keeping: Keeping, background: Background, brief: Path, qtbot: QtBot
) -> None:
    files.open_path(brief)
    keeping.release()
    background.finish()
    assert holder_of(brief) is None
