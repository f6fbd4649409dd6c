"""Voices: how much each report contributes, and how old it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import as_cell, check_shape, unfit
from briefing.charts.drawing import ACCENT, GREY, WIDTH_PT, drawn
from briefing.charts.paper import Paper
from briefing.charts.points import point, repeated
from briefing.charts.years import Years
from briefing.citing import short_names
from briefing.model import (
    Candidate,
    ChartData,
    ChartPoint,
    FigureArea,
    FigureImage,
    PartialDate,
    ReportSummary,
    Selection,
    StoredFinding,
    Taxonomy,
)
from briefing.wording import plural

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Row = tuple[str, int, str]
"""Short name of the report, its findings, its date as ISO 8601 writes it or nothing."""

_LEAST_FINDINGS = 4
_LEAST_REPORTS = 2
_MOST_REPORTS = 14
"""Rows of half a page; where there are more reports, the least cited share the last."""
_OTHERS = re.compile(r"[0-9]+ others")
"""What their row is named."""
_ROW_PT = 15.0
_HEAD_PT = 16.0
_FOOT_PT = 15.0
_APART_PT = 3.0
"""Between the years and the reports without a date."""
_NAMES_PT = 150.0
_TIME_PT = (164.0, 306.0)
"""Left and right end of the strip of time."""
_BARS_PT = (326.0, WIDTH_PT - 22.0)


def voices_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return a row a report, the newest first and the undated last, with its findings."""
    del taxonomy  # reports have no place in it
    told = [_reports_of(candidate) for candidate in selection.distinct]
    reports = {one.sha256: one for tellers in told for one in tellers.values()}
    if len(reports) < _LEAST_REPORTS or len(told) < _LEAST_FINDINGS:
        return NotEnough(
            "No chart of what each report contributes: "
            + ("all findings are one report’s." if len(reports) == 1 else "too few findings.")
        )
    counts = Counter(sha for tellers in told for sha in tellers)
    shown, rest = _shown(reports, counts)
    names = short_names(shown)
    rows = [_row(one, names[one.sha256], counts[one.sha256]) for one in shown]
    if rest:
        others = sum(1 for tellers in told if not rest.isdisjoint(tellers))
        rows.append((f"{len(rest)} others", others, ""))
    return ChartData(
        chart="voices",
        question="Whose word is it, and how old?",
        answer=_answer(rows[: len(shown)], reports, told),
        basis=_basis(reports, told) + repeated(selection),
        alt=_alt(rows),
        columns=("Report", "Findings", "Published"),
        rows=tuple(rows),
        points=_points(rows, shown, selection.distinct),
    )


def _points(
    rows: Sequence[Row], shown: Sequence[ReportSummary], candidates: Sequence[Candidate]
) -> tuple[ChartPoint, ...]:
    """Return the bars: one a report, and that which the others share."""
    places = {report.sha256: place for place, report in enumerate(shown)}
    behind: list[dict[int, StoredFinding]] = [{} for _ in rows]
    for number, candidate in enumerate(candidates):
        for stored in (candidate.stored, *candidate.also_in):
            place = places.get(stored.report.sha256, len(shown))
            behind[place].setdefault(number, stored)
    return tuple(
        point(name, number, found.values())
        for (name, number, _), found in zip(rows, behind, strict=True)
    )


def _reports_of(candidate: Candidate) -> dict[str, ReportSummary]:
    """Return the reports that tell a finding, each once."""
    told = (candidate.stored, *candidate.also_in)
    return {stored.report.sha256: stored.report for stored in told}


def _shown(
    reports: dict[str, ReportSummary], counts: Counter[str]
) -> tuple[list[ReportSummary], set[str]]:
    """Return the reports with a row of their own, newest first, and those that share one."""
    ranked = sorted(counts, key=lambda sha: (-counts[sha], sha))
    room = len(ranked) if len(ranked) <= _MOST_REPORTS else _MOST_REPORTS - 1
    shown = sorted((reports[sha] for sha in ranked[:room]), key=_age)
    return shown, set(ranked[room:])


def _age(report: ReportSummary) -> tuple[bool, int, str]:
    day = report.metadata.date
    return (day is None, -day.last_day.toordinal() if day else 0, report.sha256)


def _row(report: ReportSummary, name: str, findings: int) -> Row:
    return as_cell(name), findings, str(report.metadata.date or "")


def _answer(
    rows: Sequence[Row], reports: dict[str, ReportSummary], told: Sequence[Iterable[str]]
) -> str:
    """Say how much rests on the report that gives most, and how old the half of it all is."""
    most = max(rows, key=lambda row: row[1])
    share = f"{round(100 * most[1] / len(told))} per cent of the findings"
    alone = sum(1 for row in rows if row[1] == most[1]) == 1
    said = f"{share} come from {most[0]}" if alone else f"No report gives more than {share}"
    newest = sorted(filter(None, (_newest(tellers, reports) for tellers in told)), reverse=True)
    if not newest:
        return f"{said}; none of the reports is dated."
    undated = len(told) - len(newest)
    if undated * 2 > len(told):
        return f"{said}; {undated} of the {len(told)} stand in reports without a date."
    middle = newest[(len(newest) - 1) // 2]
    half = "at least half of the dated ones are" if undated else "at least half of them are"
    reach = ", the newest year" if middle == newest[0] else " or newer"
    return f"{said}; {half} of {middle}{reach}."


def _newest(tellers: Iterable[str], reports: dict[str, ReportSummary]) -> int | None:
    """Return the year of the newest report that tells a finding; None where none is dated."""
    dates = (reports[sha].metadata.date for sha in tellers)
    return max((day.year for day in dates if day), default=None)


def _basis(reports: dict[str, ReportSummary], told: Sequence[Iterable[str]]) -> str:
    undated = sum(1 for report in reports.values() if report.metadata.date is None)
    said = (
        f"Number of findings, {len(told)} from {len(reports)} reports; one that two reports tell "
        "counts under both."
    )
    return f"{said} Undated: {plural(undated, 'report')}." if undated else said


def _alt(rows: Sequence[Row]) -> str:
    told = (f"{name}: {number}, {_spoken(day)}." for name, number, day in rows)
    return "Number of findings by report, the newest first. " + " ".join(told)


def _spoken(day: str) -> str:
    return f"published {PartialDate.parse(day).spoken()}" if day else "no date"


def check_voices(data: ChartData) -> None:
    """Check that the data is one row a report with a count and a date.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(3, 4), _MOST_REPORTS, words=(0, 2))
    try:
        _dates(data)
    except ValueError as error:
        raise unfit(data, "a report’s date is none") from error


def _dates(data: ChartData) -> list[PartialDate | None]:
    """Return the dates of the rows.

    Raises:
        ValueError: one is neither a date nor empty.
    """
    return [PartialDate.parse(str(row[2])) if row[2] else None for row in data.rows]


def draw_voices(data: ChartData) -> FigureImage:
    """Return a line a report: its name, where it lies in time, its findings as a bar.

    Raises:
        BriefError: the data is damaged.
    """
    check_voices(data)
    dates = _dates(data)
    height = _HEAD_PT + _ROW_PT * len(dates)
    if any(dates):
        height += _FOOT_PT + (0.0 if all(dates) else _APART_PT)
    return drawn(data, height, lambda figure: _paint(figure, data, dates, height))


def _paint(
    figure: Figure, data: ChartData, dates: Sequence[PartialDate | None], height: float
) -> list[FigureArea]:
    paper = Paper(figure, height)
    for x, column in ((0.0, 0), (_TIME_PT[0], 2), (_BARS_PT[0], 1)):
        paper.head(x, _HEAD_PT / 2 - 2, data.columns[column])
    known = [day for day in dates if day]
    scale = Years.over(known, *_TIME_PT) if known else None
    if scale:
        _paint_years(paper, scale, _HEAD_PT + _ROW_PT * len(known))
    most = max(int(row[1]) for row in data.rows)
    middle = _HEAD_PT - _ROW_PT / 2
    for place, (row, day) in enumerate(zip(data.rows, dates, strict=True)):
        begins_undated = place > 0 and day is None and dates[place - 1] is not None
        middle += _ROW_PT + ((_FOOT_PT + _APART_PT) if begins_undated else 0.0)
        paper.write(0, middle, paper.fitted(str(row[0]), _NAMES_PT))
        if scale and day:
            _paint_date(paper, scale, day, middle)
        else:
            when = "various" if _OTHERS.fullmatch(str(row[0])) else "no date"
            paper.write(_TIME_PT[0], middle, when, colour=GREY)
        _paint_bar(paper, int(row[1]), most, middle)
        paper.point(str(row[0]), 0.0, middle - _ROW_PT / 2, WIDTH_PT, _ROW_PT)
    return paper.areas


def _paint_years(paper: Paper, scale: Years, bottom: float) -> None:
    """Draw a hairline where each named year begins, with the year beneath."""
    for year in scale.named(5):
        x = scale.at(year)
        paper.rule(x, _HEAD_PT, x, bottom)
        paper.write(x, bottom + _FOOT_PT / 2, str(year), colour=GREY, align="center")


def _paint_date(paper: Paper, scale: Years, day: PartialDate, middle: float) -> None:
    """Draw a dot, and a line as long as the time that a date without day or month may mean."""
    from_, to = scale.span(day)
    paper.line((from_, to), (middle, middle), ACCENT, 1.2)
    paper.dot(scale.middle(day), middle, ACCENT, 5.0)


def _paint_bar(paper: Paper, number: int, most: int, middle: float) -> None:
    length = (_BARS_PT[1] - _BARS_PT[0]) * number / most
    high = _ROW_PT * 0.62
    paper.box(_BARS_PT[0], middle - high / 2, length, high, ACCENT)
    paper.write(_BARS_PT[0] + length + 4, middle, str(number))


VOICES = Chart(
    id="voices",
    name="Voices",
    description="How much each report contributes, and how old it is.",
    data=voices_data,
    check=check_voices,
    draw=draw_voices,
)
