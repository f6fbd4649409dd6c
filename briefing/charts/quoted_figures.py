"""The figures that the findings of a selection quote, each once, with all that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from briefing.charts.checking import as_cell
from briefing.charts.quoted_kinds import Row, head_of
from briefing.charts.quoted_same import is_same
from briefing.charts.quoted_subject import subject
from briefing.citing import joined, mark
from briefing.model import Candidate, Selection, StoredFinding
from briefing.selection.quantities import Quantity, quantities, ranges

NUMBER = re.compile(r"[0-9]{1,16}(?:\.[0-9]{1,6})?(?:–[0-9]{1,16}(?:\.[0-9]{1,6})?)?")
"""A number, or the two ends of a range."""
_CELLS = " | "
"""What stands between the cells of a row of a table: its unit is in a head that is not at hand."""


@dataclass(frozen=True, slots=True)
class Figure:
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

    def is_same(self, other: Figure) -> bool:
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


def figures_of(selection: Selection) -> list[Figure]:
    """Return the figures of the findings in order of rank, each once, with those that differ."""
    once: dict[tuple[str, ...], Figure] = {}
    for candidate in selection.distinct:
        if _CELLS in candidate.stored.finding.text:
            continue
        for one in _of(candidate, selection.numbered):
            row = one.row
            if NUMBER.fullmatch(row[3]):
                once.setdefault((*row[:3], one.stored.report.sha256), one)
    return _gathered(once.values())


def _gathered(figures: Iterable[Figure]) -> list[Figure]:
    """Return figures with those put together that tell the same of the same."""
    kept: list[Figure] = []
    alike: dict[tuple[object, ...], list[Figure]] = {}
    for one in figures:
        numbers = alike.setdefault((one.quantity.kind, one.quantity.number), [])
        if first := next((other for other in numbers if one.is_same(other)), None):
            first.also.append((one.stored, one.where))
        else:
            numbers.append(one)
            kept.append(one)
    return kept


def _of(candidate: Candidate, numbered: Sequence[str]) -> Iterator[Figure]:
    differing = {one.here: one for one in candidate.differs_with}
    where = mark(candidate.stored, numbered)
    text = candidate.stored.finding.text
    for quantity in _told_in(text):
        against = differing.get(quantity.words)
        yield Figure(quantity, candidate.stored, against.there if against else "", where)
        if against:
            others = quantities(against.other.finding.text)
            theirs = (one for one in others if one.words == against.there)
            there = mark(against.other, numbered)
            yield from (Figure(one, against.other, quantity.words, there) for one in theirs)


@lru_cache(maxsize=1 << 14)
def _told_in(text: str) -> tuple[Quantity, ...]:
    """Return the figures of a text; a preview asks for the same ones after every change."""
    return (*quantities(text), *ranges(text))
