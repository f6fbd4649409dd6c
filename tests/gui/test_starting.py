"""The program starts with the brief that was open last, or with the welcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefing.model import BriefRequest, Draft
from briefing.model.desk import OpenedDraft
from briefing.service.calls import OpenDraft
from gui import pages
from gui.appearance import Look
from gui.crash import Watch
from gui.main_window import MainWindow
from gui.starting import Program
from tests.gui.fakes import FakeTasks


class Core(FakeTasks):
    """Stands in for the core's processes."""

    def __init__(self, *_: object) -> None:
        super().__init__({OpenDraft: lambda _: OpenedDraft(Draft(BriefRequest(title="Talks")))})

    def close(self) -> None:
        self.answers.clear()


Start = Callable[[Path], Program]


@pytest.fixture
def start(window: MainWindow, look: Look, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program as it was left with a brief."""
    monkeypatch.setattr("gui.starting.ServiceTasks", Core)
    programs: list[Program] = []

    def begin(last: Path) -> Program:
        window.state.last_brief = str(last)
        window.state.page = pages.BRIEF
        window.welcome.wait_for(last.stem)
        program = Program(window, look, Watch(window))
        programs.append(program)
        for _ in program.build():
            pass
        return program

    yield begin
    for program in programs:
        program.end()


def buttons(window: MainWindow) -> list[QPushButton]:
    return [one for one in window.welcome.findChildren(QPushButton) if one.isVisible()]


def test_start_says_which_brief_is_opened_and_shows_it(
    window: MainWindow, start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    brief = tmp_path / "talks.brief"
    brief.touch()
    program = start(brief)
    assert not buttons(window)
    program.open_first(None)
    qtbot.waitUntil(lambda: program.workspace.document.is_open)
    assert program.workspace.document.path == brief
    assert program.wiring.pages.name == pages.BRIEF


def test_start_goes_back_to_the_welcome_where_the_last_brief_is_gone(
    window: MainWindow, start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    program = start(tmp_path / "gone.brief")
    assert not buttons(window)
    program.open_first(None)
    qtbot.waitUntil(lambda: len(buttons(window)) == 3)
    assert not program.workspace.document.is_open


class German(QTranslator):
    """Stands in for a translation of the window."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        del disambiguation, n
        said = source.startswith("Bringing the library up to date")
        return "Bibliothek: {percent} %" if context == "Program" and said else None


def test_how_far_a_library_is_brought_up_to_date_is_told_in_the_language_of_the_window(
    window: MainWindow, start: Start, tmp_path: Path
) -> None:
    program = start(tmp_path / "gone.brief")
    program._tell_step(30, 120, "Words of the core")
    assert window.status.said == "Bringing the library up to date · 25 %"
    german = German()
    QCoreApplication.installTranslator(german)
    program._tell_step(120, 120, "Words of the core")
    QCoreApplication.removeTranslator(german)
    assert window.status.said == "Bibliothek: 100 %"
    program._settle(())
    assert window.status.said == ""
