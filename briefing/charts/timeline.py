"""Timeline: when the things happened that the findings speak of, and when they were reported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import check_shape, unfit
from briefing.charts.drawing import ACCENT, GREY, HAIRLINE, INK, WIDTH_PT, drawn
from briefing.charts.paper import area
from briefing.charts.points import point
from briefing.model import (
    Candidate,
    ChartData,
    ChartPoint,
    FigureArea,
    FigureImage,
    Selection,
    Taxonomy,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Row = tuple[str, int, int]
"""Label of the period, findings that speak of it, reports published in it."""

_LEAST_DATED = 5
_MOST_YEARS = 30
"""Bars that fit the width."""
_MOST_BETWEEN = _MOST_YEARS - 2
"""Years with a bar of their own, where earlier ones share the first and later ones the last."""
_PERIOD = re.compile(r"(?:to |from )?[0-9]{1,4}")
"""What a row is named."""
_HEIGHT_PT = 108.0
_LEFT, _BELOW, _ACROSS, _HIGH = 0.015, 0.28, 0.97, 0.62
"""Where the axes stand, as shares of the drawing."""
_NUMBER_PT = 10.0
"""Height of the number above a bar."""
_YEAR_PT = 14.0
"""Height of the year beneath it."""


def timeline_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return, a row a year, the findings that speak of it and the reports published in it."""
    del taxonomy  # years have no names
    dated = [named for c in selection.distinct if (named := _years(c))]
    years = Counter(year for named in dated for year in named)
    if len(dated) < _LEAST_DATED or len(years) < 2:
        return NotEnough(
            "No timeline: too few of the findings say when the things happened that they speak of."
        )
    published = _published(selection.distinct)
    rows = _rows(years, published)
    return ChartData(
        chart="timeline",
        question="When did it happen?",
        answer=_answer(years, dated),
        basis=(
            f"Number of findings that name the year, {len(dated)} of {len(selection.distinct)}; "
            "one that names two years counts under both. Triangles: reports published."
        ),
        alt=_alt(rows),
        columns=("Year", "Findings that name it", "Reports published"),
        rows=rows,
        points=_points(rows, selection.distinct),
    )


def _points(rows: Sequence[Row], candidates: Sequence[Candidate]) -> tuple[ChartPoint, ...]:
    """Return the bars; in one that several years share a finding may count more than once."""
    named = [(one.stored, _years(one)) for one in candidates]
    spans = (_span(label) for label, _, _ in rows)
    return tuple(
        point(label, number, [one for one, years in named if _within(years, *span)])
        for (label, number, _), span in zip(rows, spans, strict=True)
        if number
    )


def _span(label: str) -> tuple[int, int]:
    """Return the first and last year that a row stands for."""
    word, _, year = label.rpartition(" ")
    return (0 if word == "to" else int(year)), (9999 if word == "from" else int(year))


def _years(candidate: Candidate) -> set[int]:
    return {day.year for day in candidate.stored.finding.dates}


def _published(candidates: Iterable[Candidate]) -> Counter[int]:
    """Return how many of the candidates' reports were published in each year."""
    dates = {
        stored.report.sha256: stored.report.metadata.date
        for candidate in candidates
        for stored in (candidate.stored, *candidate.also_in)
    }
    return Counter(day.year for day in dates.values() if day)


def _rows(years: Counter[int], published: Counter[int]) -> tuple[Row, ...]:
    """Return one row a year without gaps; years far from most share a row before or after."""
    first, last = _window(years, published)
    rows = [(str(year), years[year], published[year]) for year in range(first, last + 1)]
    every = {*years, *published}
    if early := {year for year in every if year < first}:
        rows.insert(0, _shared(f"to {first - 1}", early, years, published))
    if late := {year for year in every if year > last}:
        rows.append(_shared(f"from {last + 1}", late, years, published))
    return tuple(rows)


def _shared(label: str, within: set[int], years: Counter[int], published: Counter[int]) -> Row:
    return label, sum(years[y] for y in within), sum(published[y] for y in within)


def _window(years: Counter[int], published: Counter[int]) -> tuple[int, int]:
    """Return the first and last year with a row of their own: all, or where most findings are."""
    every = sorted({*years, *published})
    if every[-1] - every[0] < _MOST_YEARS:
        return every[0], every[-1]

    def held(first: int) -> tuple[int, int, int]:
        inside = range(first, first + _MOST_BETWEEN)
        return sum(years[y] for y in inside), sum(published[y] for y in inside), first

    first = max(every, key=held)
    return first, max(year for year in every if year < first + _MOST_BETWEEN)


def _answer(years: Counter[int], dated: Sequence[set[int]]) -> str:
    """Say which span of years at least half of the findings speak of, and how far back they go."""
    first, last = _densest(years, dated)
    span = str(first) if first == last else f"{first} to {last}"
    share = sum(1 for named in dated if _within(named, first, last)) / len(dated)
    said = f"{_fraction(share)} of the {len(dated)} dated findings speak of {span}"
    if min(years) < first:
        return f"{said}; they reach back to {min(years)}."
    return f"{said}; none goes further back."


def _densest(years: Iterable[int], dated: Sequence[set[int]]) -> tuple[int, int]:
    """Return the shortest span of years, the fullest of that length, that half of them name."""
    listed = sorted(years)
    spans = [
        (last - first, -held, -last, first)
        for i, first in enumerate(listed)
        for last in listed[i:]
        if (held := sum(_within(named, first, last) for named in dated)) * 2 >= len(dated)
    ]
    _, _, last, first = min(spans)
    return first, -last


def _within(named: Iterable[int], first: int, last: int) -> bool:
    return any(first <= year <= last for year in named)


def _fraction(share: float) -> str:
    if share == 1:
        return "All"
    if share >= 0.9:
        return "Nearly all"
    return "Most" if share >= 0.6 else "Half" if share <= 0.54 else "More than half"


def _alt(rows: Sequence[Row]) -> str:
    findings = ", ".join(f"{label}: {number}" for label, number, _ in rows if number)
    reports = ", ".join(f"{label}: {number}" for label, _, number in rows if number)
    return f"Findings by the year they name. {findings}. Reports published. {reports or 'No date'}."


def check_timeline(data: ChartData) -> None:
    """Check that the data is one row a year with two counts.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(3, 4), _MOST_YEARS)
    if not all(_PERIOD.fullmatch(str(row[0])) for row in data.rows):
        raise unfit(data, "a row is no year")
    if not any(row[1] for row in data.rows):
        raise unfit(data, "no finding names a year")


def draw_timeline(data: ChartData) -> FigureImage:
    """Return the years as bars with their numbers, triangles where reports were published.

    Raises:
        BriefError: the data is damaged.
    """
    check_timeline(data)
    return drawn(data, _HEIGHT_PT, lambda figure: _paint(figure, data))


def _paint(figure: Figure, data: ChartData) -> list[FigureArea]:
    axes = figure.add_axes((_LEFT, _BELOW, _ACROSS, _HIGH))
    counts = [int(row[1]) for row in data.rows]
    axes.bar(range(len(counts)), counts, width=0.72, color=ACCENT, linewidth=0)
    for place, number in enumerate(counts):
        if number:
            axes.text(place, number, str(number), ha="center", va="bottom", color=INK)
    axes.set_yticks([])
    top = max(counts) * 1.12
    axes.set_ylim(0, top)
    labels = [str(row[0]) for row in data.rows]
    beside = 0.6 if labels[0].isdigit() and labels[-1].isdigit() else 1.0  # room for “from 2035”
    shown = max(len(counts), 8) - 1 + 2 * beside
    axes.set_xlim(-beside, shown - beside)
    _label_years(axes, labels)
    _mark_publications(axes, [int(row[2]) for row in data.rows])
    return [
        _area(label, (place + beside) / shown, 1 / shown, number / top)
        for place, (label, number) in enumerate(zip(labels, counts, strict=True))
    ]


def _area(label: str, middle: float, across: float, high: float) -> FigureArea:
    """Return where a bar stands with its number and year; all are shares of the axes."""
    left = WIDTH_PT * (_LEFT + _ACROSS * (middle - across / 2))
    foot = _HEIGHT_PT * (1 - _BELOW) + _YEAR_PT
    tall = _HEIGHT_PT * _HIGH * high + _NUMBER_PT + _YEAR_PT
    return area(label, left, foot - tall, WIDTH_PT * _ACROSS * across, tall, _HEIGHT_PT)


def _label_years(axes: Axes, labels: Sequence[str]) -> None:
    """Write every year where there is room, else the first, the last and the round ones."""
    step = 1 if len(labels) <= 14 else 5
    last = len(labels) - 1
    shown = [
        place
        for place, label in enumerate(labels)
        if place in (0, last)
        or (int(label) % step == 0 and place >= 2 and (step == 1 or place <= last - 2))
        or step == 1
    ]
    axes.set_xticks(shown, [labels[place] for place in shown])
    axes.spines["bottom"].set_color(HAIRLINE)


def _mark_publications(axes: Axes, numbers: Sequence[int]) -> None:
    """Put a triangle under each year in which reports were published, with how many if several."""
    below = axes.get_xaxis_transform()  # x in years, y as a share of the axes
    for place, number in enumerate(numbers):
        if number:
            axes.plot(place, -0.36, "^", color=GREY, markersize=4.5, transform=below, clip_on=False)
        if number > 1:
            axes.text(place + 0.3, -0.36, f"{number}", va="center", color=GREY, transform=below)


TIMELINE = Chart(
    id="timeline",
    name="Timeline",
    description="When the things reported happened, and when the reports appeared.",
    data=timeline_data,
    check=check_timeline,
    draw=draw_timeline,
)
