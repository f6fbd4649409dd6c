"""What charts of own figures with a row a country share when they are drawn: the names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.charts.drawing import GREY, INK
from briefing.charts.own import COMPARED, plain_name
from briefing.charts.paper import Paper
from briefing.model import ChartData

_ROOM_PT = 138.0
"""Room for the names, at the most."""


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country with its numbers, None where there is none, and how they are written."""

    name: str
    is_compared: bool
    """Whether it is there for comparison only."""
    numbers: tuple[float | None, ...]
    written: tuple[str, ...]

    def write_name(self, paper: Paper, middle: float, room: float) -> None:
        """Write its name at the left; in bold where it was asked for."""
        is_bold = not self.is_compared
        shown = paper.fitted(self.name, room, bold=is_bold)
        paper.write(0.0, middle, shown, colour=INK if is_bold else GREY, bold=is_bold)


def country_rows(data: ChartData, numbers: list[list[float | None]]) -> Iterator[CountryRow]:
    """Yield the rows of a chart's data with their numbers."""
    for (head, *written), row in zip(data.rows, numbers, strict=True):
        name = str(head)
        is_compared = name.endswith(COMPARED)
        yield CountryRow(plain_name(name), is_compared, tuple(row), tuple(map(str, written)))


def room_for_names(paper: Paper, rows: list[CountryRow]) -> float:
    """Return how wide the names may be."""
    return min(_ROOM_PT, max(paper.width(row.name, bold=not row.is_compared) for row in rows))


def room_for_numbers(paper: Paper, rows: list[CountryRow]) -> float:
    """Return how wide the widest number is."""
    return max(paper.width(cell, bold=True) for row in rows for cell in row.written)
