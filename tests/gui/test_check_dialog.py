"""The library is looked over in a dialog of its own, and mended when asked."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError
from briefing.model.desk import LibraryState
from briefing.service.calls import CheckLibrary, ListReports
from gui.check_dialog import CheckDialog
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks


def test_whole_library_is_told_in_one_line(
    qtbot: QtBot, workspace: Workspace, tasks: FakeTasks
) -> None:
    tasks.answers[CheckLibrary] = lambda _: LibraryState(3)
    dialog = CheckDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "whole" in dialog.said.text())
    assert dialog.said.text() == "3 reports looked over: the library is whole."
    assert not dialog.list.isVisible()
    assert not dialog.mend.isEnabled()


def test_faults_are_listed_with_what_to_do_and_mended_when_asked(
    qtbot: QtBot, workspace: Workspace, tasks: FakeTasks
) -> None:
    broken = LibraryState(1, (("talks.txt: the index does not agree.", "Mend it."),), (), True)
    mended = LibraryState(1, (), ("talks.txt: the index does not agree.",))
    tasks.answers |= {
        CheckLibrary: lambda call: mended if call.mend else broken,
        ListReports: lambda _: (),
    }
    dialog = CheckDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.mend.isEnabled)
    assert dialog.list.toPlainText() == "talks.txt: the index does not agree.\nMend it."
    dialog.mend.click()
    qtbot.waitUntil(lambda: "whole" in dialog.said.text())
    assert dialog.list.toPlainText() == "Mended: talks.txt: the index does not agree."
    assert [call.mend for call in tasks.calls if isinstance(call, CheckLibrary)] == [False, True]
    assert any(isinstance(call, ListReports) for call in tasks.calls)


def test_failure_is_told_and_the_dialog_can_be_closed(
    qtbot: QtBot, workspace: Workspace, tasks: FakeTasks
) -> None:
    def fail(_: CheckLibrary) -> LibraryState:
        raise LibraryError("The library is damaged.", "Restore it.")

    tasks.answers[CheckLibrary] = fail
    dialog = CheckDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "damaged" in dialog.said.text())
    assert "Restore it." in dialog.said.text()
    dialog.reject()
    assert not dialog.isVisible()
