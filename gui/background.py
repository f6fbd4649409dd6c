"""A thread for small work on files that must not hold up the window: one piece after another."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from briefing.errors import BriefingError, reason
from briefing.service.messages import ServiceFault
from briefing.wordless import wordless_trace

Result = TypeVar("Result")
_log = logging.getLogger(__name__)


class Background(QObject):
    """Runs functions that touch no widget, in the order given; callbacks come on this thread."""

    _over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="files")
        self._waiting = 0
        self._finished = False
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

        What it raises goes to ``failed``, put into words; without that it is raised on this thread.
        After ``finish`` nothing is done any more.
        """
        if self._finished:
            return
        self._waiting += 1

        def in_thread() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - raised again where it is heard
                self._tell(partial(_fail, error, failed))
            else:
                self._tell(lambda: done(result) if done else None)

        self._pool.submit(in_thread)

    def settle(self, seconds: float) -> None:
        """Wait until what has been given so far is done, but no longer than so many seconds.

        For the end of the desktop's session alone: once told, the program is not let go on.
        """
        with suppress(RuntimeError, TimeoutError):  # RuntimeError: it has been finished
            self._pool.submit(lambda: None).result(seconds)

    def finish(self) -> None:
        """Wait until everything has been done; nothing is told any more."""
        self._finished = True
        self._pool.shutdown(wait=True)

    def _tell(self, answer: Callable[[], Any]) -> None:
        with suppress(RuntimeError):  # the window has gone: nobody is left to tell
            self._over.emit(answer)

    def _answer(self, answer: Callable[[], Any]) -> None:
        self._waiting -= 1
        answer()


def _fail(error: Exception, failed: Callable[[BriefingError], object] | None) -> None:
    if failed is None:
        raise error
    failed(error if isinstance(error, BriefingError) else _in_words(error))


def _in_words(error: Exception) -> BriefingError:
    """Return what nobody foresaw as something that can be shown; whoever waits is told as ever."""
    if isinstance(error, OSError):
        return BriefingError(f"A file cannot be used: {reason(error)}.", str(error.filename or ""))
    _log.error("In the background", exc_info=error)
    return ServiceFault(wordless_trace(error))
