"""What others do to the library is seen; one that goes and comes back is told, and gone on with."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError
from briefing.service.calls import ListReports, LookAtLibrary
from gui.complaints import Complaints
from gui.main_window import MainWindow
from gui.noticing import Noticing
from gui.workspace import Workspace
from tests.gui.boxes import open_boxes
from tests.gui.fakes import FakeTasks

GONE = LibraryError("The library is no longer there.", "Connect its drive.")


class Shelf:
    """A library as the core sees it."""

    def __init__(self, tasks: FakeTasks) -> None:
        self.revision = (1, 0)
        self.is_there = True
        self.looks = self.lists = 0
        tasks.answers |= {LookAtLibrary: self._look, ListReports: self._list}

    def _look(self, _: LookAtLibrary) -> tuple[int, int]:
        self.looks += 1
        if not self.is_there:
            raise GONE
        return self.revision

    def _list(self, _: ListReports) -> tuple[()]:
        self.lists += 1
        return ()


@pytest.fixture
def shelf(tasks: FakeTasks) -> Shelf:
    return Shelf(tasks)


@pytest.fixture
def noticing(workspace: Workspace, shelf: Shelf, qtbot: QtBot) -> Noticing:
    made = Noticing(workspace, lambda: False, workspace)
    workspace.refresh_library()
    qtbot.waitUntil(lambda: shelf.lists == 1)
    return made


def look(noticing: Noticing, shelf: Shelf, qtbot: QtBot) -> None:
    """Look, and wait for what is seen."""
    before = shelf.looks
    noticing.look()
    qtbot.waitUntil(lambda: shelf.looks > before)


def test_reports_are_read_anew_once_somebody_else_has_written(
    noticing: Noticing, shelf: Shelf, qtbot: QtBot
) -> None:
    look(noticing, shelf, qtbot)
    assert shelf.lists == 1
    shelf.revision = (2, 0)
    look(noticing, shelf, qtbot)
    qtbot.waitUntil(lambda: shelf.lists == 2)
    look(noticing, shelf, qtbot)
    assert shelf.lists == 2


def test_nothing_is_looked_at_during_an_import(workspace: Workspace, tasks: FakeTasks) -> None:
    Noticing(workspace, lambda: True, workspace).look()
    assert tasks.calls == []


def test_library_that_goes_is_told_at_the_foot_until_it_is_back(
    noticing: Noticing, shelf: Shelf, window: MainWindow, qtbot: QtBot
) -> None:
    complaints = Complaints(window)
    noticing.lost.connect(lambda error: complaints.tell("library", error, quietly=True))
    noticing.found.connect(lambda: complaints.forgive("library"))
    shelf.is_there = False
    look(noticing, shelf, qtbot)
    look(noticing, shelf, qtbot)
    assert window.status.said == GONE.message
    assert not open_boxes()
    shelf.is_there = True
    look(noticing, shelf, qtbot)
    assert window.status.said == ""
    qtbot.waitUntil(lambda: shelf.lists == 2)


def test_same_complaint_opens_one_box_until_it_has_gone_right(window: MainWindow) -> None:
    complaints = Complaints(window)
    complaints.tell("keeping", GONE)
    complaints.tell("settings", LibraryError("The disk is full."))
    complaints.tell("keeping", GONE)
    assert len(open_boxes()) == 2
    complaints.forgive("keeping")
    assert window.status.said == "The disk is full."
    complaints.tell("keeping", GONE)
    assert len(open_boxes()) == 3
