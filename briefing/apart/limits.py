"""What the reading of one file may take, and how a process keeps itself to it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.settings import load_settings

_MEBIBYTE = 1024 * 1024
_TAGGING = 10
"""So many times as long as the reading may the tagging of what was read take: it is the program's
own work on plain text, and grows with its length alone."""
_SPARE = 30
"""Seconds of the processor that a process whose parent is gone may go on for."""
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
            "os.system", "os.startfile", "os.remove", "os.rename", "os.rmdir", "os.mkdir",
            "shutil.", "ftplib.", "urllib.Request", "webbrowser.open")  # fmt: skip
"""Events of Python's audit (PEP 578) that no reading of a report has a reason for."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take."""

    seconds: int = 60
    """From the first byte to the last paragraph."""
    mebibytes: int = 1024
    """Memory besides what the program itself needs."""

    @property
    def tagging_seconds(self) -> int:
        """How long the sentences may take once they are read."""
        return self.seconds * _TAGGING


def chosen_limits() -> Limits:
    """Return the limits of the officer's settings."""
    settings = load_settings()
    return Limits(settings.reading_seconds, settings.reading_mebibytes)


def confine() -> None:
    """Take from this process what reading needs not: network, other programs, writing files."""
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)


def impose(limits: Limits) -> None:
    """Let this process take no more for its next file than the limits.

    On Windows memory is not limited, on macOS the system does not keep to the limit; the time is
    looked to by the parent everywhere.
    """
    if sys.platform == "win32":
        return
    import resource

    taken = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(taken.ru_utime + taken.ru_stime)
    _lower(resource.RLIMIT_CPU, spent + limits.seconds + limits.tagging_seconds + _SPARE)
    _lower(resource.RLIMIT_AS, _size() + limits.mebibytes * _MEBIBYTE)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)


def _lower(kind: int, to: int) -> None:
    """Set a limit, as far as the system's own allows."""
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(kind)[1]
    soft = to if hard == resource.RLIM_INFINITY else min(to, hard)
    resource.setrlimit(kind, (soft, hard))


def _size() -> int:
    """Return the bytes of addresses that this process has taken."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return 512 * _MEBIBYTE
    import resource

    return pages * resource.getpagesize()


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED) or (event == "open" and _writes(arguments)):
        raise PermissionError(f"reading a report has no use for {event}")


def _writes(arguments: tuple[Any, ...]) -> bool:
    """Tell by the arguments of the event, path, mode and flags, whether a file is written."""
    _, mode, flags = arguments
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
