"""What runs in the process of the core: one thread takes calls in, the main thread does the work.

A third sends the answers, so that an interrupted main thread never leaves half a message behind.
The process ends when the window closes its pipe, or is gone.
"""

from __future__ import annotations

import gc
import os
import threading
from collections import deque
from collections.abc import Iterator
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from briefing.errors import BriefingError, Cancelled
from briefing.safekeeping.leftovers import sweep_leftovers
from briefing.service.calls import (
    CountFindings,
    NearMisses,
    RenderPreview,
    SearchFindings,
    TryRules,
    ViewDraft,
)
from briefing.service.chart_calls import FindingsBehind, OfferCharts, ShowChart
from briefing.service.interruption import Interruption, Superseded
from briefing.service.messages import (
    Ask,
    Failed,
    Leave,
    Message,
    Part,
    Places,
    ServiceFault,
    Started,
    Step,
    Stop,
    Stopped,
    failure,
)
from briefing.service.resting import give_back
from briefing.service.slicing import answer_messages
from briefing.wordless import wordless_trace

AT_ONCE = (
    *(CountFindings, FindingsBehind, NearMisses, OfferCharts),
    *(RenderPreview, SearchFindings, ShowChart, TryRules, ViewDraft),
)
"""Calls that change nothing, and so may be left at any point."""
_RETRY = 0.02
"""Seconds until an interruption that came at a bad moment is asked for again."""
_QUIET = 0.25
"""Seconds without a call after which things are loaded that later calls will need."""
_RESTING = 5.0
"""Seconds without a call after which free memory is given back: sooner, the next would want it."""
_COLLECTIONS = (100_000, 10, 10)
"""How seldom Python looks for circles of things that nobody holds: laying out a page makes a great
many things that are held, and looking through them took a quarter of the time."""
_PATIENCE = 1.5
"""Seconds that the job at hand has to end in once the window is gone."""


def work(calls: Connection, answers: Connection, places: Places) -> None:
    """Run the process: answer calls until the pipe closes."""
    Worker(calls, answers, places).run()


class Worker:
    """The three threads and what they share."""

    def __init__(self, calls: Connection, answers: Connection, places: Places) -> None:
        from briefing.service.core import Core

        self._calls = calls
        self._answers = answers
        self._interruption = Interruption()
        self._core = Core(places, self._interruption.hold)
        self._waiting: deque[Ask] = deque()
        self._changed = threading.Condition()
        self._running: Ask | None = None
        self._closing = False
        self._is_rested = True
        """Nothing has been done since memory was given back."""
        self._out: SimpleQueue[Message | None] = SimpleQueue()

    def run(self) -> None:
        """Work until there is nobody to work for."""
        gc.set_threshold(*_COLLECTIONS)
        sender = threading.Thread(target=self._send, daemon=True)
        sender.start()
        threading.Thread(target=self._receive, daemon=True).start()
        while (ask := self._next()) is not None:
            for message in self._answer(ask):
                self._out.put(message)
        self._core.close()
        sweep_leftovers()
        self._out.put(None)
        sender.join()  # where nobody reads any more, ``_close`` ends the process

    def _next(self) -> Ask | None:
        """Return the next job, None at the end; while there is none, use the quiet."""
        while True:
            with self._changed:
                if self._closing:
                    return None
                if self._waiting:
                    self._is_rested = False
                    self._running = self._waiting.popleft()
                    self._interruption.begin(self._running.job)
                    return self._running
                quiet = self._quiet()
                if self._changed.wait(quiet) or quiet is None:
                    continue
            self._use_quiet()

    def _quiet(self) -> float | None:
        """Return after how many seconds without a call there is something to do."""
        if self._core.to_warm:
            return _QUIET
        return None if self._is_rested else _RESTING

    def _use_quiet(self) -> None:
        """Load what later jobs will need; once that is done, give back what none needs."""
        self._is_rested = not self._core.to_warm
        if self._core.to_warm:
            self._core.warm()
        else:
            give_back()

    def _answer(self, ask: Ask) -> Iterator[Message]:
        yield Started(ask.job)
        yield from self._outcome(ask)

    def _outcome(self, ask: Ask) -> list[Message]:
        try:
            try:
                if isinstance(ask.call, AT_ONCE):
                    self._interruption.allow()
                return list(answer_messages(ask.job, self._handle(ask)))
            finally:
                self._interruption.end()
        except (Superseded, Cancelled):
            return [Stopped(ask.job)]
        except BriefingError as error:
            return [failure(ask.job, error)]
        except Exception as error:  # noqa: BLE001 - a defect; told in full and reported there
            fault = ServiceFault(wordless_trace(error))
            return [Failed(ask.job, "", fault.message, fault.hint, fault.details)]
        finally:
            # Once more: the exception may have come before the first one had done its work.
            self._interruption.end()
            self._running = None

    def _handle(self, ask: Ask) -> Any:
        from briefing.service.handlers import handle

        return handle(self._core, ask.call, Reporter(ask.job, self._out, self._interruption))

    # --- the other two threads

    def _send(self) -> None:
        while (message := self._out.get()) is not None:
            try:
                self._answers.send(message)
            except OSError:
                return  # nobody listens any more; the thread that receives ends the process

    def _receive(self) -> None:
        try:
            while True:
                while not self._calls.poll(_RETRY if self._interruption.pending else None):
                    self._interruption.repeat()
                self._take(self._calls.recv())
        except (EOFError, OSError):
            self._close()

    def _take(self, message: object) -> None:
        with self._changed:
            if isinstance(message, Ask):
                self._drop_older(message)
                self._waiting.append(message)
            elif isinstance(message, Stop):
                self._stop(message.job)
            elif isinstance(message, Leave):
                self._closing = True
                self._waiting.clear()
            self._changed.notify()

    def _drop_older(self, ask: Ask) -> None:
        older = [old.job for old in self._waiting if ask.replaces and old.replaces == ask.replaces]
        running = self._running
        if running is not None and ask.replaces and running.replaces == ask.replaces:
            older.append(running.job)
        for job in older:
            self._stop(job)

    def _stop(self, job: int) -> None:
        waiting = [ask for ask in self._waiting if ask.job == job]
        for ask in waiting:
            self._waiting.remove(ask)
            self._out.put(Stopped(job))
        if not waiting:
            self._interruption.ask(job)

    def _close(self) -> None:
        """End the process: in order if the job at hand allows it, else as it is."""
        with self._changed:
            self._closing = True
            self._waiting.clear()
            if self._running is not None:
                self._interruption.ask(self._running.job)
            self._changed.notify()
        threading.Event().wait(_PATIENCE)
        os._exit(1)


class Reporter:
    """Tells the window how far a job is; the place at which a job learns that it should stop."""

    def __init__(
        self, job: int, out: SimpleQueue[Message | None], interruption: Interruption
    ) -> None:
        self._job = job
        self._out = out
        self._interruption = interruption
        self._total = 0
        self._done = 0

    def start(self, total: int) -> None:
        """Announce how many steps there will be."""
        self._total, self._done = total, 0

    def step(self, what: str) -> None:
        """Report that a step begins.

        Raises:
            Cancelled: the job is no longer wanted.
        """
        self.check()
        self._out.put(Step(self._job, self._done, self._total, what))
        self._done += 1

    def part(self, value: object) -> None:
        """Hand over part of the answer.

        Raises:
            Cancelled: the job is no longer wanted.
        """
        self.check()
        self._out.put(Part(self._job, value))

    def check(self) -> None:
        """Do nothing, or leave the job.

        Raises:
            Cancelled: the job is no longer wanted.
        """
        if self._interruption.unwanted:
            raise Cancelled
