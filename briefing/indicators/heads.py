"""Which column of a table holds what, found by the names in its head, of one row or of two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from briefing.errors import ImportFailure
from briefing.indicators.across import across, with_countries, with_places, year_of
from briefing.indicators.grids import Row, cell_text
from briefing.indicators.head import Head
from briefing.indicators.head_words import Part, part_of
from briefing.indicators.numbers import number_of
from briefing.indicators.two_rows import joined, may_end_a_head, says_more
from briefing.wording import listed

_LOOKED_AT = 30
"""Rows at the top of a table in which its head may stand."""
_BELOW = 20
"""Rows beneath a head that tell what its columns hold."""


class Heads:
    """Finds the heads of tables."""

    def __init__(self, is_place: Callable[[str], bool]) -> None:
        """Take what says whether a text is the name or code of a country."""
        self._is_place = is_place

    def likeness(self, rows: Sequence[Row]) -> int:
        """Return how much the first rows look like the head of a table of indicators."""
        return max((_score(head) for head in self._all(rows)), default=0)

    def find(self, rows: Sequence[Row]) -> Head:
        """Return the head of a table: of the first rows the one that names most columns.

        Raises:
            ImportFailure: none names a country, a year and a value.
        """
        best = max(self._all(rows), key=_score, default=None)
        if best is None or not best.parts:
            raise ImportFailure(
                "The table has no head that names its columns.",
                "Let its first row name them: indicator, country, year, value, unit, source.",
            )
        lacking = listed(best.lacking)
        if lacking:
            named = [name for name in best.columns if name][:8]
            raise ImportFailure(
                f"The table has no column for the {lacking}; "
                f"line {best.line} names {listed(named)}.",
                "Name the columns indicator, country, year, value, unit and source.",
            )
        return best

    def begins(self, rows: Sequence[Row], number: int, before: Head) -> Head | None:
        """Return the head of another table that one of the rows begins, if it does.

        ``before`` is the head that holds until then.
        """
        place = before.parts.get(Part.COUNTRY, before.parts.get(Part.CODE, -1))
        cells = rows[number].cells
        name = cell_text(cells[place]) if 0 <= place < len(cells) else ""
        if part_of(name) is None or (self._is_place(name) and name != before.columns[place]):
            return None
        beneath = rows[number : number + _BELOW + 2]
        found = [head for head in self._at(beneath) if not head.lacking]
        return max(found, key=_score, default=None)

    def _all(self, rows: Sequence[Row]) -> Iterator[Head]:
        places = range(min(len(rows), _LOOKED_AT))
        return (head for n in places for head in self._at(rows[n : n + _BELOW + 2]))

    def _at(self, rows: Sequence[Row]) -> Iterator[Head]:
        """Yield the head that the first row is, and that which it is with the second."""
        upper = self._fitted(across(rows[0]), rows[1:])
        if not self._is_of_values(upper):
            yield upper
        if rows[1:] and may_end_a_head(rows[1], self._is_place):
            made = self._fitted(joined(rows[0], rows[1]), rows[2:])
            if says_more(made, upper, self._fitted(across(rows[1]), rows[2:])):
                yield made

    def _is_of_values(self, head: Head) -> bool:
        """Return whether a row that names a column of countries is one of values of a country.

        ``GEO`` is both: what Eurostat calls that column, and the code of Georgia.
        """
        name = head.columns[head.parts[Part.COUNTRY]] if Part.COUNTRY in head.parts else ""
        others = (one for one in head.columns if one and year_of(one) is None)
        return self._is_place(name) and any(number_of(one, False) is not None for one in others)

    def _among_countries(self, head: Head) -> Head:
        """Return a head in which ``GEO`` beside countries alone, a column each, is one of them."""
        place = head.parts.get(Part.COUNTRY, -1)
        others = [one for at, one in enumerate(head.columns) if at != place and one]
        names = [one for one in others if part_of(one) is None]
        if place < 0 or not names or not all(map(self._is_place, (head.columns[place], *names))):
            return head
        parts = {part: at for part, at in head.parts.items() if at != place}
        return replace(head, parts=parts, indicators={})

    def _fitted(self, head: Head, below: Sequence[Row]) -> Head:
        """Return a head with the countries that stand in it, or beneath it without a name."""
        head = self._among_countries(head)
        if not head.lacking:
            return head
        found = with_countries(head, below, self._is_place)
        return found if found.countries else with_places(head, below, self._is_place)


def _score(head: Head) -> int:
    """Return how many columns are known, those across as one; nothing counts without a country."""
    named = len(head.parts) + bool(head.years) + bool(head.countries) + 5 * head.is_double
    return named * (10 if not head.lacking else 1)
