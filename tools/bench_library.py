"""Measures libraries of up to 100,000 findings: selecting, searching, counting, memory.

    python tools/bench_library.py [--sizes NUMBER …]

Prints a line a figure: a name, a tab, the figure, and where one is to be reached a tab and the
target. The libraries are made up (``made_library``). Times are of the core's own work, each the
median of three; a percentile is over many requests, frequent and rare ones. Memory is the sum of
the proportional set sizes of all processes of the program, with its window open.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import mean, median, quantiles

from made_library import make_library

from briefing.library import Library
from briefing.model import BriefRequest, Draft, Taxonomy
from briefing.pipeline.counting import count_findings
from briefing.pipeline.desk import Desk
from briefing.pipeline.offering import offer_findings
from briefing.taxonomy import load_taxonomy

SIZES = (1_000, 10_000, 100_000)
TODAY = date(2026, 1, 5)
_EACH = 100
"""Findings of a report."""
_FREQUENT = ("RU", "UA", "eu", "US", "west", "nato", "oecd", "g20", "post-soviet", "indo-pacific")
_TYPED = (
    "russia of the",
    "bacon",
    "nuclear ver",
    "in 2019",
    "ukraine energy",
    "the european union",
)
_HARD = BriefRequest(("west",), ("conflict",))


def requests(taxonomy: Taxonomy, number: int = 120) -> list[BriefRequest]:
    """Return requests for a region and a theme: every other one for a region that is frequent."""
    rng = random.Random(3)  # noqa: S311 - no secret
    regions, themes = tuple(taxonomy.regions), tuple(taxonomy.themes)
    return [
        BriefRequest((rng.choice(regions if n % 2 else _FREQUENT),), (rng.choice(themes),))
        for n in range(number)
    ]


def taken(task: Callable[[], object]) -> float:
    """Return how many milliseconds a task takes: the median of three times."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        task()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def p95(times: Sequence[float]) -> str:
    """Return the time that one in twenty exceeds."""
    return f"{quantiles(times, n=20)[-1]:.0f} ms"


def typing(search: Callable[[str], object]) -> list[float]:
    """Return how long each search takes while one types: each once, one letter after the other.

    The median of three rounds; no round begins with what the one before has left behind.
    """
    typed = [words[:n] for words in _TYPED for n in range(1, len(words) + 1) if words[n - 1] != " "]
    rounds = []
    for _ in range(3):
        times = []
        for words in typed:
            began = time.perf_counter()
            search(words)
            times.append((time.perf_counter() - began) * 1000)
        rounds.append(times)
    return [median(times) for times in zip(*rounds, strict=True)]


def selecting(library: Library, taxonomy: Taxonomy) -> list[float]:
    """Return how long each of many requests takes, as the command ``select`` answers it."""
    asked = requests(taxonomy)
    offer_findings(library, asked[0], taxonomy)  # words of languages are loaded once
    return [taken(lambda one=one: offer_findings(library, one, taxonomy)) for one in asked]  # type: ignore[misc]


def at_the_desk(library: Library, taxonomy: Taxonomy) -> Iterator[tuple[str, ...]]:
    """Yield what the window asks of the core in the largest library."""
    desk = Desk(library, taxonomy, today=lambda: TODAY)
    draft = desk.view(Draft(BriefRequest(("AM",), ("energy",)))).draft
    searched = typing(lambda words: desk.search(words, draft))
    yield "searching while typing, rows for the window, p95", p95(searched), "≤ 30"
    searched = typing(library.search)
    yield "searching while typing, findings alone, p95", p95(searched)
    ticked = [
        taken(lambda one=one: count_findings(library, one, taxonomy))  # type: ignore[misc]
        for one in requests(taxonomy, 40)
    ]
    yield "numbers beside all regions and themes, p95", p95(ticked)
    for request in (BriefRequest(("AM",), ("energy",)), _HARD):
        began = time.perf_counter()
        view = Desk(library, taxonomy, today=lambda: TODAY).view(Draft(request))
        spent = (time.perf_counter() - began) * 1000
        asked = f"{request.regions[0]}, {request.themes[0]}"
        yield f"first view of all {len(view.rows)} findings on {asked}", f"{spent:.0f} ms"


def exponent(small: float, large: float, times: float) -> str:
    """Return the power of its size with which a time grows."""
    return f"{math.log(large / small) / math.log(times):.2f}"


def figures(folder: Path, sizes: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Yield what was measured: a name, a figure, and sometimes a target."""
    taxonomy = load_taxonomy()
    means = {}
    for size in sizes:
        make_library(folder / str(size) / "library", size, size // _EACH)
        with Library.open(folder / str(size) / "library") as library:
            times = selecting(library, taxonomy)
            means[size] = mean(times)
            told = f"select for a region and a theme, {size} findings"
            yield f"{told}, median", f"{median(times):.0f} ms"
            yield f"{told}, p95", p95(times), *(["≤ 50"] if size == sizes[-1] else [])
            if size == sizes[-1]:
                yield from at_the_desk(library, taxonomy)
    first, last = sizes[0], sizes[-1]
    grown = exponent(means[first], means[last], last / first)
    yield f"growth of select, {first} to {last} findings, exponent", grown, "≤ 0.6"
    yield from memory(folder / str(last), last)


def memory(data: Path, size: int) -> Iterator[tuple[str, ...]]:
    """Yield the memory of the program with its window open on a library."""
    around = os.environ | {"DESKBRIEF_DATA": str(data)}
    if not around.get("DISPLAY") and not around.get("WAYLAND_DISPLAY"):
        around["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, str(Path(__file__).resolve().parent / "bench_memory.py")]
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=True)  # noqa: S603 - our own script
    for what, sizes, target in json.loads(done.stdout.splitlines()[-1]):
        parts = " + ".join(str(round(one)) for one in sizes)
        name = f"memory, library of {size} findings, {what} ({parts})"
        yield name, f"{sum(sizes):.0f} MiB", *([target] if target else [])


def main() -> int:
    """Print each figure as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=list(SIZES), help="findings")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="deskbrief-libraries-") as folder:
        for row in figures(Path(folder), wanted.sizes):
            sys.stdout.write("\t".join(row) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
