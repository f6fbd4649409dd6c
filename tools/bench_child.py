"""Opens one window, tells on standard output how long that took, and ends.

``bench_child.py app`` opens the program, ``bench_child.py bare`` a QMainWindow with nothing in it.
Started by ``tools/bench.py``, which hands over the time at which it did so.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

STARTED = "DESKBRIEF_BENCH_STARTED"
"""Environment variable with the time of the start, in seconds of the system's clock."""


class FirstPaint(QObject):
    """Ends the process once a main window has been painted."""

    def __init__(self) -> None:
        super().__init__()
        self._painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the paint event of the window, then for the turn after it."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QMainWindow):
            self._painted = True
        elif self._painted:
            sys.stdout.write(f"{time.time() - float(os.environ[STARTED])}\n")
            sys.stdout.flush()
            os._exit(0)
        return False


def watched_exec() -> int:
    """Run the event loop with the watch on it: in place of ``QApplication.exec``."""
    watch = FirstPaint()
    application = QCoreApplication.instance()
    if application is not None:
        application.installEventFilter(watch)
    return QCoreApplication.exec()


def bare() -> int:
    """Open a window with nothing in it."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    return application.exec()


def app() -> int:
    """Open the program."""
    from main import run

    sys.argv = ["main.py"]
    return run()


if __name__ == "__main__":
    QApplication.exec = staticmethod(watched_exec)  # type: ignore[method-assign]
    sys.exit({"app": app, "bare": bare}[sys.argv[1]]())
