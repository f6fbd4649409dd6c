"""Measures what a person waits for, on this machine, and prints a table.

    python tools/bench.py [--runs N] [--reports N] [--spacy]

The first window is compared with a bare QMainWindow in the same run, the two taking turns, so that
the ratio holds on any machine. Nothing is written outside a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench_child import STARTED

TOOLS = Path(__file__).resolve().parent


def first_windows(runs: int, data: Path) -> tuple[float, float]:
    """Return the median times to the first window: the program's, a bare one's."""
    times: dict[str, list[float]] = {"bare": [], "app": []}
    for turn in range(runs + 1):
        for kind, taken in times.items():
            told = _run("bench_child.py", kind, data=data, env={STARTED: repr(time.time())})
            if turn:  # the first turn warms the disk's cache
                taken.append(float(told))
    return statistics.median(times["app"]), statistics.median(times["bare"])


def pauses(reports: int, data: Path) -> Iterator[tuple[str, str]]:
    """Yield the longest pause of the window in each phase of work on many reports."""
    told = json.loads(_run("bench_pauses.py", str(reports), data=data).splitlines()[-1])
    for phase, seconds in told["pauses"].items():
        rows = f", {told['rows']} findings" if "findings" in phase else ""
        yield f"longest pause {phase} ({reports} reports{rows})", f"{seconds * 1000:.0f} ms"


def measured(script: str, *arguments: str, data: Path) -> Iterator[tuple[str, str]]:
    """Yield the rows of a measurement of its own: its lines hold a name, a tab, a figure."""
    if (TOOLS / script).is_file():
        for line in _run(script, *arguments, data=data).splitlines():
            name, _, figure = line.partition("\t")
            if figure:
                yield name, figure


def rows(runs: int, reports: int, *, spacy: bool) -> Iterator[tuple[str, str]]:
    """Yield what was measured, a name and a figure each."""
    with tempfile.TemporaryDirectory(prefix="deskbrief-bench-") as folder:
        app, bare = first_windows(runs, Path(folder) / "first")
        yield f"bare QMainWindow, median of {runs}", f"{bare * 1000:.0f} ms"
        yield f"first window of the program, median of {runs}", f"{app * 1000:.0f} ms"
        yield "first window, program to bare", f"{app / bare:.2f}"
        yield from measured("bench_preview.py", data=Path(folder) / "preview")
        yield from measured("bench_charts.py", data=Path(folder) / "charts")
        fetched = ("--spacy", str(Path(folder) / "spacy")) if spacy else ()
        yield from measured("bench_text.py", *fetched, data=Path(folder) / "text")
        if reports:
            yield from pauses(reports, Path(folder) / "pauses")


def _run(script: str, *arguments: str, data: Path, env: dict[str, str] | None = None) -> str:
    """Run a script with an empty data folder, offscreen unless a display is there."""
    data.mkdir(parents=True, exist_ok=True)
    around = os.environ | {"DESKBRIEF_DATA": str(data)} | (env or {})
    if not around.get("DISPLAY") and not around.get("WAYLAND_DISPLAY"):
        around.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, str(TOOLS / script), *arguments]
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    if done.returncode:
        raise SystemExit(f"{script} failed:\n{done.stderr}")
    return done.stdout.strip()


def main() -> None:
    """Print each row as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=9, help="times that each window is opened")
    parser.add_argument("--reports", type=int, default=1000, help="0: leave out the pauses")
    parser.add_argument("--spacy", action="store_true", help="fetch spaCy to compare with")
    wanted = parser.parse_args()
    for name, figure in rows(wanted.runs, wanted.reports, spacy=wanted.spacy):
        sys.stdout.write(f"{name:<72}{figure:>10}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
