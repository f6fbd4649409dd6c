"""Import of many plain texts into a new library, as ``bench_text`` measures it.

What the start of the reading processes takes is left out: what a few files take is subtracted from
what these and many more take.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing.apart import shared_readers
from briefing.library import Library
from briefing.pipeline.importing import import_reports

_FILES, _FIRST = 44, 4
_PARAGRAPHS = 60
_TODAY = date(2026, 1, 15)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import took: seconds of the clock, and of all processors together."""

    megabytes: float
    wall: float
    processor: float


class _Quiet:
    """Hears of the steps and says nothing."""

    def start(self, total: int) -> None:
        pass

    def step(self, what: str) -> None:
        pass


def imported(texts: Sequence[str]) -> Imported:
    """Return what it takes to import reports made of the paragraphs of texts, mixed."""
    with tempfile.TemporaryDirectory() as folder:
        files = _mixed(texts, Path(folder))
        few = _import(files[:_FIRST], Path(folder) / "few")
        all_of_them = _import(files, Path(folder) / "all")
    return Imported(
        all_of_them.megabytes - few.megabytes,
        all_of_them.wall - few.wall,
        all_of_them.processor - few.processor,
    )


def _mixed(texts: Sequence[str], folder: Path) -> list[Path]:
    """Return files whose paragraphs are drawn from the texts, the same in every run."""
    chance = random.Random(2026)  # noqa: S311 - no secret
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n")]
    files = [folder / f"report-{number:03}.txt" for number in range(_FILES)]
    for number, path in enumerate(files):
        drawn = chance.sample(paragraphs, min(_PARAGRAPHS, len(paragraphs)))
        path.write_text("\n\n".join((f"Report number {number}", *drawn)), encoding="utf-8")
    return files


def _import(files: Sequence[Path], folder: Path) -> Imported:
    megabytes = sum(path.stat().st_size for path in files) / 1e6
    began, spent = time.perf_counter(), _processor()
    with Library.open(folder) as library:
        import_reports(library, files, _Quiet(), today=_TODAY)
    wall = time.perf_counter() - began
    shared_readers().close()  # only what has ended is counted
    return Imported(megabytes, wall, _processor() - spent)


def _processor() -> float:
    """Return the seconds that this process and those it has ended have worked."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
