"""Coverage: how many findings each report gives for each region and theme of the request."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import check_shape, unfit
from briefing.charts.drawing import ACCENT, GREY, HAIRLINE, INK, WIDTH_PT, drawn, tint
from briefing.charts.paper import Paper
from briefing.charts.points import point, repeated
from briefing.citing import short_names
from briefing.fonts import spell_out_uncovered
from briefing.model import (
    ChartData,
    ChartPoint,
    FigureArea,
    FigureImage,
    Finding,
    ReportSummary,
    Selection,
    StoredFinding,
    Taxonomy,
)
from briefing.wording import with_article, within_sentence

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Pair = tuple[str, str]
"""Region and theme; an empty id stands for all."""
Cell = tuple[Pair, str]
"""A pair, and the SHA-256 of a report."""
Row = tuple[str | int, ...]

_LEAST_FINDINGS = 4
_LEAST_REPORTS = 2
_MOST_REPORTS = 7
"""Columns that fit the width; where there are more reports, the least cited share one."""
_MOST_LONG = 6
"""Columns that fit it where a name has a long word."""
_LONG = 8
"""Letters of the longest word that fits the narrowest column."""
_MOST_ROWS = 18

_MOST_EMPTY = 2
"""Rows that the caption names as those that nobody wrote about; more are counted."""

_BETWEEN = " · "
"""Stands between region and theme in the name of a row."""
_ROW_PT = 17.5
_GROUP_PT = 15.5
"""Height of the line that names a region."""
_LINE_PT = 10.5
_LETTER_PT = 4.4
"""Width of an average letter of the chart's type, with a little air."""
_LABEL_SHARE = 0.30
"""Share of the width that the names of the rows take."""


def coverage_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return the counts: a row a region and theme, a column a report, the sum last."""
    answered = _answered(selection, taxonomy)
    counts = Counter(cell for cells in answered for cell in cells)
    found = sum(1 for cells in answered if cells)
    columns = _columns(selection, counts)
    reports = {sha for shas in columns.values() for sha in shas}
    if found < _LEAST_FINDINGS or len(reports) < _LEAST_REPORTS:
        return NotEnough(
            "No chart of what each report covers: too few findings or reports answer the request."
        )
    shown = _shown(selection, counts)
    rows = tuple(_row(pair, columns, counts, taxonomy) for pair in shown)
    names = tuple(columns)
    return ChartData(
        chart="coverage",
        question="Which report speaks of what?",
        answer=_answer(columns, rows, answered),
        basis=_basis(found, len(reports), len(answered)) + repeated(selection),
        alt=_alt(names, rows),
        columns=("Region and theme", *names, "All"),
        rows=rows,
        points=_points(shown, rows, columns, answered),
    )


def _pairs(selection: Selection) -> list[Pair]:
    request = selection.request
    themes = request.themes or _themes_found(selection)
    return list(product(request.regions or ("",), themes))


def _themes_found(selection: Selection) -> tuple[str, ...]:
    """Return the themes of the candidates, most frequent first."""
    themes = Counter(t for c in selection.distinct for t in c.stored.finding.themes)
    return tuple(theme for theme, _ in themes.most_common())


def _answered(selection: Selection, taxonomy: Taxonomy) -> list[dict[Cell, StoredFinding]]:
    """Return for each finding the cells in which it counts one, with the words that count there."""
    pairs = _pairs(selection)
    return [
        {
            (pair, stored.report.sha256): stored
            for stored in reversed((candidate.stored, *candidate.also_in))
            for pair in _pairs_of(stored.finding, pairs, taxonomy)
        }
        for candidate in selection.distinct
    ]


def _points(
    shown: Sequence[Pair],
    rows: Sequence[Row],
    columns: dict[str, tuple[str, ...]],
    answered: Sequence[dict[Cell, StoredFinding]],
) -> tuple[ChartPoint, ...]:
    """Return the cells that hold findings."""
    behind: dict[Cell, list[StoredFinding]] = {}
    for cells in answered:
        for cell, stored in cells.items():
            behind.setdefault(cell, []).append(stored)
    return tuple(
        point(_cell(str(row[0]), name), number, found)
        for pair, row in zip(shown, rows, strict=True)
        for (name, shas), number in zip(columns.items(), _numbers(row), strict=False)
        if (found := [stored for sha in shas for stored in behind.get((pair, sha), ())])
    )


def _cell(row: str, column: str) -> str:
    return f"{row}{_BETWEEN}{column}"


def _pairs_of(finding: Finding, pairs: Iterable[Pair], taxonomy: Taxonomy) -> list[Pair]:
    spoken_of = set(finding.about or finding.mentions)
    return [
        (region, theme)
        for region, theme in pairs
        if theme in finding.themes and (not region or spoken_of & taxonomy.covers(region))
    ]


def _columns(selection: Selection, counts: Counter[Cell]) -> dict[str, tuple[str, ...]]:
    """Return the reports of each column by the name it shows, oldest first, the rest last."""
    totals: Counter[str] = Counter()
    for (_, sha), number in counts.items():
        totals[sha] += number
    ranked = [sha for sha, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))]
    known = _reports(selection)
    most = _most(short_names(known[sha] for sha in ranked[:_MOST_REPORTS]).values())
    room = len(ranked) if len(ranked) <= most else most - 1
    reports = _by_date(known, ranked[:room])
    columns: dict[str, tuple[str, ...]] = {
        name: (sha,) for sha, name in short_names(reports).items()
    }
    if ranked[room:]:
        columns[f"{len(ranked) - room} others"] = tuple(ranked[room:])
    return columns


def _most(names: Iterable[str]) -> int:
    """Return how many columns fit under these names."""
    is_long = any(len(word) > _LONG for name in names for word in name.split())
    return _MOST_LONG if is_long else _MOST_REPORTS


def _reports(selection: Selection) -> dict[str, ReportSummary]:
    return {
        stored.report.sha256: stored.report
        for candidate in selection.distinct
        for stored in (candidate.stored, *candidate.also_in)
    }


def _by_date(reports: dict[str, ReportSummary], shas: Iterable[str]) -> list[ReportSummary]:
    chosen = [reports[sha] for sha in shas]
    return sorted(chosen, key=lambda report: (str(report.metadata.date or "9999"), report.sha256))


def _shown(selection: Selection, counts: Counter[Cell]) -> list[Pair]:
    """Return the pairs that get a row: all, or those with the most findings, in their order."""
    pairs = _pairs(selection)
    totals: Counter[Pair] = Counter()
    for (pair, _), number in counts.items():
        totals[pair] += number
    kept = set(sorted(pairs, key=lambda pair: -totals[pair])[:_MOST_ROWS])
    return [pair for pair in pairs if pair in kept]


def _row(
    pair: Pair,
    columns: dict[str, tuple[str, ...]],
    counts: Counter[Cell],
    taxonomy: Taxonomy,
) -> Row:
    region, theme = pair
    names = (
        taxonomy.regions[region].name if region in taxonomy.regions else region,
        taxonomy.themes[theme].name if theme in taxonomy.themes else theme,
    )
    cells = [sum(counts[pair, sha] for sha in shas) for shas in columns.values()]
    return (_BETWEEN.join(filter(None, names)), *cells, sum(cells))


def _numbers(row: Row) -> list[int]:
    return [cell for cell in row[1:] if isinstance(cell, int)]


def _basis(found: int, reports: int, all_: int) -> str:
    """Say what is counted, and how many findings have no place among the rows."""
    said = (
        f"Number of findings, {found} from {reports} reports; one on two themes, or that two "
        "reports tell, counts under both. A dash: none."
    )
    rest = all_ - found
    if not rest:
        return said
    return (
        f"{said} {rest} more {'stands' if rest == 1 else 'stand'} in no row: without such a theme, "
        "or naming a region only in passing."
    )


def _answer(
    columns: dict[str, tuple[str, ...]],
    rows: Sequence[Row],
    answered: Sequence[dict[Cell, StoredFinding]],
) -> str:
    """Say which report gives most of the findings, and which rows nobody wrote about."""
    told = [{sha for _, sha in cells} for cells in answered if cells]
    given = {
        name: sum(1 for tellers in told if shas[0] in tellers)
        for name, shas in columns.items()
        if len(shas) == 1
    }
    first = max(given, key=given.__getitem__)
    share = round(100 * given[first] / len(told))
    said = f"The largest share, {share} per cent of the {len(told)} findings, comes from {first}"
    empty = [str(row[0]) for row in rows if not _numbers(row)[-1]]
    if len(empty) > _MOST_EMPTY:
        return f"{said}; none stands in {len(empty)} of {len(rows)} rows."
    if empty:
        return f"{said}; no report has one on {' or on '.join(map(_within, empty))}."
    alone = sum(1 for row in rows if sum(1 for cell in _numbers(row)[:-1] if cell) == 1)
    if alone:
        rest = "rests" if alone == 1 else "rest"
        return f"{said}; {alone} of {len(rows)} rows {rest} on one report alone."
    return f"{said}; every row rests on more than one report."


def _within(row: str) -> str:
    """Return the name of a row as it stands within a sentence: ``energy for the United States``."""
    region, _, theme = row.rpartition(_BETWEEN)
    said = within_sentence(theme)
    return f"{said} for {with_article(region)}" if region else said


def _alt(names: Sequence[str], rows: Sequence[Row]) -> str:
    """Return the table in words, empty cells left out."""
    said = []
    for row in rows:
        pairs = zip(names, _numbers(row)[:-1], strict=True)
        cells = [f"{name} {number}" for name, number in pairs if number]
        said.append(f"{row[0]}: {', '.join(cells) or 'none'}.")
    return "Number of findings by report. " + " ".join(said)


def check_coverage(data: ChartData) -> None:
    """Check that the data is rows of counts, each with its sum.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(3, _MOST_REPORTS + 3), _MOST_ROWS)
    if any(sum(cells[:-1]) != cells[-1] for cells in map(_numbers, data.rows)):
        raise unfit(data, "a row does not add up to its sum")


def draw_coverage(data: ChartData) -> FigureImage:
    """Return the table of counts as tinted cells, each with its number, grouped by region.

    Raises:
        BriefError: the data is damaged.
    """
    check_coverage(data)
    heads = _wrapped_heads(data)
    head = _LINE_PT * max(name.count("\n") + 1 for name in heads) + 8.0
    groups = _groups(data.rows)
    height = head + _ROW_PT * len(data.rows) + _GROUP_PT * sum(1 for name, _ in groups if name)

    def paint(figure: Figure) -> list[FigureArea]:
        paper = Paper(figure, height)
        _paint_heads(paper, heads, head)
        _paint_rows(paper, data.columns[1:], groups, head)
        return paper.areas

    return drawn(data, height, paint)


def _wrapped_heads(data: ChartData) -> list[str]:
    """Return the names of the columns, broken to fit them, six lines at most."""
    width = WIDTH_PT * (1 - _LABEL_SHARE) / (len(data.columns) - 1)
    letters = int(width / _LETTER_PT)
    names = (spell_out_uncovered(name) for name in data.columns[1:])
    return ["\n".join(textwrap.wrap(name, letters)[:6]) for name in names]


def _groups(rows: Sequence[Row]) -> list[tuple[str, list[tuple[str, Row]]]]:
    """Return the rows by region with their names under it; under none where that fails."""
    parts = [str(row[0]).split(_BETWEEN) for row in rows]
    if any(len(part) != 2 for part in parts):
        return [("", [(str(row[0]), row) for row in rows])]
    groups: dict[str, list[tuple[str, Row]]] = {}
    for (region, theme), row in zip(parts, rows, strict=True):
        groups.setdefault(region, []).append((theme, row))
    return list(groups.items())


def _paint_heads(paper: Paper, heads: Sequence[str], head: float) -> None:
    for column, name in enumerate(heads):
        middle = _middle(column, len(heads))
        for up, line in enumerate(reversed(name.split("\n"))):
            y = head - 5 - _LINE_PT * (up + 0.5)
            paper.write(middle, y, line, bold=column == len(heads) - 1, align="center")


def _paint_rows(
    paper: Paper,
    columns: Sequence[str],
    groups: Sequence[tuple[str, Sequence[tuple[str, Row]]]],
    top: float,
) -> None:
    rows = [row for _, named in groups for _, row in named]
    most = max(cell for row in rows for cell in _numbers(row)[:-1])
    for region, named in groups:
        if region:
            middle = top + _GROUP_PT / 2
            name = paper.fitted(region, WIDTH_PT)
            paper.write(0, middle, name, colour=ACCENT, bold=True)
            top += _GROUP_PT
        for theme, row in named:
            paper.write(0, top + _ROW_PT / 2, paper.fitted(theme, WIDTH_PT * _LABEL_SHARE - 4.0))
            _paint_cells(paper, top, row, columns, most)
            top += _ROW_PT


def _middle(column: int, columns: int) -> float:
    """Return where the middle of a column lies, in points from the left."""
    return WIDTH_PT * (_LABEL_SHARE + (1 - _LABEL_SHARE) * (column + 0.5) / columns)


def _paint_cells(paper: Paper, top: float, row: Row, columns: Sequence[str], most: int) -> None:
    numbers = _numbers(row)
    width = WIDTH_PT * (1 - _LABEL_SHARE) / len(numbers) - 3
    for column, number in enumerate(numbers):
        is_sum = column == len(numbers) - 1
        middle = _middle(column, len(numbers))
        if not is_sum:
            place = (middle - width / 2, top + 1.5, width, _ROW_PT - 3)
            face = tint(number / most) if number else "none"
            paper.box(*place, face, "none" if number else HAIRLINE)
            paper.point(_cell(str(row[0]), columns[column]), *place)
        paper.write(
            middle,
            top + _ROW_PT / 2,
            str(number or "–"),
            colour=INK if number else GREY,
            bold=is_sum,
            align="center",
        )


COVERAGE = Chart(
    id="coverage",
    name="Coverage",
    description="How many findings each report gives for each region and theme.",
    data=coverage_data,
    check=check_coverage,
    draw=draw_coverage,
)
