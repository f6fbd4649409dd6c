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

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

STARTED = "DESKBRIEF_BENCH_STARTED"
"""Environment variable with the time of the start, in seconds of the system's clock."""


class FirstPaint(QObject):
    """Ends the process once a window has been painted, with everything in it.

    It watches that window alone: a filter for the whole application would have every object that
    an event goes to made known to Python, which takes longer than the window itself.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__()
        self._painted = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the paint event; those of what is in the window come before the next turn."""
        if event.type() is QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._end)
        return False

    def _end(self) -> None:
        sys.stdout.write(f"{time.time() - float(os.environ[STARTED])}\n")
        sys.stdout.flush()
        os._exit(0)


def watched_exec() -> int:
    """Run the event loop with the watch on the window: in place of ``QApplication.exec``."""
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow)]
    watches = [FirstPaint(window) for window in windows]
    return QCoreApplication.exec() if watches else 1


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
