"""Measures how long the charts of a brief take to draw; prints name, tab, figure.

    bench_charts.py [TIMES]

The reports are the samples; a chart that they do not support is left out. Processor time, for it
does not grow when the machine has other things to do. Called by ``tools/bench.py``.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing import resources
from briefing.charts import CHARTS
from briefing.library import Library
from briefing.model import ChartData
from briefing.pipeline.building import build_brief
from briefing.pipeline.importing import import_reports
from briefing.progress import Silent
from briefing.request_file import load_request
from briefing.taxonomy import load_taxonomy

_TIMES = 15
_DAY = date(2026, 11, 20)
_COMMON = ("coverage", "timeline", "voices")
"""What is called three charts."""


def charts() -> dict[str, ChartData]:
    """Return the charts of a brief made of the samples, by their ids."""
    request = load_request(resources.assets("samples", "request.toml"))
    wanted = replace(request, charts=tuple(chart.id for chart in CHARTS))
    with tempfile.TemporaryDirectory(prefix="deskbrief-bench-") as folder:
        library = Library.open(Path(folder))
        samples = resources.assets("samples", "reports")
        import_reports(library, (samples,), Silent(), today=_DAY)
        built = build_brief(library, wanted, load_taxonomy(), today=_DAY)
        library.close()
    return {data.chart: data for data in built.brief.charts}


def measured(times: int) -> Iterator[tuple[str, ...]]:
    """Yield what was measured: a name, a figure, and the target if there is one."""
    made = charts()
    drawing = {chart.id: chart.draw for chart in CHARTS if chart.id in made}

    def draw(*ids: str) -> None:
        for id_ in ids:
            drawing[id_](made[id_])

    common = tuple(id_ for id_ in _COMMON if id_ in made)
    yield f"{len(common)} charts, the first time in a process", _ms(_taken(partial(draw, *common)))
    warm = _median(times, partial(draw, *common))
    yield f"{len(common)} charts, warm, median of {times}", warm, "≤ 150 ms"
    for id_ in made:
        draw(id_)
        yield f"chart “{id_}”, median of {times}", _median(times, partial(draw, id_))
        picture = drawing[id_](made[id_])
        yield f"chart “{id_}”, once for Word", _ms(_taken(picture.for_word))


def _median(times: int, deed: Callable[[], object]) -> str:
    return _ms(statistics.median(_taken(deed) for _ in range(times)))


def _taken(deed: Callable[[], object]) -> float:
    begun = time.process_time()
    deed()
    return time.process_time() - begun


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    for row in measured(int(sys.argv[1]) if len(sys.argv) > 1 else _TIMES):
        sys.stdout.write("\t".join(row) + "\n")
