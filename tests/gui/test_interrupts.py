"""Ended from outside, the program takes what is typed along, and leaves no trace in Qt."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.crash import Watch
from gui.interrupts import Interrupts


@pytest.mark.skipif(os.name != "posix", reason="signals of the system")
def test_signal_is_heard_while_nothing_happens_and_left_to_python_afterwards(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    told: list[bool] = []
    for _ in range(2):  # the second pipe may have the numbers of the first
        interrupts = Interrupts(lambda: told.append(True))
        interrupts.begin()
        os.kill(os.getpid(), signal.SIGTERM)
        qtbot.waitUntil(lambda: bool(told))
        interrupts.end()
        assert signal.getsignal(signal.SIGTERM) is before
        qtbot.wait(10)  # Qt looks at its sockets
        told.clear()


def test_what_is_typed_and_not_left_is_put_aside_when_the_program_is_ended(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    said: list[str] = []
    field.editingFinished.connect(lambda: said.append(field.text()))
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    QTest.keyClicks(field, "Talks")
    watch = Watch(window)
    watch.rescue = lambda: said.append("put aside")
    watch.close = lambda: said.append("left")
    watch.interrupt()
    assert said == ["Talks", "put aside", "left"]


def test_what_is_not_saved_is_on_the_disk_when_the_session_of_the_desktop_ends(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    background = Background(window)
    said: list[str] = []

    def put_aside() -> None:
        background.run(lambda: said.append("put aside"))
        background.settle(30)

    watch = Watch(window)
    watch.rescue_now = put_aside
    watch.begin()
    try:
        watch.keep_for_session_end()
        assert said == ["put aside"]  # before anything else is done
    finally:
        watch.end()
        background.finish()
