"""One reading process as its parent sees it: started when needed, ended when it breaks a limit."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, TypeVar

from briefing.apart import outcome
from briefing.apart.channel import receive_guarded, send
from briefing.apart.limits import Limits
from briefing.apart.outcome import Order, ReadFile
from briefing.errors import ImportFailure
from briefing.model import Finding, Report
from briefing.wording import plural

_ROOT = Path(__file__).resolve().parent.parent.parent
_BEGIN = (
    "import sys; sys.path.insert(0, sys.argv[1]); from briefing.apart.child import main; main()"
)
_LOADING = 120.0
"""Seconds that a process may take until it is ready."""
_GRACE = 10.0
"""Seconds that the system may take to end a process that was killed."""
_OTHERWISE = "Save it in another format, or save the part that matters as a file of its own."
_Kind = TypeVar("_Kind")
_log = logging.getLogger(__name__)


class _Broken(Exception):
    """The process told that it cannot read the file."""


class Reader:
    """A process that reads one file after the other; ``read`` is for one thread at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_busy = False
        self._is_late = False
        self._is_full = False

    def read(self, order: Order) -> ReadFile:
        """Return what is in a file.

        Raises:
            ImportFailure: it is no report, takes longer or more memory than it may, or breaks what
                reads it.
        """
        self._is_late = self._is_full = False
        self._is_busy = True
        try:
            return self._exchange(order)
        except ImportFailure:
            raise
        except Exception as error:  # what is not trusted may answer anything
            self.end()
            raise self._refusal(order.limits) from error
        finally:
            self._is_busy = False

    def break_off(self) -> None:
        """Break off what is being read, if anything, from whatever thread; ``read`` then fails."""
        process = self._process
        if self._is_busy and process is not None:
            process.kill()

    def end(self) -> None:
        """End the process, if there is one; the next file starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)
        process.wait(_GRACE)

    def _exchange(self, order: Order) -> ReadFile:
        process = self._process = self._process or _started()
        asked, answers = process.stdin, process.stdout
        if asked is None or answers is None:
            raise EOFError
        send(asked, order)
        self._answer(answers, _LOADING)
        report = _of(Report, self._answer(answers, order.limits.seconds))
        if not order.is_tagged:
            return ReadFile(report)
        findings = self._answer(answers, order.limits.tagging_seconds)
        return ReadFile(report, tuple(_of(Finding, finding) for finding in findings))

    def _answer(self, answers: IO[bytes], seconds: float) -> Any:
        """Return the next answer; the process is ended when none comes in time."""
        watch = threading.Timer(seconds, self._be_late)
        watch.daemon = True
        watch.start()
        try:
            what, value = receive_guarded(answers)
        finally:
            watch.cancel()
        if what == outcome.REFUSED:
            message, hint = value
            raise ImportFailure(str(message), str(hint))
        if what == outcome.TOO_LARGE:
            self._is_full = True
            raise _Broken
        if what == outcome.BROKEN:
            _log.error("a defect of the program keeps a file from being read:\n%s", value)
            raise _Broken
        return value

    def _be_late(self) -> None:
        self._is_late = True
        self.break_off()

    def _refusal(self, limits: Limits) -> ImportFailure:
        if self._is_late:
            took = plural(limits.seconds, "second")
            return ImportFailure(f"The file could not be read within {took}.", _OTHERWISE)
        if self._is_full:
            most = f"{limits.mebibytes:,} MB"
            return ImportFailure(f"The file needs more than {most} of memory.", _OTHERWISE)
        return ImportFailure("The file breaks the program that reads it.", _OTHERWISE)


def _started() -> subprocess.Popen[bytes]:
    """Return a new process.

    Raises:
        OSError: the system gives none.
    """
    return subprocess.Popen(  # noqa: S603 - the program itself
        [sys.executable, "-I", "-c", _BEGIN, str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def _close(pipe: IO[bytes]) -> None:
    with suppress(OSError):  # what was still to be written has no reader
        pipe.close()


def _of(kind: type[_Kind], value: object) -> _Kind:
    if not isinstance(value, kind):
        raise TypeError(f"no {kind.__name__}")
    return value
