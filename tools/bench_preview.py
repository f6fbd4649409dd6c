"""Measures how soon a change is seen on the pages of a six-page brief.

    bench_preview.py [CHANGES]

Prints name, tab, figure, and where one is to be reached a tab and the target.

The reports are the samples and some of our own making; the pages come from a real process of the
core, and are drawn as the window draws them. Called by ``tools/bench.py``.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench_pauses import write_reports

from briefing import resources
from briefing.drafting import decide
from briefing.model import Choice, Draft
from briefing.model.desk import DraftView, FindingRow, PreviewState
from briefing.rasterising import draw_page
from briefing.request_file import load_request
from briefing.service.calls import ImportReports, RenderPreview, ViewDraft
from briefing.service.client import Client
from briefing.service.messages import Done, Failed, Message, Part, Places, Stopped

_CHANGES = 20
_FINDINGS = 78
"""So many make six pages."""
_SCALE = 1.4
"""Pixels per point: a page some 830 pixels wide."""
_PATIENCE = 120.0


class Watch:
    """Asks, and notes when the first page and when the last came."""

    def __init__(self, library: Path) -> None:
        self._news = threading.Condition()
        self._heard: list[tuple[float, Message]] = []
        self.client = Client(Places(library), self._hear)

    def answer(self, call: object) -> object:
        """Return the answer to a call."""
        return self.timed(call)[0]

    def timed(self, call: object) -> tuple[object, float, float]:
        """Return an answer, the seconds until a first page was drawn, and until all was there."""
        begun = time.perf_counter()
        job = self.client.submit(call)  # type: ignore[arg-type] # any call
        first = self._wait(job, Part, Done, Failed, Stopped)
        seen = begun
        if isinstance(first[1], Part):
            draw_page(first[1].value.pdf, 1, _SCALE)  # type: ignore[attr-defined] # a page
            seen = time.perf_counter()
        last, message = self._wait(job, Done, Failed, Stopped)
        if not isinstance(message, Done):
            raise SystemExit(f"no answer: {message}")
        return message.value, seen - begun, last - begun

    def _hear(self, message: Message) -> None:
        with self._news:
            self._heard.append((time.perf_counter(), message))
            self._news.notify_all()

    def _wait(self, job: int, *kinds: type[Message]) -> tuple[float, Message]:
        def found() -> tuple[float, Message] | None:
            about = (one for one in self._heard if one[1].job == job and isinstance(one[1], kinds))
            return next(about, None)

        with self._news:
            heard = self._news.wait_for(found, _PATIENCE)
        if heard is None:
            raise SystemExit("the core does not answer")
        return heard


def long_draft(watch: Watch, folder: Path) -> DraftView:
    """Return the draft of a brief of six pages, with its findings."""
    write_reports(folder / "made", 30)
    samples = resources.assets("samples", "reports")
    watch.answer(ImportReports((samples, folder / "made")))
    request = load_request(resources.assets("samples", "request.toml"))
    wide = replace(request, max_findings=_FINDINGS, max_words=None, template="note")
    view = watch.answer(ViewDraft(Draft(wide)))
    assert isinstance(view, DraftView)  # noqa: S101 - what ViewDraft answers
    return view


def changes(view: DraftView, number: int) -> Iterator[tuple[FindingRow, Draft]]:
    """Yield findings spread over the document, each with the draft that leaves it out."""
    used = [row for row in view.rows if row.decision.is_used]
    step = max(1, len(used) // number)
    for row in (used * 2)[: step * number : step]:
        yield row, decide(view.draft, row.decision, Choice.LEFT_OUT)


def measured(number: int) -> Iterator[tuple[str, ...]]:
    """Yield what was measured: a name, a figure, and the target if there is one."""
    with tempfile.TemporaryDirectory(prefix="deskbrief-bench-") as folder:
        watch = Watch(Path(folder) / "library")
        try:
            view = long_draft(watch, Path(folder))
            state, cold, _ = watch.timed(RenderPreview(view.draft))
            assert isinstance(state, PreviewState)  # noqa: S101 - what RenderPreview answers
            watch.timed(RenderPreview(next(changes(view, 1))[1]))  # the first time loads things
            taken = [
                watch.timed(RenderPreview(draft, (1,), row.code))[1:]
                for row, draft in changes(view, number)
            ]
        finally:
            watch.client.close()
    first, whole = ([one[n] for one in taken] for n in (0, 1))
    what = f"{state.pages} pages, {state.findings} findings"
    yield f"preview, first page from cold ({what})", _ms(cold)
    yield f"preview, change seen, median of {number}", _ms(statistics.median(first)), "≤ 300 ms"
    yield f"preview, change seen, 95th percentile of {number}", _ms(_high(first))
    yield f"preview, all pages laid out anew, median of {number}", _ms(statistics.median(whole))
    yield f"preview, all pages laid out anew, 95th percentile of {number}", _ms(_high(whole))


def _high(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.95) - 1)]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    for row in measured(int(sys.argv[1]) if len(sys.argv) > 1 else _CHANGES):
        sys.stdout.write("\t".join(row) + "\n")
