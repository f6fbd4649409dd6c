"""Figures quoted: how much and how many the findings tell, like beside like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import as_cell, check_shape, unfit
from briefing.charts.points import point
from briefing.charts.quoted_kinds import SHARES, Row, are_alike, head_of, labels
from briefing.charts.quoted_same import is_same
from briefing.charts.quoted_subject import subject
from briefing.citing import joined, mark
from briefing.model import Candidate, ChartData, FigureImage, Selection, StoredFinding, Taxonomy
from briefing.selection.quantities import Quantity, quantities, ranges
from briefing.wording import plural

_LEAST = 3
_MOST = 12
"""Figures that half a page holds."""
_MOST_DRAWN = 14
"""As many as earlier versions showed."""
_NUMBER = re.compile(r"[0-9]{1,16}(?:\.[0-9]{1,6})?(?:–[0-9]{1,16}(?:\.[0-9]{1,6})?)?")
"""A number, or the two ends of a range."""
_CELLS = " | "
"""What stands between the cells of a row of a table: its unit is in a head that is not at hand."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity where it stands."""

    quantity: Quantity
    stored: StoredFinding
    other: str
    """What another report has in its place; empty where none differs."""
    where: str
    also: list[tuple[StoredFinding, str]] = field(default_factory=list)
    """Others that tell the same number of the same, and where each stands."""

    @property
    def told(self) -> tuple[StoredFinding, ...]:
        """The findings that tell it."""
        return (self.stored, *(one for one, _ in self.also))

    def is_same(self, other: _Figure) -> bool:
        """Return whether another is this one told again; where reports differ each stands."""
        if self.other or other.other:
            return False
        one = self.stored.finding
        return is_same(one, self.quantity, other.stored.finding, other.quantity)

    @property
    def row(self) -> Row:
        """The figure as a row of the data."""
        one = self.quantity
        ends = (one.number,) if one.least is None else (one.least, one.number)
        return (
            as_cell(one.words),
            as_cell(subject(self.stored.finding.text, one.words)),
            head_of(one.kind),
            "–".join(f"{end:.6f}".rstrip("0").rstrip(".") for end in ends),
            as_cell(joined((self.where, *(where for _, where in self.also)))),
            self.other,
        )


def quoted_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return a row a figure, by kind, those that reports differ on first, then the best ranked."""
    del taxonomy  # figures are not tagged
    found = _figures(selection)
    if len(found) < _LEAST:
        return NotEnough("No chart of figures quoted: the findings quote too few.")
    shown = _telling(found)[:_MOST]
    kinds = list(dict.fromkeys(one.quantity.kind for one in shown))
    shown.sort(key=lambda one: (kinds.index(one.quantity.kind), -one.quantity.number))
    rows = tuple(one.row for one in shown)
    points = tuple(
        point(label, row[0], one.told, row[2])
        for label, row, one in zip(labels(rows), rows, shown, strict=True)
    )
    reports = {stored.report.sha256 for one in shown for stored in one.told}
    findings = {stored.finding.passage for one in shown for stored in one.told}
    return ChartData(
        chart="quoted",
        question="How much, how many?",
        answer=_answer(rows, {one.label: one.codes for one in points}),
        basis=(
            f"{_of_all(len(rows), len(found))} in {plural(len(findings), 'finding')} from "
            f"{plural(len(reports), 'report')}; bars where figures are of like things."
        ),
        alt=_alt(rows),
        columns=("Figure", "Of what", "Kind", "Number", "Where it stands", "Elsewhere"),
        rows=rows,
        points=points,
    )


def _figures(selection: Selection) -> list[_Figure]:
    """Return the figures of the findings in order of rank, each once, with those that differ."""
    once: dict[tuple[str, ...], _Figure] = {}
    for candidate in selection.distinct:
        if _CELLS in candidate.stored.finding.text:
            continue
        for one in _of(candidate, selection.numbered):
            row = one.row
            if _NUMBER.fullmatch(row[3]):
                once.setdefault((*row[:3], one.stored.report.sha256), one)
    return _gathered(once.values())


def _gathered(figures: Iterable[_Figure]) -> list[_Figure]:
    """Return figures with those put together that tell the same of the same."""
    kept: list[_Figure] = []
    alike: dict[tuple[object, ...], list[_Figure]] = {}
    for one in figures:
        numbers = alike.setdefault((one.quantity.kind, one.quantity.number), [])
        if first := next((other for other in numbers if one.is_same(other)), None):
            first.also.append((one.stored, one.where))
        else:
            numbers.append(one)
            kept.append(one)
    return kept


def _telling(found: Sequence[_Figure]) -> list[_Figure]:
    """Return figures with those first that reports differ on, then those that have their like."""
    alike = Counter(one.quantity.kind for one in found)
    return sorted(found, key=lambda one: (not one.other, alike[one.quantity.kind] == 1))


def _of(candidate: Candidate, numbered: Sequence[str]) -> Iterator[_Figure]:
    differing = {one.here: one for one in candidate.differs_with}
    where = mark(candidate.stored, numbered)
    text = candidate.stored.finding.text
    for quantity in _told_in(text):
        against = differing.get(quantity.words)
        yield _Figure(quantity, candidate.stored, against.there if against else "", where)
        if against:
            others = quantities(against.other.finding.text)
            theirs = (one for one in others if one.words == against.there)
            there = mark(against.other, numbered)
            yield from (_Figure(one, against.other, quantity.words, there) for one in theirs)


@lru_cache(maxsize=1 << 14)
def _told_in(text: str) -> tuple[Quantity, ...]:
    """Return the figures of a text; a preview asks for the same ones after every change."""
    return (*quantities(text), *ranges(text))


def _of_all(shown: int, found: int) -> str:
    return plural(shown, "figure") if shown == found else f"{shown} of {found} figures"


def _answer(rows: Sequence[Row], behind: Mapping[str, object]) -> str:
    """Say on which figures reports differ, else how far those of like things lie apart."""
    differing = [row for row in rows if row[5]]
    if differing:
        said = f"Reports differ on {len(differing)} of the {len(rows)} figures, and both stand"
        return f"{said}: “{differing[0][0]}” against “{differing[0][5]}”."
    kinds = [list(group) for _, group in groupby(rows, key=lambda row: row[2])]
    like = [group for group in kinds if len(group) > 1 and are_alike(group, behind)]
    if not like:
        things = f"{len(kinds)} kinds of thing" if len(kinds) > 1 else "different things"
        return f"The {len(rows)} figures are of {things}; none can be compared."
    fullest = max(like, key=len)
    share = "All figures" if len(fullest) == len(rows) else f"{len(fullest)} of {len(rows)} figures"
    if fullest[0][3] == fullest[-1][3]:
        return f"{share} are of one kind and tell one number: “{fullest[0][0]}”."
    reach = f"from “{fullest[-1][0]}” to “{fullest[0][0]}”"
    if fullest[0][2] == SHARES:
        return f"{share} are percentages, {reach}."
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
    check_shape(data, range(6, 7), _MOST_DRAWN, words=range(6))
    if not all(_NUMBER.fullmatch(str(row[3])) for row in data.rows):
        raise unfit(data, "a figure is no number")


def draw_quoted(data: ChartData) -> FigureImage:
    """Return the figures under the head of their kind, each with its words, a bar, its place.

    Raises:
        BriefError: the data is damaged.
    """
    check_quoted(data)
    from briefing.charts.quoted_drawing import draw

    return draw(data)


QUOTED = Chart(
    id="quoted",
    name="Figures quoted",
    description="How much and how many the findings tell, with what and where.",
    data=quoted_data,
    check=check_quoted,
    draw=draw_quoted,
    quotes=True,
)
