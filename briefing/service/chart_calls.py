"""What the window asks of charts."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Draft
from briefing.model.desk import FindingRow
from briefing.model.offers import ChartOffer
from briefing.service.calls import Call


@dataclass(frozen=True, slots=True)
class OfferCharts(Call[None]):
    """All charts as they would be in a draft's document. Parts: a ``ChartOffer`` each."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class ShowChart(Call[ChartOffer]):
    """One of the charts that a draft's document has, by its ``anchor``."""

    draft: Draft
    chart: str


@dataclass(frozen=True, slots=True)
class FindingsBehind(Call[tuple[FindingRow, ...]]):
    """The findings behind a point of a chart, in the order of their codes."""

    draft: Draft
    codes: tuple[str, ...]
