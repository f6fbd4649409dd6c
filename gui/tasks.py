"""Work off the GUI thread: calls go to the core's process, answers arrive as plain callbacks here.

``Tasks.run`` is the only way in which the window asks the core for anything that takes time. All
callbacks arrive on the GUI thread.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import partial
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from briefing.errors import BriefingError
from briefing.service.calls import Call
from briefing.service.client import Client
from briefing.service.messages import Done, Failed, Message, Part, Places, Step, Stopped

Answer = TypeVar("Answer")


class Lane(StrEnum):
    """Which of the core's processes does the work; one call at a time in each."""

    DESK = "desk"
    """Everything that should answer at once: views, counts, preview, export."""
    LIBRARY = "library"
    """What may take minutes: import."""
    PREVIEW = "preview"
    """The pages beside the list, so that nothing else ever waits for them."""


_IDLE: dict[Lane, float | None] = {
    Lane.DESK: None,
    Lane.LIBRARY: 60.0,
    Lane.PREVIEW: None,
}
"""Seconds without a call after which a lane's process ends; None: never."""


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


class ServiceTasks(Tasks):
    """The core in processes of its own, one a lane, each started when it is first needed."""

    _heard = Signal(object)

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        """``parent`` is the window over which failures are told that nobody else tells."""
        super().__init__(parent)
        self.window: QWidget | None = parent
        self._under_way: dict[tuple[Lane, int], _Running] = {}
        self._latest: dict[tuple[Lane, str], _Running] = {}
        self._owners: set[int] = set()
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._clients = {
            lane: Client(places, partial(self._hear, lane), idle) for lane, idle in _IDLE.items()
        }

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
        """Begin a call and return at once, as said of ``Tasks``."""
        task = _Running(self, lane, done, failed or self._tell, part, step, stopped)
        if replaces:
            self._put_in_place(task, replaces)
        task.job = self._clients[lane].submit(call, replaces)
        self._under_way[lane, task.job] = task
        if owner is not None:
            self._follow(owner, task)
        return task

    def move(self, places: Places) -> None:
        """Work with another library or other templates from the next call on."""
        for client in self._clients.values():
            client.move(places)

    def close(self) -> None:
        """End the processes; nothing is called back any more."""
        self._under_way.clear()
        self._latest.clear()
        for client in self._clients.values():
            client.dismiss()
        for client in self._clients.values():
            client.close()

    def pids(self) -> dict[Lane, int]:
        """Return the numbers of the processes that there are."""
        running = {lane: client.pid for lane, client in self._clients.items()}
        return {lane: pid for lane, pid in running.items() if pid is not None}

    def _follow(self, owner: QObject, task: _Running) -> None:
        task.owner = id(owner)
        if task.owner not in self._owners:
            self._owners.add(task.owner)
            owner.destroyed.connect(partial(self._forget, task.owner))

    def _forget(self, owner: int, *_: object) -> None:
        self._owners.discard(owner)
        for task in list(self._under_way.values()):
            if task.owner == owner:
                task.abandon()

    def _put_in_place(self, task: _Running, key: str) -> None:
        older = self._latest.get((task.lane, key))
        if older is not None:
            older.abandon()
        self._latest[task.lane, key] = task
        task.key = key

    def stop(self, task: _Running) -> None:
        """Ask the core to leave a task."""
        if (task.lane, task.job) in self._under_way:
            self._clients[task.lane].cancel(task.job)

    def _hear(self, lane: Lane, message: Message) -> None:
        # In a thread of the client's; where this object is gone nobody is left to tell.
        with suppress(RuntimeError):
            self._heard.emit((lane, message))

    def _take(self, heard: tuple[Lane, Message]) -> None:
        lane, message = heard
        task = self._under_way.get((lane, message.job))
        if task is None:
            return
        if isinstance(message, (Done, Failed, Stopped)):
            del self._under_way[lane, message.job]
            if self._latest.get((lane, task.key)) is task:
                del self._latest[lane, task.key]
        task.take(message)

    def _tell(self, error: BriefingError) -> None:
        from gui import messages

        messages.tell(self.window, error, getattr(error, "details", ""))


class _Running:
    """A call under way, and who waits for what of it."""

    def __init__(
        self,
        tasks: ServiceTasks,
        lane: Lane,
        done: Callable[[Any], object],
        failed: Callable[[BriefingError], object],
        part: Callable[[object], object] | None,
        step: Callable[[int, int, str], object] | None,
        stopped: Callable[[], object] | None,
    ) -> None:
        self.lane = lane
        self.job = 0
        self.owner = 0
        self.key = ""
        self._tasks = tasks
        self._done: Callable[[Any], object] | None = done
        self._failed: Callable[[BriefingError], object] | None = failed
        self._part = part
        self._step = step
        self._stopped = stopped

    def cancel(self) -> None:
        """Ask it to stop; from here on only ``stopped`` is called."""
        self._done = self._failed = self._part = self._step = None
        self._tasks.stop(self)

    def abandon(self) -> None:
        """Ask it to stop, and call nobody any more."""
        self._stopped = None
        self.cancel()

    def take(self, message: Message) -> None:
        """Hand a message on to whoever waits for it."""
        if isinstance(message, Part) and self._part:
            self._part(message.value)
        elif isinstance(message, Step) and self._step:
            self._step(message.done, message.total, message.what)
        elif isinstance(message, Done) and self._done:
            self._done(message.value)
        elif isinstance(message, Failed) and self._failed:
            self._failed(message.error())
        elif isinstance(message, (Stopped, Done, Failed)) and self._stopped:
            self._stopped()
