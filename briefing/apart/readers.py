"""Several reading processes, each with a thread that waits for it; kept between imports."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from datetime import date
from queue import SimpleQueue
from typing import Any, TypeVar

from briefing.apart.limits import Limits, chosen_limits
from briefing.apart.outcome import Order, ReadFile
from briefing.apart.reader import Reader
from briefing.model import DataFile, Metadata
from briefing.resources import user_data
from briefing.verifying.returned import Returned

Answer = Future[ReadFile]
Figures = Future[DataFile]
_Any = Future[Any]
_Read = TypeVar("_Read")
_NOTHING = Metadata()
_MOST = 4
"""Processes at the most: each holds the program's tables, some 80 MiB."""
_LOOK = 0.05
"""Seconds between two looks at whether the person has asked to stop."""


class Readers:
    """Reads as many files at a time as the machine has processors, four at the most."""

    def __init__(self, count: int = 0) -> None:
        """``count`` processes; 0: as the machine has processors."""
        self.count = count or min(_MOST, os.cpu_count() or 1)
        self._lock = threading.Lock()
        self._waiting: SimpleQueue[tuple[_Any, Order] | None] = SimpleQueue()
        self._running: dict[_Any, Reader] = {}
        # Threads of our own, for a pool's are waited for before the program may end.
        self._threads: list[threading.Thread] = []
        self._is_closing = False

    def read(
        self,
        data: bytes,
        name: str,
        limits: Limits | None = None,
        *,
        is_tagged: bool = True,
        said: Metadata = _NOTHING,
    ) -> Answer:
        """Begin to read a file, within the limits of the settings unless others are given.

        It is tagged as a report of which ``said`` holds, whatever the file says of itself.
        The answer fails with ``ImportFailure`` where it is no report.
        """
        return self._begin(data, name, limits, is_tagged=is_tagged, said=said)

    def read_table(
        self, data: bytes, name: str, day: date, limits: Limits | None = None
    ) -> Figures:
        """Begin to read a table of figures, as of a day; fails with ``ImportFailure``."""
        return self._begin(data, name, limits, is_tagged=False, day=day.isoformat())

    def read_document(
        self, data: bytes, name: str, limits: Limits | None = None
    ) -> Future[Returned]:
        """Begin to read a document that came back; fails with ``ImportFailure``."""
        return self._begin(data, name, limits, is_tagged=False, came_back=True)

    def _begin(
        self,
        data: bytes,
        name: str,
        limits: Limits | None,
        *,
        is_tagged: bool,
        day: str = "",
        came_back: bool = False,
        said: Metadata = _NOTHING,
    ) -> _Any:
        answer = _Any()
        most = limits or chosen_limits()
        order = Order(data, name, str(user_data()), most, is_tagged, day, came_back, said)
        with self._lock:
            self._waiting.put((answer, order))
            if len(self._threads) < self.count:
                self._threads.append(threading.Thread(target=self._work, daemon=True))
                self._threads[-1].start()
        return answer

    def leave(self, answers: Iterable[_Any]) -> None:
        """Break off what is no longer wanted; answers that are there already stay."""
        for answer in answers:
            with self._lock:
                if not answer.cancel() and answer in self._running:
                    self._running[answer].break_off()

    def close(self) -> None:
        """Break off what is being read and end the processes; the next file starts new ones."""
        with self._lock:
            self._is_closing = True
            threads, self._threads = self._threads, []
            for _ in threads:
                self._waiting.put(None)
            for reader in self._running.values():
                reader.break_off()
        for thread in threads:
            thread.join()
        self._waiting = SimpleQueue()
        self._is_closing = False

    def _work(self) -> None:
        """Read one file after the other, with a process of its own."""
        reader = Reader()
        while (next_one := self._waiting.get()) is not None:
            answer, order = next_one
            with self._lock:
                if self._is_closing:
                    answer.cancel()
                if not answer.set_running_or_notify_cancel():
                    continue
                self._running[answer] = reader
                reader.begin()
            self._settle(answer, reader, order)
        reader.end()

    def _settle(self, answer: _Any, reader: Reader, order: Order) -> None:
        try:
            read = reader.read(order)
        except BaseException as error:  # noqa: BLE001 - whoever waits for the answer gets it
            failure: BaseException | None = error
        else:
            failure = None
        with self._lock:
            del self._running[answer]
        if failure is None:
            answer.set_result(read)
        else:
            answer.set_exception(failure)


def awaited(answer: Future[_Read], look: Callable[[], None]) -> _Read:
    """Return the answer once it is there; ``look`` is called again and again until then.

    Raises:
        ImportFailure: the file is none of what was asked for.
        BaseException: whatever ``look`` raises.
    """
    while True:
        try:
            return answer.result(_LOOK)
        except TimeoutError:
            look()


_shared = Readers()
atexit.register(_shared.close)


def shared_readers() -> Readers:
    """Return the processes that all of this program share."""
    return _shared


def read_apart(
    data: bytes,
    name: str,
    look: Callable[[], None] = lambda: None,
    *,
    is_tagged: bool = True,
    said: Metadata = _NOTHING,
) -> ReadFile:
    """Return what is in one file; ``look`` is called while it is read, and may raise to leave it.

    Raises:
        ImportFailure: the file is no report.
        BaseException: whatever ``look`` raises.
    """
    answer = _shared.read(data, name, is_tagged=is_tagged, said=said)
    try:
        return awaited(answer, look)
    finally:
        _shared.leave([answer])
