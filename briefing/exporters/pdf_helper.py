"""A process of its own that makes parts, as the process sees it that it helps.

It is started when there is much to be made, and kept for the next time.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import threading

from briefing.apart.channel import receive, send, unpacked
from briefing.apart.process import begin, end
from briefing.errors import ExportError
from briefing.exporters.pdf_parts import Part, PartOrder

ORDER, PART, REFUSED, BROKEN = range(4)
"""Kinds of what is sent: an order to the helper; from it a part, or message and hint of what the
order lacks, or where a defect of the program's lies."""
IDLE = 60.0
"""Seconds that the process is kept for the next time."""
_CHILD = "briefing.exporters.pdf_helping"
_log = logging.getLogger(__name__)


class NoHelpError(Exception):
    """The helper cannot be started, or does not answer: what it was to make is made here."""


class Helper:
    """At most one process; ``made`` is for one thread at a time, ``end`` for any."""

    def __init__(self, idle: float = IDLE) -> None:
        """Have the process end ``idle`` seconds after it was let ``rest``."""
        self._idle = idle
        self._clock: threading.Timer | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    @property
    def is_there(self) -> bool:
        """Whether the process is running."""
        process = self._process
        return process is not None and process.poll() is None

    def made(self, order: PartOrder) -> Part:
        """Return a finished part.

        Raises:
            ExportError: it cannot be made.
            NoHelpError: nor can it be told whether it can.
        """
        try:
            kind, answer = self._asked(order)
        except Exception as error:
            self.end()
            raise NoHelpError from error
        if kind == REFUSED:
            raise ExportError(*unpacked(answer, tuple[str, str]))
        if kind == BROKEN:
            _log.error("a part of a PDF could not be made: %s", unpacked(answer, str))
            raise NoHelpError
        part: Part = unpacked(answer, Part)
        return part

    def rest(self) -> None:
        """End the process, which holds some memory, unless it is soon asked again."""
        self.wake()
        if self.is_there:
            self._clock = threading.Timer(self._idle, self.end)
            self._clock.name, self._clock.daemon = "parts at rest", True
            self._clock.start()

    def wake(self) -> None:
        """Keep the process: it is about to be asked."""
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def end(self) -> None:
        """End the process, if there is one; the next order starts another."""
        with self._turn:
            process, self._process = self._process, None
        if process is not None:
            end(process)

    def _asked(self, order: PartOrder) -> tuple[int, bytes]:
        with self._turn:
            if self._process is None:
                self._process = _started()
            process = self._process
        orders, answers = process.stdin, process.stdout
        if orders is None or answers is None:
            raise NoHelpError
        send(orders, ORDER, order)
        return receive(answers)


def _started() -> subprocess.Popen[bytes]:
    """Return a new process.

    Raises:
        OSError: the system gives none.
        NoHelpError: the program is packed into one file, which begins nothing but itself.
    """
    if getattr(sys, "frozen", False):
        raise NoHelpError
    return begin(_CHILD)
