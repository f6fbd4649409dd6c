"""Coverage: regions against themes, how many findings from how many reports.

Of one region or one theme the other side of the table are the reports: which of them tells what.
"""

from __future__ import annotations

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.coverage_counts import Counts, Line, Side, Table, count, table
from briefing.charts.coverage_drawing import (
    ALL,
    MOST_COLUMNS,
    MOST_ROWS,
    check_coverage,
    draw_coverage,
    point_label,
    reports_of,
)
from briefing.charts.coverage_wording import alt, answer, basis, question
from briefing.charts.points import FINDINGS, point
from briefing.model import ChartData, ChartPoint, Selection, Taxonomy
from briefing.wording import plural

_LEAST_FINDINGS = 4
_LEAST_REPORTS = 2
_LONG = 8
"""Letters of the longest word that fits the narrowest column."""
_HEADS = {Side.REGION: "Region", Side.THEME: "Theme"}


def coverage_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return the counts: a row a theme or region, a column a region, theme or report."""
    counts = count(selection, taxonomy)
    rows, columns = _sides(counts)
    reports = counts.sides[Side.REPORT]
    if counts.found < _LEAST_FINDINGS:
        return NotEnough("No chart of what is covered: too few findings answer the request.")
    if columns is Side.REPORT and len(reports) < _LEAST_REPORTS:
        return NotEnough("No chart of which report covers what: all findings are one report’s.")
    made = table(counts, rows, columns, (MOST_ROWS, _room(counts, columns)))
    return ChartData(
        chart="coverage",
        question=question(counts, columns),
        answer=answer(counts, made, columns),
        basis=basis(counts, made, columns, selection),
        alt=alt(made, columns),
        columns=(_HEADS[rows], *_columns(made, columns)),
        rows=tuple((row.name, *_numbers(made, row, columns)) for row in made.rows),
        points=_points(made, columns),
    )


def _sides(counts: Counts) -> tuple[Side, Side]:
    """Return what the rows and the columns stand for.

    Themes are rows, for their names are longer, unless regions would not fit as columns.
    """
    regions, themes, _ = map(len, counts.sides)
    if regions > 1 and themes > 1:
        is_wide = regions > _room(counts, Side.REGION) and regions > themes
        return (Side.REGION, Side.THEME) if is_wide else (Side.THEME, Side.REGION)
    return (Side.REGION if regions > 1 else Side.THEME), Side.REPORT


def _room(counts: Counts, side: Side) -> int:
    """Return how many columns fit under the names of a side."""
    is_long = any(
        len(word) > _LONG for name in counts.sides[side].values() for word in name.split()
    )
    return MOST_COLUMNS - 1 if is_long else MOST_COLUMNS


def _columns(made: Table, columns: Side) -> list[str]:
    names = [column.name for column in made.columns]
    if columns is Side.REPORT:
        return [*names, ALL]
    return [head for name in names for head in (name, reports_of(name))]


def _numbers(made: Table, row: Line, columns: Side) -> list[int]:
    findings = [made.findings(row, column) for column in made.columns]
    if columns is Side.REPORT:
        return [*findings, made.in_row(row)]
    reports = [made.reports(row, column) for column in made.columns]
    return [number for pair in zip(findings, reports, strict=True) for number in pair]


def _points(made: Table, columns: Side) -> tuple[ChartPoint, ...]:
    """Return the cells that hold findings."""
    return tuple(
        point(
            point_label(row.name, column.name),
            made.findings(row, column),
            words,
            FINDINGS if columns is Side.REPORT else _unit(len(words), made.reports(row, column)),
        )
        for row in made.rows
        for column in made.columns
        if (words := made.words(row, column))
    )


def _unit(findings: int, reports: int) -> str:
    counted = "finding" if findings == 1 else FINDINGS
    return f"{counted} from {plural(reports, 'report')}"


COVERAGE = Chart(
    id="coverage",
    name="Coverage",
    description="How many findings there are on each region and theme, and from which reports.",
    data=coverage_data,
    check=check_coverage,
    draw=draw_coverage,
)
