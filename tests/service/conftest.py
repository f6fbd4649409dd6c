"""A client that remembers what it hears, for tests with a real process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.service.calls import Call
from briefing.service.client import Client
from briefing.service.messages import Done, Failed, Message, Places, Stopped

PATIENCE = 60.0


class Listener:
    """Keeps every message, and lets a test wait for one."""

    def __init__(self) -> None:
        self.heard: list[Message] = []
        self._news = threading.Condition()

    def __call__(self, message: Message) -> None:
        with self._news:
            self.heard.append(message)
            self._news.notify_all()

    def wait(self, job: int, *kinds: type[Message]) -> Message:
        """Return the first message of these kinds about a job, once it is there."""
        with self._news:
            found = self._news.wait_for(lambda: self._first(job, kinds), PATIENCE)
        assert found, f"nothing came of job {job}: {self.heard}"
        return found

    def of(self, job: int) -> list[type[Message]]:
        """Return the kinds of messages that came about a job, in order."""
        return [type(message) for message in self.heard if message.job == job]

    def _first(self, job: int, kinds: tuple[type[Message], ...]) -> Message | None:
        about = (one for one in self.heard if one.job == job and isinstance(one, kinds))
        return next(about, None)


class Asking(Client):
    """A client with its listener."""

    def __init__(self, places: Places, idle: float | None = None) -> None:
        self.listener = Listener()
        super().__init__(places, self.listener, idle)

    def outcome(self, job: int) -> Message:
        """Return how a job ended, once it has."""
        return self.listener.wait(job, Done, Failed, Stopped)

    def ask(self, call: Call[object]) -> object:
        """Return the answer to a call."""
        outcome = self.outcome(self.submit(call))
        assert isinstance(outcome, Done), outcome
        return outcome.value


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Where the processes of these tests work."""
    folder: Path = tmp_path_factory.mktemp("service")
    return Places(folder / "library")


@pytest.fixture(scope="session")
def client(places: Places) -> Iterator[Asking]:
    """One process for all tests that leave it running."""
    asking = Asking(places)
    yield asking
    asking.close()
