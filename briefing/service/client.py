"""Asks the process of the core: calls go in at once, messages about them come back as they arise.

Knows no window: whoever uses it says what is to be done with each message, which happens in a
thread of the client's. Starting the process, packing calls and unpacking answers happen in threads
too, so that nothing here ever holds up the caller.
"""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from briefing.service.calls import Call
from briefing.service.child import Child
from briefing.service.jobs import Gone, Job, Jobs, Move
from briefing.service.messages import (
    Ask,
    Done,
    Failed,
    Leave,
    Message,
    Places,
    ServiceFault,
    Slice,
    Started,
    Stop,
    Stopped,
)
from briefing.service.slicing import put_together
from briefing.wordless import wordless_trace

DIED = "The program's working process ended in the midst of this."
DIED_HINT = "Your brief is kept, and a new process stands ready. Try again."
CANNOT_START = "The program's working process could not be started."
CANNOT_START_HINT = "Your brief is kept. Close other programs if memory is short, and try again."
BROKEN_OFF = "This was broken off before it was done."
BROKEN_OFF_HINT = "Your brief is kept. Try again."

_log = logging.getLogger(__name__)


class Client:
    """One process of the core, started when first needed and again after it has ended."""

    def __init__(
        self, places: Places, hear: Callable[[Message], None], idle: float | None = None
    ) -> None:
        """``hear`` gets every message; after ``idle`` seconds without a call the process ends."""
        self._places = places
        self._hear = hear
        self._idle = idle
        self._numbers = itertools.count(1)
        self._jobs = Jobs()
        self._orders: SimpleQueue[Ask | Stop | Move | Gone | None] = SimpleQueue()
        self._child: Child | None = None
        self._is_moving = False
        """Whether the process ends once it has done what runs; nothing more is given to it."""
        self._held: list[Ask] = []
        """Calls that wait until it has."""
        self._writer: threading.Thread | None = None
        self._starting = threading.Lock()
        self._closed = False

    @property
    def pid(self) -> int | None:
        """Number of the process, None while there is none."""
        child = self._child
        return child.pid if child else None

    def submit(self, call: Call[Any], replaces: str = "") -> int:
        """Ask for something and return the number of the job; older ones of the key are left."""
        ask = Ask(next(self._numbers), call, replaces)
        self._jobs.add(ask)
        self._order(ask)
        return ask.job

    def cancel(self, job: int) -> None:
        """Ask to leave a job; ``Stopped`` follows, or whatever it came to before that."""
        self._jobs.let_go(job)
        self._order(Stop(job))

    def move(self, places: Places) -> None:
        """Work elsewhere from the next call on; what runs is finished where it began.

        What was asked before and has not begun is done in the new place.
        """
        self._order(Move(places))

    def dismiss(self) -> None:
        """Tell the process to end, and do not wait for it; ``close`` does."""
        self._closed = True
        self._order(None)

    def close(self) -> None:
        """End the process, after a short while by force, and wait until it is gone."""
        self.dismiss()
        if self._writer is not None:
            self._writer.join()

    def _order(self, order: Ask | Stop | Move | Gone | None) -> None:
        self._orders.put(order)
        with self._starting:
            if self._writer is None:
                self._writer = threading.Thread(target=self._write, name="calls", daemon=True)
                self._writer.start()

    # --- in the thread that writes

    def _write(self) -> None:
        while not self._closed:
            try:
                order = self._orders.get(timeout=self._idle)
            except Empty:
                if not self._jobs:
                    self._end_child()
                continue
            self._follow(order)
        self._end_child()

    def _follow(self, order: Ask | Stop | Move | Gone | None) -> None:
        try:
            self._carry_out(order)
        except Exception as error:  # noqa: BLE001 - the calls that follow are to be answered
            _log.exception("a call could not be handed over")
            if isinstance(order, Ask):
                self._deliver(_failed(order.job, error))

    def _carry_out(self, order: Ask | Stop | Move | Gone | None) -> None:
        if isinstance(order, Ask):
            if self._is_moving:
                self._held.append(order)
            else:
                self._send(order)
        elif isinstance(order, Stop):
            self._stop(order)
        elif isinstance(order, Move):
            self._leave(order.places)
        elif isinstance(order, Gone) and order.child is self._child:
            self._mourn(order.child)

    def _send(self, ask: Ask) -> None:
        job = self._jobs.get(ask.job)
        if job is None:
            return  # cancelled before it was handed over
        try:
            self._child = self._child or self._started()
        except (OSError, RuntimeError) as error:  # no more processes, threads, files, or memory
            _log.exception("no process could be started")
            self._deliver(_failed(ask.job, error, CANNOT_START, CANNOT_START_HINT))
            return
        job.child = self._child
        _hand_over(self._child, ask)

    def _stop(self, order: Stop) -> None:
        job = self._jobs.get(order.job)
        if job is None:
            return
        if job.child is not None and job.child is self._child:
            _hand_over(self._child, order)
        else:
            self._deliver(Stopped(order.job))

    def _started(self) -> Child:
        child = Child(self._places)
        threading.Thread(target=self._read, args=(child,), name="answers", daemon=True).start()
        return child

    def _leave(self, places: Places) -> None:
        self._places = places
        if self._child is not None and not self._is_moving:
            self._is_moving = True
            _hand_over(self._child, Leave())

    def _end_child(self) -> None:
        """End the process and leave what it was asked."""
        child, self._child = self._child, None
        if child is None:
            return
        child.dismiss()
        child.bury()
        for job in self._jobs.of(child):
            self._deliver(Stopped(job.ask.job))

    def _mourn(self, child: Child) -> None:
        """Ask again for what had not begun when the process ended; tell of what was under way."""
        on_purpose, self._is_moving = self._is_moving, False
        held, self._held = self._held, []
        self._child = None
        child.dismiss()
        child.bury()
        again = [ask for job in self._jobs.of(child) for ask in self._left(job, on_purpose)]
        for ask in (*again, *held):  # at once: later calls must not come before them
            self._follow(ask)

    def _left(self, job: Job, on_purpose: bool) -> tuple[Ask, ...]:
        """Return what is to be asked again of a job that a process has left."""
        if job.is_let_go:
            self._deliver(Stopped(job.ask.job))
        elif job.started or job.tried:
            self._deliver(Failed(job.ask.job, "", DIED, DIED_HINT))
        else:
            job.tried, job.child = not on_purpose, None
            return (job.ask,)
        return ()

    # --- in the thread that reads

    def _read(self, child: Child) -> None:
        try:
            while True:
                self._deliver(child.answers.recv())
        except (EOFError, OSError):
            pass  # it has ended
        except Exception:  # noqa: BLE001 - told as the end of the process is
            _log.exception("an answer could not be read")
        finally:
            self._orders.put(Gone(child))

    def _deliver(self, message: Message) -> None:
        job = self._jobs.get(message.job)
        if job is None:
            return
        if isinstance(message, Slice):
            job.received.add(message)
            return
        if isinstance(message, Started):
            job.started = True
        elif isinstance(message, Done):
            message = Done(message.job, put_together(job.received, message))
        elif isinstance(message, Stopped) and not job.is_let_go and not self._closed:
            message = Failed(message.job, "BriefingError", BROKEN_OFF, BROKEN_OFF_HINT)
        if isinstance(message, (Done, Failed, Stopped)) and not self._jobs.end(message.job):
            return  # the other thread was quicker
        self._hear(message)


def _hand_over(child: Child, order: Ask | Stop | Leave) -> None:
    # Where the process has ended the thread that reads tells, and its jobs are seen to then.
    with suppress(OSError):
        child.calls.send(order)


def _failed(job: int, error: Exception, words: str = "", hint: str = "") -> Failed:
    fault = ServiceFault(wordless_trace(error))
    return Failed(job, "", words or fault.message, hint or fault.hint, fault.details)
