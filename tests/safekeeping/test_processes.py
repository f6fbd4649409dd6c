"""Whether a process still runs, as Windows tells it."""

from __future__ import annotations

import ctypes
import platform
import sys
from typing import Any

import pytest

from briefing.safekeeping.processes import Process


class Kernel:
    """Windows' functions, as far as they are asked."""

    def __init__(self, handle: int, code: int) -> None:
        self.closed = 0
        self._code = code
        self.OpenProcess = Answer(lambda *_: handle)
        self.CloseHandle = Answer(self._close)
        self.GetExitCodeProcess = Answer(self._tell)
        self.GetProcessTimes = Answer(lambda *_: 0)

    def _close(self, _handle: object) -> int:
        self.closed += 1
        return 1

    def _tell(self, handle: Any, code: Any) -> int:
        assert handle.value
        code._obj.value = self._code
        return 1


class Answer:
    def __init__(self, function: Any) -> None:
        self._function = function
        self.restype: object = None

    def __call__(self, *given: object) -> Any:
        return self._function(*given)


@pytest.mark.parametrize(
    ("handle", "code", "error", "runs"),
    [
        (44, 259, 0, True),
        (44, 0, 0, False),
        (0, 0, 5, True),  # another user's, who may not be asked about
        (0, 0, 87, False),  # there is no such process
    ],
)
def test_process_of_another_user_runs_even_if_it_may_not_be_asked_about(
    handle: int, code: int, error: int, runs: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel = Kernel(handle, code)
    asked: list[tuple[str, bool]] = []

    def load(name: str, *, use_last_error: bool) -> Kernel:
        asked.append((name, use_last_error))
        return kernel

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "WinDLL", load, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: error, raising=False)
    there = Process(4711, platform.node(), "ada", "then")
    assert there.is_dead is not runs
    assert asked
    assert all(kept for _, kept in asked)
    assert bool(kernel.closed) is bool(handle)
