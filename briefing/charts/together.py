"""Together: which states and blocs the findings name in one breath, and on what themes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import as_cell, check_shape, unfit
from briefing.charts.drawing import GREY, INK, WIDTH_PT, drawn, tint
from briefing.charts.paper import Paper
from briefing.charts.points import point
from briefing.model import (
    ChartData,
    FigureArea,
    FigureImage,
    Finding,
    Region,
    RegionKind,
    Selection,
    StoredFinding,
    Taxonomy,
)
from briefing.wording import plural, with_article, with_capital, within_sentence

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Pair = tuple[str, str]
Row = tuple[str, str, int, str]
"""Two regions, the findings that name both, what these are chiefly about."""

_LEAST_FINDINGS = 4
_LEAST_REGIONS = 3
_MOST_REGIONS = 12
_MOST_PAIRS = _MOST_REGIONS * (_MOST_REGIONS - 1) // 2
_BETWEEN = re.compile(r"(?<=[0-9]), ")
"""What stands between two themes, which have their number behind them, and may have commas."""
_THEMES = 2
"""Themes told of a pair."""
_TIED = 2
"""Pairs named as often that the caption names both."""
_PAIRS_TOLD = 6
"""Pairs whose themes are written beside the matrix."""
_CELL_PT = (24.0, 17.0)
"""Width and height of a cell."""
_LIST_PT = (276.0, 22.0)
"""Where the list of pairs begins, and the height of one of its entries."""
_LINE_PT = 10.0
_NAMES_PT = 190.0
_LONG_NAME = 24
"""Letters beyond which a bloc goes by its initials: there is no room for more."""


def together_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return a row a pair of states or blocs that findings name together, the most first."""
    named = [(one, _named(one.stored.finding, taxonomy)) for one in selection.distinct]
    several = [(one, regions) for one, regions in named if len(regions) > 1]
    sets = [(regions, one.stored) for one, regions in several]
    weights = Counter(region for regions, _ in sets for region in regions)
    if len(several) < _LEAST_FINDINGS or len(weights) < _LEAST_REGIONS:
        return NotEnough(
            "No chart of who is spoken of with whom: too few findings name two states or blocs."
        )
    shown = sorted(weights, key=lambda region: (-weights[region], region))[:_MOST_REGIONS]
    pairs = _pairs(sets, frozenset(shown))
    rows = tuple(_row(pair, found, taxonomy) for pair, found in pairs)
    told = (stored for one, _ in several for stored in (one.stored, *one.also_in))
    reports = {stored.report.sha256 for stored in told}
    return ChartData(
        chart="together",
        question="Who is spoken of with whom?",
        answer=_answer(rows),
        basis=(
            f"Number of findings that name both, of {len(several)} that name two or more, from "
            f"{plural(len(reports), 'report')}; {_told(len(shown), len(weights))}."
        ),
        alt=_alt(rows),
        columns=("One", "The other", "Findings that name both", "Chiefly on"),
        rows=rows,
        points=tuple(
            point(_label(row), row[2], found) for row, (_, found) in zip(rows, pairs, strict=True)
        ),
    )


def _named(finding: Finding, taxonomy: Taxonomy) -> frozenset[str]:
    """Return the states and blocs that a finding names; sub-regions are places, no actors."""
    known = (taxonomy.regions[id_] for id_ in finding.mentions if id_ in taxonomy.regions)
    return frozenset(one.id for one in known if one.kind in (RegionKind.COUNTRY, RegionKind.BLOC))


def _told(shown: int, all_: int) -> str:
    if shown == all_:
        return f"all {shown} states and blocs so named are shown"
    return f"the {shown} most named of {all_} states and blocs are shown"


def _pairs(
    sets: Iterable[tuple[frozenset[str], StoredFinding]], shown: frozenset[str]
) -> list[tuple[Pair, list[StoredFinding]]]:
    """Return each pair with the findings that name both, the most named first."""
    behind: dict[Pair, list[StoredFinding]] = {}
    for regions, stored in sets:
        for pair in combinations(sorted(regions & shown), 2):
            behind.setdefault(pair, []).append(stored)
    return sorted(behind.items(), key=lambda item: (-len(item[1]), item[0]))


def _row(pair: Pair, found: Sequence[StoredFinding], taxonomy: Taxonomy) -> Row:
    themes = Counter(theme for stored in found for theme in stored.finding.themes[:1])
    one, other = (as_cell(_called(taxonomy.regions[id_])) for id_ in pair)
    chief = sorted(themes, key=lambda theme: (-themes[theme], theme))[:_THEMES]
    names = (
        f"{taxonomy.themes[id_].name if id_ in taxonomy.themes else id_} {themes[id_]}"
        for id_ in chief
    )
    return one, other, len(found), as_cell(", ".join(names))


def _called(region: Region) -> str:
    """Return the name of a state or bloc; a long one’s initials, where these are its id."""
    capitals = "".join(char for char in region.name if char.isupper())
    is_long = len(region.name) > _LONG_NAME
    return capitals if is_long and capitals.lower() == region.id else region.name


def _label(row: Sequence[str | int]) -> str:
    return f"{row[0]} – {row[1]}"


def _answer(rows: Sequence[Row]) -> str:
    """Say which pair is named most, and on what, and who is named with most others."""
    most = rows[0]
    one, other = map(with_article, most[:2])
    said = f"{one} and {other} are named together most, in {plural(most[2], 'finding')}"
    if chief := _BETWEEN.split(most[3])[0].rpartition(" ")[0]:
        said += f", chiefly on {within_sentence(chief)}"
    tied = [row for row in rows if row[2] == most[2]]
    if len(tied) == _TIED:
        pairs = " and ".join(f"{with_article(row[0])} with {with_article(row[1])}" for row in tied)
        said = f"{pairs} are named together most, in {plural(most[2], 'finding')} each"
    elif len(tied) > 1:
        said = f"No pair is named together in more than {plural(most[2], 'finding')}"
    partners = Counter(name for row in rows for name in row[:2])
    central, number = max(partners.items(), key=lambda item: (item[1], item[0] in most[:2]))
    others = len(partners) - 1
    of = f"all {others} others" if number == others else f"{number} of the {others} others"
    return f"{with_capital(said)}; {with_article(central)} is named with {of}."


def _alt(rows: Sequence[Row]) -> str:
    told = (f"{one} and {other} {count}" for one, other, count, _ in rows)
    chief = (f"{one} and {other}: {themes}" for one, other, _, themes in rows[:_PAIRS_TOLD])
    return (
        f"Findings that name both. {', '.join(told)}. Chief themes. {'; '.join(chief)}. "
        "Other pairs: none."
    )


def check_together(data: ChartData) -> None:
    """Check that the data is pairs of different regions, each once, with a count.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(4, 5), _MOST_PAIRS, words=(0, 1, 3))
    pairs = {frozenset(row[:2]) for row in data.rows}
    if len(pairs) < len(data.rows) or any(len(pair) < 2 for pair in pairs):
        raise unfit(data, "a pair stands twice or is none")
    if len(_order(data)) > _MOST_REGIONS:
        raise unfit(data, f"it has more than {_MOST_REGIONS} regions")


def _order(data: ChartData) -> list[str]:
    """Return the regions, those with the most in common with the others first."""
    weights: Counter[str] = Counter()
    for row in data.rows:
        weights.update({str(row[0]): int(row[2]), str(row[1]): int(row[2])})
    return sorted(weights, key=lambda name: (-weights[name], name))


def draw_together(data: ChartData) -> FigureImage:
    """Return the lower half of a matrix, its names on the diagonal, with the chief pairs beside.

    Raises:
        BriefError: the data is damaged.
    """
    check_together(data)
    order = _order(data)
    told = data.rows[: min(_PAIRS_TOLD, max(2, len(order) - 1))]
    height = max(_CELL_PT[1] * len(order), _LINE_PT + _LIST_PT[1] * len(told)) + 2.0

    def paint(figure: Figure) -> list[FigureArea]:
        paper = Paper(figure, height)
        _paint_matrix(paper, data, order, len(told))
        _paint_list(paper, told)
        return paper.areas

    return drawn(data, height, paint)


def _paint_matrix(paper: Paper, data: ChartData, order: Sequence[str], told: int) -> None:
    cells = {frozenset(map(str, row[:2])): row for row in data.rows}
    most = max(int(row[2]) for row in data.rows)
    wide, high = _CELL_PT
    for place, name in enumerate(order):
        middle = high * (place + 0.5)
        for column, other in enumerate(order[:place]):
            row = cells.get(frozenset((name, other)))
            _paint_cell(paper, wide * column, middle, int(row[2]) if row else 0, most)
            if row:
                paper.point(_label(row), wide * column, middle - high / 2, wide, high)
        left = wide * place + 4.0
        shown = paper.fitted(name, _room(place, told, left), bold=True)
        paper.write(left, middle, shown, bold=True)


def _room(place: int, told: int, left: float) -> float:
    """Return how wide a name may be: to the list of pairs, or beneath it to the edge."""
    beside = _CELL_PT[1] * place < _LINE_PT + _LIST_PT[1] * told
    return min(_NAMES_PT, (_LIST_PT[0] - 8.0 if beside else WIDTH_PT) - left)


def _paint_cell(paper: Paper, left: float, middle: float, number: int, most: int) -> None:
    wide, high = _CELL_PT
    if number:
        top = middle - high / 2 + 1.0
        paper.box(left + 1.0, top, wide - 2.0, high - 2.0, tint(number / most))
    colour = INK if number else GREY
    paper.write(left + wide / 2, middle, str(number or "–"), colour=colour, align="center")


def _paint_list(paper: Paper, told: Sequence[Sequence[str | int]]) -> None:
    """Write the pairs named most, and beneath each what that is chiefly about."""
    left, high = _LIST_PT
    room = WIDTH_PT - left
    paper.head(left, _LINE_PT / 2 + 1.0, "Most often together, chiefly on")
    for place, (one, other, number, themes) in enumerate(told):
        middle = _LINE_PT + high * place + 9.0
        ending = f"  {number}"
        pair = paper.fitted(f"{one} – {other}", room - paper.width(ending, bold=True), bold=True)
        paper.write(left, middle, pair + ending, bold=True)
        chief = str(themes)
        if paper.width(chief) > room:
            chief = _BETWEEN.split(chief)[0]
        paper.write(left, middle + _LINE_PT, paper.fitted(chief, room), colour=GREY)


TOGETHER = Chart(
    id="together",
    name="Who with whom",
    description="Which states and blocs the findings name together, and on what themes.",
    data=together_data,
    check=check_together,
    draw=draw_together,
)
