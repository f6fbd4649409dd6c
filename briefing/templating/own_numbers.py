"""The numbers of a chart of own figures as one table, with their lines in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.charts.own import plain_name
from briefing.model import ChartData, ChartPoint


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of numbers as the chart has them: a row a year or country."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Each with the lines on which its numbers stand in its last cell."""


def grid_of(data: ChartData) -> Grid | None:
    """Return the table of a chart of own figures; None where findings stand behind a chart."""
    points = {point.label: point for point in data.points}
    if not points or any(point.codes or not point.file for point in data.points):
        return None
    files = {one.file for one in data.points}
    rows = tuple(
        (*map(str, row), ", ".join(_lines(data, row, points, len(files) > 1))) for row in data.rows
    )
    lines = "Lines of the files" if len(files) > 1 else f"Lines of {next(iter(files), 'the file')}"
    return Grid((*data.columns, lines), rows)


def _lines(
    data: ChartData, row: Sequence[str | int], points: dict[str, ChartPoint], is_named: bool
) -> list[str]:
    """Return the lines of the numbers of a row, in its order."""
    first = plain_name(str(row[0]))
    found = []
    for head in map(plain_name, data.columns[1:]):
        point = points.get(f"{head}, {first}") or points.get(f"{first}, {head}")
        if point:
            found.append(f"{point.file} {point.line}" if is_named else str(point.line))
    return found
