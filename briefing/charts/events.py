"""Events: what the findings say happened when, to the month or day, in their own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import as_cell, check_shape, unfit
from briefing.charts.events_rows import days_of, labels, lines_of, spoken
from briefing.charts.events_told import Told, how_told, is_same
from briefing.charts.events_words import date_evidence, date_words, words_around
from briefing.charts.points import point
from briefing.citing import joined, mark, short_name
from briefing.model import (
    ChartData,
    FigureImage,
    PartialDate,
    Selection,
    StoredFinding,
    Taxonomy,
)
from briefing.wording import plural

Row = tuple[str, str, str]
"""The date as ISO 8601 writes it, the finding's words, where they stand."""

_LEAST = 3
_MOST = 12
_LETTERS_A_LINE = 46
"""Characters of a finding that a line holds; what is cut is marked."""
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(slots=True)
class _Event:
    """A dated finding under one of its dates, and those that tell of the same day."""

    day: PartialDate
    told: list[StoredFinding]
    is_aside: bool = False
    """Whether it is only reckoned from, and another time is told of."""

    @property
    def stored(self) -> StoredFinding:
        """The best ranked of those that tell of it, or else reckon from it."""
        return self.told[0]

    def is_told_by(self, stored: StoredFinding) -> bool:
        """Return whether another finding tells of it too."""
        return is_same(self.stored, stored, self.day)

    def take(self, stored: StoredFinding, told: Told | None) -> None:
        """Take another finding that tells of it: before those that only reckon from its date."""
        if self.is_aside and told is Told.EVENT:
            self.told.insert(0, stored)
            self.is_aside = False
        else:
            self.told.append(stored)

    def row(self, most: int, numbered: Sequence[str]) -> Row:
        """Return the event as a row of the data, with at most so many characters of its words."""
        words = words_around(self.stored.finding, self.day, most)
        where = joined(mark(one, numbered) for one in self.told)
        if where.startswith("["):
            where = f"{short_name(self.stored.report)} {where}"
        return str(self.day), as_cell(words), as_cell(where)


def events_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return a row an event, the earliest first: the best ranked that have a month or a day."""
    del taxonomy  # dates have no place in it
    found = _events(one.stored for one in selection.distinct)
    if len(found) < _LEAST:
        return NotEnough(
            "No chart of events: too few of the findings say in which month something happened."
        )
    shown = sorted(_telling(found)[:_MOST], key=lambda one: (one.day.first_day, one.day.last_day))
    most = _LETTERS_A_LINE * lines_of(len(shown))
    rows = tuple(one.row(most, selection.numbered) for one in shown)
    reports = {stored.report.sha256 for one in shown for stored in one.told}
    number = f"{len(shown)} of {len(found):,}" if len(shown) < len(found) else f"All {len(found)}"
    return ChartData(
        chart="events",
        question="What happened when?",
        answer=_answer(shown),
        basis=(
            f"{number} events that the findings date to the month or day, in the words of "
            f"{plural(len(reports), 'report')}.{_reckoned(shown)}"
        ),
        alt="Events by date. " + " ".join(f"{spoken(row)}: {row[1]} ({row[2]})." for row in rows),
        columns=("Date", "What the report says", "Where it stands"),
        rows=rows,
        points=tuple(
            point(label, row[1], one.told, "event")
            for label, row, one in zip(labels(rows), rows, shown, strict=True)
        ),
    )


def _events(found: Iterable[StoredFinding]) -> list[_Event]:
    """Return the findings that say what happened in a month or on a day, in order.

    Each stands under the first of its dates that is not told yet; those that tell the same of a
    date stand together. What a finding only mentions in passing comes after what it tells.
    """
    events: list[_Event] = []
    known: dict[PartialDate, list[_Event]] = {}
    for stored in found:
        days = _days(stored)
        same = (one for day in days for one in known.get(day, ()) if one.is_told_by(stored))
        if event := next(same, None):
            event.take(stored, days.get(event.day))
        elif days:
            day = next((day for day in days if day not in known), next(iter(days)))
            events.append(_Event(day, [stored], days[day] is Told.ASIDE))
            known.setdefault(day, []).append(events[-1])
    return events


def _days(stored: StoredFinding) -> dict[PartialDate, Told]:
    """Return the dates at which a finding says that something happened, those in passing last."""
    days = (day for day in stored.finding.dates if day.month is not None)
    ranked = sorted(((how_told(stored, day), day) for day in days), key=lambda one: one[0])
    return {day: told for told, day in ranked if told is not Told.NONE}


def _telling(events: Iterable[_Event]) -> list[_Event]:
    """Return events with those first that a finding tells of, and with one of each date first.

    A date that others refer to (“since February 2022”) comes after what happened on one, and a
    date that is told often leaves others room.
    """
    seen: Counter[PartialDate] = Counter()
    ranked = []
    for event in sorted(events, key=lambda one: one.is_aside):
        ranked.append((seen[event.day] + event.is_aside, event))
        seen[event.day] += 1
    return [event for _, event in sorted(ranked, key=lambda one: one[0])]


def _answer(shown: Sequence[_Event]) -> str:
    """Say over which time the events spread, and in which year most of them lie."""
    first, last = shown[0].day, shown[-1].day
    years = [one.day.year for one in shown]
    fullest = max(years, key=lambda year: (years.count(year), year))
    spread = f"from {first.spoken()} to {last.spoken()}"
    if first.year == last.year:
        return f"All {len(shown)} events lie in {first.year}, {spread}."
    most = years.count(fullest)
    if most == 1:
        return f"The events reach {spread}; each lies in a year of its own."
    if sum(1 for year in set(years) if years.count(year) == most) > 1:
        return f"The events reach {spread}; no year has more than {most}."
    return f"The events reach {spread}; {most} of the {len(shown)} lie in {fullest}."


def _reckoned(shown: Iterable[_Event]) -> str:
    """Say where years come from that the words do not tell, as with “last November”."""
    without = [one for one in shown if not _YEAR.search(date_words(one.stored.finding, one.day))]
    reasons = [date_evidence(one.stored.finding, one.day) for one in without]
    from_text = [bool(told) and told[0].reason.startswith("year from") for told in reasons]
    said = []
    if not all(from_text):
        said.append(" Dates such as “last November” are reckoned from the report’s date.")
    if any(from_text):
        said.append(" Years that the words do not tell are those of the text around them.")
    return "".join(said)


def check_events(data: ChartData) -> None:
    """Check that the data is rows of words with a date to the month or day, the earliest first.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(3, 4), _MOST, words=range(3))
    try:
        days = days_of(data)
    except ValueError as error:
        raise unfit(data, "a date is none") from error
    if any(day.month is None for day in days):
        raise unfit(data, "a date is a year alone")
    begun = [day.first_day for day in days]
    if begun != sorted(begun):
        raise unfit(data, "its events are not in order of time")


def draw_events(data: ChartData) -> FigureImage:
    """Return a line of time from above to below, each event tied to it and written beside it.

    Raises:
        BriefError: the data is damaged.
    """
    check_events(data)
    from briefing.charts.events_drawing import draw

    return draw(data)


EVENTS = Chart(
    id="events",
    name="Events",
    description="What the findings say happened in which month or on which day.",
    data=events_data,
    check=check_events,
    draw=draw_events,
    quotes=True,
)
