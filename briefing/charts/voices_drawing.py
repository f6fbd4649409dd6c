"""How voices are drawn: a line a report, where it lies in time, its findings as a bar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.charts.checking import check_shape, unfit
from briefing.charts.drawing import ACCENT, GREY, WIDTH_PT, drawn
from briefing.charts.paper import Paper
from briefing.charts.years import Years
from briefing.model import ChartData, FigureArea, FigureImage, PartialDate

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_REPORTS = 14
"""Rows of half a page; where there are more reports, the least cited share the last."""
_OTHERS = re.compile(r"[0-9]+ others")
"""What their row is named."""
_ROW_PT = 15.0
_HEAD_PT = 16.0
_FOOT_PT = 15.0
_APART_PT = 3.0
"""Between the years and the reports without a date."""
_NAMES_PT = 150.0
_TIME_PT = (164.0, 306.0)
"""Left and right end of the strip of time."""
_BARS_PT = (326.0, WIDTH_PT - 22.0)


def check_voices(data: ChartData) -> None:
    """Check that the data is one row a report with a count and a date.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(3, 4), MOST_REPORTS, words=(0, 2))
    try:
        _dates(data)
    except ValueError as error:
        raise unfit(data, "a report’s date is none") from error


def _dates(data: ChartData) -> list[PartialDate | None]:
    """Return the dates of the rows.

    Raises:
        ValueError: one is neither a date nor empty.
    """
    return [PartialDate.parse(str(row[2])) if row[2] else None for row in data.rows]


def draw_voices(data: ChartData) -> FigureImage:
    """Return a line a report: its name, where it lies in time, its findings as a bar.

    Raises:
        BriefError: the data is damaged.
    """
    check_voices(data)
    dates = _dates(data)
    height = _HEAD_PT + _ROW_PT * len(dates)
    if _are_apart(dates):
        height += _FOOT_PT + (0.0 if all(dates) else _APART_PT)
    return drawn(data, height, lambda figure: _paint(figure, data, dates, height))


def _are_apart(dates: Sequence[PartialDate | None]) -> bool:
    """Return whether a strip of time tells more than the dates in words would."""
    return len({day for day in dates if day}) > 1


def _paint(
    figure: Figure, data: ChartData, dates: Sequence[PartialDate | None], height: float
) -> list[FigureArea]:
    paper = Paper(figure, height)
    for x, column in ((0.0, 0), (_TIME_PT[0], 2), (_BARS_PT[0], 1)):
        paper.head(x, _HEAD_PT / 2 - 2, data.columns[column])
    known = [day for day in dates if day]
    scale = Years.over(known, *_TIME_PT) if _are_apart(dates) else None
    if scale:
        _paint_years(paper, scale, _HEAD_PT + _ROW_PT * len(known))
    most = _most(data)
    middle = _HEAD_PT - _ROW_PT / 2
    for place, (row, day) in enumerate(zip(data.rows, dates, strict=True)):
        begins_undated = place > 0 and day is None and dates[place - 1] is not None
        middle += _ROW_PT + (_FOOT_PT + _APART_PT if scale and begins_undated else 0.0)
        name = str(row[0])
        paper.write(0, middle, paper.fitted(name, _NAMES_PT))
        if scale and day:
            _paint_date(paper, scale, day, middle)
        else:
            _write_date(paper, day, middle, is_shared=bool(_OTHERS.fullmatch(name)))
        _paint_bar(paper, int(row[1]), most, middle, is_shared=bool(_OTHERS.fullmatch(name)))
        paper.point(name, 0.0, middle - _ROW_PT / 2, WIDTH_PT, _ROW_PT)
    return paper.areas


def _most(data: ChartData) -> int:
    """Return the largest number of one report, to which the bars are drawn."""
    single = [int(row[1]) for row in data.rows if not _OTHERS.fullmatch(str(row[0]))]
    return max(single, default=0) or max(int(row[1]) for row in data.rows)


def _paint_years(paper: Paper, scale: Years, bottom: float) -> None:
    """Draw a hairline where each named year begins, with the year beneath."""
    for year in scale.named(5):
        x = scale.at(year)
        paper.rule(x, _HEAD_PT, x, bottom)
        paper.write(x, bottom + _FOOT_PT / 2, str(year), colour=GREY, align="center")


def _paint_date(paper: Paper, scale: Years, day: PartialDate, middle: float) -> None:
    """Draw a dot, and a line as long as the time that a date without day or month may mean."""
    from_, to = scale.span(day)
    paper.line((from_, to), (middle, middle), ACCENT, 1.2)
    paper.dot(scale.middle(day), middle, ACCENT, 5.0)


def _write_date(paper: Paper, day: PartialDate | None, middle: float, *, is_shared: bool) -> None:
    """Write when a report appeared, where there is nothing to set it against."""
    when = day.spoken() if day else "various" if is_shared else "no date"
    paper.write(_TIME_PT[0], middle, when, colour=GREY)


def _paint_bar(paper: Paper, number: int, most: int, middle: float, *, is_shared: bool) -> None:
    """Draw a bar; of reports that share a row the number alone, for they are no voice."""
    left, right = _BARS_PT
    if is_shared:
        paper.write(left, middle, f"{number:,} together", colour=GREY)
        return
    length, high = (right - left) * number / most, _ROW_PT * 0.62
    paper.box(left, middle - high / 2, length, high, ACCENT)
    paper.write(left + length + 4, middle, f"{number:,}")
