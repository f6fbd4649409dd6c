"""A thread for small work on files that must not hold up the window: one piece after another."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from briefing.errors import BriefingError

Result = TypeVar("Result")


class Background(QObject):
    """Runs functions that touch no widget, in the order given; callbacks come on this thread."""

    _over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="files")
        self._waiting = 0
        self._over.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether everything has been done and told."""
        return not self._waiting

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], object] | None = None,
        failed: Callable[[BriefingError], object] | None = None,
    ) -> None:
        """Do ``work`` soon; then call ``done`` with what it returned.

        What it raises as ``BriefingError`` goes to ``failed``; without it, and anything else, is
        raised on this thread.
        """
        self._waiting += 1

        def in_thread() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - raised again where it is heard
                self._tell(partial(_fail, error, failed))
            else:
                self._tell(lambda: done(result) if done else None)

        self._pool.submit(in_thread)

    def finish(self) -> None:
        """Wait until everything has been done; nothing is told any more."""
        self._pool.shutdown(wait=True)

    def _tell(self, answer: Callable[[], Any]) -> None:
        with suppress(RuntimeError):  # the window has gone: nobody is left to tell
            self._over.emit(answer)

    def _answer(self, answer: Callable[[], Any]) -> None:
        self._waiting -= 1
        answer()


def _fail(error: Exception, failed: Callable[[BriefingError], object] | None) -> None:
    if failed is None or not isinstance(error, BriefingError):
        raise error
    failed(error)
