"""How the process leaves a job in the midst of it, because a later one makes it needless.

The main thread works; the thread that takes messages asks for an interruption. It arrives as an
exception in the main thread between two of Python's instructions, and only while a job that may be
left so is under way.
"""

from __future__ import annotations

import _thread
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_LOADING = "<frozen importlib"
"""A module whose loading is broken off cannot always be loaded again."""
_SWALLOWING = (
    "weasyprint/images.py:draw",
    "weasyprint/css/__init__.py:preprocess_stylesheet",
    "fontTools/",
)
"""Where a library catches whatever is thrown and goes on: the page would be made with half a
drawing. A file, or a function in it, or a whole package."""


class Superseded(BaseException):
    """The job at hand is no longer wanted; not an ``Exception``, for nobody is to catch it."""


class Interruption:
    """One for the process; made in its main thread.

    The signal of the keyboard serves, since it is the one that every system has. Sent by a person
    at a terminal it does nothing: the window is told too and ends the process in its own way.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._job: int | None = None
        self._at_once = False
        self._unwanted = False
        self._thrown = False
        self._held = False
        signal.signal(signal.SIGINT, self._throw)

    def begin(self, job: int) -> None:
        """Say that a job begins; from now on it can be asked to stop."""
        with self._lock:
            self._job, self._at_once, self._unwanted, self._thrown = job, False, False, False

    def allow(self) -> None:
        """Let the job be left at any point from here on.

        Raises:
            Superseded: it has been asked to stop already; likewise, any time, until ``end``.
        """
        self._at_once = True
        if self._unwanted:
            self._thrown = True
            raise Superseded

    def end(self) -> None:
        """Say that the job has ended: nothing is thrown once this has returned."""
        self._at_once = False
        with self._lock:
            self._job = None

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Let nothing be thrown within: what is half done there would be taken for whole."""
        before, self._held = self._held, True
        try:
            yield
        finally:
            self._held = before

    @property
    def unwanted(self) -> bool:
        """Whether the job at hand has been asked to stop."""
        return self._unwanted

    @property
    def pending(self) -> bool:
        """Whether an interruption was asked for and has not been thrown yet."""
        return self._job is not None and self._unwanted and self._at_once and not self._thrown

    def ask(self, job: int) -> None:
        """Ask the main thread to leave a job, if it is the one at hand; from another thread."""
        with self._lock:
            if job != self._job:
                return
            self._unwanted = True
        self.repeat()

    def repeat(self) -> None:
        """Ask again where the last time came at a bad moment."""
        if self.pending:
            _thread.interrupt_main(signal.SIGINT)

    def _throw(self, _signal: int, frame: FrameType | None) -> None:
        # Takes no lock: it runs in the main thread, which may be holding it.
        if self._held or not self.pending or _is_bad_moment(frame):
            return
        self._thrown = True
        raise Superseded


def _is_bad_moment(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith(_LOADING) or _swallows(frame):
            return True
        frame = frame.f_back
    return False


def _swallows(frame: FrameType) -> bool:
    place = f"{frame.f_code.co_filename}:{frame.f_code.co_name}".replace("\\", "/")
    return any(part in place for part in _SWALLOWING)
