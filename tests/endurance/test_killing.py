"""The program may be killed at any moment: nothing is lost, and nothing stands there half done."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TIMES = 200


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_killed_at_random_the_program_leaves_all_whole(tmp_path: Path) -> None:
    seed = time.time_ns()  # another each time; it is printed with what was found
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.endurance.killing", str(tmp_path), str(TIMES), str(seed)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"seed {seed}: {done.stderr[-2000:]}"
    counts = [line.split()[3].rstrip(",") for line in done.stdout.splitlines()]
    assert sum(map(int, counts)) == TIMES
