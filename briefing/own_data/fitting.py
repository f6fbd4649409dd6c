"""Which chart suits which indicator: by how many years and countries it has."""

from __future__ import annotations

from briefing.model import BriefRequest
from briefing.own_data.tables import IndicatorTable, tables_of

LINES, BARS, DOTS = "lines", "bars", "dots"
"""Ids of the charts of own data."""
ENDINGS = (".csv", ".tsv", ".xlsx")
"""Of the files that hold tables of figures."""
OWN_CHARTS = (LINES, BARS, DOTS)
_MOST_BY_THEMSELVES = 2
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


def fitting_charts(request: BriefRequest) -> tuple[str, ...]:
    """Return the ids of the charts that suit the data of a request, in the order of its data.

    No more than a document of two sides has room for; others can be asked for.
    """
    shapes = (shape_of(table) for table in tables_of(request))
    return tuple(dict.fromkeys(filter(None, shapes)))[:_MOST_BY_THEMSELVES]
