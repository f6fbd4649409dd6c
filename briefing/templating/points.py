"""What stands behind the points of charts, and where in the document a point leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model import Brief, BriefFinding, ChartData, ChartPoint, FigureArea, FigureImage
from briefing.quotations import full_code, passage_of
from briefing.templating.cited import passage_id
from briefing.templating.own_numbers import Grid, grid_of

_SHORTEST = len("f-") + 4
_MOST_TOLD = 40
"""Codes that stand in one row of a table; of more it is told how many there are."""
_LONGEST_NUMBER = 24
_COUNTED = ("finding", "findings")
_LETTERS = re.compile(r" \([A-Z]{2}\)$")
"""Letters of a country behind its name, by which a map knows it and a reader does not."""
_ID = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Behind:
    """A finding behind a point."""

    code: str
    target: str
    """Id of its passage in the annex; empty where that is not printed."""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A point as a row of the table of numbers."""

    id: str
    label: str
    value: str
    unit: str
    behind: tuple[Behind, ...]
    more: int
    """How many findings stand behind it that are not told."""
    source: str


@dataclass(frozen=True, slots=True)
class FigureNumbers:
    """The numbers of one figure."""

    id: str
    """Of the chart."""
    figure: int
    """Its number in the document."""
    question: str
    rows: tuple[NumberRow, ...]

    @property
    def worded(self) -> bool:
        """Whether words stand where other tables have a number."""
        return any(len(row.value) > _LONGEST_NUMBER for row in self.rows)

    @property
    def counted(self) -> bool:
        """Whether every number counts findings, so that the unit needs no column of its own."""
        return not self.worded and all(row.unit in _COUNTED for row in self.rows)

    @property
    def told(self) -> bool:
        """Whether it tells in words what happened: then all rows are alike, and have no unit."""
        return self.worded and len({row.unit for row in self.rows}) == 1

    grid: Grid | None = None
    """Of the officer's own figures all in one table, instead of a row a point."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words behind a code are printed."""

    passage: str
    """Id in an annex, if there is one."""
    finding: str
    """Code of the finding that prints them or cites them."""


class Places:
    """Knows where in a document the findings behind points are printed."""

    def __init__(self, brief: Brief) -> None:
        self._places: dict[str, list[tuple[str, _Place]]] = {}
        for finding in brief.quoted:
            for full, place in _places(finding):
                self._places.setdefault(full[:_SHORTEST], []).append((full, place))

    def of(self, code: str) -> _Place | None:
        """Return the place of a finding; None where it is not printed."""
        found = self._places.get(code[:_SHORTEST], ())
        return next((place for full, place in found if full.startswith(code)), None)


def _places(finding: BriefFinding) -> Iterator[tuple[str, _Place]]:
    quoted = (finding.quotations[finding.own], *finding.elsewhere)
    for citation, quotation in zip(finding.citations, quoted, strict=True):
        place = _Place(passage_id(citation, quotation), finding.code)
        yield full_code(passage_of(quotation)), place


def numbers_of(charts: Sequence[ChartData], places: Places) -> tuple[FigureNumbers, ...]:
    """Return the tables of the numbers of charts; a chart without points has none."""
    return tuple(
        _numbers(figure, data, places) for figure, data in enumerate(charts, 1) if data.points
    )


def _numbers(figure: int, data: ChartData, places: Places) -> FigureNumbers:
    grid = grid_of(data)
    points = () if grid else data.points
    names = _names([one.label for one in points])
    rows = tuple(
        replace(_row(data.anchor, n, one, places), label=name)
        for n, (one, name) in enumerate(zip(points, names, strict=True), 1)
    )
    return FigureNumbers(data.anchor, figure, data.question, rows, grid)


def _names(labels: Sequence[str]) -> Sequence[str]:
    """Return how points are called in print: countries without letters, if still told apart."""
    names = [_LETTERS.sub("", label) for label in labels]
    return names if len(set(names)) == len(labels) else labels


def table_id(chart: str) -> str:
    """Return the id of the table of a chart's numbers."""
    return f"numbers-{chart}"


def row_id(chart: str, number: int) -> str:
    """Return the id of the row of a point, counted from 1."""
    return f"number-{chart}-{number}"


def _row(chart: str, number: int, point: ChartPoint, places: Places) -> NumberRow:
    behind = [Behind(code, _passage(places.of(code))) for code in point.codes]
    told = sorted(behind, key=lambda one: not one.target)[:_MOST_TOLD]
    unit, among, reports = point.counted, "", ""
    if unit.startswith(_COUNTED):
        # “41 findings from 3 reports”: what is counted stands at the head of the column.
        unit, among, reports = unit.partition(" from ")
    return NumberRow(
        id=row_id(chart, number),
        label=point.label,
        value=f"{point.shown}{among}{reports}",
        unit=unit,
        behind=tuple(told),
        more=len(behind) - len(told),
        source=point.source,
    )


def _passage(place: _Place | None) -> str:
    return place.passage if place else ""


def _numbered(data: ChartData) -> dict[str, tuple[int, ChartPoint]]:
    """Return the points of a chart by label, each with the number of its row; 0: it has none."""
    grid = grid_of(data)
    if grid is None:
        return {one.label: (n, one) for n, one in reversed([*enumerate(data.points, 1)])}
    rows = {label: n for n, labels in enumerate(grid.labels, 1) for label in labels}
    return {one.label: (rows.get(one.label, 0), one) for one in data.points}


def leading(
    figures: Iterable[FigureImage], charts: Iterable[ChartData], places: Places, html: str
) -> tuple[FigureImage, ...]:
    """Return drawings whose areas lead to what ``html`` prints of the findings behind them.

    To the passage where one finding stands behind a point, else to its row in the table of
    numbers; where there is no annex, to the first finding that is printed.
    """
    ids = frozenset(_ID.findall(html))
    numbered = {data.anchor: _numbered(data) for data in charts}

    def aimed(figure: FigureImage) -> FigureImage:
        chart = figure.name.removeprefix("figure:")
        known: Mapping[str, tuple[int, ChartPoint]] = numbered.get(chart, {})
        areas = (
            _aimed(area, row_id(chart, number), table_id(chart), point, places, ids)
            for area in figure.areas
            if area.label in known
            for number, point in [known[area.label]]
        )
        return replace(figure, areas=tuple(areas))

    return tuple(map(aimed, figures))


def _aimed(
    area: FigureArea, row: str, table: str, point: ChartPoint, places: Places, ids: frozenset[str]
) -> FigureArea:
    printed = [place for code in point.codes if (place := places.of(code))]
    passages = [place.passage for place in printed] if len(point.codes) == 1 else []
    wanted = (*passages, row, *(place.finding for place in printed), table)
    first = printed[0].finding if printed else next(iter(point.codes), "")
    is_one = len(point.codes) == 1
    return replace(
        area,
        target=next((id_ for id_ in wanted if id_ in ids), ""),
        words=f"{point.label}: {point.shown} {point.counted}".rstrip(),
        code=first if is_one else "",
        leads_on=not is_one and bool(point.codes or point.source or point.file),
    )
