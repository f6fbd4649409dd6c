"""What a client knows of its jobs under way, and what its threads tell one another."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from briefing.service.child import Child
from briefing.service.messages import Ask, Places, Received


@dataclass(frozen=True, slots=True)
class Move:
    """Work elsewhere from now on."""

    places: Places


@dataclass(frozen=True, slots=True)
class Gone:
    """The process has closed its end."""

    child: Child


class Job:
    """What is known of a job under way."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.child: Child | None = None
        """The process that it was given to."""
        self.started = False
        self.tried = False
        """Whether a process has ended before it came to this job."""
        self.is_let_go = False
        """Whether it was asked to stop, or a later one takes its place."""
        self.received = Received()


class Jobs:
    """All jobs that have not ended; may be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: dict[int, Job] = {}

    def __len__(self) -> int:
        return len(self._jobs)

    def add(self, ask: Ask) -> None:
        """Take in a job; older ones with its key are let go."""
        with self._lock:
            for job in self._jobs.values():
                job.is_let_go |= bool(ask.replaces) and job.ask.replaces == ask.replaces
            self._jobs[ask.job] = Job(ask)

    def get(self, number: int) -> Job | None:
        """Return a job, None where it has ended."""
        return self._jobs.get(number)

    def let_go(self, number: int) -> None:
        """Take note that a job is to stop."""
        job = self._jobs.get(number)
        if job is not None:
            job.is_let_go = True

    def end(self, number: int) -> bool:
        """Take out a job; return whether it was there."""
        with self._lock:
            return self._jobs.pop(number, None) is not None

    def of(self, child: Child) -> list[Job]:
        """Return the jobs that a process was given and has not ended, in order."""
        with self._lock:
            return [job for job in self._jobs.values() if job.child is child]
