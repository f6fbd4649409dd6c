"""One process of the core as its parent sees it: started with two one-way pipes, ended surely."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection

from briefing.service.messages import Places
from briefing.service.worker import work

_GRACE = 2.0
"""Seconds that the process has to end in once its pipe is closed; then it is killed."""


class Child:
    """A running process. Pipes go one way each: two-way ones would be sockets."""

    def __init__(self, places: Places) -> None:
        context = multiprocessing.get_context("spawn")
        calls_out, calls_in = context.Pipe(duplex=False)
        answers_out, answers_in = context.Pipe(duplex=False)
        self.calls: Connection = calls_in
        self.answers: Connection = answers_out
        self._process = context.Process(
            target=work, args=(calls_out, answers_in, places), name="deskbrief core", daemon=True
        )
        self._process.start()
        # What belongs to the child is closed here, or its end would never be noticed.
        calls_out.close()
        answers_in.close()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid or 0

    def dismiss(self) -> None:
        """Tell the process that no more calls come: it ends by itself."""
        self.calls.close()

    def bury(self) -> None:
        """Wait until the process has ended, or end it, and leave nothing of it behind."""
        self._process.join(_GRACE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()
