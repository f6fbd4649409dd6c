"""How a long task tells how far it is, and learns that it should stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Receives the steps of a task; raises ``Cancelled`` from ``step`` when asked to stop."""

    def start(self, total: int) -> None:
        """Announce how many steps there will be."""
        ...

    def step(self, what: str) -> None:
        """Report that a step begins and name it.

        Raises:
            Cancelled: when the person asked to stop; the task ends without a trace.
        """
        ...


class Silent:
    """A ``Progress`` for callers who do not watch."""

    def start(self, total: int) -> None:
        """Take note of nothing."""

    def step(self, what: str) -> None:
        """Take note of nothing."""
