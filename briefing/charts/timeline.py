"""Timeline: when the things happened that the findings speak of, and when they were reported."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.points import point
from briefing.charts.timeline_drawing import MOST_PERIODS, check_timeline, draw_timeline
from briefing.charts.years import DECADE, Period
from briefing.model import Candidate, ChartData, ChartPoint, Selection, Taxonomy
from briefing.wording import plural, spanned

Row = tuple[str, int, int]
"""Label of the period, findings that speak of it, reports published in it."""

_LEAST_DATED = 5
_MOST_BETWEEN = MOST_PERIODS - 2
"""Periods with a bar of their own, where earlier ones share the first and later ones the last."""
_LAST_YEAR = 9999
_MOST_OUTSIDE = 0.33
"""Share of the years named that bars at the ends may hold; for more, bars stand for decades."""
_MARKED = " Triangles: reports published."


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
    periods = _periods(years, published)
    rows = tuple(_row(one, dated, published) for one in periods)
    return ChartData(
        chart="timeline",
        question="When did it happen?",
        answer=_answer(years, dated),
        basis=_basis(periods, dated, selection, published),
        alt=_alt(rows),
        columns=("Year", "Findings that name it", "Reports published"),
        rows=rows,
        points=tuple(_points(periods, selection.distinct)),
    )


def _years(candidate: Candidate) -> set[int]:
    """Return the years of which a finding speaks; none that was to come when it was written."""
    written = candidate.stored.report.metadata.date
    named = {day.year for day in candidate.stored.finding.dates}
    return {year for year in named if written is None or year <= written.year}


def _only_to_come(candidate: Candidate) -> bool:
    return bool(candidate.stored.finding.dates) and not _years(candidate)


def _published(candidates: Iterable[Candidate]) -> Counter[int]:
    """Return how many of the candidates' reports were published in each year."""
    dates = {
        stored.report.sha256: stored.report.metadata.date
        for candidate in candidates
        for stored in (candidate.stored, *candidate.also_in)
    }
    return Counter(day.year for day in dates.values() if day)


def _row(period: Period, dated: Sequence[set[int]], published: Counter[int]) -> Row:
    found = sum(1 for named in dated if period.holds(named))
    return period.label, found, sum(n for year, n in published.items() if period.holds((year,)))


def _points(periods: Sequence[Period], candidates: Sequence[Candidate]) -> Iterator[ChartPoint]:
    """Yield the bars."""
    dated = [(one.stored, named) for one in candidates if (named := _years(one))]
    for period in periods:
        if found := [one for one, named in dated if period.holds(named)]:
            yield point(period.label, len(found), found)


def _periods(years: Counter[int], published: Counter[int]) -> list[Period]:
    """Return one a year without gaps, or one a decade; those far from most share the ends."""
    by_year = _window(years, published)
    outside = sum(n for year, n in years.items() if not by_year[0] <= year <= by_year[1])
    step = DECADE if outside > _MOST_OUTSIDE * years.total() else 1
    first, last = _window(_by(step, years), _by(step, published))
    periods = [Period.of(n * step, step) for n in range(first, last + 1)]
    every = {*years, *published}
    if min(every) < first * step:
        periods.insert(0, Period.until(first * step - 1))
    if max(every) >= (last + 1) * step:
        periods.append(Period.since((last + 1) * step))
    return periods


def _by(step: int, years: Counter[int]) -> Counter[int]:
    told: Counter[int] = Counter()
    for year, number in years.items():
        told[year // step] += number
    return told


def _window(years: Counter[int], published: Counter[int]) -> tuple[int, int]:
    """Return the first and last with a row of their own: all, or where most findings are."""
    every = sorted({*years, *published})
    if every[-1] - every[0] < MOST_PERIODS:
        return every[0], every[-1]

    def held(first: int) -> tuple[int, int, int]:
        inside = range(first, first + _MOST_BETWEEN)
        return sum(years[y] for y in inside), sum(published[y] for y in inside), first

    first = max(every, key=held)
    return first, max(year for year in every if year < first + _MOST_BETWEEN)


def _basis(
    periods: Sequence[Period],
    dated: Sequence[object],
    selection: Selection,
    published: Counter[int],
) -> str:
    is_by_decade = any(period.is_decade for period in periods)
    named, two = ("a year of the decade", "decades") if is_by_decade else ("the year", "years")
    to_come = sum(1 for one in selection.distinct if _only_to_come(one))
    left_out = f" Left out: {plural(to_come, 'finding')} on years yet to come." if to_come else ""
    return (
        f"Number of findings that name {named}, {len(dated):,} of {len(selection.distinct):,}; one "
        f"that names two {two} counts under both.{left_out}{_MARKED if published else ''}"
    )


def _answer(years: Counter[int], dated: Sequence[set[int]]) -> str:
    """Say which span of years at least half of the findings speak of, and how far others reach."""
    first, last = _densest(years, dated)
    share = sum(1 for named in dated if _within(named, first, last)) / len(dated)
    span = spanned(first, last)
    said = f"{_fraction(share)} of the {len(dated):,} dated findings speak of {span}"
    begin, end = min(years), max(years)
    if begin < first and end > last:
        return f"{said}; all lie between {begin} and {end}."
    if begin < first:
        return f"{said}; they reach back to {begin}."
    return f"{said}; {f'they reach on to {end}' if end > last else 'none names another year'}."


def _densest(years: Iterable[int], dated: Sequence[set[int]]) -> tuple[int, int]:
    """Return the shortest span of years, the fullest of that length, that half of them name."""
    half = (len(dated) + 1) // 2
    spans = []
    for first in years:
        named = sorted(_first_from(first, one) for one in dated)
        last = named[half - 1]
        if last <= _LAST_YEAR:
            spans.append((last - first, -bisect_right(named, last), -last, first))
    _, _, last, first = min(spans)
    return first, -last


def _first_from(year: int, named: Iterable[int]) -> int:
    """Return the first year named from one on; beyond all years where there is none."""
    return min((one for one in named if one >= year), default=_LAST_YEAR + 1)


def _within(named: Iterable[int], first: int, last: int) -> bool:
    return any(first <= year <= last for year in named)


def _fraction(share: float) -> str:
    if share == 1:
        return "All"
    if share >= 0.9:
        return "Nearly all"
    return "Most" if share >= 0.6 else "Half" if share <= 0.54 else "More than half"


def _alt(rows: Sequence[Row]) -> str:
    findings = ", ".join(f"{label}: {number:,}" for label, number, _ in rows if number)
    reports = ", ".join(f"{label}: {number}" for label, _, number in rows if number)
    return f"Findings by the year they name. {findings}. Reports published. {reports or 'No date'}."


TIMELINE = Chart(
    id="timeline",
    name="Timeline",
    description="When the things reported happened, and when the reports appeared.",
    data=timeline_data,
    check=check_timeline,
    draw=draw_timeline,
)
