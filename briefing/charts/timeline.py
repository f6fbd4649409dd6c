"""Timeline: when the things happened that the findings speak of, and when they were reported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import check_shape, unfit
from briefing.charts.drawing import ACCENT, GREY, WIDTH_PT, drawn
from briefing.charts.paper import Paper
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
_BARE_PT = 96.0
"""Without a report whose date is known."""
_TOP_PT = 16.0
"""Where the highest bar ends, from above, and then the foot of the bars, years and reports."""
_FOOT_PT = 78.0
_YEAR_PT = 88.0
_REPORTS_PT = 102.0
_NUMBER_PT = 12.0
"""Height that the number above a bar takes."""
_MARKED = " Triangles: reports published."
_LEAST_PLACES = 8
"""Fewer bars are not made broader."""
_ALL_NAMED = 14
"""Years up to which each is named."""


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
            f"one that names two years counts under both.{_MARKED if any(published) else ''}"
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
    height = _HEIGHT_PT if any(row[2] for row in data.rows) else _BARE_PT
    return drawn(data, height, lambda figure: _paint(figure, data, height))


def _paint(figure: Figure, data: ChartData, height: float) -> list[FigureArea]:
    paper = Paper(figure, height)
    labels = [str(row[0]) for row in data.rows]
    edge = 8.0 if labels[0].isdigit() and labels[-1].isdigit() else 20.0  # room for “from 2035”
    wide = (WIDTH_PT - 2 * edge) / max(len(labels), _LEAST_PLACES)
    middles = [edge + wide * (place + 0.5) for place in range(len(labels))]
    most = max(int(row[1]) for row in data.rows)
    paper.rule(0, _FOOT_PT, WIDTH_PT, _FOOT_PT)
    for x, (label, number, _) in zip(middles, data.rows, strict=True):
        high = (_FOOT_PT - _TOP_PT) * int(number) / most
        if number:
            paper.box(x - wide * 0.36, _FOOT_PT - high, wide * 0.72, high, ACCENT)
            paper.write(x, _FOOT_PT - high - 6.0, str(number), align="center")
        top = _FOOT_PT - high - _NUMBER_PT
        paper.point(str(label), x - wide / 2, top, wide, _YEAR_PT + 8.0 - top)
    _label_years(paper, middles, labels)
    _mark_publications(paper, middles, [int(row[2]) for row in data.rows])
    return paper.areas


def _label_years(paper: Paper, middles: Sequence[float], labels: Sequence[str]) -> None:
    """Write every year where there is room, else the first, the last and the round ones."""
    step = 1 if len(labels) <= _ALL_NAMED else 5
    last = len(labels) - 1
    for place, (x, label) in enumerate(zip(middles, labels, strict=True)):
        is_round = step > 1 and label.isdigit() and int(label) % step == 0
        if place in (0, last) or step == 1 or (is_round and 2 <= place <= last - 2):
            paper.rule(x, _FOOT_PT, x, _FOOT_PT + 3.0)
            paper.write(x, _YEAR_PT, label, align="center")


def _mark_publications(paper: Paper, middles: Sequence[float], numbers: Sequence[int]) -> None:
    """Put a triangle under each year in which reports were published, with how many if several."""
    for x, number in zip(middles, numbers, strict=True):
        if number:
            paper.dot(x, _REPORTS_PT, GREY, 4.5, "^")
        if number > 1:
            paper.write(x + 4.5, _REPORTS_PT, str(number), colour=GREY)


TIMELINE = Chart(
    id="timeline",
    name="Timeline",
    description="When the things reported happened, and when the reports appeared.",
    data=timeline_data,
    check=check_timeline,
    draw=draw_timeline,
)
