"""Dates, and spaces that hold, as every text of a document writes them."""

from __future__ import annotations

from datetime import date

from briefing.model import PartialDate

NBSP = "\u00a0"


def spoken(day: date | PartialDate | str | None) -> str:
    """Return a date as one writes it: ``21 November 2026``; a string is read as ISO 8601.

    Nothing for None or the empty string; a string that is no date comes back as it is.
    """
    if not day:
        return ""
    if isinstance(day, PartialDate):
        return day.spoken()
    try:
        return PartialDate.parse(str(day)).spoken()
    except ValueError:
        return str(day)
