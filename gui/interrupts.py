"""Lets the program be ended from outside, Ctrl+C in a terminal or a polite kill, without a loss."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_TURN = 500
"""Milliseconds within which Python looks up where the system cannot wake it."""


class Interrupts(QObject):
    """From ``begin`` to ``end``, calls a function in the window's thread when told to end."""

    _told = Signal()

    def __init__(self, then: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        # queued: the signal may arrive in the midst of anything
        self._told.connect(then, Qt.ConnectionType.QueuedConnection)
        self._before: dict[int, Any] = {}
        self._pipe: tuple[int, int] | None = None
        self._awake: QObject | None = None

    def begin(self) -> None:
        """Listen from now on."""
        for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
            self._before[number] = signal.signal(number, self._tell)
        if os.name == "posix":
            self._wake_by_pipe()
        else:
            self._wake_by_clock()

    def end(self) -> None:
        """Leave it to Python again."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
        if self._awake is not None:
            if isinstance(self._awake, QSocketNotifier):
                self._awake.setEnabled(False)  # before its pipe is closed
            self._awake.deleteLater()
            self._awake = None
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _tell(self, _number: int, _frame: FrameType | None) -> None:
        self._told.emit()

    def _wake_by_pipe(self) -> None:
        """Python hears of a signal only while it runs: the system writes a byte that wakes it."""
        out, into = self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(into, warn_on_full_buffer=False)
        notifier = QSocketNotifier(out, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda: os.read(out, 64))
        self._awake = notifier

    def _wake_by_clock(self) -> None:
        timer = QTimer(self)
        timer.timeout.connect(lambda: None)
        timer.start(_TURN)
        self._awake = timer
