"""Where figures of the officer's own contradict each other: one value is shown, so it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.model import DataFile, Region
from briefing.own_data.tables import Value, in_one_unit
from briefing.wording import plural


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two values for the same indicator, region and year."""

    indicator: str
    region: str
    year: int
    shown: Value
    other: Value
    more: int
    """How many values besides disagree."""

    def sentence(self, regions: Mapping[str, Region]) -> str:
        """Return what is wrong, fit to show."""
        place = regions[self.region].name if self.region in regions else self.region
        shown, other = (f"{one.number:g} ({one.place})" for one in (self.shown, self.other))
        said = (
            f"Your figures disagree on {self.indicator}, {place}, {self.year}: {shown} and {other}."
            " The first is shown."
        )
        return f"{said} {plural(self.more, 'more value')} likewise." if self.more else said


def disagreement_of(files: tuple[DataFile, ...]) -> Disagreement | None:
    """Return the first contradiction of figures, with how many there are; None without any."""
    first: tuple[tuple[str, str, int], Value, Value] | None = None
    places = set()
    for key, shown, other in _clashes(files):
        first = first or (key, shown, other)
        places.add(key)
    if first is None:
        return None
    key, shown, other = first
    return Disagreement(*key, shown, other, len(places) - 1)


def _clashes(files: tuple[DataFile, ...]) -> Iterator[tuple[tuple[str, str, int], Value, Value]]:
    """Yield what has two values: indicator, region and year, the one shown and another."""
    there: dict[tuple[str, str, str, int], Value] = {}
    for file, series, unit in in_one_unit(files):
        for year, number, line in series.points:
            value = Value(number, series.source, file.name, line)
            shown = there.setdefault((series.indicator, unit, series.region, year), value)
            if shown.number != number:
                yield (series.indicator, series.region, year), shown, value
