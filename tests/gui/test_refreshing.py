"""The view follows the brief, and an old answer is never taken in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError
from briefing.model import BriefRequest, Draft, scope_of
from briefing.model.desk import DraftView
from briefing.service.calls import ViewDraft
from gui.refreshing import Refreshing
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks


def proposed(call: ViewDraft) -> DraftView:
    draft = replace(call.draft, proposed_for=scope_of(call.draft.request))
    return DraftView(draft, (), (), 7, 0)


def asked(tasks: FakeTasks) -> int:
    return sum(isinstance(call, ViewDraft) for call in tasks.calls)


@pytest.fixture
def refreshing(workspace: Workspace, tasks: FakeTasks) -> Refreshing:
    tasks.answers[ViewDraft] = proposed
    return Refreshing(workspace)


def armenia() -> Draft:
    return Draft(BriefRequest(regions=("AM",)))


def test_opened_brief_is_viewed_once_with_its_proposal(
    workspace: Workspace, tasks: FakeTasks, refreshing: Refreshing, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(refreshing.settled):
        workspace.document.begin(armenia())
    view = workspace.document.view
    assert view is not None
    assert view.found == 7
    assert not workspace.document.draft.needs_proposal
    qtbot.wait(20)
    assert asked(tasks) == 1


def test_another_scope_is_asked_for_and_another_title_is_not(
    workspace: Workspace, tasks: FakeTasks, refreshing: Refreshing, qtbot: QtBot
) -> None:
    document = workspace.document
    with qtbot.waitSignal(refreshing.settled):
        document.begin(armenia())
    titled = replace(document.draft.request, title="Talks")
    document.apply("Change Title", replace(document.draft, request=titled))
    qtbot.wait(20)
    assert asked(tasks) == 1
    wider = replace(titled, regions=("AM", "AZ"))
    with qtbot.waitSignal(refreshing.settled):
        document.apply("Tick Azerbaijan", replace(document.draft, request=wider))
    assert asked(tasks) == 2


def test_title_typed_while_findings_are_looked_for_is_kept(
    workspace: Workspace, tasks: FakeTasks, refreshing: Refreshing, qtbot: QtBot
) -> None:
    document = workspace.document

    def answer_late(call: ViewDraft) -> DraftView:
        typed = replace(document.draft.request, title="Typed meanwhile")
        document.apply("Change Title", replace(document.draft, request=typed))
        return proposed(call)

    tasks.answers[ViewDraft] = answer_late
    with qtbot.waitSignal(refreshing.settled):
        document.begin(armenia())
    assert document.draft.request.title == "Typed meanwhile"
    assert not document.draft.needs_proposal


def test_scope_changed_meanwhile_is_not_overwritten(
    workspace: Workspace, tasks: FakeTasks, refreshing: Refreshing, qtbot: QtBot
) -> None:
    document = workspace.document
    first = True

    def answer(call: ViewDraft) -> DraftView:
        nonlocal first
        if first:
            first = False
            document.apply("Tick Georgia", Draft(BriefRequest(regions=("GE",))))
        return proposed(call)

    tasks.answers[ViewDraft] = answer
    with qtbot.waitSignal(refreshing.settled):
        document.begin(armenia())
    assert document.draft.request.regions == ("GE",)


def test_other_reports_are_a_reason_to_ask_anew(
    workspace: Workspace, tasks: FakeTasks, refreshing: Refreshing, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(refreshing.settled):
        workspace.document.begin(armenia())
    with qtbot.waitSignal(refreshing.settled):
        workspace.library_changed.emit()
    assert asked(tasks) == 2


def test_failure_is_told_and_asked_again_with_the_next_change(
    workspace: Workspace, tasks: FakeTasks, refreshing: Refreshing, qtbot: QtBot
) -> None:
    def fail(call: ViewDraft) -> DraftView:
        raise LibraryError("The library cannot be read.")

    tasks.answers[ViewDraft] = fail
    with qtbot.waitSignal(refreshing.failed) as told:
        workspace.document.begin(armenia())
    assert told.args is not None
    assert "library" in str(told.args[0])
    tasks.answers[ViewDraft] = proposed
    with qtbot.waitSignal(refreshing.settled):
        workspace.document.changed.emit()


def test_slow_view_is_announced(
    workspace: Workspace, tasks: FakeTasks, refreshing: Refreshing, qtbot: QtBot
) -> None:
    del tasks.answers[ViewDraft]
    with qtbot.waitSignal(refreshing.slow, timeout=1000):
        workspace.document.begin(armenia())
