"""What nobody foresaw: it is logged, the brief is saved, and the officer decides how to go on."""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from briefing import PROGRAM, __version__
from briefing.wordless import wordless_trace
from gui.interrupts import Interrupts
from gui.typed import commit_typed

_log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Watch(QObject):
    """Catches what nobody caught, in any thread, from ``begin`` to ``end``."""

    _caught = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._showing = False
        self._trace: IO[str] | None = None
        self.rescue: Callable[[], object] | None = None
        """Saves what is not saved; called before anything is shown."""
        self.rescue_now: Callable[[], object] | None = None
        """Likewise, and has it on the disk before it returns."""
        self.close: Callable[[], object] = window.close
        """Leaves the program, asking nothing."""
        self._interrupts = Interrupts(self.interrupt, self)
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread
        qInstallMessageHandler(_write_down)
        self._interrupts.begin()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self.keep_for_session_end)

    def trace_into(self, folder: Path) -> None:
        """Have a fatal fault of the machine written into a file of ``folder``."""
        try:
            self._trace = (folder / "fatal.log").open("a", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._trace)

    def end(self) -> None:
        """Leave it to Python again."""
        self._interrupts.end()
        self.rescue_now = None
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._trace is not None:
            faulthandler.disable()
            self._trace.close()

    def report(self, details: str) -> None:
        """Take in a fault of the program: log it, save the brief, show it; from any thread."""
        _log.critical("%s", details)
        self._caught.emit(details)

    def interrupt(self) -> None:
        """Leave at once, asking nothing; what is not saved is put aside for the next start."""
        commit_typed(self._window)
        if self.rescue is not None:
            self.rescue()
        self.close()

    def keep_for_session_end(self, _manager: object = None) -> None:
        """Put aside what is not saved: the desktop's session ends, and with it this program."""
        commit_typed(self._window)
        if self.rescue_now is not None:
            self.rescue_now()

    def _catch(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.interrupt()
            return
        sys.__excepthook__(kind, error, trace)
        self.report(wordless_trace(error))

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._catch(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _show(self, details: str) -> None:
        if self.rescue is not None:
            self.rescue()
        if self._showing:
            return  # one at a time: a fault in painting comes back with every move of the mouse
        from gui.crash_dialog import CrashDialog

        self._showing = True
        dialog = CrashDialog(report_of(details), self._window)
        dialog.close_wanted.connect(lambda: self.close())
        dialog.finished.connect(self._done)
        dialog.open()

    def _done(self) -> None:
        self._showing = False


def report_of(details: str) -> str:
    """Return a report that can be passed on: versions, system, and what went wrong where."""
    return "\n".join(
        (
            f"{PROGRAM} {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            "",
            details.strip(),
        )
    )


def _write_down(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
