"""Measures how long packs of about 60 and 200 pages take as PDF; prints name, tab, figure, target.

    bench_pack.py [RUNS]

The reports are the samples and some of our own making. Our time runs from the briefs' finished HTML
and drawn charts to the bytes of the PDF, joining and all checks in it; the process is warm, its
helper too. WeasyPrint and Chromium are given the same HTML in one file, with the same style sheets,
and neither heads nor feet. They take turns. Called by ``tools/bench.py``.
"""

from __future__ import annotations

import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench_pauses import write_reports

from briefing import resources
from briefing.exporters.pdf_pack import PackPrinter
from briefing.exporters.pdf_pages import paper_rules
from briefing.exporters.pdf_workshop import Workshop
from briefing.library import Library
from briefing.model import Brief, BriefFinding, FigureImage, Taxonomy
from briefing.model.chart import ChartData
from briefing.model.pack import Pack, RenderedPack
from briefing.packing import Bound, bind, read_annex
from briefing.pipeline.building import build_brief
from briefing.pipeline.exporting import draw_charts
from briefing.pipeline.importing import import_reports
from briefing.pipeline.marking import marked
from briefing.progress import Silent
from briefing.request_file import load_request
from briefing.taxonomy import load_taxonomy
from briefing.templating import render

_ISSUED = date(2026, 11, 21)
_TEMPLATES = ("note", "memo", "visit", "submission", "country")
_CHARTS = ("coverage", "timeline", "voices")
_ANNEX = b"# Programme of the visit\n\nTimes are local.\n\n| Time | What |\n|---|---|\n" + b"".join(
    b"| %d:00 | Meeting %d with the delegation, and what is to be raised there |\n" % (hour, hour)
    for hour in range(8, 20)
)
_RUNS = 3
_PEER = "--weasyprint"


@dataclass(frozen=True, slots=True)
class Stock:
    """Briefs that are built, and what they are made into pages with."""

    briefs: tuple[Brief, ...]
    taxonomy: Taxonomy
    drawn: dict[ChartData, FigureImage]

    def pack(self, number: int, first: Brief | None = None) -> RenderedPack:
        """Return a pack of so many briefs; ``first`` stands in the place of the first."""
        used = list(self.briefs[:number])
        used[0] = first or used[0]
        bound = [
            Bound(one, render(one, draw_charts(one, self.drawn), self.taxonomy)) for one in used
        ]
        return bind(_PACK, bound, [read_annex(_ANNEX, "programme.md")] if number > 1 else [])


_PACK = Pack(
    title="The talks in Tbilisi",
    event="Visit of the Foreign Minister",
    begins=date(2026, 12, 3),
    place="Tbilisi",
    department="Eastern Europe and Central Asia",
    recipients=("The Minister", "Ambassador, Tbilisi"),
    marking="OFFICIAL",
    reference="EECA/2026/201",
    version="2",
)


def stock(folder: Path, number: int) -> Stock:
    """Return so many briefs of a library in a folder."""
    write_reports(folder / "made", 60)
    taxonomy = load_taxonomy()
    request = load_request(resources.assets("samples", "request.toml"))
    with Library.open(folder / "library") as library:
        paths = [resources.assets("samples", "reports"), folder / "made"]
        import_reports(library, paths, Silent(), today=_ISSUED)
        made = []
        for count in range(number):
            wanted = replace(
                request,
                title=f"Brief {count + 1}: what the reports say",
                template=_TEMPLATES[count % len(_TEMPLATES)],
                charts=_CHARTS,
                max_findings=32 + count,
                max_words=None,
            )
            made.append(marked(build_brief(library, wanted, taxonomy, today=_ISSUED).brief))
    return Stock(tuple(made), taxonomy, {})


def _with_words(brief: Brief, words: str) -> Brief:
    """Return a brief with one finding of other words."""
    section = brief.sections[0]
    first, *others = section.findings
    corrected = replace(first, text=f"{first.text} {words}")
    return _with_findings(brief, (corrected, *others))


def _with_findings(brief: Brief, findings: tuple[BriefFinding, ...]) -> Brief:
    section, *others = brief.sections
    return replace(brief, sections=(replace(section, findings=findings), *others))


def style_of(pack: RenderedPack) -> str:
    """Return the style sheets of a pack as one."""
    sheets = ("print.css", "print-pack.css")
    css = "".join((resources.templates() / name).read_text("utf-8") for name in sheets)
    return css + paper_rules(pack.whole) + "section { break-before: page }"


def whole_file(pack: RenderedPack) -> str:
    """Return a pack as one web page with its figures in it."""
    html = pack.whole.html.replace("</head>", f"<style>{style_of(pack)}</style></head>", 1)
    for figure in pack.whole.figures:
        address = f"data:image/svg+xml;base64,{b64encode(figure.svg).decode('ascii')}"
        html = html.replace(f'"figure:{figure.name.removeprefix("figure:")}"', f'"{address}"')
    return html


class Peer:
    """WeasyPrint as it comes, in a process of its own that stays warm."""

    def __init__(self) -> None:
        command = [sys.executable, __file__, _PEER]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)  # noqa: S603 - this script

    def end(self) -> None:
        """End the process."""
        self._process.communicate()

    def make(self, path: Path) -> None:
        """Have a web page made a PDF in one go, with our fonts and by the same standard."""
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        assert self._process.stdout is not None  # noqa: S101 - it is a pipe
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        self._process.stdout.readline()


def serve() -> None:
    """Make one file after the other, and tell when each is there."""
    from weasyprint import HTML

    from briefing.exporters.pdf_typesetting import _bundled_fonts_only

    fonts = _bundled_fonts_only()
    for line in sys.stdin:
        HTML(line.strip()).write_pdf(font_config=fonts, pdf_variant="pdf/a-3a", pdf_tags=True)
        sys.stdout.write("done\n")
        sys.stdout.flush()


def chromium() -> str:
    """Return where Chromium is; root has it installed where it is missing; empty: there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        order = ["apt-get", "install", "-y", "-qq", "chromium"]
        subprocess.run(order, capture_output=True, check=False)  # noqa: S603 - as it stands here
    return shutil.which("chromium") or ""


def by_chromium(program: str, page: Path, folder: Path) -> None:
    """Have Chromium print a web page."""
    order = [
        *(program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/c"),
        *("--no-pdf-header-footer", f"--print-to-pdf={folder}/pack.pdf", page.as_uri()),
    ]
    subprocess.run(order, capture_output=True, check=True)  # noqa: S603 - a program of the machine


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@dataclass(slots=True)
class Times:
    """Seconds of each run."""

    cold: list[float]
    changed: list[float]
    left_out: list[float]
    bound: list[float]
    weasyprint: list[float]
    chromium: list[float]
    pages: int = 0
    kilobytes: int = 0


def taken(made: Stock, number: int, runs: int, program: str, folder: Path) -> Times:
    """Return how long a pack of so many briefs takes, in turns."""
    workshop = Workshop()
    times = Times([], [], [], [], [], [])
    pack = made.pack(number)
    page = folder / "pack.html"
    page.write_text(whole_file(pack), "utf-8")
    peer = Peer()
    PackPrinter(workshop).export(pack if number == 1 else made.pack(2))  # the first one warms
    try:
        for run in range(runs):
            printer = PackPrinter(workshop)
            times.cold.append(timed(partial(printer.export, pack)))
            begun = time.perf_counter()
            words = _with_words(made.briefs[0], f"This was put right {run + 2} times.")
            other = made.pack(number, words)
            times.bound.append(time.perf_counter() - begun)
            times.changed.append(timed(partial(printer.export, other)))
            fewer = made.pack(number, _with_findings(words, words.sections[0].findings[1:]))
            times.left_out.append(timed(partial(printer.export, fewer)))
            times.weasyprint.append(timed(lambda: peer.make(page)))
            if program:
                times.chromium.append(timed(lambda: by_chromium(program, page, folder)))
        done = printer.export(pack)
    finally:
        workshop.close()
        peer.end()
    times.pages, times.kilobytes = done.pages or 0, len(done.data) // 1000
    return times


def measured(runs: int) -> Iterator[tuple[str, ...]]:
    """Yield what was measured: a name, a figure, and what is to be reached."""
    program = chromium()
    with tempfile.TemporaryDirectory(prefix="deskbrief-bench-") as name:
        folder = Path(name)
        made = stock(folder, 15)
        all_times = [taken(made, number, runs, program, folder) for number in (1, 5, 15)]
    for times in all_times[1:]:
        yield from _rows(times, bool(program))
    if not program:
        yield "Chromium is not there and cannot be installed", "left out"
    small, large = all_times[0], all_times[-1]
    exponent = math.log(_median(large.cold) / _median(small.cold)) / math.log(
        large.pages / small.pages
    )
    yield (
        f"packs of {small.pages} to {large.pages} pages from nothing, exponent of growth",
        f"{exponent:.2f}",
        "≤ 1.05",
    )


def _rows(times: Times, with_chromium: bool) -> Iterator[tuple[str, ...]]:
    what = f"pack of {times.pages} pages"
    cold, changed = _median(times.cold), _median(times.changed)
    peers = [("WeasyPrint in one go", times.weasyprint, "≤ 0.60", "≤ 0.10")]
    if with_chromium:
        peers.append(("Chromium", times.chromium, "≤ 3", "≤ 0.7"))
    yield f"{what}, from finished HTML to PDF, nothing kept", f"{cold:.2f} s"
    yield f"{what}, the same after one finding was changed", f"{changed:.2f} s"
    yield f"{what}, after one was left out, annex and all", f"{_median(times.left_out):.2f} s"
    yield f"{what}, HTML of all briefs and the pack before that", f"{_median(times.bound):.2f} s"
    for peer, taken_, first, then in peers:
        yield f"{what}, nothing kept, ÷ {peer}", f"{cold / _median(taken_):.2f}", first
        yield f"{what}, one finding changed, ÷ {peer}", f"{changed / _median(taken_):.2f}", then
    yield f"{what}, size", f"{times.kilobytes} kB"


def _median(values: list[float]) -> float:
    return statistics.median(values)


if __name__ == "__main__" and sys.argv[1:] == [_PEER]:
    serve()
elif __name__ == "__main__":
    for row in measured(int(sys.argv[1]) if len(sys.argv) > 1 else _RUNS):
        sys.stdout.write("\t".join(row) + "\n")
        sys.stdout.flush()
