"""Dates as reports give them: a year, a year and month, or a day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
"""Not the calendar module's names, which follow the locale that a window toolkit may set."""

_DOTTED = re.compile(r"(?:(\d{1,2})\. ?)?(\d{1,2})\. ?(\d{4})")
_DAY_FIRST = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})"
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of reduced precision (ISO 8601): ``2022``, ``2022-09`` or ``2022-09-13``."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Check that the parts make a date.

        Raises:
            ValueError: year outside 1 to 9999, a day without a month, or no such day.
        """
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Return the date that ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` stands for.

        Raises:
            ValueError: the text has another form or names a day that does not exist.
        """
        match = _ISO.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is not a date such as 2022, 2022-09 or 2022-09-13")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def typed(cls, text: str) -> PartialDate:
        """Return the date that a person means: also ``13 Oct 2022``, ``Oct 2022``, ``13.10.2022``.

        Raises:
            ValueError: the text has another form or names a day that does not exist.
        """
        said = " ".join(text.split())
        if match := _DOTTED.fullmatch(said):
            day, number, year = match.groups()
            return cls(int(year), int(number), int(day) if day else None)
        match = _DAY_FIRST.fullmatch(said) or _MONTH_FIRST.fullmatch(said)
        if match is None:
            return cls.parse(said)
        day = match["day"]
        return cls(int(match["year"]), _month(match["month"]), int(day) if day else None)

    @property
    def first_day(self) -> date:
        """The earliest day the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def spoken(self) -> str:
        """Return the date as one writes it in English: ``13 September 2022``."""
        name = _MONTHS[self.month - 1] if self.month else ""
        return " ".join(filter(None, (str(self.day or ""), name, str(self.year))))


def _month(name: str) -> int:
    """Return the number of a month by its name or the beginning of it, from three letters on.

    Raises:
        ValueError: no month is called that.
    """
    begun = name.casefold()
    for number, month in enumerate(_MONTHS, 1):
        if month.casefold().startswith(begun) or (begun == "sept" and number == 9):
            return number
    raise ValueError(f"{name!r} is no month")
