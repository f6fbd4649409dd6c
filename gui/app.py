"""Opens the window: builds everything once, in the order in which it is needed.

The frame is painted first, with nothing of the core loaded. What fills it is loaded after that, a
piece at each turn of the event loop; the core's process starts last.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from briefing import PROGRAM, __version__, resources
from gui import theme, translating
from gui.appearance import STYLE, Look
from gui.main_window import MainWindow
from gui.window_state import WindowState

CORE = ("briefing.model", "briefing.model.desk", "briefing.service.calls", "gui.tasks")
"""What takes long to load, each in a turn of its own."""


def run(brief: Path | None = None) -> int:
    """Open the window, with a brief if one is named, and return the exit code when it is left."""
    application = make_application()
    state = WindowState(resources.user_data())
    look = Look(application, state.appearance)
    window = MainWindow(state)
    filling = Filling(window, look, brief)
    if first := brief or (state.last_brief and Path(state.last_brief)):
        window.welcome.wait_for(first.stem)
    window.first_painted.connect(filling.begin)
    window.show()
    code = application.exec()
    filling.end()
    return code


def make_application() -> QApplication:
    """Return the application, with its name, its translations and sharp scaling."""
    # Qt's own policy is to scale by any factor (PassThrough), so nothing is set here: the name of
    # the policy alone would take longer to load than the window.
    # Named here, the style costs nothing; asked for or set later it would hold up the window.
    application = QApplication([*sys.argv[:1], "-style", STYLE])
    application.setApplicationName(PROGRAM)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(PROGRAM.lower())
    translating.install(application)
    return application


class Filling(QObject):
    """Loads what fills the window, a piece at each turn of the event loop."""

    def __init__(self, window: MainWindow, look: Look, brief: Path | None) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self._brief = brief
        self._pieces = self._fill()
        self._endings: list[Callable[[], object]] = []
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._next)

    def begin(self) -> None:
        """Start loading."""
        self._turn.start(0)

    def end(self) -> None:
        """Put away what was loaded, the latest first."""
        self._turn.stop()
        for ending in reversed(self._endings):
            ending()

    def _next(self) -> None:
        if next(self._pieces, True) is True:
            self._turn.stop()

    def _fill(self) -> Iterator[None]:
        from gui import log
        from gui.crash import Watch

        watch = Watch(self._window)
        watch.begin()
        self._endings.append(watch.end)
        theme.load_other_fonts()
        folder = resources.user_data()
        handler = log.begin(folder / "logs")
        if handler is not None:
            self._endings.append(lambda: log.end(handler))
            watch.trace_into(folder / "logs")
        yield
        for name in CORE:
            import_module(name)
            yield
        from gui.starting import Program

        program = Program(self._window, self._look, watch)
        self._endings.append(program.end)
        yield from program.build()
        program.open_first(self._brief)
