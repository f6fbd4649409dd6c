"""Which process wrote something, and whether it still runs."""

from __future__ import annotations

import getpass
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_BEGUN = 19
"""Place of the starting time among what follows the name in Linux's ``stat`` of a process."""
_STILL_ACTIVE = 259
_MAY_ASK = 0x1000
_ACCESS_DENIED = 5


@dataclass(frozen=True, slots=True)
class Process:
    """One run of the program."""

    pid: int
    host: str
    user: str
    birth: str = ""
    """What tells it from a later process of the same number; empty where nothing does."""

    @classmethod
    def own(cls) -> Process:
        """Return the process that asks."""
        return cls(os.getpid(), platform.node(), _user(), _birth(os.getpid()))

    @property
    def is_own(self) -> bool:
        """Whether it is the process that asks."""
        return self == Process.own()

    @property
    def is_dead(self) -> bool:
        """Whether it surely runs no more; of another machine's processes nothing is known."""
        if self.host != platform.node():
            return False
        if not runs(self.pid):
            return True
        birth = _birth(self.pid)
        return bool(self.birth and birth and self.birth != birth)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def runs(pid: int) -> bool:
    """Return whether a process of this machine runs under a number."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # it is somebody else's
    return not _is_zombie(pid)


def _runs_on_windows(pid: int) -> bool:
    """Ask Windows; there, ``os.kill`` would end the process."""
    import ctypes

    code = ctypes.c_ulong()
    with _handle(pid) as (kernel, handle, error):
        if not handle.value:
            return error == _ACCESS_DENIED  # it is somebody else's
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    return code.value == _STILL_ACTIVE


def _birth_on_windows(pid: int) -> str:
    import ctypes

    times = [ctypes.c_ulonglong() for _ in range(4)]
    with _handle(pid) as (kernel, handle, _):
        kernel.GetProcessTimes(handle, *(ctypes.byref(one) for one in times))
    return str(times[0].value or "")


@contextmanager
def _handle(pid: int) -> Iterator[tuple[Any, Any, int]]:
    """Give Windows' functions, what they know a process by, and why it cannot be asked.

    Calls with no process do nothing.
    """
    import ctypes

    # ctypes keeps the error aside: what Python does between two calls may set another
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.OpenProcess(_MAY_ASK, False, pid))
    error = 0 if handle.value else ctypes.get_last_error()  # type: ignore[attr-defined]
    try:
        yield kernel, handle, error
    finally:
        if handle.value:
            kernel.CloseHandle(handle)


def _is_zombie(pid: int) -> bool:
    return _stat(pid)[:1] == ["Z"]


def _birth(pid: int) -> str:
    """Return when a process began; on Linux, with the start of the machine it counts from."""
    if sys.platform == "win32":
        return _birth_on_windows(pid)
    boot = ""
    with suppress(OSError):
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    told = _stat(pid)
    return f"{boot} {told[_BEGUN]}" if boot and len(told) > _BEGUN else ""


def _stat(pid: int) -> list[str]:
    """Return what Linux says of a process after its name, which may hold anything."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    return []
