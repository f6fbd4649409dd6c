"""The dates a sentence speaks of: days, months, years, ranges, seasons, and relative ones.

What has no year takes that of the words around it, as a reader does: of the same sentence, of those
before it in its paragraph, of the same day where the report gives it in full, and else of the
report's own date. Where none of them tells it, there is no date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.extraction.date_context import Around, is_of_long
from briefing.extraction.date_reading import NOTHING, Read, read_dates
from briefing.extraction.languages.shelf import Languages
from briefing.extraction.sentence import Sentence
from briefing.extraction.spoken_date import SpokenDate, each_once
from briefing.model import PartialDate, TextKind

Dates = tuple[SpokenDate, ...]


def dates_in(text: str, of_report: PartialDate | None) -> Dates:
    """Return the dates in the order of the text, each once; a range gives its two ends."""
    return _whole(text, read_dates(text, of_report), Around(of_report))


def dates_of(
    units: Sequence[Sentence], of_report: PartialDate | None, languages: Languages
) -> Iterator[Dates]:
    """Yield the dates of each sentence of a report, read in its language, with what is around it.

    Notes and headings neither take a year from what is around them nor give one.
    """
    read = [_read(unit, of_report, languages) for unit in units]
    body = [one for unit, one in zip(units, read, strict=True) if unit.kind is TextKind.BODY]
    of_long = is_of_long((phrase for one in body for phrase in one.open), of_report)
    around = Around(of_report, days=_days(units, read), is_of_long=of_long)
    for unit, one in zip(units, read, strict=True):
        if one is NOTHING:
            yield ()
        elif unit.kind is not TextKind.BODY:
            yield each_once(one.found)
        else:
            around.enter(unit.block)
            yield _whole(unit.text, one, around)


def _read(unit: Sentence, of_report: PartialDate | None, languages: Languages) -> Read:
    language = languages.of(unit.language)
    if language is None:
        return read_dates(unit.text, of_report)
    found = language.dates.dates_in(unit.text)
    return Read([*found]) if found else NOTHING


def _days(units: Iterable[Sentence], read: Iterable[Read]) -> dict[tuple[int, int], set[int]]:
    """Return the years in which the body gives a day in full, by month and day."""
    days: dict[tuple[int, int], set[int]] = defaultdict(set)
    for unit, one in zip(units, read, strict=True):
        for spoken in one.found if unit.kind is TextKind.BODY else ():
            if spoken.date.month and spoken.date.day:
                days[spoken.date.month, spoken.date.day].add(spoken.date.year)
    return days


def _whole(text: str, read: Read, around: Around) -> Dates:
    """Return the dates of a sentence; of those without a year all where it is told, or none."""
    alone = not read.points
    told = [(one, year) for one in read.open if (year := around.year(text, one, alone=alone))]
    if len(told) == len(read.open):
        for one, year in told:
            read.take(one.in_year(*year))
    if read.weekdays and not (read.found or read.open) and around.is_of_its_days():
        read.take(read.weekdays)
    if read.points:
        around.go_on(max(read.points, key=lambda point: point[0])[1])
    return each_once(read.found)
