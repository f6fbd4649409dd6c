"""The strip that says when reports were tagged with other tables, and has them tagged anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from briefing.model.desk import TablesState
from briefing.service.calls import ListReports, LookTablesOver, RetagReports
from gui.tables_strip import TablesStrip
from tests.gui.sources import REPORTS, a_workspace, calls_of


def a_strip(qtbot: QtBot, states: list[TablesState], *, ends: bool = True) -> TablesStrip:
    """Return a strip that has looked once; each look takes the next state, the last one stays."""
    answers: dict[type, Callable[[Any], Any]] = {
        LookTablesOver: lambda _: states.pop(0) if len(states) > 1 else states[0],
        ListReports: lambda _: REPORTS,
    }
    if ends:
        answers[RetagReports] = lambda _: None
    workspace = a_workspace(answers=answers)
    strip = TablesStrip(workspace)
    qtbot.addWidget(strip)
    strip.show()
    workspace.library_changed.emit()
    qtbot.waitUntil(lambda: bool(strip.told.text()) or strip.isHidden())
    return strip


def test_nothing_is_said_while_the_tags_are_those_of_the_tables(qtbot: QtBot) -> None:
    assert a_strip(qtbot, [TablesState()]).isHidden()


def test_reports_that_were_tagged_otherwise_are_counted_and_tagged_again(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, [TablesState(stale=3), TablesState()])
    assert "3 report" in strip.told.text()
    assert strip.button.isVisibleTo(strip)
    strip.button.click()
    assert strip.button.text() == "Cancel"
    qtbot.waitUntil(lambda: strip.isHidden())
    assert calls_of(strip._workspace, RetagReports) == [RetagReports()]


def test_tagging_again_can_be_cancelled_and_says_what_is_left(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, [TablesState(stale=3), TablesState(stale=1)], ends=False)
    strip.button.click()
    assert strip.is_running
    strip._step(0, 3, "talks.txt")
    assert strip.told.text().endswith("1 of 3, talks.txt")
    strip.button.click()
    assert not strip.button.isEnabled()
    strip._end()
    qtbot.waitUntil(lambda: "1 report" in strip.told.text())
    assert strip.button.isEnabled()


def test_a_mistake_in_an_own_table_is_told_without_a_button(qtbot: QtBot) -> None:
    wrong = "In regions.toml, line 3: [gulf] has no name."
    strip = a_strip(qtbot, [TablesState(mistakes=(wrong,))])
    assert strip.told.text().startswith(wrong)
    assert not strip.button.isVisibleTo(strip)
