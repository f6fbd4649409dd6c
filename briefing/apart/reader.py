"""One reading process as its parent sees it: started when needed, ended when it breaks a limit."""

from __future__ import annotations

import logging
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

from briefing.apart import outcome
from briefing.apart.channel import receive, send, unpacked
from briefing.apart.outcome import Order, ReadFile
from briefing.apart.process import begin, end
from briefing.errors import ImportFailure
from briefing.model import DataFile, Finding, Report
from briefing.verifying.returned import Returned
from briefing.wording import plural

_CHILD = "briefing.apart.child"
_LOADING = 120
"""Seconds that a process may take until it is ready."""
_OTHERWISE = "Save it in another format, or save the part that matters as a file of its own."
_log = logging.getLogger(__name__)


class _Broken(Exception):
    """The process does not read the file: it cannot, or is not to."""


class Reader:
    """A process that reads one file after the other; ``read`` is for one thread at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_unwanted = False
        self._most = 0
        self._why = ""
        """Why a file was given up; empty: it broke the process."""

    def begin(self) -> None:
        """Take note that another file is to be read; from now on it can be broken off."""
        process = self._process
        # It may have been broken off just as its answer was there, or ended by the system since.
        if self._is_unwanted or (process is not None and process.poll() is not None):
            self.end()
        self._is_unwanted, self._why = False, ""

    def read(self, order: Order) -> ReadFile | DataFile | Returned:
        """Return what is in a file: a report, the figures of a table, a document that came back.

        Raises:
            ImportFailure: it is none, takes longer or more memory than it may, or breaks what
                reads it.
        """
        self._most = order.limits.mebibytes
        try:
            return self._exchange(order)
        except ImportFailure:
            raise
        except Exception as error:  # what is not trusted may answer anything
            self.end()
            why = self._why or "The file breaks the program that reads it."
            raise ImportFailure(why, _OTHERWISE) from error

    def break_off(self) -> None:
        """Break off the file at hand, from whatever thread; ``read`` then fails."""
        # The mark comes first: a process that is just being started is ended for it.
        self._is_unwanted = True
        if (process := self._process) is not None:
            process.kill()

    def end(self) -> None:
        """End the process, if there is one; the next file starts another."""
        process, self._process = self._process, None
        if process is not None:
            end(process)

    def _exchange(self, order: Order) -> ReadFile | DataFile | Returned:
        process = self._process = self._process or begin(_CHILD)
        asked, answers = process.stdin, process.stdout
        if self._is_unwanted or asked is None or answers is None:
            raise _Broken
        with self._within(_LOADING, "The program that reads files did not start"):
            send(asked, outcome.ORDER, order)
            self._answer(answers)
        with self._within(order.limits.seconds, "The file could not be read"):
            packed = self._answer(answers)
            if order.day:
                return cast("DataFile", unpacked(packed, DataFile))
            if order.came_back:
                return cast("Returned", unpacked(packed, Returned))
            report = unpacked(packed, Report)
        if not order.is_tagged:
            return ReadFile(report)
        with self._within(order.limits.tagging_seconds, "What the file says could not be weighed"):
            findings = unpacked(self._answer(answers), tuple[Finding, ...])
        return ReadFile(report, findings)

    @contextmanager
    def _within(self, seconds: int, what: str) -> Iterator[None]:
        """End the process when something takes longer than it may."""

        def be_late() -> None:
            self._why = f"{what} within {plural(seconds, 'second')}."
            self.break_off()

        watch = threading.Timer(seconds, be_late)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _answer(self, answers: IO[bytes]) -> bytes:
        what, packed = receive(answers)
        if what == outcome.REFUSED:
            raise ImportFailure(*unpacked(packed, tuple[str, str]))
        if what == outcome.TOO_LARGE:
            self._why = f"The file needs more than {self._most:,} MB of memory."
            raise _Broken
        if what == outcome.BROKEN:
            said = unpacked(packed, str)
            _log.error("a defect of the program keeps a file from being read:\n%s", said)
            raise _Broken
        return packed
