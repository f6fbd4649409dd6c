"""Stand-ins for the core's process, so that a page can be driven without one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from briefing.errors import BriefingError
from gui.tasks import Lane, Task, Tasks


class _Done:
    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class FakeTasks(Tasks):
    """Answers calls from ``answers``, by type, on the next turn of the event loop.

    An answer is a function of the call; what it raises as ``BriefingError`` goes to ``failed``.
    ``calls`` holds all that was asked, in order. A call without an answer stays under way.
    """

    def __init__(self, answers: dict[type, Callable[[Any], Any]] | None = None) -> None:
        super().__init__()
        self.answers = answers or {}
        self.calls: list[object] = []
        self._latest: dict[str, _Done] = {}
        self._stopped: list[Callable[[], object]] = []

    def run(
        self,
        call: Any,
        done: Callable[[Any], object],
        *,
        failed: Callable[[BriefingError], object] | None = None,
        part: Callable[[object], object] | None = None,
        step: Callable[[int, int, str], object] | None = None,
        stopped: Callable[[], object] | None = None,
        lane: Lane = Lane.DESK,
        replaces: str = "",
        owner: QObject | None = None,
    ) -> Task:
        self.calls.append(call)
        task = _Done()
        if replaces:
            if replaces in self._latest:
                self._latest[replaces].cancel()
            self._latest[replaces] = task
        if stopped is not None:
            self._stopped.append(stopped)
        answer = self.answers.get(type(call))

        def answered() -> None:
            if answer is not None and (owner is None or isValid(owner)):
                self._answer(answer, call, task, done, failed)

        if answer is not None:
            QTimer.singleShot(0, self, answered)
        return task

    def stop_all(self) -> None:
        """Let everything under way end without an answer, as when the library is moved."""
        ended, self._stopped = self._stopped, []
        for stopped in ended:
            stopped()

    def _answer(
        self,
        answer: Callable[[Any], Any],
        call: object,
        task: _Done,
        done: Callable[[Any], object],
        failed: Callable[[BriefingError], object] | None,
    ) -> None:
        if task.cancelled:
            return
        try:
            result = answer(call)
        except BriefingError as error:
            if failed is None:
                raise
            failed(error)
            return
        done(result)
