"""When the window lets Python look for what nobody holds any more."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui import collecting
from gui.collecting import Collecting


@pytest.fixture
def collects(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collecting]:
    monkeypatch.setattr(collecting, "_AFTER_MS", 1)
    parent = QObject()
    made = Collecting(parent)
    yield made
    made.end()
    parent.deleteLater()


def _turn(state: Qt.ApplicationState) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(state)


def test_whole_search_waits_until_the_officer_is_elsewhere(
    collects: Collecting, qtbot: QtBot
) -> None:
    done: list[int] = []

    def note(_phase: str, told: dict[str, int]) -> None:
        done.append(told["generation"])

    gc.callbacks.append(note)
    try:
        many = [[n] for n in range(400_000)]
        assert 2 not in done
        assert len(many) == 400_000
        _turn(Qt.ApplicationState.ApplicationInactive)
        qtbot.waitUntil(lambda: 2 in done)
    finally:
        gc.callbacks.remove(note)


def test_passing_by_another_program_costs_nothing(collects: Collecting, qtbot: QtBot) -> None:
    _turn(Qt.ApplicationState.ApplicationInactive)
    _turn(Qt.ApplicationState.ApplicationActive)
    assert not collects._away.isActive()


def test_python_goes_its_own_way_after_the_end(qtbot: QtBot) -> None:
    before = gc.get_threshold()
    parent = QObject()
    made = Collecting(parent)
    made.settle()
    made.end()
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
    parent.deleteLater()
