"""Work off the GUI thread: calls go to the core's process, answers arrive as plain callbacks here.

``Tasks.run`` is the only way in which the window asks the core for anything that takes time. All
callbacks arrive on the GUI thread.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from briefing.errors import BriefingError
from briefing.service.calls import Call

Answer = TypeVar("Answer")


class Lane(StrEnum):
    """Which of the core's processes does the work; one call at a time in each."""

    DESK = "desk"
    """Everything that should answer at once: views, counts, preview, export."""
    LIBRARY = "library"
    """What may take minutes: import."""


class Task(Protocol):
    """A call under way."""

    def cancel(self) -> None:
        """Ask it to stop; none of its callbacks is called any more, save ``stopped``."""


class Tasks(QObject):
    """Sends calls to the core and brings the answers back."""

    @abstractmethod
    def run(
        self,
        call: Call[Answer],
        done: Callable[[Answer], object],
        *,
        failed: Callable[[BriefingError], object] | None = None,
        part: Callable[[object], object] | None = None,
        step: Callable[[int, int, str], object] | None = None,
        stopped: Callable[[], object] | None = None,
        lane: Lane = Lane.DESK,
        replaces: str = "",
        owner: QObject | None = None,
    ) -> Task:
        """Begin a call and return at once.

        ``done`` gets the answer; ``failed`` what went wrong, fit to show (without it the message
        is shown in a box); ``part`` each part that arrives before the answer; ``step`` how many
        steps are done, how many there are, and the name of the one that begins; ``stopped`` is
        called once a cancelled call has ended and left no trace. Of calls with the same
        ``replaces`` only the latest is answered: an older one is cancelled, and nothing of it
        arrives any more. When ``owner`` is destroyed its calls are cancelled.
        """
