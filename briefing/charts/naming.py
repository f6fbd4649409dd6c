"""Charts by their ids: of own data ``bars: Inflation | 2023`` says too what is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.charts.chart import Chart, NotEnough
from briefing.model import ChartData, Selection, Taxonomy
from briefing.own_data import OwnChart


def chart_named(id_: str, charts: Iterable[Chart]) -> Chart | None:
    """Return the chart that an id means: one of those that there are, or made of own data so."""
    known = {chart.id: chart for chart in charts}
    wanted = None if id_ in known else OwnChart.read(id_)
    form = known.get(id_ if wanted is None else wanted.form)
    if form is None or wanted is None:
        return form
    return _as_wanted(form, wanted, id_)


def _as_wanted(form: Chart, wanted: OwnChart, id_: str) -> Chart:
    """Return a chart of own data that shows the figures that are wanted."""
    make = form.of_own

    def data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
        made = make(selection, taxonomy, wanted) if make else form.data(selection, taxonomy)
        return replace(made, chart=id_) if isinstance(made, ChartData) else made

    return replace(form, id=id_, name=wanted.title or form.name, data=data)
