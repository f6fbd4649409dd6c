"""Drives the program with a library of many reports and tells its longest pauses.

    bench_pauses.py [NUMBER]

Prints name, tab, figure, tab, target.

A timer ticks every few milliseconds in the window's own event loop; the longest gap between two
ticks is how long the window did not answer. Started by ``tools/bench.py``.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from driving import Stage, Step, perform
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

_REPORTS = 1000
_LONGEST_MS = 100
_SENTENCES = (
    "In March {year} the border commissions of Armenia and Azerbaijan met for the {n}th time.",
    "Fighting in the Isfara valley of Tajikistan and Kyrgyzstan cost {n} lives in {year}.",
    "Georgia and the European Union signed an agreement on {n} kilometres of railway in {year}.",
    "Kazakhstan sold {n} million tonnes of oil through the Caspian pipeline in {year}.",
    "Moscow withdrew {n} peacekeepers from Karabakh before the summer of {year}.",
    "The presidents of Uzbekistan and Turkmenistan agreed on {n} points about water in {year}.",
)


class Probe(QObject):
    """Measures the gaps between the ticks of a timer."""

    def __init__(self) -> None:
        super().__init__()
        self.longest: dict[str, float] = {}
        self._phase = ""
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(2)

    def begin(self, phase: str) -> None:
        """Count what follows under a name."""
        self._tick()
        self._phase = phase
        self.longest[phase] = 0.0

    def _tick(self) -> None:
        now = time.perf_counter()
        if self._phase:
            self.longest[self._phase] = max(self.longest[self._phase], now - self._last)
        self._last = now


def write_reports(folder: Path, number: int) -> None:
    """Write made-up reports, no two alike."""
    folder.mkdir(parents=True)
    for n in range(number):
        year = 2005 + n % 20
        said = " ".join(text.format(year=year, n=n + 2) for text in _SENTENCES)
        text = f"# Report {n} on the region\n\nBy Ada Novak, 3 May {year}\n\n{said}\n"
        folder.joinpath(f"report-{n:04}.md").write_text(text, "utf-8")


def story(stage: Stage, number: int, reports: Path) -> Iterator[Step]:
    """Import, choose, look through, scroll; one phase each."""
    probe = Probe()
    wiring, workspace, document = stage.wiring, stage.workspace, stage.document
    probe.begin("importing")
    wiring.take_files([reports])
    yield lambda: len(workspace.reports) >= number
    probe.begin("scrolling the reports")
    stage.pages.go("reports")
    yield None
    yield from _scroll(stage.pages.reports.findChildren(QAbstractItemView))
    probe.begin("selecting")
    wiring.files.new()
    yield lambda: document.is_open
    stage.pages.go("findings")
    for regions in (("south-caucasus",), ("south-caucasus", "central-asia"), ("central-asia",)):
        request = replace(document.draft.request, regions=regions)
        document.apply("Regions", replace(document.draft, request=request))
        yield partial(_is_viewed, stage, regions)
    probe.begin("scrolling the findings")
    yield from _scroll(stage.pages.findings.findChildren(QAbstractItemView))
    rows = len(document.view.rows) if document.view else 0
    for phase, seconds in probe.longest.items():
        what = f"{number} reports" + (f", {rows} findings" if "findings" in phase else "")
        sys.stdout.write(f"{phase} ({what})\t{seconds * 1000:.0f} ms\t≤ {_LONGEST_MS} ms\n")
    sys.stdout.flush()


def _is_viewed(stage: Stage, regions: tuple[str, ...]) -> bool:
    view = stage.document.view
    return view is not None and view.draft.request.regions == regions


def _scroll(views: list[QAbstractItemView]) -> Iterator[Step]:
    for view in views:
        bar = view.verticalScrollBar()
        for step in range(101):
            bar.setValue(bar.maximum() * step // 100)
            yield None


def main(number: int) -> int:
    """Run the story in a data folder of its own, which the environment names."""
    with tempfile.TemporaryDirectory() as scratch:
        reports = Path(scratch) / "reports"
        write_reports(reports, number)
        return perform(lambda stage: story(stage, number, reports), patience=600)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _REPORTS))
