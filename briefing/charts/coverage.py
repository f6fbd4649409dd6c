"""Coverage: how many findings each report gives for each region and theme of the request."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.drawing import GREY, HAIRLINE, INK, WIDTH_PT, drawn, tint
from briefing.citing import short_names
from briefing.fonts import spell_out_uncovered
from briefing.model import (
    Candidate,
    ChartData,
    FigureImage,
    ReportSummary,
    Selection,
    Taxonomy,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Pair = tuple[str, str]
"""Region and theme; an empty id stands for all."""
Row = tuple[str | int, ...]

_LEAST_FINDINGS = 4
_LEAST_REPORTS = 2
_MOST_REPORTS = 6
"""Columns that fit the width; where there are more reports, the least cited share one."""
_MOST_ROWS = 18

_ROW_PT = 21.0
_HEAD_PT = 42.0
_LETTER_PT = 4.4
"""Width of an average letter of the chart's type, with a little air."""
_LABEL_SHARE = 0.34
"""Share of the width that the names of the rows take."""


def coverage_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return the counts: a row a region and theme, a column a report, the sum last."""
    counts = _counts(selection, _pairs(selection), taxonomy)
    found = sum(1 for c in selection.candidates if _answered(c, _pairs(selection), taxonomy))
    columns = _columns(selection, counts)
    reports = {sha for shas in columns.values() for sha in shas}
    if found < _LEAST_FINDINGS or len(reports) < _LEAST_REPORTS:
        return NotEnough(
            "No chart of what each report covers: too few findings or reports answer the request."
        )
    rows = tuple(_row(pair, columns, counts, taxonomy) for pair in _shown(selection, counts))
    names = tuple(columns)
    return ChartData(
        chart="coverage",
        question="Which report speaks of what?",
        answer=_answer(names, rows),
        basis=(
            f"Number of findings, {found} from {len(reports)} reports; a finding on two themes "
            "counts under both. A dash: none."
        ),
        alt=_alt(names, rows),
        columns=("Region and theme", *names, "All"),
        rows=rows,
    )


def _pairs(selection: Selection) -> list[Pair]:
    request = selection.request
    themes = request.themes or _themes_found(selection)
    return list(product(request.regions or ("",), themes))


def _themes_found(selection: Selection) -> tuple[str, ...]:
    """Return the themes of the candidates, most frequent first."""
    themes = Counter(t for c in selection.candidates for t in c.stored.finding.themes)
    return tuple(theme for theme, _ in themes.most_common())


def _counts(
    selection: Selection, pairs: Iterable[Pair], taxonomy: Taxonomy
) -> Counter[tuple[Pair, str]]:
    """Return how many findings answer each pair in each report, by the report's SHA-256."""
    counts: Counter[tuple[Pair, str]] = Counter()
    wanted = list(pairs)
    for candidate in selection.candidates:
        shas = {s.report.sha256 for s in (candidate.stored, *candidate.also_in)}
        counts.update(product(_answered(candidate, wanted, taxonomy), shas))
    return counts


def _answered(candidate: Candidate, pairs: Iterable[Pair], taxonomy: Taxonomy) -> list[Pair]:
    finding = candidate.stored.finding
    spoken_of = set(finding.about or finding.mentions)
    return [
        (region, theme)
        for region, theme in pairs
        if theme in finding.themes and (not region or spoken_of & taxonomy.covers(region))
    ]


def _columns(selection: Selection, counts: Counter[tuple[Pair, str]]) -> dict[str, tuple[str, ...]]:
    """Return the reports of each column by the name it shows, oldest first, the rest last."""
    totals: Counter[str] = Counter()
    for (_, sha), number in counts.items():
        totals[sha] += number
    ranked = [sha for sha, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))]
    room = len(ranked) if len(ranked) <= _MOST_REPORTS else _MOST_REPORTS - 1
    reports = _by_date(_reports(selection), ranked[:room])
    columns: dict[str, tuple[str, ...]] = {
        name: (sha,) for sha, name in short_names(reports).items()
    }
    if ranked[room:]:
        columns[f"{len(ranked) - room} others"] = tuple(ranked[room:])
    return columns


def _reports(selection: Selection) -> dict[str, ReportSummary]:
    return {
        stored.report.sha256: stored.report
        for candidate in selection.candidates
        for stored in (candidate.stored, *candidate.also_in)
    }


def _by_date(reports: dict[str, ReportSummary], shas: Iterable[str]) -> list[ReportSummary]:
    chosen = [reports[sha] for sha in shas]
    return sorted(chosen, key=lambda report: (str(report.metadata.date or "9999"), report.sha256))


def _shown(selection: Selection, counts: Counter[tuple[Pair, str]]) -> list[Pair]:
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
    counts: Counter[tuple[Pair, str]],
    taxonomy: Taxonomy,
) -> Row:
    region, theme = pair
    names = (
        taxonomy.regions[region].name if region in taxonomy.regions else region,
        taxonomy.themes[theme].name if theme in taxonomy.themes else theme,
    )
    cells = [sum(counts[pair, sha] for sha in shas) for shas in columns.values()]
    return (" · ".join(filter(None, names)), *cells, sum(cells))


def _numbers(row: Row) -> list[int]:
    return [cell for cell in row[1:] if isinstance(cell, int)]


def _answer(names: Sequence[str], rows: Sequence[Row]) -> str:
    """Say which report gives most, and which rows nobody wrote about."""
    sums = [sum(column) for column in zip(*(_numbers(row)[:-1] for row in rows), strict=True)]
    most, total = max(sums), sum(sums)
    name = names[sums.index(most)]
    verb = "give" if " and " in name or name.endswith("others") else "gives"
    said = f"{name} {verb} {_share(most, total)}"
    empty = [str(row[0]) for row in rows if not _numbers(row)[-1]]
    if empty:
        return f"{said}; no report speaks of {' or '.join(empty[:2])}."
    alone = sum(1 for row in rows if sum(1 for cell in _numbers(row)[:-1] if cell) == 1)
    if alone:
        return f"{said}; {alone} of {len(rows)} rows rest on one report alone."
    return f"{said}; every row rests on more than one report."


def _share(part: int, whole: int) -> str:
    percent = round(100 * part / whole)
    return f"the most, {percent} per cent of the counts"


def _alt(names: Sequence[str], rows: Sequence[Row]) -> str:
    """Return the table in words, empty cells left out."""
    said = []
    for row in rows:
        pairs = zip(names, _numbers(row)[:-1], strict=True)
        cells = [f"{name} {number}" for name, number in pairs if number]
        said.append(f"{row[0]}: {', '.join(cells) or 'none'}.")
    return "Number of findings by report. " + " ".join(said)


def draw_coverage(data: ChartData) -> FigureImage:
    """Return the table of counts as tinted cells, each with its number."""
    height = _HEAD_PT + _ROW_PT * len(data.rows)
    return drawn(data, height, lambda figure: _paint(figure, data, height))


def _paint(figure: Figure, data: ChartData, height: float) -> None:
    columns = len(data.columns) - 1
    labels = columns * _LABEL_SHARE / (1 - _LABEL_SHARE)  # in columns
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(-labels, columns)
    axes.set_ylim(len(data.rows), -_HEAD_PT / _ROW_PT)
    most = max((cell for row in data.rows for cell in _numbers(row)[:-1]), default=1) or 1
    letters = int(WIDTH_PT * (1 - _LABEL_SHARE) / columns / _LETTER_PT)
    for column, name in enumerate(data.columns[1:]):
        _head(axes, column, name, letters, is_sum=column == columns - 1)
    for line, row in enumerate(data.rows):
        _paint_row(axes, line, row, most)


def _head(axes: Axes, column: int, name: str, letters: int, *, is_sum: bool) -> None:
    text = "\n".join(textwrap.wrap(spell_out_uncovered(name), letters)[:3])
    weight = "bold" if is_sum else "normal"
    axes.text(column + 0.5, -0.2, text, ha="center", va="bottom", color=INK, weight=weight)


def _paint_row(axes: Axes, line: int, row: Row, most: int) -> None:
    from matplotlib.patches import Rectangle

    middle = line + 0.5
    name = spell_out_uncovered(textwrap.shorten(str(row[0]), 44, placeholder=" …"))
    axes.text(axes.get_xlim()[0], middle, name, ha="left", va="center_baseline", color=INK)
    *cells, total = _numbers(row)
    for column, number in enumerate(cells):
        face = tint(number / most) if number else "none"
        edge = "none" if number else HAIRLINE
        axes.add_patch(
            Rectangle((column + 0.03, line + 0.07), 0.94, 0.86, fc=face, ec=edge, lw=0.6)
        )
        colour = INK if number else GREY
        axes.text(
            column + 0.5,
            middle,
            str(number or "–"),
            ha="center",
            va="center_baseline",
            color=colour,
        )
    axes.text(
        len(cells) + 0.5,
        middle,
        str(total or "–"),
        ha="center",
        va="center_baseline",
        color=INK,
        weight="bold",
    )


COVERAGE = Chart(
    id="coverage",
    name="Coverage",
    description="How many findings each report gives for each region and theme.",
    data=coverage_data,
    draw=draw_coverage,
)
