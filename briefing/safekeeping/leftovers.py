"""Files that a program killed while writing has left beside what it was to write.

Only what bears the name that the program gives such files goes, only in folders into which this
very process has written, and only once nobody can be at it any more.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from briefing.files import HALF_WRITTEN, folders_written_to, this_machine
from briefing.safekeeping.processes import runs

_AGE_S = 3_600
"""So old, in seconds, is what is left over; nothing takes so long to be written."""
_AGE_ELSEWHERE_S = 86_400
"""The same of another machine that shares the folder, of whose processes nothing is known."""


def sweep_leftovers() -> None:
    """Delete what is left over, as far as the folders can be read and written."""
    now = datetime.now(UTC).timestamp()
    for folder in folders_written_to():
        with suppress(OSError):
            for file in folder.glob(".deskbrief-*.tmp"):
                with suppress(OSError):
                    _sweep(file, now)


def _sweep(file: Path, now: float) -> None:
    named = HALF_WRITTEN.fullmatch(file.name)
    if named is None or file.is_symlink() or not file.is_file():
        return
    if now - file.stat().st_mtime >= _age(named):
        file.unlink()


def _age(named: re.Match[str]) -> float:
    """Return from which age on a file is left over; that of a running process never is."""
    machine, pid = named.groups()
    if machine != this_machine():
        return _AGE_ELSEWHERE_S
    return float("inf") if runs(int(pid)) else _AGE_S
