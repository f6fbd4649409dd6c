"""How coverage is drawn: tinted cells with their numbers; what nobody wrote about is left white."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.charts.checking import check_shape, unfit
from briefing.charts.drawing import ACCENT, GREY, HAIRLINE, INK, WIDTH_PT, drawn, tint
from briefing.charts.measuring import Measure
from briefing.charts.paper import Paper
from briefing.model import ChartData, FigureArea, FigureImage

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_COLUMNS = 7
MOST_ROWS = 18
ALL = "All"
"""Head of the last column where the columns are reports: findings of the row, each once."""
_BETWEEN = " · "
"""Stands between row and column in the name of a cell, and between region and theme in the rows
of earlier versions."""
_ROW_PT = 17.5
_GROUP_PT = 15.5
"""Height of the line that names a region."""
_LINE_PT = 10.5
_NAMES_PT = 150.0
"""Width that the names of the rows may take."""
_SUM_PT = 32.0
_WIDEST_PT = 96.0
"""Of a cell; more would part the numbers from their neighbours."""
_SHARED = re.compile(r"[0-9]+ others")
"""Names the row or column that several share: it is no darker for that."""
_GAP_PT = 3.0
_SPACE_PT = 2.2
"""Between the two numbers of a cell: drawings keep no space that begins or ends a text."""
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of cells: findings, and of how many reports they are where that is told."""

    name: str
    findings: tuple[int, ...]
    reports: tuple[int, ...]
    """None where one report tells them all, or the columns are reports."""
    total: int | None

    @property
    def written(self) -> Iterable[tuple[str, str]]:
        """The words of each cell, those in bold first."""
        if not self.reports:
            return [("", f"{number:,}" if number else "") for number in self.findings]
        both = zip(self.findings, self.reports, strict=True)
        return ((f"{n:,}", f"from {of}") if n else ("", "") for n, of in both)


_Group = tuple[str, list[tuple[str, _Row]]]
"""A region, or nothing, with its rows as they are named beneath it."""


def point_label(row: str, column: str) -> str:
    """Return the name of a cell."""
    return f"{row}{_BETWEEN}{column}"


def reports_of(column: str) -> str:
    """Return the head of the column of how many reports the findings of another come from."""
    return f"{column}: reports"


def check_coverage(data: ChartData) -> None:
    """Check that the data is rows of counts that can be true of each other.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(3, 2 * MOST_COLUMNS + 2), MOST_ROWS)
    if not _is_by_report(data) and data.columns[2::2] != tuple(map(reports_of, _names(data))):
        raise unfit(data, "a column has no number of reports")
    if len(_names(data)) > MOST_COLUMNS:
        raise unfit(data, f"it has more than {MOST_COLUMNS} columns of findings")
    for row in _rows(data):
        if row.total is not None and not max(row.findings) <= row.total <= sum(row.findings):
            raise unfit(data, "a row does not add up to its sum")
        both = zip(row.findings, row.reports, strict=False)
        if any((findings > 0) != (reports > 0) for findings, reports in both):
            raise unfit(data, "a cell has findings without a report, or a report without findings")


def draw_coverage(data: ChartData) -> FigureImage:
    """Return the table of counts as tinted cells, each with its number.

    Raises:
        BriefError: the data is damaged.
    """
    check_coverage(data)
    measure = Measure()
    groups = _groups(_rows(data))
    across = _across(data, groups, measure)
    heads = [measure.broken(name, across.cell - _GAP_PT, _MOST_LINES) for name in _names(data)]
    top = _LINE_PT * max(map(len, heads)) + 8.0
    named = sum(1 for name, _ in groups if name)
    height = top + _ROW_PT * len(data.rows) + _GROUP_PT * named

    def paint(figure: Figure) -> list[FigureArea]:
        sheet = _Sheet(Paper(figure, height), _names(data), across, _most(data))
        sheet.paint_heads(heads, top, has_sum=_is_by_report(data))
        sheet.paint_rows(groups, top)
        return sheet.paper.areas

    return drawn(data, height, paint)


@dataclass(frozen=True, slots=True)
class _Across:
    """How wide the names of the rows are, and how wide a cell is with the gap beside it."""

    names: float
    cell: float

    def left(self, column: int) -> float:
        """Return where a column begins."""
        return self.names + self.cell * column


def _across(data: ChartData, groups: Sequence[_Group], measure: Measure) -> _Across:
    """Return the widths: the names take no more than they need."""
    needed = max(
        measure.width(measure.fitted(shown, 999.0)) for _, rows in groups for shown, _ in rows
    )
    names = min(needed + 8.0, _NAMES_PT)
    room = WIDTH_PT - names - (_SUM_PT if _is_by_report(data) else 0.0)
    return _Across(names, min(room / len(_names(data)), _WIDEST_PT))


def _is_by_report(data: ChartData) -> bool:
    return data.columns[-1] == ALL


def _names(data: ChartData) -> tuple[str, ...]:
    """Return the names of the columns that hold findings."""
    return data.columns[1:-1] if _is_by_report(data) else data.columns[1::2]


def _rows(data: ChartData) -> list[_Row]:
    found = [
        (str(row[0]), tuple(cell for cell in row[1:] if isinstance(cell, int))) for row in data.rows
    ]
    if _is_by_report(data):
        return [_Row(name, cells[:-1], (), cells[-1]) for name, cells in found]
    several = any(number > 1 for _, cells in found for number in cells[1::2])
    return [_Row(name, cells[::2], cells[1::2] if several else (), None) for name, cells in found]


def _groups(rows: Sequence[_Row]) -> list[_Group]:
    """Return rows of an earlier version by region, with their themes; all others under none."""
    parts = [row.name.split(_BETWEEN) for row in rows]
    if any(len(part) != 2 for part in parts):
        return [("", [(row.name, row) for row in rows])]
    groups: dict[str, list[tuple[str, _Row]]] = {}
    for (region, theme), row in zip(parts, rows, strict=True):
        groups.setdefault(region, []).append((theme, row))
    return list(groups.items())


def _most(data: ChartData) -> int:
    """Return the largest number of a single row and column; of all where there is none."""
    columns = [_SHARED.fullmatch(name) is None for name in _names(data)]
    single = [
        number
        for row in _rows(data)
        for number, is_single in zip(row.findings, columns, strict=True)
        if is_single and not _SHARED.fullmatch(row.name)
    ]
    return max(single, default=0) or max(max(row.findings) for row in _rows(data))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The paper with what all rows share."""

    paper: Paper
    columns: Sequence[str]
    across: _Across
    most: int

    def paint_heads(self, heads: Sequence[Sequence[str]], top: float, *, has_sum: bool) -> None:
        """Write the names of the columns, each ending on the line above the cells."""
        for column, lines in enumerate(heads):
            middle = self.across.left(column) + self.across.cell / 2
            for up, line in enumerate(reversed(lines)):
                y = top - 5.0 - _LINE_PT * (up + 0.5)
                self.paper.write(middle, y, line, align="center")
        if has_sum:
            self._write_sum(top - 5.0 - _LINE_PT / 2, ALL, INK)

    def paint_rows(self, groups: Sequence[_Group], top: float) -> None:
        """Draw the rows, under the name of their region where they have one."""
        for region, named in groups:
            if region:
                name = self.paper.fitted(region, WIDTH_PT, bold=True)
                self.paper.write(0, top + _GROUP_PT / 2, name, colour=ACCENT, bold=True)
                top += _GROUP_PT
            for shown, row in named:
                self._paint_row(top + _ROW_PT / 2, shown, row)
                top += _ROW_PT

    def _paint_row(self, middle: float, shown: str, row: _Row) -> None:
        self.paper.write(0, middle, self.paper.fitted(shown, self.across.names - 8.0))
        cells = zip(self.columns, row.findings, row.written, strict=True)
        for place, (column, number, words) in enumerate(cells):
            left = self.across.left(place) + _GAP_PT / 2
            wide, high = self.across.cell - _GAP_PT, _ROW_PT - 3.0
            box = left, middle - high / 2, wide, high
            is_shared = _SHARED.fullmatch(row.name) or _SHARED.fullmatch(column)
            face = tint(number / self.most) if number and not is_shared else "none"
            self.paper.box(*box, face, "none" if number else HAIRLINE)
            self.paper.point(point_label(row.name, column), *box)
            self._write_cell(left + wide / 2, middle, *words)
        if row.total is not None:
            self._write_sum(
                middle, f"{row.total:,}" if row.total else "–", INK if row.total else GREY
            )

    def _write_cell(self, x: float, middle: float, bold: str, plain: str) -> None:
        wide = self.paper.width(bold, bold=True) + _SPACE_PT if bold else 0.0
        plain = plain or ("" if bold else "–")
        left = x - (wide + self.paper.width(plain)) / 2
        if bold:
            self.paper.write(left, middle, bold, bold=True)
        self.paper.write(left + wide, middle, plain, colour=GREY if plain == "–" else INK)

    def _write_sum(self, middle: float, text: str, colour: str) -> None:
        x = self.across.left(len(self.columns)) + _SUM_PT / 2
        self.paper.write(x, middle, text, colour=colour, bold=True, align="center")
