"""The dates a sentence speaks of, in languages other than English: days, months, years, ranges.

Months by their names in CLDR, in every form that a date uses, and in the cases of the language's
table. Relative dates ("l'an dernier") are left out: they would need a table of their own in each
language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale

from briefing.extraction.languages.cues import Lists
from briefing.extraction.spoken_date import SpokenDate, date_of, each_once

_FIGURES = re.compile(r"\d{4}")
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d)"
_OF = r"(?:\s+(?:de|del|des|du))?\s+"


_DAY = r"(?P<{}>\d{{1,2}})(?:\.|er|º|°)?"


@dataclass(frozen=True, slots=True)
class DateReader:
    """Finds dates by the names of months and the words beside a year."""

    months: dict[str, int]
    full: re.Pattern[str]
    year: re.Pattern[str]

    @classmethod
    def of(cls, locale: Locale, lists: Lists) -> DateReader:
        """Return the reader for a language, with its table's words beside a year."""
        months = _months(locale, lists["months"])
        named = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
        joined = rf"(?:\s?[-–—/]\s?|\s+(?:{'|'.join(lists['joined'])})\s+)"
        earlier = (
            rf"(?:(?:{_DAY.format('day0')}(?:{_OF}(?P<month0>{named}))?|(?P<alone0>{named}))"
            rf"(?:{_OF}{_YEAR.replace('year', 'year0')})?{joined})?"
        )
        full = rf"(?<!\w){earlier}(?:{_DAY.format('day')}{_OF})?(?P<month>{named})(?:{_OF}{_YEAR})"
        before, after = ("|".join(lists[key]) for key in ("before", "after"))
        told = rf"(?:(?<=\()|(?<!\w)(?:{before})\s+){_YEAR}"
        counted = rf"{_YEAR.replace('year', 'also')}\s*(?:{after})(?!\w)"
        year = rf"(?<![\w.,])(?:{told}|{counted})"
        return cls(months, re.compile(full, re.I), re.compile(year, re.I))

    def dates_in(self, text: str) -> tuple[SpokenDate, ...]:
        """Return the dates of a sentence, in order, each once; a range gives its two ends."""
        return each_once(list(self._found(text))) if _FIGURES.search(text) else ()

    def _found(self, text: str) -> Iterator[SpokenDate]:
        taken = []
        for match in self.full.finditer(text):
            taken.append(match.span())
            yield from self._ends(match)
        for match in self.year.finditer(text):
            year = date_of(int(match["year"] or match["also"]))
            inside = any(start <= match.start() < end or match.end() == end for start, end in taken)
            if year is not None and not inside:
                yield SpokenDate(year, match.start(), match.group())

    def _ends(self, match: re.Match[str]) -> Iterator[SpokenDate]:
        """Yield the date of a match, after the earlier end where it is a range."""
        year, month = int(match["year"]), self.months[match["month"].lower()]
        earlier = match["month0"] or match["alone0"]
        if match["day0"] or earlier:
            month0 = self.months[earlier.lower()] if earlier else month
            year0 = int(match["year0"] or year - (month0 > month))
            yield from _spoken(match, year0, month0, match["day0"])
        yield from _spoken(match, year, month, match["day"])


def _months(locale: Locale, further: list[str]) -> dict[str, int]:
    """Return the number of each month by its names; ``further`` is another case, by month."""
    months = {name.lower(): number for number, name in enumerate(further, 1)}
    for use in ("format", "stand-alone"):
        for number, name in locale.months[use]["wide"].items():
            months.setdefault(str(name).lower(), int(number))
    return months


def _spoken(match: re.Match[str], year: int, month: int, day: str | None) -> Iterator[SpokenDate]:
    date = date_of(year, month, int(day) if day else None)
    if date is not None:
        yield SpokenDate(date, match.start(), match.group())
