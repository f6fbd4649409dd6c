"""Measures Word documents of 6 and 200 pages against pandoc; prints name, tab, figure, tab, target.

Both write the same HTML with the same picture: ours with styles of its own, footnotes, bookmarks,
heads and feet, and the data by which a document is checked when it comes back. Each figure is
processor time, a median of runs taken in turns; what is kept of the last run is forgotten before
the next, but for the reference document. pandoc is taken from the path or fetched by pip.

A contents list is left out: pandoc tells no page numbers in one. Ours lays the PDF out for them,
which takes as long as it does for the PDF.
"""

from __future__ import annotations

import math
import pickle
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from briefing.blocks import read_document  # noqa: E402
from briefing.exporters.endnotes import listed  # noqa: E402
from briefing.exporters.word import DOCX  # noqa: E402
from briefing.model import FigureImage, RenderedBrief, WordPicture  # noqa: E402
from briefing.templating import render  # noqa: E402
from tests import briefs  # noqa: E402

SIZES = {6: (3, "≤ 1.0"), 200: (93, "≤ 1.5")}
"""Pages: how often the findings are repeated for so many, and what is to be reached."""
_RUNS = 5
_COLD = """
import pickle, sys
sys.path.insert(0, sys.argv[1])
rendered = pickle.load(open(sys.argv[2], "rb"))
from briefing.exporters.word import DOCX
DOCX.export(rendered)
"""


def a_brief(times: int) -> RenderedBrief:
    """Return a made-up note with a picture, footnotes, and an annex of the passages it quotes."""
    brief = briefs.brief(briefs.request(contents=False, notes="footnotes"), times=times)
    return render(brief, [_kept(one) for one in briefs.figures()], briefs.TAXONOMY)


def _kept(figure: FigureImage) -> FigureImage:
    """Return a figure drawn for Word, which can be handed to another process."""
    drawn = figure.for_word()
    return replace(figure, for_word=partial(WordPicture, drawn.outlined, drawn.png), as_png=bytes)


def pandoc(folder: Path) -> str:
    """Return the path of pandoc, fetched into a folder if need be; empty where there is none."""
    found = shutil.which("pandoc")
    if found:
        return found
    try:
        venv.create(folder, with_pip=True)
        install = ["-m", "pip", "install", "--quiet", "pypandoc_binary"]
        subprocess.run([folder / "bin" / "python", *install], check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return ""
    return next((str(one) for one in folder.rglob("pypandoc/files/pandoc")), "")


def measured(peer: str, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what was measured: a name, a figure, and what is to be reached."""
    taken = {}
    for pages, (times, target) in SIZES.items():
        rendered = a_brief(times)
        _write(rendered)  # the first time loads things
        tasks = _tasks(rendered, peer, folder)
        runs = [{name: task() for name, task in tasks.items()} for _ in range(_RUNS)]
        spent = {name: statistics.median(run[name] for run in runs) for name in tasks}
        taken[pages] = spent["warm"]
        yield f"Word, {pages} pages, warm", f"{spent['warm'] * 1000:.0f} ms", ""
        yield f"Word, {pages} pages, from a cold start", f"{spent['cold'] * 1000:.0f} ms", ""
        if peer:
            yield f"pandoc, {pages} pages", f"{spent['pandoc'] * 1000:.0f} ms", ""
            for kind, wanted in (("warm", target), ("cold", "")):
                ratio = f"{spent[kind] / spent['pandoc']:.2f}"
                yield f"Word, {pages} pages, {kind}, ÷ pandoc", ratio, wanted
    less, more = sorted(SIZES)
    growth = math.log(taken[more] / taken[less]) / math.log(SIZES[more][0] / SIZES[less][0])
    yield f"Word, growth with pages, {less} to {more}: exponent", f"{growth:.2f}", "≤ 1.05"


def _tasks(rendered: RenderedBrief, peer: str, folder: Path) -> dict[str, Callable[[], float]]:
    """Return what is measured of a brief; each says how long it took."""
    stored = folder / "brief.pickle"
    stored.write_bytes(pickle.dumps(rendered))
    cold = [sys.executable, "-c", _COLD, str(ROOT), str(stored)]
    tasks: dict[str, Callable[[], float]] = {
        "warm": partial(_warm, rendered),
        "cold": partial(_child, cold, folder),
    }
    if peer:
        source = folder / "brief.html"
        source.write_text(_for_pandoc(rendered, folder), "utf-8")
        tasks["pandoc"] = partial(_child, [peer, source.name, "-o", "brief.docx"], folder)
    return tasks


def _for_pandoc(rendered: RenderedBrief, folder: Path) -> str:
    """Return the HTML with its pictures in files."""
    html = rendered.html
    for figure in rendered.figures:
        (folder / f"{figure.name}.png").write_bytes(figure.for_word().png)
        html = html.replace(f"figure:{figure.name}", f"{figure.name}.png")
    return html


def _write(rendered: RenderedBrief) -> None:
    read_document.cache_clear()
    listed.cache_clear()
    DOCX.export(rendered)


def _warm(rendered: RenderedBrief) -> float:
    began = time.process_time()
    _write(rendered)
    return time.process_time() - began


def _child(command: list[str], folder: Path) -> float:
    """Return the processor time that a program took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print each figure as soon as it is known."""
    with tempfile.TemporaryDirectory(prefix="deskbrief-bench-") as name:
        peer = pandoc(Path(name) / "pandoc")
        if not peer:
            sys.stdout.write("pandoc is not there to be compared with\t-\t\n")
        for row in measured(peer, Path(name)):
            sys.stdout.write("\t".join(row) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
