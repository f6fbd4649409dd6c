"""A date as a sentence speaks of it, with the words it was read from."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Evidence, Facet, PartialDate

IN_SENTENCE = "date in the sentence"


@dataclass(frozen=True, slots=True)
class SpokenDate:
    """A date that a sentence speaks of."""

    date: PartialDate
    start: int
    words: str
    reason: str = IN_SENTENCE

    @property
    def evidence(self) -> Evidence:
        """Why the sentence carries the date."""
        return Evidence(Facet.DATE, str(self.date), self.words, self.reason)


def date_of(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """Return the date of these parts; None where there is no such day."""
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def each_once(found: list[SpokenDate]) -> tuple[SpokenDate, ...]:
    """Return the dates in the order of the text, each once."""
    once: dict[PartialDate, SpokenDate] = {}
    for spoken in sorted(found, key=lambda spoken: spoken.start):
        once.setdefault(spoken.date, spoken)
    return tuple(once.values())
