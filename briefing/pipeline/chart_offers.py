"""Use case: which charts a draft could have, each with its picture or the reason against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import replace

from briefing.charts import CHARTS, chart_named
from briefing.charts.chart import Chart
from briefing.errors import RequestError
from briefing.model import Brief, BriefRequest, ChartData, Draft, FigureImage, Taxonomy
from briefing.model.desk import ChartChoice
from briefing.model.offers import ChartOffer
from briefing.own_data import offered_charts
from briefing.pipeline.selecting import resolve_scope
from briefing.taxonomy import with_groups

_DPI = 168
"""Sharp on a usual screen at twice the size of print, and soon drawn."""


def chart_offers(
    draft: Draft,
    taxonomy: Taxonomy,
    build: Callable[[Draft], Brief],
    drawn: MutableMapping[ChartData, FigureImage] | None = None,
) -> Iterator[ChartOffer]:
    """Yield an offer for each chart: those that the draft's document could have come first.

    ``drawn`` keeps what has been drawn before; without it nothing is drawn.

    Raises:
        RequestError, TemplateError, LibraryError: as ``build_draft``.
    """
    taxonomy = with_groups(taxonomy, draft.request.groups)
    request = resolve_scope(draft.request, taxonomy)
    known = {chart.id: chart for chart in _offered(request, taxonomy)}
    with_all = build(_asking(draft, known.values()))
    found = {data.chart: data for data in with_all.charts}
    for id_, data in found.items():
        yield _offer(known[id_], data, drawn)
    for chart in known.values():
        if chart.id not in found:
            yield ChartOffer(_choice(chart), reason=_why_not(draft, chart, build))


def chart_shown(
    brief: Brief, anchor: str, drawn: MutableMapping[ChartData, FigureImage]
) -> ChartOffer:
    """Return a chart that a document has, by its anchor, with its picture.

    Raises:
        RequestError: the document has no such chart.
    """
    for data in brief.charts:
        chart = chart_named(data.chart)
        if data.anchor == anchor and chart is not None:
            return _offer(chart, data, drawn)
    raise RequestError(
        "The document has no such chart any more.", "Wait until its pages have been renewed."
    )


def _offered(request: BriefRequest, taxonomy: Taxonomy) -> Iterator[Chart]:
    """Yield the charts of findings, and those of own data that are offered."""
    yield from (chart for chart in CHARTS if not chart.own)
    yield from filter(None, map(chart_named, offered_charts(request, taxonomy)))


def chart_of(draft: Draft, id_: str, build: Callable[[Draft], Brief]) -> FigureImage | str:
    """Return the drawing of one chart, or why there is none.

    Raises:
        RequestError: there is no such chart; and as ``chart_offers``.
    """
    chart = chart_named(id_)
    if chart is None:
        known = ", ".join(one.id for one in CHARTS)
        raise RequestError(f"There is no chart {id_!r}.", f"There are: {known}.")
    charts = build(_asking(draft, (chart,))).charts
    return chart.draw(charts[0]) if charts else _why_not(draft, chart, build)


def _asking(draft: Draft, charts: Iterable[Chart]) -> Draft:
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
