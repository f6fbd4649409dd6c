"""Which chart suits which indicator: by how many years and countries it has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from briefing.model import BriefRequest, Taxonomy
from briefing.own_data.tables import IndicatorTable, countries_asked, tables_of
from briefing.own_data.wanted import BARS, DOTS, LINES, OWN_CHARTS, OwnChart, labels_of

ENDINGS = (".csv", ".tsv", ".xlsx")
"""Of the files that hold tables of figures."""
_MOST_BY_THEMSELVES = 2
_MOST_OFFERED = 8
LEAST_YEARS = 4
"""Years from which on values make a line."""
LEAST_COUNTRIES = 3
"""Countries from which on they are worth comparing as bars."""


def shape_of(table: IndicatorTable) -> str:
    """Return the id of the chart that suits an indicator best; empty where it is too thin."""
    longest = max((len(found) for found in table.values.values()), default=0)
    if longest >= LEAST_YEARS:
        return LINES
    if sum(len(found) >= 2 for found in table.values.values()) >= 2:
        return DOTS
    return BARS if len(table.values) >= LEAST_COUNTRIES else ""


def fitting_charts(request: BriefRequest, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the ids of the charts that suit the first indicators on the countries asked for.

    No more than a document of two sides has room for; others can be asked for.
    """
    return tuple(islice(_fitting(request, taxonomy), _MOST_BY_THEMSELVES))


def offered_charts(request: BriefRequest, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the ids of the charts of own data that are offered: an indicator each in its form.

    Those that the request names are among them; where no table has been added, each form is, for
    the reason why there is none.
    """
    asked = (id_ for id_ in request.charts or () if OwnChart.read(id_) is not None)
    fitting = tuple(islice(_fitting(request, taxonomy), _MOST_OFFERED))
    return tuple(dict.fromkeys((*asked, *(fitting or OWN_CHARTS))))


def _fitting(request: BriefRequest, taxonomy: Taxonomy) -> Iterator[str]:
    """Yield the ids of charts that suit; where no figures are on the place, one that says so."""
    tables = tables_of(request)
    asked = {*countries_asked(request, taxonomy)}
    beside, is_told = "", False
    for label, table in zip(labels_of(tables), tables, strict=True):
        id_ = OwnChart(shape, label).id if (shape := shape_of(table)) else ""
        if id_ and (not asked or not asked.isdisjoint(table.values)):
            is_told = True
            yield id_
        beside = beside or id_
    if beside and not is_told:
        yield beside
