"""A date being typed: nothing typed is lost, whatever happens to the brief meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.model import BriefRequest, Draft
from gui.brief_head import BriefHead
from gui.scope_limits import ScopeLimits
from gui.widgets.date_field import Bound, DateField
from gui.workspace import Workspace


@pytest.fixture
def limits(qtbot: QtBot, workspace: Workspace) -> ScopeLimits:
    made = ScopeLimits(workspace)
    qtbot.addWidget(made)
    made.show()
    workspace.document.begin(Draft(BriefRequest()))
    return made


def something_else(workspace: Workspace) -> None:
    """Change the brief, as a renewed view does: another part of it."""
    document = workspace.document
    title = document.draft.request.title + "!"
    document.show(replace(document.draft, request=replace(document.draft.request, title=title)))


@pytest.mark.parametrize("typed", ["20", "2022-", "2022-1", "now"])
def test_half_typed_date_stays_when_the_brief_changes(
    limits: ScopeLimits, workspace: Workspace, typed: str
) -> None:
    QTest.keyClicks(limits.since, typed)
    something_else(workspace)
    assert limits.since.text() == typed


def test_half_typed_date_of_issue_stays_when_the_brief_changes(
    qtbot: QtBot, workspace: Workspace
) -> None:
    head = BriefHead(workspace)
    qtbot.addWidget(head)
    QTest.keyClicks(head.issued, "2022-09")
    something_else(workspace)
    assert head.issued.text() == "2022-09"
    QTest.keyClicks(head.issued, "-13")
    assert workspace.document.draft.request.issued == date(2022, 9, 13)


def test_date_is_taken_as_soon_as_it_is_one(limits: ScopeLimits, workspace: Workspace) -> None:
    QTest.keyClicks(limits.until, "2022-09")
    assert workspace.document.draft.request.until == date(2022, 9, 30)
    something_else(workspace)
    assert limits.until.text() == "2022-09"


def test_typing_a_date_is_one_step_of_the_history(
    limits: ScopeLimits, workspace: Workspace
) -> None:
    QTest.keyClicks(limits.since, "2022-09-13")
    assert workspace.document.undo_stack.count() == 1
    workspace.document.undo_stack.undo()
    assert workspace.document.draft.request.since is None
    assert limits.since.text() == ""


def test_what_is_wrong_is_said_when_the_field_is_left_not_before(limits: ScopeLimits) -> None:
    QTest.keyClicks(limits.since, "2022-1")
    assert not limits.fault.text()
    QTest.keyClick(limits.since, Qt.Key.Key_Return)
    assert "2022-1" in limits.fault.text()


def test_half_typed_date_does_not_go_over_into_another_brief(
    limits: ScopeLimits, workspace: Workspace
) -> None:
    QTest.keyClicks(limits.since, "20")
    workspace.document.begin(Draft(BriefRequest(since=None)))
    assert limits.since.text() == ""


def test_what_was_understood_is_shown_once_the_field_is_left(qtbot: QtBot) -> None:
    field = DateField(Bound.DAY)
    qtbot.addWidget(field)
    for typed in ("13 Oct 2022", "13.10.2022"):
        field.clear()
        QTest.keyClicks(field, typed)
        assert field.text() == typed, "left alone while it is typed"
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == "2022-10-13"
        assert field.day == date(2022, 10, 13)


def test_undo_after_a_date_brings_back_the_brief_as_it_was(
    limits: ScopeLimits, workspace: Workspace
) -> None:
    before = workspace.document.draft
    stack = workspace.document.undo_stack
    undo = QAction(limits)
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    undo.triggered.connect(stack.undo)
    limits.addAction(undo)
    limits.activateWindow()
    limits.since.setFocus()
    QTest.keyClicks(limits.since, "2040")
    QTest.keyClick(limits.since, Qt.Key.Key_Return)
    QTest.keyClick(limits.since, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.document.draft == before
    assert limits.since.text() == ""
    assert stack.canRedo()
    assert not stack.canUndo()


def test_undo_takes_back_typing_while_it_is_no_date(
    limits: ScopeLimits, workspace: Workspace
) -> None:
    QTest.keyClicks(limits.since, "20")
    QTest.keyClick(limits.since, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert limits.since.text() == ""
    assert not workspace.document.undo_stack.count()
