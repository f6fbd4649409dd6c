"""The program, run to be killed: begins a brief, changes it, and says when that is put aside.

Run with ``unkept``, it says so at once, before anything is put aside.
"""

from __future__ import annotations

import multiprocessing
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from gui.starting import Program

TITLE = "Talks at the border"


def work(timer: QTimer) -> None:
    """Do what an officer does, as soon as the window is ready for it."""
    from gui.starting import Program

    found = [p for w in QApplication.topLevelWidgets() for p in w.findChildren(Program)]
    if not found or not _is_built(found[0]):
        return
    timer.stop()
    program, document = found[0], found[0].workspace.document
    program.wiring.files.new()
    request = replace(document.draft.request, title=TITLE)
    document.apply("Change Title", replace(document.draft, request=request))
    if "unkept" in sys.argv:
        print("changed", flush=True)
        return
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    program.background.run(lambda: None, lambda _: print("aside", flush=True))


def _is_built(program: Program) -> bool:
    return bool(program.wiring.window.reports_menu.actions())


def run() -> None:
    """Open the window and work in it until killed."""
    from gui import app

    make = app.make_application

    def make_and_watch() -> QApplication:
        application = make()
        timer = QTimer(application)
        timer.timeout.connect(lambda: work(timer))
        timer.start(20)
        return application

    app.make_application = make_and_watch
    app.run()


if __name__ == "__main__":
    multiprocessing.freeze_support()
    run()
