"""The view follows the brief, and an old answer is never taken in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError
from briefing.model import BriefRequest, Carried, Draft, Passage, scope_of
from briefing.model.desk import DraftView
from briefing.service.calls import ViewDraft
from briefing.service.core import Core
from briefing.service.messages import Places
from gui.refreshing import Refreshing
from gui.workspace import Workspace
from tests.builders import a_summary
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


def test_nothing_is_asked_for_a_period_the_wrong_way_round_until_it_is_mended(
    refreshing: Refreshing, workspace: Workspace, tasks: FakeTasks, qtbot: QtBot
) -> None:
    document = workspace.document
    told: list[object] = []
    refreshing.failed.connect(told.append)
    document.begin(armenia())
    qtbot.waitUntil(lambda: document.view is not None)
    before = asked(tasks)
    since, until = date(2023, 1, 1), date(2022, 1, 1)
    wrong = replace(document.draft.request, since=since, until=until)
    document.apply("Change period", replace(document.draft, request=wrong))
    qtbot.wait(20)
    assert (asked(tasks), told) == (before, [])
    right = replace(wrong, since=until, until=since)
    document.apply("Change period", replace(document.draft, request=right))
    qtbot.waitUntil(lambda: asked(tasks) == before + 1)


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


def test_what_a_brief_carries_of_absent_reports_stays_in_it(
    workspace: Workspace, refreshing: Refreshing, qtbot: QtBot
) -> None:
    carried = (Carried(Passage("ab" * 32, 0, 0, 5), a_summary(), "ix", 2),)
    with qtbot.waitSignal(refreshing.settled):
        workspace.document.begin(replace(armenia(), carried=carried))
    assert workspace.document.draft.carried == carried
    assert not workspace.document.draft.needs_proposal


def test_brief_saved_where_its_reports_are_not_keeps_its_findings(
    workspace: Workspace,
    tasks: FakeTasks,
    refreshing: Refreshing,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    at_home = Core(Places(tmp_path / "home")).desk
    brief = tmp_path / "talks.brief"
    at_home.save(at_home.view(at_home.sample()).draft, brief)
    elsewhere = Core(Places(tmp_path / "elsewhere")).desk
    tasks.answers[ViewDraft] = lambda call: elsewhere.view(call.draft)
    opened = elsewhere.open(brief).draft
    assert opened.carried
    with qtbot.waitSignal(refreshing.settled):
        workspace.document.begin(opened)
    elsewhere.save(workspace.document.draft, brief)
    assert elsewhere.open(brief).draft.carried == opened.carried


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


def test_settings_that_no_finding_depends_on_are_no_reason(
    workspace: Workspace, tasks: FakeTasks, refreshing: Refreshing, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(refreshing.settled):
        workspace.document.begin(armenia())
    for changed in (
        replace(workspace.settings, recent=("talks.brief",)),
        replace(workspace.settings, export_folder="exports", autosave_seconds=5),
    ):
        workspace.change_settings(changed)
    qtbot.wait(20)
    assert asked(tasks) == 1
    with qtbot.waitSignal(refreshing.settled):
        workspace.change_settings(replace(workspace.settings, library="elsewhere"))
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
