"""What a killed program has left half written goes; nothing else does, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.files import HALF_WRITTEN, this_machine, write_atomically
from briefing.safekeeping.leftovers import sweep_leftovers

HOUR, DAY = 3_600, 86_400


@pytest.fixture
def dead() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def left(folder: Path, pid: int, age: float, machine: str = "") -> Path:
    """Leave a half-written file of a process, so many seconds old."""
    folder.mkdir(exist_ok=True)
    file = folder / f".deskbrief-{machine or this_machine()}-{pid}-{os.urandom(8).hex()}.tmp"
    file.write_bytes(b"half")
    os.utime(file, (time.time() - age, time.time() - age))
    return file


def test_what_a_dead_process_left_long_ago_goes_and_nothing_else(tmp_path: Path, dead: int) -> None:
    written = tmp_path / "written"
    stale = left(written, dead, HOUR + 60)
    elsewhere = left(written, dead, DAY + 60, "0" * 8)
    kept = [
        left(written, dead, HOUR - 60),
        left(written, os.getpid(), 9 * DAY),
        left(written, dead, DAY - 60, "0" * 8),
        left(tmp_path / "never written", dead, 9 * DAY),
        left(written, dead, 9 * DAY).rename(written / ".deskbrief-notes.tmp"),
        left(written, dead, 9 * DAY).rename(written / ".0123456789abcdef.tmp"),
    ]
    write_atomically(written / "talks.brief", b"whole")
    sweep_leftovers()
    assert not stale.exists()
    assert not elsewhere.exists()
    assert all(file.exists() for file in kept)
    assert (written / "talks.brief").read_bytes() == b"whole"


def test_files_are_written_under_such_names_and_a_command_sweeps(
    tmp_path: Path, dead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    replace = Path.replace

    def noted(self: Path, target: Path) -> Path:
        names.append(self.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", noted)
    write_atomically(tmp_path / "note.pdf", b"whole")
    (found,) = map(HALF_WRITTEN.fullmatch, names)
    assert found is not None
    assert found[2] == str(os.getpid())
    stale = left(tmp_path, dead, DAY)
    assert main(["regions"]) == 0
    assert not stale.exists()
