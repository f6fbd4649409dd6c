"""How a long task tells how far it is, and learns that it should stop."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


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


@runtime_checkable
class Stoppable(Protocol):
    """A ``Progress`` that can be asked within a step, too, whether to stop."""

    def check(self) -> None:
        """Do nothing, or stop the task.

        Raises:
            Cancelled: when the person asked to stop.
        """
        ...


def check(progress: Progress) -> None:
    """Ask within a long step whether to stop, of those who can tell.

    Raises:
        Cancelled: when the person asked to stop.
    """
    if isinstance(progress, Stoppable):
        progress.check()


class Silent:
    """A ``Progress`` for callers who do not watch."""

    def start(self, total: int) -> None:
        """Take note of nothing."""

    def step(self, what: str) -> None:
        """Take note of nothing."""
