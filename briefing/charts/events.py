"""Events: what the findings say happened when, to the month or day, in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import as_cell, check_shape, unfit
from briefing.charts.drawing import ACCENT, GREY, HAIRLINE, WIDTH_PT, drawn
from briefing.charts.paper import Paper
from briefing.charts.years import Years
from briefing.citing import place
from briefing.model import (
    ChartData,
    Facet,
    FigureImage,
    Finding,
    PartialDate,
    Selection,
    StoredFinding,
    Taxonomy,
)
from briefing.wording import plural

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Row = tuple[str, str, str]
"""The date as ISO 8601 writes it, the finding's words, where they stand."""

_LEAST = 3
_MOST = 12
_WORDS = 112
"""Characters of a finding that are shown; what is cut is marked."""
_BREAK = re.compile(r"(?<=[,;:])\s|\s(?=[—–(])|(?<=[)])\s")
"""Where a sentence may be cut."""
_OPEN = " ,;:—–("
"""What words are not cut after."""
_YEAR = re.compile(r"[0-9]{4}")

_ROW_PT = 26.0
_LINE_PT = 10.6
_EDGE_PT = 8.0
_LINE_X = 30.0
"""Where the line of time stands; the years are named left of it."""
_DATE_X = 62.0
_WORDS_X = 128.0
_PLACE_X = 366.0


@dataclass(frozen=True, slots=True)
class _Event:
    """A dated finding, under one of its dates."""

    day: PartialDate
    stored: StoredFinding

    @property
    def row(self) -> Row:
        """The event as a row of the data."""
        words = _words(self.stored.finding, self.day)
        return str(self.day), as_cell(words), as_cell(place(self.stored))


def events_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return a row an event, the earliest first: the best ranked that have a month or a day."""
    del taxonomy  # dates have no place in it
    found = list(_events(one.stored for one in selection.distinct))
    if len(found) < _LEAST:
        return NotEnough(
            "No chart of events: too few of the findings printed say in which month something "
            "happened."
        )
    shown = sorted(found[:_MOST], key=lambda one: (one.day.first_day, one.day.last_day))
    rows = tuple(one.row for one in shown)
    reports = {one.stored.report.sha256 for one in shown}
    number = f"{len(shown)} of {len(found)}" if len(shown) < len(found) else f"All {len(found)}"
    return ChartData(
        chart="events",
        question="What happened when?",
        answer=_answer(shown),
        basis=(
            f"{number} events that the findings printed date to the month or day, in the words of "
            f"{plural(len(reports), 'report')}.{_reckoned(shown)}"
        ),
        alt="Events by date. " + " ".join(f"{_spoken(row)}: {row[1]} ({row[2]})." for row in rows),
        columns=("Date", "What the report says", "Where it stands"),
        rows=rows,
    )


def _events(found: Iterable[StoredFinding]) -> Iterator[_Event]:
    """Yield the findings that name a month or day, in order, each under the first not yet told."""
    told: set[PartialDate] = set()
    for stored in found:
        exact = [day for day in stored.finding.dates if day.month is not None]
        day = next((day for day in exact if day not in told), None)
        if day is not None:
            told.add(day)
            yield _Event(day, stored)


def _words(finding: Finding, day: PartialDate) -> str:
    """Return the finding's own words around a date, whole clauses where they fit.

    What is left out is marked; the date itself is always among them.
    """
    text = " ".join(finding.text.split())
    if len(text) <= _WORDS:
        return text
    named = _date_words(finding, day)
    at = max(0, text.find(named))
    end = min(at + len(named), len(text))
    clauses = [0, *(found.end() for found in _BREAK.finditer(text))]
    start = max(clause for clause in clauses if clause <= at)
    if end - start > _WORDS:
        start = text.find(" ", end - _WORDS, at) + 1 or at
    stop = _stop(text, clauses, start, end)
    start = min([start, *(clause for clause in clauses if 0 <= stop - clause <= _WORDS)])
    kept = text[start:stop].strip()
    before = "… " if start else ""
    return f"{before}{kept}" if stop == len(text) else f"{before}{kept.rstrip(_OPEN)} …"


def _stop(text: str, clauses: Sequence[int], start: int, end: int) -> int:
    """Return where words that begin at ``start`` are cut: after a clause, else after a word."""
    farthest = start + _WORDS
    if len(text) <= farthest:
        return len(text)
    whole = [clause for clause in clauses if max(end, start + _WORDS // 2) <= clause <= farthest]
    return whole[-1] if whole else max(end, text.rfind(" ", start, farthest + 1))


def _answer(shown: Sequence[_Event]) -> str:
    """Say over which time the events spread, and in which year most of them lie."""
    first, last = shown[0].day, shown[-1].day
    years = [one.day.year for one in shown]
    fullest = max(years, key=lambda year: (years.count(year), year))
    spread = f"from {first.spoken()} to {last.spoken()}"
    if first.year == last.year:
        return f"All {len(shown)} lie in {first.year}, {spread}."
    most = years.count(fullest)
    if sum(1 for year in set(years) if years.count(year) == most) > 1:
        return f"They reach {spread}; no year has more than {most}."
    return f"They reach {spread}; {most} of the {len(shown)} lie in {fullest}."


def _reckoned(shown: Iterable[_Event]) -> str:
    """Say where a date is reckoned from the report's own, as that of “last November” is."""
    if any(not _YEAR.search(_date_words(one.stored.finding, one.day)) for one in shown):
        return " Dates such as “last November” are reckoned from the report’s date."
    return ""


def _date_words(finding: Finding, day: PartialDate) -> str:
    """Return the words of a finding that name a date; the date where that is not known."""
    tag = str(day)
    named = (one.words for one in finding.evidence if (one.facet, one.tag) == (Facet.DATE, tag))
    return next(named, tag)


def _spoken(row: Sequence[str | int]) -> str:
    return PartialDate.parse(str(row[0])).spoken()


def check_events(data: ChartData) -> None:
    """Check that the data is rows of words with a date to the month or day, the earliest first.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(3, 4), _MOST, words=range(3))
    try:
        days = _days(data)
    except ValueError as error:
        raise unfit(data, "a date is none") from error
    if any(day.month is None for day in days):
        raise unfit(data, "a date is a year alone")
    begun = [day.first_day for day in days]
    if begun != sorted(begun):
        raise unfit(data, "its events are not in order of time")


def _days(data: ChartData) -> list[PartialDate]:
    """Return the dates of the rows.

    Raises:
        ValueError: one is no date.
    """
    return [PartialDate.parse(str(row[0])) for row in data.rows]


def draw_events(data: ChartData) -> FigureImage:
    """Return a line of time from above to below, each event tied to it, evenly spaced beside it.

    Raises:
        BriefError: the data is damaged.
    """
    check_events(data)
    height = _ROW_PT * len(data.rows) + 2 * _EDGE_PT
    return drawn(data, height, lambda figure: _paint(figure, data, height))


def _paint(figure: Figure, data: ChartData, height: float) -> None:
    paper = Paper(figure, height)
    days = _days(data)
    scale = Years.over(days, _EDGE_PT, height - _EDGE_PT)
    _paint_years(paper, scale)
    for place_, (row, day) in enumerate(zip(data.rows, days, strict=True)):
        middle = _EDGE_PT + _ROW_PT * (place_ + 0.5)
        _tie(paper, scale.middle(day), middle - _LINE_PT / 2)
        _paint_event(paper, row, day, middle - _LINE_PT / 2)


def _paint_years(paper: Paper, scale: Years) -> None:
    paper.rule(_LINE_X, scale.begins, _LINE_X, scale.ends, ACCENT)
    for year in scale.named(8):
        y = scale.at(year)
        paper.rule(_LINE_X - 4.0, y, _LINE_X, y, ACCENT)
        paper.write(_LINE_X - 7.0, y, str(year), colour=GREY, align="right")


def _tie(paper: Paper, at: float, to: float) -> None:
    """Draw a point on the line of time and a hairline from it to its event."""
    bend = (_LINE_X + 5.0, _DATE_X - 8.0)
    paper.axes.plot(
        (_LINE_X, *bend, _DATE_X - 3.0), (at, at, to, to), color=HAIRLINE, linewidth=0.7
    )
    paper.axes.plot(_LINE_X, at, "o", color=ACCENT, markersize=4, markeredgewidth=0)


def _paint_event(paper: Paper, row: Sequence[str | int], day: PartialDate, first: float) -> None:
    paper.write(_DATE_X, first, _short(day), bold=True)
    lines = paper.broken(str(row[1]), _PLACE_X - _WORDS_X - 10.0, 2)
    for line, text in enumerate(lines):
        paper.write(_WORDS_X, first + _LINE_PT * line, text)
    report, _, where = str(row[2]).rpartition(", ")
    for line, text in enumerate(filter(None, (report, where))):
        cut = paper.fitted(text, WIDTH_PT - _PLACE_X)
        paper.write(_PLACE_X, first + _LINE_PT * line, cut, colour=GREY)


def _short(day: PartialDate) -> str:
    """Return the date with its month in three letters: ``13 Sep 2022``."""
    *number, month, year = day.spoken().split()
    return " ".join((*number, month[:3], year))


EVENTS = Chart(
    id="events",
    name="Events",
    description="What the findings printed say happened in which month or on which day.",
    data=events_data,
    check=check_events,
    draw=draw_events,
    quotes=True,
)
