"""Measures how soon the first window is there; prints name, tab, figure, tab, target.

    bench_start.py [TIMES]

The program and a bare QMainWindow are started by turns, each in a process of its own.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench_child import STARTED

_CHILD = Path(__file__).resolve().parent / "bench_child.py"
_TIMES = 9


def first_windows(times: int) -> tuple[float, float]:
    """Return the median seconds to the first window: the program's, a bare one's."""
    taken: dict[str, list[float]] = {"bare": [], "app": []}
    for turn in range(times + 1):
        for kind, seconds in taken.items():
            told = _started(kind)
            if turn:  # the first turn warms the disk's cache
                seconds.append(told)
    return statistics.median(taken["app"]), statistics.median(taken["bare"])


def _started(kind: str) -> float:
    around = os.environ | {STARTED: repr(time.time())}
    command = [sys.executable, str(_CHILD), kind]
    return float(subprocess.run(command, env=around, capture_output=True, check=True).stdout)  # noqa: S603 - our own script


def main(times: int) -> None:
    """Print each figure."""
    app, bare = first_windows(times)
    sys.stdout.write(f"bare QMainWindow, median of {times}\t{bare * 1000:.0f} ms\n")
    sys.stdout.write(f"first window of the program, median of {times}\t{app * 1000:.0f} ms\n")
    sys.stdout.write(f"first window, program ÷ bare\t{app / bare:.2f}\t≤ 1.5\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _TIMES)
