"""How who with whom is drawn: the lower half of a matrix, with the chief pairs beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.charts.checking import check_shape, unfit
from briefing.charts.drawing import GREY, INK, WIDTH_PT, drawn, tint
from briefing.charts.paper import Paper
from briefing.charts.together_wording import BETWEEN, PAIRS_TOLD, label
from briefing.model import ChartData, FigureArea, FigureImage

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_REGIONS = 12
_MOST_PAIRS = MOST_REGIONS * (MOST_REGIONS - 1) // 2
_CELL_PT = (24.0, 17.0)
"""Width and height of a cell."""
_LIST_PT = (276.0, 22.0)
"""Where the list of pairs begins, and the height of one of its entries."""
_LINE_PT = 10.0
_NAMES_PT = 190.0
_SPACE_PT = 5.0
"""Between a pair and its number: drawings keep no two spaces of a text."""


def check_together(data: ChartData) -> None:
    """Check that the data is pairs of different regions, each once, with a count.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(4, 5), _MOST_PAIRS, words=(0, 1, 3))
    pairs = {frozenset(row[:2]) for row in data.rows}
    if len(pairs) < len(data.rows) or any(len(pair) < 2 for pair in pairs):
        raise unfit(data, "a pair stands twice or is none")
    if len(_order(data)) > MOST_REGIONS:
        raise unfit(data, f"it has more than {MOST_REGIONS} regions")


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
    told = data.rows[: min(PAIRS_TOLD, max(2, len(order) - 1))]
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
                paper.point(label(row), wide * column, middle - high / 2, wide, high)
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
    paper.write(
        left + wide / 2, middle, f"{number:,}" if number else "–", colour=colour, align="center"
    )


def _paint_list(paper: Paper, told: Sequence[Sequence[str | int]]) -> None:
    """Write the pairs named most, and beneath each what that is chiefly about."""
    left, high = _LIST_PT
    room = WIDTH_PT - left
    paper.head(left, _LINE_PT / 2 + 1.0, "Most often together, chiefly on")
    for place, (one, other, number, themes) in enumerate(told):
        middle = _LINE_PT + high * place + 9.0
        named = f"{int(number):,}"
        rest = room - _SPACE_PT - paper.width(named, bold=True)
        pair = paper.fitted(f"{one} – {other}", rest, bold=True)
        paper.write(left, middle, pair, bold=True)
        paper.write(left + paper.width(pair, bold=True) + _SPACE_PT, middle, named, bold=True)
        chief = str(themes)
        if paper.width(chief) > room:
            chief = BETWEEN.split(chief)[0]
        paper.write(left, middle + _LINE_PT, paper.fitted(chief, room), colour=GREY)
