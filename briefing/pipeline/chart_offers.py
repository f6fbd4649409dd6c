"""Use case: which charts a draft could have, each with its picture or the reason against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import replace

from briefing.charts import CHARTS
from briefing.charts.chart import Chart
from briefing.errors import RequestError
from briefing.model import Brief, ChartData, Draft, FigureImage
from briefing.model.desk import ChartChoice
from briefing.model.offers import ChartOffer

_DPI = 168
"""Sharp on a usual screen at twice the size of print, and soon drawn."""


def chart_offers(
    draft: Draft,
    build: Callable[[Draft], Brief],
    drawn: MutableMapping[ChartData, FigureImage] | None = None,
) -> Iterator[ChartOffer]:
    """Yield an offer for each chart: those that the draft's document could have come first.

    ``drawn`` keeps what has been drawn before; without it nothing is drawn.

    Raises:
        RequestError, TemplateError, LibraryError: as ``build_draft``.
    """
    with_all = build(_asking(draft, CHARTS))
    found = {data.chart: data for data in with_all.charts}
    known = {chart.id: chart for chart in CHARTS}
    for id_, data in found.items():
        yield _offer(known[id_], data, drawn)
    for chart in CHARTS:
        if chart.id not in found:
            yield ChartOffer(_choice(chart), reason=_why_not(draft, chart, build))


def chart_of(draft: Draft, id_: str, build: Callable[[Draft], Brief]) -> FigureImage | str:
    """Return the drawing of one chart, or why there is none.

    Raises:
        RequestError: there is no such chart; and as ``chart_offers``.
    """
    chart = next((one for one in CHARTS if one.id == id_), None)
    if chart is None:
        known = ", ".join(one.id for one in CHARTS)
        raise RequestError(f"There is no chart {id_!r}.", f"There are: {known}.")
    charts = build(_asking(draft, (chart,))).charts
    return chart.draw(charts[0]) if charts else _why_not(draft, chart, build)


def _asking(draft: Draft, charts: tuple[Chart, ...]) -> Draft:
    ids = tuple(chart.id for chart in charts)
    return replace(draft, request=replace(draft.request, charts=ids))


def _why_not(draft: Draft, chart: Chart, build: Callable[[Draft], Brief]) -> str:
    """Return what the document says where it is asked for this chart alone."""
    said = build(_asking(draft, (chart,))).omitted
    without = build(_asking(draft, ())).omitted
    return " ".join(sentence for sentence in said if sentence not in without)


def _offer(
    chart: Chart, data: ChartData, drawn: MutableMapping[ChartData, FigureImage] | None
) -> ChartOffer:
    if drawn is None:
        return ChartOffer(_choice(chart), data)
    if data not in drawn:
        drawn[data] = chart.draw(data)
    drawing = drawn[data]
    return ChartOffer(
        choice=_choice(chart),
        data=data,
        png=drawing.as_png(_DPI),
        width_pt=drawing.width_pt,
        height_pt=drawing.height_pt,
        areas=drawing.areas,
    )


def _choice(chart: Chart) -> ChartChoice:
    return ChartChoice(chart.id, chart.name, chart.description)
