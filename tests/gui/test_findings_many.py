"""Thousands of findings decided in one go: the window does not stand still."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from pytestqt.qtbot import QtBot

from briefing.model import Choice, Draft, scope_of
from briefing.model.desk import DraftView
from briefing.settings import Settings
from gui.document import Document
from gui.findings_page import FindingsPage
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks
from tests.gui.findings import REQUEST, SECTIONS, Desk, a_row, shown

MANY = 10_000
AT_ONCE_S = 10.0
"""Many times what it takes: one by one it took minutes. How long it takes is for the bench."""


@pytest.fixture
def page(qtbot: QtBot) -> FindingsPage:
    document = Document()
    made = FindingsPage(Workspace(FakeTasks(), document, Settings()))
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    rows = (a_row(n, section=SECTIONS[n * 2 // MANY]) for n in range(MANY))
    rows = (replace(row, code=f"f-{n:06d}") for n, row in enumerate(rows))
    draft = Draft(REQUEST, (), scope_of(REQUEST))
    document.begin(draft)
    document.amend(DraftView(draft, SECTIONS, tuple(rows), MANY, 0, 0))
    return made


def test_ten_thousand_findings_are_decided_at_once(page: FindingsPage) -> None:
    page.list.selectAll()
    began = process_time()
    page.deeds.decide(Choice.SUPPORT)
    assert process_time() - began < AT_ONCE_S
    assert all(row.decision.choice is Choice.SUPPORT for row in page.model.rows)
    assert page.model.is_seen(page.model.rows[0])
    assert page.model.is_seen(page.model.rows[-1])


def test_ten_thousand_decisions_are_taken_back_at_once(page: FindingsPage) -> None:
    page.list.selectAll()
    page.deeds.decide(Choice.LEFT_OUT)
    page.list.selectAll()
    began = process_time()
    page.deeds.undecide()
    assert process_time() - began < AT_ONCE_S
    assert not any(row.decision.by_officer for row in page.model.rows)


def test_ten_thousand_findings_move_at_once(page: FindingsPage) -> None:
    page.list.selectAll()
    began = process_time()
    page.deeds.move_to(SECTIONS[1].region, SECTIONS[1].theme)
    assert process_time() - began < AT_ONCE_S
    assert {row.decision.region for row in page.model.rows} == {SECTIONS[1].region}


def test_findings_moved_down_together_keep_their_order(qtbot: QtBot) -> None:
    desk = Desk(tuple(a_row(n, choice=Choice.SUPPORT) for n in range(5)))
    qtbot.addWidget(shown(desk))
    qtbot.waitUntil(lambda: len(desk.texts()) == 5)
    page = desk.page
    page.list.go_to(desk.passage("f-0000"))
    selection = page.list.selectionModel()
    selection.select(page.model.index_of(desk.passage("f-0001")), selection.SelectionFlag.Select)
    page.deeds.drop_at(page.model.index_of(desk.passage("f-0003")).row())
    assert desk.codes(SECTIONS[0]) == ["f-0002", "f-0000", "f-0001", "f-0003", "f-0004"]


def test_counts_are_made_once_however_much_is_looked_at(
    page: FindingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    qtbot.wait(1)
    monkeypatch.setattr(page.head, "show_counts", lambda *counts: told.append(counts))
    page.list.selectAll()
    page.deeds.decide(Choice.LEFT_OUT)
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert told[0] == (MANY, MANY, 0, 0)
