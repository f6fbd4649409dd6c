"""Near misses stand in the place of the list, are used like answers to a search, and go again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.model import Choice
from briefing.model.desk import FindingRow
from briefing.service.calls import NearMisses
from gui.findings_empty import Lack
from tests.gui.findings import Desk, a_row, shown

WHY = "Conflict certain; Armenia named in passing only"
NEAR = replace(a_row(40, "A road was closed.", report="cd" * 32), reason=WHY, why_left_out=WHY)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """A page on screen; the core knows one near miss."""
    made = Desk()
    qtbot.addWidget(shown(made))
    qtbot.waitUntil(lambda: bool(made.texts()))
    made.tasks.answers[NearMisses] = lambda _: (NEAR,)
    return made


def ask(desk: Desk, qtbot: QtBot) -> None:
    desk.page.commands.near.trigger()
    qtbot.waitUntil(lambda: desk.texts() == [NEAR.text])


def test_near_misses_are_shown_with_why_and_left_again(desk: Desk, qtbot: QtBot) -> None:
    before = desk.texts()
    ask(desk, qtbot)
    assert "Near misses" in str(desk.page.model.index(0).data())
    assert desk.page.list.current_row() == NEAR
    assert any(WHY in piece.text for piece in desk.page.words.pieces(NEAR))
    QTest.keyClick(desk.page.list, Qt.Key.Key_Escape)
    assert desk.texts() == before
    ask(desk, qtbot)
    desk.page.commands.filters.actions()[1].trigger()
    assert NEAR.text not in desk.texts()


def test_near_miss_is_taken_up_like_an_answer_to_a_search(desk: Desk, qtbot: QtBot) -> None:
    ask(desk, qtbot)
    desk.page.commands.lead.trigger()
    decided = {one.passage: one.choice for one in desk.document.draft.decisions}
    assert decided[NEAR.decision.passage] is Choice.LEAD


def test_words_searched_for_take_the_place_of_near_misses(desk: Desk, qtbot: QtBot) -> None:
    ask(desk, qtbot)
    desk.page.head.search.setText("corridor")
    qtbot.waitUntil(lambda: len(desk.texts()) == 1 and "corridor" in desk.texts()[0])
    assert "Search" in str(desk.page.model.index(0).data())
    desk.page.head.search.clear()
    assert len(desk.texts()) > 1


def test_where_nothing_comes_near_it_is_told(desk: Desk, qtbot: QtBot) -> None:
    none: tuple[FindingRow, ...] = ()
    desk.tasks.answers[NearMisses] = lambda _: none
    desk.page.commands.near.trigger()
    qtbot.waitUntil(lambda: desk.page.empty.isVisible())
    assert desk.page.empty.sentence.text() == desk.page.empty._said(Lack.NEAR)[0]
    desk.page.empty.button.click()
    assert len(desk.texts()) > 1
