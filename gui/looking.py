"""Asks the disk what may take for ever, as a network drive that is gone does: nothing waits for it.

Every question has a thread of its own, so that one without an answer holds up no other.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from gui.timers import timer

Answer = TypeVar("Answer")
PATIENCE = 1_000
"""Milliseconds after which one goes on without an answer."""


def look(
    owner: QObject,
    ask: Callable[[], Answer],
    then: Callable[[Answer], object],
    instead: Answer,
) -> None:
    """Call ``then`` once, on this thread, with what ``ask`` returns; never if ``owner`` is gone.

    ``instead`` stands for an answer where the disk refuses one or takes too long.
    """
    _Question(owner, ask, then, instead)


class _Question(QObject):
    _answered = Signal(object)

    def __init__(
        self,
        owner: QObject,
        ask: Callable[[], Any],
        then: Callable[[Any], object],
        instead: Any,
    ) -> None:
        super().__init__(owner)
        self._then: Callable[[Any], object] | None = then
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        timer(self, PATIENCE, lambda: self._take(instead)).start()
        Thread(target=self._look, args=(ask, instead), daemon=True).start()

    def _look(self, ask: Callable[[], Any], instead: Any) -> None:
        try:
            answer = ask()
        except OSError:
            answer = instead
        with suppress(RuntimeError):  # whoever asked has gone
            self._answered.emit(answer)

    def _take(self, answer: Any) -> None:
        then, self._then = self._then, None
        if then is not None:
            self.deleteLater()
            then(answer)
