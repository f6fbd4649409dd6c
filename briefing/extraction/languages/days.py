"""The dates a sentence speaks of, in languages other than English: days, months and years.

Months by their names in CLDR, in every form that a date uses. Relative dates ("l'an dernier") are
left out: they would need a table of their own in each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale

from briefing.extraction.dates import SpokenDate
from briefing.extraction.languages.cues import Lists
from briefing.model import PartialDate

_FIGURES = re.compile(r"\d{4}")
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d)"
_OF = r"(?:\s+(?:de|del|des|du))?\s+"


@dataclass(frozen=True, slots=True)
class DateReader:
    """Finds dates by the names of months and the words beside a year."""

    months: dict[str, int]
    full: re.Pattern[str]
    year: re.Pattern[str]

    @classmethod
    def of(cls, locale: Locale, lists: Lists) -> DateReader:
        """Return the reader for a language, with its table's words beside a year."""
        months: dict[str, int] = {}
        for use in ("format", "stand-alone"):
            for number, name in locale.months[use]["wide"].items():
                months.setdefault(str(name).lower(), int(number))
        named = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
        full = (
            rf"(?<!\w)(?:(?P<day>\d{{1,2}})(?:\.|er|º|°)?{_OF})?(?P<month>{named})(?:{_OF}{_YEAR})"
        )
        before, after = ("|".join(lists[key]) for key in ("before", "after"))
        told = rf"(?:(?<=\()|(?<!\w)(?:{before})\s+){_YEAR}"
        counted = rf"{_YEAR.replace('year', 'also')}\s*(?:{after})(?!\w)"
        year = rf"(?<![\w.,])(?:{told}|{counted})"
        return cls(months, re.compile(full, re.I), re.compile(year, re.I))

    def dates_in(self, text: str) -> tuple[SpokenDate, ...]:
        """Return the dates of a sentence, in order, each once."""
        if not _FIGURES.search(text):
            return ()
        found = sorted(self._found(text), key=lambda spoken: spoken.start)
        return tuple({spoken.date: spoken for spoken in reversed(found)}.values())[::-1]

    def _found(self, text: str) -> Iterator[SpokenDate]:
        taken = []
        for match in self.full.finditer(text):
            taken.append(match.span())
            day = int(match["day"]) if match["day"] else None
            date = _date(int(match["year"]), self.months[match["month"].lower()], day)
            if date is not None:
                yield SpokenDate(date, match.start(), match.group(), "date in the sentence")
        for match in self.year.finditer(text):
            if not any(start <= match.start() < end or match.end() == end for start, end in taken):
                year = PartialDate(int(match["year"] or match["also"]))
                yield SpokenDate(year, match.start(), match.group(), "date in the sentence")


def _date(year: int, month: int, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
