"""Measures how long one brief takes to become a PDF; prints name, tab, figure, tab, target.

    bench_brief.py [RUNS]

The brief is made of the samples: six pages, forty findings with notes, two tables, three charts
that are drawn beforehand. WeasyPrint sets the same words as bare paragraphs, without a stylesheet,
in a process of its own, the two taking turns. Processor time, for it does not grow when the machine
has other things to do. Called by ``tools/bench.py``.
"""

from __future__ import annotations

import math
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from conformance_words import written
from lxml import html as lxml_html

from briefing import resources
from briefing.exporters.exporter import Exported
from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_notes import printed
from briefing.library import Library
from briefing.model import Brief, BriefFinding, FigureImage, Section, Taxonomy
from briefing.pipeline.building import build_brief
from briefing.pipeline.exporting import draw_charts
from briefing.pipeline.importing import import_reports
from briefing.pipeline.marking import marked
from briefing.progress import Silent
from briefing.request_file import load_request
from briefing.taxonomy import load_taxonomy
from briefing.templating import load_header, render

_RUNS = 7
_FEWER = 3
"""Runs of what has no target."""
_DAY = date(2026, 11, 21)
_FINDINGS = 40
_TWO_TABLES = ("overview", "people")
"""Fields of the template that make one table, beside that of the facts."""
_ALL = (*_TWO_TABLES, "indicators", "institutions", "relations", "sensitivities")
_TEMPLATE = "country"
_CHARTS = ("coverage", "timeline", "voices")
_LONGER = (1, 12, 60)
"""How often the findings stand in the briefs whose growth is measured: 6 to 200 pages."""
_WORDS = ("h1", "h2", "h3", "p", "li", "th", "td", "caption", "figcaption")
_PEER = "peer"


@dataclass(frozen=True, slots=True)
class Stock:
    """A brief, and what it takes to write it."""

    brief: Brief
    taxonomy: Taxonomy
    figures: tuple[FigureImage, ...]

    def exported(self) -> Exported:
        """Return the PDF, all the way from the brief."""
        return PDF.export(render(self.brief, self.figures, self.taxonomy))

    def words(self) -> str:
        """Return the words of the document as bare paragraphs."""
        html = printed(render(self.brief, self.figures, self.taxonomy).html)
        return bare(html)


def bare(html: str) -> str:
    """Return the words of a document, a paragraph for each of its own."""
    body: Any = lxml_html.document_fromstring(html).body
    blocks = (one for one in body.iter(*_WORDS) if not any(one.iterchildren("p", "ul", "ol")))
    texts = filter(None, (" ".join(one.text_content().split()) for one in blocks))
    paragraphs = "\n".join(f"<p>{escape(text)}</p>" for text in texts)
    return f'<!DOCTYPE html><html lang="en"><title>-</title>{paragraphs}</html>'


def made(folder: Path, *, annex: bool, fields: tuple[str, ...]) -> Stock:
    """Return a brief of the samples, with what an officer writes in these fields."""
    taxonomy = load_taxonomy()
    request = replace(
        load_request(resources.assets("samples", "request.toml")),
        max_findings=_FINDINGS,
        template=_TEMPLATE,
        charts=_CHARTS,
        notes="endnotes",
        issued=_DAY,
        annex=annex,
    )
    library = Library.open(folder, create=True)
    try:
        import_reports(library, (resources.assets("samples", "reports"),), Silent(), today=_DAY)
        brief = build_brief(library, request, taxonomy, today=_DAY).brief
    finally:
        library.close()
    codes = [finding.code for finding in brief.findings]
    wanted = [one for one in load_header(_TEMPLATE).fields if one.name in fields]
    brief = replace(brief, verified=len(codes), request=written(brief.request, wanted, codes))
    return Stock(marked(brief), taxonomy, draw_charts(brief))


def longer(stock: Stock, times: int) -> Stock:
    """Return a brief in which every finding stands so many times, under codes of their own.

    Its words are turned round each time, lest lines that are the same be broken and drawn once.
    """

    def again(finding: BriefFinding, turn: int) -> BriefFinding:
        words = finding.text.split()
        first = turn % len(words)
        text = " ".join((*words[first:], *words[:first]))
        return replace(finding, code=f"{finding.code}{turn}", text=text) if turn else finding

    def filled(section: Section) -> Section:
        found = (again(one, turn) for turn in range(times) for one in section.findings)
        return replace(section, findings=tuple(found))

    sections = tuple(filled(section) for section in stock.brief.sections)
    return replace(stock, brief=replace(stock.brief, sections=sections))


class Peer:
    """WeasyPrint as it comes, in a process of its own that stays warm."""

    def __init__(self) -> None:
        command = [sys.executable, __file__, _PEER]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)  # noqa: S603 - this script

    def __enter__(self) -> Peer:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def taken(self, path: Path) -> float:
        """Return the seconds that a file takes."""
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        assert self._process.stdout is not None  # noqa: S101 - it is a pipe
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


def serve() -> None:
    """Set one file after the other, and tell how long each took."""
    from weasyprint import HTML

    for line in sys.stdin:
        words = Path(line.strip()).read_text("utf-8")
        begun = time.process_time()
        HTML(string=words).write_pdf()
        print(time.process_time() - begun, flush=True)


def _taken(stock: Stock) -> float:
    begun = time.process_time()
    stock.exported()
    return time.process_time() - begun


def compared(stock: Stock, peer: Peer, folder: Path, runs: int) -> tuple[float, float]:
    """Return the seconds that a brief takes, and how often as long as its words that is."""
    path = folder / "words.html"
    path.write_text(stock.words(), "utf-8")
    both = [(_taken(stock), peer.taken(path)) for _ in range(runs + 1)][1:]  # the first one warms
    return (
        statistics.median(ours for ours, _ in both),
        statistics.median(ours / theirs for ours, theirs in both),
    )


def exponent(stock: Stock) -> tuple[str, float]:
    """Return from how many pages to how many was measured, and the power by which time grows.

    The shortest comes first and is warm; each longer one takes seconds, so once tells enough.
    """
    pages, times = [], []
    for often in _LONGER:
        one = longer(stock, often)
        begun = time.process_time()
        pages.append(one.exported().pages or 1)
        times.append(time.process_time() - begun)
    across, up = [math.log(one) for one in pages], [math.log(one) for one in times]
    return f"{pages[0]} to {pages[-1]} pages", statistics.linear_regression(across, up).slope


def measured(runs: int) -> Iterator[tuple[str, ...]]:
    """Yield what was measured: a name, a figure, and what is to be reached."""
    kinds = (
        ("without annex", False, _TWO_TABLES, "≤ 2.5"),
        ("with annex", True, _TWO_TABLES, ""),
        ("without annex, laid out twice as its last page is nearly empty", False, _ALL, ""),
    )
    with tempfile.TemporaryDirectory(prefix="deskbrief-bench-") as name, Peer() as peer:
        for number, (kind, annex, fields, target) in enumerate(kinds):
            stock = made(Path(name) / f"library-{number}", annex=annex, fields=fields)
            seconds, ratio = compared(stock, peer, Path(name), runs if target else _FEWER)
            what = f"brief of {stock.exported().pages} pages, {_FINDINGS} findings, {kind}"
            yield f"{what}, warm", f"{seconds * 1000:.0f} ms", ""
            yield f"{what}, warm, ÷ WeasyPrint with bare paragraphs", f"{ratio:.2f}", target
            if number == 0:
                span, power = exponent(stock)
                yield f"growth of time with pages, {span}, exponent", f"{power:.2f}", "≤ 1.05"


if __name__ == "__main__":
    if sys.argv[1:] == [_PEER]:
        serve()
    else:
        for row in measured(int(sys.argv[1]) if len(sys.argv) > 1 else _RUNS):
            print("\t".join(row), flush=True)
