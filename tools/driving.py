"""Drives the real window by itself: a story told as a generator that waits for what it names.

Each ``yield`` gives a condition, or nothing for one turn of the event loop; the story goes on once
the condition holds. Started by other tools, which hand over ``gui.app.run`` itself.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from gui import app
from gui.main_window import MainWindow
from gui.starting import Program

Step = Callable[[], object] | None
Story = Callable[["Stage"], Iterator[Step]]


class Stage:
    """What a story acts on: the window and the program behind it."""

    def __init__(self, window: MainWindow, program: Program) -> None:
        self.window = window
        self.program = program
        self.wiring = program.wiring
        self.pages = program.wiring.pages
        self.workspace = program.workspace
        self.document = program.workspace.document


class Director(QObject):
    """Goes on with the story whenever its condition holds; ends the program at its end."""

    def __init__(self, story: Story, patience: float) -> None:
        super().__init__()
        self._story = story
        self._patience = patience
        self._running: Iterator[Step] | None = None
        self._wanted: Step = None
        self._since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(5)

    def _turn(self) -> None:
        if self._running is None:
            stage = find_stage()
            if stage is not None:
                self._running = self._story(stage)
        elif self._wanted is None or self._wanted():
            self._wanted = next(self._running, _END)
            self._since = time.monotonic()
        if self._wanted is _END:
            self._timer.stop()
            QCoreApplication.exit(0)
        elif time.monotonic() - self._since > self._patience:
            sys.stderr.write(f"Waited in vain for {self._wanted}\n")
            self._timer.stop()
            QCoreApplication.exit(1)


def _END() -> bool:  # noqa: N802 - a mark, not an act
    return False


def find_stage() -> Stage | None:
    """Return the stage once the window is filled."""
    for window in QApplication.topLevelWidgets():
        program = window.findChild(Program) if isinstance(window, MainWindow) else None
        if program is not None and program.workspace.vocabulary and program.workspace.reports_known:
            assert isinstance(window, MainWindow)  # noqa: S101 - for the type checker
            return Stage(window, program)
    return None


def perform(story: Story, *, patience: float = 60) -> int:
    """Run the program with a story; return its exit code."""
    directors: list[Director] = []

    def directed() -> int:
        directors.append(Director(story, patience))
        return QCoreApplication.exec()

    QApplication.exec = staticmethod(directed)  # type: ignore[method-assign]
    return app.run()
