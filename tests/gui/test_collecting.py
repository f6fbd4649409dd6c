"""When the window lets Python look for what nobody holds any more."""

from __future__ import annotations

import gc
import threading
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
    monkeypatch.setattr(collecting, "_EVERY_MS", 1)
    parent = QObject()
    made = Collecting(parent)
    yield made
    made.end()
    parent.deleteLater()


def _turn(state: Qt.ApplicationState) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(state)


@pytest.fixture
def searches() -> Iterator[list[tuple[int, threading.Thread]]]:
    """What is looked through, the youngest (0) or everything (2), and in which thread."""
    found: list[tuple[int, threading.Thread]] = []

    def note(phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            found.append((told["generation"], threading.current_thread()))

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def test_whole_search_waits_until_the_officer_is_elsewhere(
    collects: Collecting, searches: list[tuple[int, threading.Thread]], qtbot: QtBot
) -> None:
    many = [[n] for n in range(400_000)]
    qtbot.waitUntil(lambda: bool(searches))
    assert {generation for generation, _ in searches} == {0}
    assert len(many) == 400_000
    _turn(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: 2 in [generation for generation, _ in searches])


def test_nothing_is_looked_for_in_a_thread_that_is_not_the_window_s(
    collects: Collecting, searches: list[tuple[int, threading.Thread]], qtbot: QtBot
) -> None:
    kept: list[list[int]] = []
    reading = threading.Thread(target=lambda: kept.extend([n] for n in range(200_000)))
    reading.start()
    reading.join()
    qtbot.waitUntil(lambda: bool(searches))
    assert {thread for _, thread in searches} == {threading.main_thread()}


def test_passing_by_another_program_costs_nothing(collects: Collecting, qtbot: QtBot) -> None:
    _turn(Qt.ApplicationState.ApplicationInactive)
    _turn(Qt.ApplicationState.ApplicationActive)
    assert not collects._away.isActive()


def test_python_goes_its_own_way_after_the_end(qtbot: QtBot) -> None:
    before = gc.isenabled()
    gc.enable()
    parent = QObject()
    made = Collecting(parent)
    made.settle()
    assert not gc.isenabled()
    made.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    if not before:
        gc.disable()
    parent.deleteLater()
