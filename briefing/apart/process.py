"""A process of the program's own that is talked to through pipes: how it begins, how it ends."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent.parent
_BEGIN = "import sys; sys.path.insert(0, sys.argv[1]); from {module} import main; main()"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_GRACE = 10.0
"""Seconds that the system may take to end a process that was killed."""


def begin(module: str) -> subprocess.Popen[bytes]:
    """Return a new process that runs ``main`` of a module of the program.

    It is to end once its standard input is closed: that happens, too, when this process is killed.

    Raises:
        OSError: the system gives none.
    """
    return subprocess.Popen(  # noqa: S603 - the program itself
        [sys.executable, "-I", "-c", _BEGIN.format(module=module), str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        creationflags=_NO_WINDOW,
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process at once, whatever it is at, and leave nothing of it behind."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what was still to be written has no reader
                pipe.close()
    with suppress(subprocess.TimeoutExpired):  # held by a drive that does not answer
        process.wait(_GRACE)
