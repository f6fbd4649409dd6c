"""Figures quoted: how much and how many the findings tell, like beside like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import as_cell, check_shape, unfit
from briefing.charts.drawing import ACCENT, GREY, HAIRLINE, WIDTH_PT, drawn
from briefing.charts.paper import Paper
from briefing.citing import place
from briefing.model import Candidate, ChartData, FigureImage, Selection, StoredFinding, Taxonomy
from briefing.selection.quantities import Quantity, quantities
from briefing.wording import plural

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Row = tuple[str, str, str, str, str, str]
"""Words of the figure, what follows them, kind, number, where it stands, what another has."""

_LEAST = 3
_MOST = 14
"""Figures that half a page holds."""
_KINDS = {
    "troops": "Soldiers and fighters",
    "dead": "Killed",
    "share": "Shares, per cent",
    "people": "People",
    "area": "Area, square kilometres",
    "kilometres": "Distance, kilometres",
    "miles": "Distance, miles",
    "gas": "Gas, cubic metres",
    "watts": "Power, watts",
}
"""Heads of kinds that are not named by their own word."""
_FOLLOWING = 70
"""Characters after the number in which one reads what it is of."""
_STOP = re.compile(r"[.;:!?()\[\]—–]|,(?!\d)|\n")
_NUMBER = re.compile(r"[0-9]{1,16}(?:\.[0-9]{1,6})?")

_ROW_PT = 15.0
_GROUP_PT = 16.0
_WORDS_PT = 226.0
_SCALE_PT = (238.0, 322.0)
"""Left and right end of the strip on which the figures of a kind are compared."""
_PLACE_PT = 334.0


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity where it stands."""

    quantity: Quantity
    stored: StoredFinding
    other: str
    """What another report has in its place; empty where none differs."""

    @property
    def row(self) -> Row:
        """The figure as a row of the data."""
        one = self.quantity
        number = f"{one.number:.6f}".rstrip("0").rstrip(".")
        return (
            one.words,
            as_cell(_following(self.stored.finding.text, one.words)),
            _KINDS.get(one.kind, one.kind.capitalize()),
            number,
            as_cell(place(self.stored)),
            self.other,
        )


def quoted_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return a row a figure, by kind, those that reports differ on first, then the best ranked."""
    del taxonomy  # figures are not tagged
    found = _figures(selection.distinct)
    if len(found) < _LEAST:
        return NotEnough("No chart of figures quoted: the findings printed quote too few.")
    shown = sorted(found, key=lambda one: not one.other)[:_MOST]
    kinds = list(dict.fromkeys(one.quantity.kind for one in found))
    shown.sort(key=lambda one: (kinds.index(one.quantity.kind), -one.quantity.number))
    rows = tuple(one.row for one in shown)
    reports = {one.stored.report.sha256 for one in shown}
    findings = {one.stored.finding.passage for one in shown}
    return ChartData(
        chart="quoted",
        question="How much, how many?",
        answer=_answer(rows),
        basis=(
            f"{_of_all(len(rows), len(found))} in {plural(len(findings), 'finding')} from "
            f"{plural(len(reports), 'report')}, of the findings printed; to be compared under one "
            "heading only."
        ),
        alt=_alt(rows),
        columns=("Figure", "Of what", "Kind", "Number", "Where it stands", "Elsewhere"),
        rows=rows,
    )


def _figures(candidates: Sequence[Candidate]) -> list[_Figure]:
    """Return the figures of the findings in order of rank, each once, with those that differ."""
    once: dict[tuple[str, str, str], _Figure] = {}
    for candidate in candidates:
        for one in _of(candidate):
            if _NUMBER.fullmatch(one.row[3]):
                key = one.quantity.kind, one.quantity.words, one.stored.report.sha256
                once.setdefault(key, one)
    return list(once.values())


def _of(candidate: Candidate) -> Iterator[_Figure]:
    differing = {one.here: one for one in candidate.differs_with}
    for quantity in quantities(candidate.stored.finding.text):
        against = differing.get(quantity.words)
        yield _Figure(quantity, candidate.stored, against.there if against else "")
        if against:
            others = quantities(against.other.finding.text)
            theirs = (one for one in others if one.words == against.there)
            yield from (_Figure(one, against.other, quantity.words) for one in theirs)


def _following(text: str, words: str) -> str:
    """Return the words after a figure that tell what it is of, to the end of their clause."""
    held = " ".join(text.split())
    rest = held[held.find(words) + len(words) :]
    stop = _STOP.search(rest)
    clause = (rest[: stop.start()] if stop else rest).strip()
    if len(clause) <= _FOLLOWING:
        return clause
    return f"{clause[:_FOLLOWING].rsplit(' ', 1)[0]} …"


def _of_all(shown: int, found: int) -> str:
    return plural(shown, "figure") if shown == found else f"{shown} of {found} figures"


def _answer(rows: Sequence[Row]) -> str:
    """Say on how many figures reports differ, else how far those of the fullest kind lie apart."""
    differing = sum(1 for row in rows if row[5])
    if differing:
        return f"Reports differ on {differing} of the {len(rows)} figures; both stand."
    kinds = [list(group) for _, group in groupby(rows, key=lambda row: row[2])]
    fullest = max(kinds, key=len)
    if len(fullest) == 1:
        return f"The {len(rows)} figures are of {len(kinds)} kinds; none can be compared."
    share = "All figures" if len(kinds) == 1 else f"{len(fullest)} of the {len(rows)} figures"
    reach = f"from “{fullest[-1][0]}” to “{fullest[0][0]}”"
    return f"{share} are of one kind, {_small(fullest[0][2])}: {reach}."


def _small(head: str) -> str:
    return head[:1].lower() + head[1:]


def _alt(rows: Sequence[Row]) -> str:
    said = []
    for kind, group in groupby(rows, key=lambda row: row[2]):
        told = (
            f"{words} {of} ({where}{f'; elsewhere {other}' if other else ''})"
            for words, of, _, _, where, other in group
        )
        said.append(f"{kind}: {'; '.join(told)}.")
    return "Figures as the reports print them. " + " ".join(said)


def check_quoted(data: ChartData) -> None:
    """Check that the data is rows of words with a number written out.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(6, 7), _MOST, words=range(6))
    if not all(_NUMBER.fullmatch(str(row[3])) for row in data.rows):
        raise unfit(data, "a figure is no number")


def draw_quoted(data: ChartData) -> FigureImage:
    """Return the figures under the head of their kind, each with its words, a point, its place.

    Raises:
        BriefError: the data is damaged.
    """
    check_quoted(data)
    groups = [list(group) for _, group in groupby(data.rows, key=lambda row: row[2])]
    height = _ROW_PT * len(data.rows) + _GROUP_PT * len(groups) + 2.0
    return drawn(data, height, lambda figure: _paint(figure, groups, height))


def _paint(figure: Figure, groups: Sequence[Sequence[Sequence[str | int]]], height: float) -> None:
    paper = Paper(figure, height)
    top = 0.0
    for rows in groups:
        head = paper.fitted(str(rows[0][2]), WIDTH_PT, bold=True)
        paper.write(0, top + _GROUP_PT / 2, head, colour=ACCENT, bold=True)
        top += _GROUP_PT
        most = max(float(row[3]) for row in rows)
        is_share = str(rows[0][2]) == _KINDS["share"]
        end = max(100.0, most) if is_share else most if len(rows) > 1 else 0.0
        for row in rows:
            _paint_row(paper, top + _ROW_PT / 2, row, end)
            top += _ROW_PT


def _paint_row(paper: Paper, middle: float, row: Sequence[str | int], end: float) -> None:
    """Write the figure and what it is of; its point lies between 0 and ``end``, if there is one."""
    words = paper.fitted(str(row[0]), _WORDS_PT, bold=True)
    paper.write(0, middle, words, bold=True)
    after = paper.width(words, bold=True) + 3.5
    if _WORDS_PT - after > _ROW_PT:
        of = f"≠ {row[5]}  {row[1]}" if row[5] else str(row[1])
        paper.write(after, middle, paper.fitted(of, _WORDS_PT - after))
    if end:
        left, right = _SCALE_PT
        at = left + (right - left) * float(row[3]) / end
        paper.axes.plot((left, right), (middle, middle), color=HAIRLINE, linewidth=0.6)
        paper.axes.plot((left, at), (middle, middle), color=ACCENT, linewidth=1.4)
        face = "white" if row[5] else ACCENT
        paper.axes.plot(at, middle, "o", color=ACCENT, markersize=5, markerfacecolor=face)
    where = paper.fitted_place(str(row[4]), WIDTH_PT - _PLACE_PT)
    paper.write(_PLACE_PT, middle, where, colour=GREY)


QUOTED = Chart(
    id="quoted",
    name="Figures quoted",
    description="How much and how many the findings printed tell, with what and where.",
    data=quoted_data,
    check=check_quoted,
    draw=draw_quoted,
    quotes=True,
)
