"""Asks the process of the core: calls go in at once, messages about them come back as they arise.

Knows no window: whoever uses it says what is to be done with each message, which happens in a
thread of the client's. Starting the process, packing calls and unpacking answers happen in threads
too, so that nothing here ever holds up the caller.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from briefing.service.calls import Call
from briefing.service.child import Child
from briefing.service.messages import (
    Ask,
    Done,
    Failed,
    Message,
    Places,
    Received,
    Slice,
    Started,
    Stop,
    Stopped,
)
from briefing.service.slicing import put_together

DIED = "The program's working process ended in the midst of this."
DIED_HINT = "Your brief is kept, and a new process stands ready. Try again."


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
        self._lock = threading.Lock()
        self._jobs: dict[int, _Job] = {}
        self._orders: SimpleQueue[Ask | Stop | _Gone | None] = SimpleQueue()
        self._child: Child | None = None
        self._writer: threading.Thread | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """Number of the process, None while there is none."""
        child = self._child
        return child.pid if child else None

    def submit(self, call: Call[Any], replaces: str = "") -> int:
        """Ask for something and return the number of the job; older ones of the key are left."""
        ask = Ask(next(self._numbers), call, replaces)
        with self._lock:
            self._jobs[ask.job] = _Job(ask)
        self._order(ask)
        return ask.job

    def cancel(self, job: int) -> None:
        """Ask to leave a job; ``Stopped`` follows, or whatever it came to before that."""
        self._order(Stop(job))

    def move(self, places: Places) -> None:
        """Work elsewhere from the next call on."""
        self._places = places
        self._order(None)

    def close(self) -> None:
        """End the process, after a short while by force, and wait until it is gone."""
        self._closed = True
        self._order(None)
        if self._writer is not None:
            self._writer.join()

    def _order(self, order: Ask | Stop | _Gone | None) -> None:
        self._orders.put(order)
        with self._lock:
            if self._writer is None:
                self._writer = threading.Thread(target=self._write, name="calls", daemon=True)
                self._writer.start()

    # --- in the thread that writes

    def _write(self) -> None:
        while not (self._closed and self._orders.empty()):
            try:
                order = self._orders.get(timeout=self._idle)
            except Empty:
                if not self._jobs:
                    self._end_child()
                continue
            if order is None:
                self._end_child()
            elif isinstance(order, _Gone):
                self._mourn(order.child)
            else:
                self._send(order)
        self._end_child()

    def _send(self, order: Ask | Stop) -> None:
        if isinstance(order, Ask):
            self._send_call(order)
        elif self._child is not None:
            _hand_over(self._child, order)
        elif isinstance(order, Stop):
            self._deliver(Stopped(order.job))

    def _send_call(self, ask: Ask) -> None:
        if self._child is None:
            self._child = Child(self._places)
            threading.Thread(
                target=self._read, args=(self._child,), name="answers", daemon=True
            ).start()
        self._jobs[ask.job].child = self._child
        _hand_over(self._child, ask)

    def _end_child(self) -> None:
        """End the process and leave what it was asked."""
        child, self._child = self._child, None
        if child is None:
            return
        child.dismiss()
        child.bury()
        for job in self._jobs_of(child):
            self._deliver(Stopped(job.ask.job))

    def _mourn(self, child: Child) -> None:
        """Tell of the job that ended with the process; those behind it are asked for again."""
        if self._child is not child:
            return  # it was ended on purpose
        self._child = None
        child.dismiss()
        child.bury()
        for job in self._jobs_of(child):
            if job.started or job.tried:
                self._deliver(Failed(job.ask.job, "", DIED, DIED_HINT))
            else:
                job.tried = True
                self._send(job.ask)

    def _jobs_of(self, child: Child) -> list[_Job]:
        with self._lock:
            return [job for job in self._jobs.values() if job.child is child]

    # --- in the thread that reads

    def _read(self, child: Child) -> None:
        try:
            while True:
                self._deliver(child.answers.recv())
        except (EOFError, OSError):
            self._orders.put(_Gone(child))

    def _deliver(self, message: Message) -> None:
        with self._lock:
            job = self._jobs.get(message.job)
            if job is None:
                return
            if isinstance(message, (Done, Failed, Stopped)):
                del self._jobs[message.job]
        if isinstance(message, Started):
            job.started = True
        if isinstance(message, Slice):
            job.received.add(message)
            return
        if isinstance(message, Done):
            message = Done(message.job, put_together(job.received, message))
        self._hear(message)


def _hand_over(child: Child, order: Ask | Stop) -> None:
    # Where the process has ended the thread that reads tells, and its jobs are seen to then.
    with suppress(OSError):
        child.calls.send(order)


class _Gone:
    """The process has closed its end."""

    def __init__(self, child: Child) -> None:
        self.child = child


class _Job:
    """What is known here of a job under way."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.child: Child | None = None
        """The process that it was given to."""
        self.started = False
        self.tried = False
        """Whether a process has ended before it came to this job."""
        self.received = Received()
