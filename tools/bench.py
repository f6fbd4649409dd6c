"""Measures what a person waits for, on this machine; prints a table and writes it down.

    python tools/bench.py [--only WORD …] [--out FILE]

Each part is a program of its own, ``bench_*.py``, that prints a line a figure: a name, a tab, the
figure, and where one is to be reached a tab and the target, such as ``≤ 0.60``. What is compared
takes turns in one run, so that a ratio holds on any machine; peers that are missing are fetched or
left out with a line. The table goes to ``docs/benchmarks.md`` unless only some parts are measured.
Nothing else is written outside a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
TABLE = TOOLS.parent / "docs" / "benchmarks.md"
LIBRARIES = ("PySide6_Essentials", "weasyprint", "pikepdf", "python-docx", "matplotlib")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Part:
    """A program that measures one kind of work."""

    title: str
    script: str
    arguments: tuple[str, ...] = ()


PARTS = (
    Part("Start", "bench_start.py"),
    Part("Preview", "bench_preview.py"),
    Part("One brief as PDF", "bench_brief.py"),
    Part("Packs as PDF", "bench_pack.py"),
    Part("Word", "bench_word.py"),
    Part("Charts", "bench_charts.py"),
    Part("Reading and tagging", "bench_text.py"),
    Part("A large library", "bench_library.py"),
    Part("Longest pauses of the window", "bench_pauses.py"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; the target is empty where none was set."""

    name: str
    figure: str
    target: str = ""

    @property
    def verdict(self) -> str:
        """Whether the target is reached: yes, no, or nothing where that cannot be told."""
        wanted, got = _NUMBER.search(self.target), _NUMBER.search(self.figure)
        if wanted is None or got is None:
            return ""
        goal, figure = float(wanted[0]), float(got[0])
        return "yes" if (figure >= goal if "≥" in self.target else figure <= goal) else "no"


def measured(part: Part, folder: Path) -> Iterator[Row]:
    """Yield the figures of one part; its data lie in ``folder``, which is empty."""
    for line in _run(part, folder).splitlines():
        name, *rest = line.split("\t")
        if rest:
            yield Row(name, *rest[:2])


def _run(part: Part, data: Path) -> str:
    """Run a part with an empty data folder, offscreen unless a display is there."""
    data.mkdir(parents=True)
    around = os.environ | {"DESKBRIEF_DATA": str(data)}
    if not around.get("DISPLAY") and not around.get("WAYLAND_DISPLAY"):
        around.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, str(TOOLS / part.script), *part.arguments]
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    if done.returncode:
        raise SystemExit(f"{part.script} failed:\n{done.stderr}")
    return done.stdout.strip()


def table(found: Sequence[tuple[Part, Sequence[Row]]]) -> str:
    """Return all figures as a page in Markdown."""
    pages = [_HEAD.format(machine=_machine(), day=time.strftime("%Y-%m-%d"))]
    for part, rows in found:
        lines = "\n".join(
            f"| {row.name} | {row.figure} | {row.target} | {row.verdict} |" for row in rows
        )
        pages.append(f"## {part.title}\n\n{_COLUMNS}\n{lines}\n")
    return "\n".join(pages)


_HEAD = """# Benchmarks

Written by `make bench`; do not edit by hand. {machine}; measured on {day}.

What is compared takes turns in one run, and each figure is a median of several runs unless it says
otherwise: ratios hold on other machines, absolute times do not.
"""
_COLUMNS = "| measured | figure | to be reached | reached |\n|---|---:|---:|---|"


def _machine() -> str:
    """Say on what was measured, as far as figures depend on it."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    cores = f"{os.cpu_count()} cores of {_processor()}"
    return f"{cores}, {platform.system()}, Python {platform.python_version()}, {versions}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        named = re.search(r"model name\s*:\s*(.+)", info.read_text("utf-8"))
        if named:
            return named[1].strip()
    return platform.processor() or platform.machine()


def _told(part: Part, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, and print each as soon as it is known."""
    sys.stdout.write(f"\n{part.title}\n")
    for row in rows:
        target = f"  {row.target} {row.verdict}" if row.target else ""
        sys.stdout.write(f"{row.name:<84}{row.figure:>10}{target}\n")
        sys.stdout.flush()
        yield row


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", default=(), metavar="WORD", help="parts by name")
    parser.add_argument("--out", type=Path, help="where to write the table")
    wanted = parser.parse_args()
    parts = [p for p in PARTS if not wanted.only or any(word in p.script for word in wanted.only)]
    with tempfile.TemporaryDirectory(prefix="deskbrief-bench-") as folder:
        found = [(p, list(_told(p, measured(p, Path(folder) / p.script)))) for p in parts]
    out = wanted.out or (None if wanted.only else TABLE)
    if out is not None:
        out.write_text(table(found), "utf-8")


if __name__ == "__main__":
    main()
