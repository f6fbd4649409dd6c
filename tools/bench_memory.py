"""Tells the memory of the program with its window open, as JSON; ``bench_library.py`` starts it.

Each process of the program loads the script again that was started. Nothing of the core is loaded
here for that reason: it would be counted as the program's.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driving import Stage, Step

_ASKED = (("AM", "energy"), ("west", "conflict"))
"""Regions and themes: one that answers with few findings, one with thousands."""
_SETTLES = 15
"""Seconds after which the window has loaded all that it loads by itself."""


def processes(pid: int) -> Iterator[int]:
    """Yield a process and all that it, or they, have started."""
    yield pid
    with suppress(OSError):  # it may end meanwhile
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from processes(int(child))


def shares() -> list[float]:
    """Return the proportional set size of each process of the program, in MiB."""
    sizes = []
    for pid in list(processes(os.getpid())):
        with suppress(OSError):
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            sizes += [int(one.split()[1]) / 1024 for one in lines if one.startswith("Pss:")]
    return sizes


def window() -> int:
    """Open the program, ask it for a few things, and tell its memory after each."""
    from driving import perform

    from briefing.model import BriefRequest

    def story(stage: Stage) -> Iterator[Step]:
        told: list[tuple[str, list[float], str]] = []
        stage.wiring.files.new()
        document = stage.document
        yield lambda: document.view is not None
        yield settled()
        told.append(("a new brief open", shares(), "≤ 300"))
        for request in (BriefRequest((region,), (theme,)) for region, theme in _ASKED):
            asked = replace(document.draft.request, regions=request.regions, themes=request.themes)
            document.apply("Scope", replace(document.draft, request=asked))
            yield lambda asked=asked: (  # type: ignore[misc]
                document.view is not None and document.view.draft.request.regions == asked.regions
            )
            yield settled()
            rows = len(document.view.rows) if document.view else 0
            told.append((f"{rows} findings listed and previewed", shares(), ""))
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()

    return perform(story, patience=180)


def settled() -> Callable[[], bool]:
    """Return whether the window has had time to do all that it does by itself."""
    end = time.monotonic() + _SETTLES
    return lambda: time.monotonic() > end


if __name__ == "__main__":
    sys.exit(window())
