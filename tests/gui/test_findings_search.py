"""Searching all reports in the place of the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.errors import BriefingError
from briefing.model import Choice
from briefing.service.calls import SearchFindings
from gui.findings_setting import words_of
from tests.gui.findings import SECTIONS, Desk, shown

Keys = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    qtbot.addWidget(shown(made))
    made.page.activateWindow()
    qtbot.waitUntil(lambda: len(made.codes()) == 7)
    yield made
    made.workspace.deleteLater()


def search(qtbot: QtBot, desk: Desk, words: str) -> None:
    desk.page.focus_search()
    QTest.keyClicks(desk.page.head.search, words)
    qtbot.waitUntil(lambda: desk.page.model.searched == words)


def test_answers_take_the_place_of_the_list(desk: Desk, qtbot: QtBot) -> None:
    search(qtbot, desk, "border")
    heading = desk.page.model.index(0).data()
    assert heading.startswith("Search: 2 finding")
    assert desk.codes() == ["f-0001", "f-0004"]
    assert desk.page.head.search.hasFocus()


def test_typing_asks_once_it_pauses(desk: Desk, qtbot: QtBot) -> None:
    search(qtbot, desk, "border")
    asked = [call for call in desk.tasks.calls if isinstance(call, SearchFindings)]
    assert [call.words for call in asked] == ["border"]


def test_finding_of_another_report_is_taken_into_the_brief(desk: Desk, qtbot: QtBot) -> None:
    search(qtbot, desk, "treaty")
    QTest.keyClick(desk.page.head.search, Keys.Key_Down)
    assert desk.page.list.hasFocus()
    QTest.keyClick(desk.page.list, Keys.Key_L)
    row = desk.page.list.current_row()
    assert row is not None
    assert row.decision.choice is Choice.LEAD
    QTest.keyClick(desk.page.list, Keys.Key_Escape)
    qtbot.waitUntil(lambda: desk.codes(SECTIONS[0], used=True)[-1] == "f-005a")


def test_finding_is_taken_into_a_section_that_is_picked(desk: Desk, qtbot: QtBot) -> None:
    search(qtbot, desk, "treaty")
    QTest.keyClick(desk.page.head.search, Keys.Key_Return)
    desk.page.commands.sections.aboutToShow.emit()
    desk.page.commands.sections.actions()[1].trigger()
    desk.page.head.search.clear()
    qtbot.waitUntil(lambda: desk.codes(SECTIONS[1], used=True) == ["f-0004", "f-005a"])


def strangers(desk: Desk) -> None:
    """Have the reports hold a finding that answers no section."""
    desk.core.elsewhere = (replace(desk.core.elsewhere[0], fits=False),)


def test_section_is_asked_for_what_answers_none(desk: Desk, qtbot: QtBot) -> None:
    strangers(desk)
    search(qtbot, desk, "treaty")
    QTest.keyClick(desk.page.head.search, Keys.Key_Down)
    QTest.keyClick(desk.page.list, Keys.Key_L)
    menu = desk.page.commands.sections
    assert menu.isVisible()
    assert not desk.document.draft.decisions[-1].finding.report.startswith("cd")
    menu.actions()[1].trigger()
    menu.hide()
    taken = next(d for d in desk.document.draft.decisions if d.finding.report.startswith("cd"))
    assert taken.choice is Choice.LEAD
    assert taken.section == (SECTIONS[1].region, SECTIONS[1].theme)
    assert not menu.isVisible()


def test_only_section_takes_what_answers_none_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    strangers(desk)
    search(qtbot, desk, "treaty")
    QTest.keyClick(desk.page.head.search, Keys.Key_Down)
    desk.page.model._sections = SECTIONS[1:]
    with qtbot.waitSignal(desk.page.said) as said:
        QTest.keyClick(desk.page.list, Keys.Key_S)
    assert SECTIONS[1].title in said.args[0]
    assert desk.document.draft.decisions[-1].section == (SECTIONS[1].region, SECTIONS[1].theme)


def test_enter_leads_to_the_answers_even_before_they_are_there(desk: Desk, qtbot: QtBot) -> None:
    desk.page.focus_search()
    QTest.keyClicks(desk.page.head.search, "border")
    QTest.keyClick(desk.page.head.search, Keys.Key_Return)
    qtbot.waitUntil(lambda: desk.page.list.hasFocus() and desk.current() == "f-0001")


def test_code_finds_its_passage(desk: Desk, qtbot: QtBot) -> None:
    search(qtbot, desk, "f-0005")
    assert desk.codes() == ["f-0005"]


def test_escape_leads_back_to_where_one_was(desk: Desk, qtbot: QtBot) -> None:
    desk.page.list.go_to(desk.passage("f-0003"))
    search(qtbot, desk, "border")
    QTest.keyClick(desk.page.head.search, Keys.Key_Escape)
    assert desk.page.list.hasFocus()
    assert desk.current() == "f-0003"
    assert len(desk.codes()) == 7


def test_nothing_found_says_so_and_leads_back(desk: Desk, qtbot: QtBot) -> None:
    search(qtbot, desk, "zebra")
    assert desk.page.empty.isVisible()
    assert desk.page.empty.sentence.text().startswith("No finding holds these words")
    QTest.mouseClick(desk.page.empty.button, Qt.MouseButton.LeftButton)
    assert desk.page.list.isVisible()
    assert len(desk.codes()) == 7


def test_search_that_fails_says_why_in_its_place(desk: Desk, qtbot: QtBot) -> None:
    def fail(call: SearchFindings) -> None:
        raise BriefingError("The library cannot be read.", "Is the drive there?")

    desk.tasks.answers[SearchFindings] = fail
    desk.page.focus_search()
    QTest.keyClicks(desk.page.head.search, "border")
    qtbot.waitUntil(lambda: desk.page.empty.isVisible())
    assert desk.page.empty.sentence.text() == "The library cannot be read."


def test_words_of_a_search_are_read_without_its_marks() -> None:
    assert words_of('"border talks" OR f-3k7q') == ["border", "talks", "f-3k7q"]
    assert words_of("[1 ¶ 15]") == []
