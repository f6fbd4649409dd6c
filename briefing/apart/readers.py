"""Several reading processes, each with a thread that waits for it; kept between imports."""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue

from briefing.apart.limits import Limits, chosen_limits
from briefing.apart.outcome import Order, ReadFile
from briefing.apart.reader import Reader
from briefing.resources import user_data

_MOST = 4
"""Processes at the most: each holds the program's tables, some 80 MiB."""
_LOOK = 0.05
"""Seconds between two looks at whether the person has asked to stop."""


class Readers:
    """Reads as many files at a time as the machine has processors, four at the most."""

    def __init__(self, count: int = 0) -> None:
        """``count`` processes; 0: as the machine has processors."""
        self.count = count or min(_MOST, os.cpu_count() or 1)
        self._threads: ThreadPoolExecutor | None = None
        self._idle: SimpleQueue[Reader] = SimpleQueue()
        self._all: list[Reader] = []

    def read(
        self,
        data: bytes,
        name: str,
        limits: Limits | None = None,
        *,
        is_tagged: bool = True,
    ) -> Future[ReadFile]:
        """Begin to read a file, within the limits of the settings unless others are given.

        The answer fails with ``ImportFailure`` where it is no report.
        """
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self.count, "reading")
        order = Order(data, name, str(user_data()), limits or chosen_limits(), is_tagged)
        return self._threads.submit(self._read, order)

    def leave(self, answers: Iterable[Future[ReadFile]]) -> None:
        """Break off what is no longer wanted; answers that are there already stay."""
        left = [answer for answer in answers if not (answer.cancel() or answer.done())]
        if left:  # which process has which is not known here: all that are busy are ended
            for reader in self._all:
                reader.break_off()

    def close(self) -> None:
        """Break off what is being read and end the processes; the next file starts new ones."""
        threads, self._threads = self._threads, None
        if threads is None:
            return
        threads.shutdown(wait=False, cancel_futures=True)
        for reader in self._all:
            reader.break_off()
        threads.shutdown(wait=True)
        for reader in self._all:
            reader.end()
        self._all.clear()
        self._idle = SimpleQueue()

    def _read(self, order: Order) -> ReadFile:
        try:
            reader = self._idle.get_nowait()
        except Empty:
            reader = Reader()
            self._all.append(reader)
        try:
            return reader.read(order)
        finally:
            self._idle.put(reader)


def awaited(answer: Future[ReadFile], look: Callable[[], None]) -> ReadFile:
    """Return the answer once it is there; ``look`` is called again and again until then.

    Raises:
        ImportFailure: the file is no report.
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
