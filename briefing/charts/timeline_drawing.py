"""How the timeline is drawn: a bar a year with its number, and where reports were published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.charts.checking import check_shape, unfit
from briefing.charts.drawing import ACCENT, GREY, WIDTH_PT, drawn
from briefing.charts.paper import Paper
from briefing.charts.years import Period, apart
from briefing.model import ChartData, FigureArea, FigureImage

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_PERIODS = 30
"""Bars that fit the width."""
_HEIGHT_PT = 108.0
_BARE_PT = 96.0
"""Without a report whose date is known."""
_TOP_PT = 16.0
"""Where the highest bar ends, from above, and then the foot of the bars, years and reports."""
_FOOT_PT = 78.0
_YEAR_PT = 88.0
_REPORTS_PT = 102.0
_NUMBER_PT = 12.0
"""Height that the number above a bar takes."""
_HIGH, _MOST_HIGH = 0.6, 3
"""Bars above this share of the highest are named first, where they are no more than so many."""
_ASIDE_PT = 6.0
"""How far the name of what lies before or after all may stand aside."""
_LEAST_PLACES = 8
"""Fewer bars are not made broader."""


def check_timeline(data: ChartData) -> None:
    """Check that the data is one row a year or decade with two counts.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(3, 4), MOST_PERIODS)
    try:
        _periods(data)
    except ValueError as error:
        raise unfit(data, "a row is no year") from error
    if not any(row[1] for row in data.rows):
        raise unfit(data, "no finding names a year")


def _periods(data: ChartData) -> list[Period]:
    return [Period.parse(str(row[0])) for row in data.rows]


def draw_timeline(data: ChartData) -> FigureImage:
    """Return the years as bars with their numbers, triangles where reports were published.

    Raises:
        BriefError: the data is damaged.
    """
    check_timeline(data)
    height = _HEIGHT_PT if any(row[2] for row in data.rows) else _BARE_PT
    return drawn(data, height, lambda figure: _paint(figure, data, height))


def _paint(figure: Figure, data: ChartData, height: float) -> list[FigureArea]:
    paper = Paper(figure, height)
    periods, numbers = _periods(data), [int(row[1]) for row in data.rows]
    ends = periods[0].label, periods[-1].label
    edge = max(8.0, *(paper.width(label) - 20.0 for label in ends))  # room for “from 2035”
    wide = (WIDTH_PT - 2 * edge) / max(len(periods), _LEAST_PLACES)
    middles = [edge + wide * (place + 0.5) for place in range(len(periods))]
    most = max(numbers)
    paper.rule(0, _FOOT_PT, WIDTH_PT, _FOOT_PT)
    for x, period, number in zip(middles, periods, numbers, strict=True):
        high = (_FOOT_PT - _TOP_PT) * number / most
        if number:
            paper.box(x - wide * 0.36, _FOOT_PT - high, wide * 0.72, high, ACCENT)
            paper.write(x, _FOOT_PT - high - 6.0, f"{number:,}", align="center")
        top = _FOOT_PT - high - _NUMBER_PT
        paper.point(period.label, x - wide / 2, top, wide, _YEAR_PT + 8.0 - top)
    published = [int(row[2]) for row in data.rows]
    _label(paper, middles, periods, (numbers, published))
    _mark_publications(paper, middles, published)
    return paper.areas


def _label(
    paper: Paper,
    middles: Sequence[float],
    periods: Sequence[Period],
    marked: tuple[Sequence[int], Sequence[int]],
) -> None:
    """Write as many years as there is room for: the ends, the highest bars, then the round ones.

    ``marked`` are the numbers of what a reader may look up: findings, and reports.
    """
    numbers, published = marked
    places = range(len(periods))
    high = [place for place in places if numbers[place] > _HIGH * max(numbers)]
    order = (
        *(0, len(periods) - 1),
        *(high if len(high) <= _MOST_HIGH else ()),
        *(place for place in places if periods[place].is_round),
        *(place for place in places if numbers[place]),
        *(place for place in places if published[place]),
    )
    widths = [paper.width(period.label) for period in periods]
    at = _aside(middles, periods, widths)
    for place in sorted(apart(order, at, widths)):
        x = middles[place]
        paper.rule(x, _FOOT_PT, x, _FOOT_PT + 3.0)
        paper.write(at[place], _YEAR_PT, periods[place].label, align="center")


def _aside(
    middles: Sequence[float], periods: Sequence[Period], widths: Sequence[float]
) -> list[float]:
    """Return where the names stand: “to 1999” and “from 2035” give way to those beside them."""
    at = list(middles)
    if " " in periods[0].label:
        at[0] = min(at[0], max(at[0] - _ASIDE_PT, widths[0] / 2))
    if " " in periods[-1].label:
        at[-1] = max(at[-1], min(at[-1] + _ASIDE_PT, WIDTH_PT - widths[-1] / 2))
    return at


def _mark_publications(paper: Paper, middles: Sequence[float], numbers: Sequence[int]) -> None:
    """Put a triangle under each year in which reports were published, with how many if several."""
    for x, number in zip(middles, numbers, strict=True):
        if number:
            paper.dot(x, _REPORTS_PT, GREY, 4.5, "^")
        if number > 1:
            paper.write(x + 4.5, _REPORTS_PT, str(number), colour=GREY)
