"""The numbers of a chart of own figures as one table, with their lines in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.charts.own import plain_name
from briefing.model import ChartData, ChartPoint


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of numbers as the chart has them: a row a year or country."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Each with the lines on which its numbers stand in its last cell."""
    labels: tuple[tuple[str, ...], ...]
    """For each row those of its points."""


def grid_of(data: ChartData) -> Grid | None:
    """Return the table of a chart of own figures; None where findings stand behind a chart."""
    points = {point.label: point for point in data.points}
    if not points or any(point.codes or not point.file for point in data.points):
        return None
    files = {one.file for one in data.points}
    found = [_points_of(row, data.columns, points) for row in data.rows]
    rows = tuple(
        (*map(str, row), ", ".join(dict.fromkeys(_line(one, len(files) > 1) for one in ones)))
        for row, ones in zip(data.rows, found, strict=True)
    )
    lines = "Lines of the files" if len(files) > 1 else f"Lines of {next(iter(files), 'the file')}"
    labels = tuple(tuple(one.label for one in ones) for ones in found)
    return Grid((*data.columns, lines), rows, labels)


def _points_of(
    row: Sequence[str | int], columns: Sequence[str], points: Mapping[str, ChartPoint]
) -> list[ChartPoint]:
    """Return the points whose numbers a row has, in its order."""
    first = plain_name(str(row[0]))
    heads = map(plain_name, columns[1:])
    found = (points.get(f"{head}, {first}") or points.get(f"{first}, {head}") for head in heads)
    return [point for point in found if point]


def _line(point: ChartPoint, is_named: bool) -> str:
    return f"{point.file} {point.line}" if is_named else str(point.line)
