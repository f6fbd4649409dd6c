"""The officer's own figures put in order: a table an indicator, whatever files they came in.

Takes a request, which carries the figures; gives values by country and year, written as they are
printed, and what says where each comes from.
"""

from briefing.own_data.disagreeing import Disagreement, disagreement_of
from briefing.own_data.fitting import ENDINGS, fitting_charts, offered_charts, shape_of
from briefing.own_data.tables import (
    IndicatorTable,
    Value,
    countries_asked,
    regions_within,
    tables_of,
    with_file,
)
from briefing.own_data.wanted import (
    BARS,
    DOTS,
    LINES,
    OWN_CHARTS,
    OwnChart,
    labels_of,
    named,
)
from briefing.own_data.writing import Writing, writing_of

__all__ = [
    "BARS",
    "DOTS",
    "ENDINGS",
    "LINES",
    "OWN_CHARTS",
    "Disagreement",
    "IndicatorTable",
    "OwnChart",
    "Value",
    "Writing",
    "countries_asked",
    "disagreement_of",
    "fitting_charts",
    "labels_of",
    "named",
    "offered_charts",
    "regions_within",
    "shape_of",
    "tables_of",
    "with_file",
    "writing_of",
]
