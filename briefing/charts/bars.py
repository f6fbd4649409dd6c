"""Bars: one year of an indicator of the officer's own, a bar a country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median_low

from briefing.charts.bars_drawing import LEAST_BARS, MOST_BARS, check_bars, draw_bars
from briefing.charts.chart import Chart, NotEnough
from briefing.charts.own import NO_VALUE, Shown
from briefing.charts.own_choice import Room, shown
from briefing.model import ChartData, Selection, Taxonomy
from briefing.own_data import BARS as FORM
from briefing.own_data import OwnChart
from briefing.wording import listed, with_capital

_ANY = OwnChart(FORM)
_ROOM = Room(countries=1000, beside=MOST_BARS)
"""All are ranked; the highest have a bar."""
_TIED = 2
"""Countries that are named together where their values are written alike."""


def bars_data(
    selection: Selection, taxonomy: Taxonomy, wanted: OwnChart = _ANY
) -> ChartData | NotEnough:
    """Return a row a country, the highest first."""
    made = shown(selection, taxonomy, wanted, _ROOM, lambda one: _year(one) is not None)
    if isinstance(made, NotEnough):
        return made
    year = _year(made)
    assert year is not None  # noqa: S101 - else there would be no chart
    answer = _answer(made, year)
    made = _highest(made, year)
    regions = list(made.names)
    return ChartData(
        chart=wanted.id,
        question=f"{made.indicator}: which country stands highest?",
        answer=answer,
        basis=made.basis([year]),
        alt=_alt(made, regions, year),
        columns=("Country", str(year)),
        rows=tuple((made.head(region), made.cell(region, year)) for region in regions),
        points=tuple(point for region in regions if (point := made.point(region, year))),
    )


def _year(made: Shown) -> int | None:
    """Return the latest year that nearly all countries have a value for, which ever have."""
    held = {
        year: sum(made.value(region, year) is not None for region in made.names)
        for year in made.table.years
        if any(made.value(region, year) for region in made.asked)
    }
    if not held or max(held.values()) < LEAST_BARS:
        return None
    enough = max(LEAST_BARS, 0.75 * max(held.values()))
    return max(year for year, number in held.items() if number >= enough)


def _highest(made: Shown, year: int) -> Shown:
    """Return the countries that have a bar by their value, those without one last."""

    def rank(region: str) -> tuple[bool, float]:
        value = made.value(region, year)
        return value is None, -value.number if value else 0.0

    ranked = sorted(made.names, key=rank)
    kept = {region: made.names[region] for region in ranked[:MOST_BARS]}
    cut = f" The {MOST_BARS} highest of {len(ranked)} countries." if ranked[MOST_BARS:] else ""
    return replace(made, names=kept, note=f"{made.note}{cut}")


def _answer(made: Shown, year: int) -> str:
    """Say which country is highest and which lowest, or where the only one asked for stands."""
    found = {one: value.number for one in made.names if (value := made.value(one, year))}
    high, low = max(found.values()), min(found.values())
    if made.said(high) == made.said(low):
        return f"In {year} all {len(found)} had the same, {made.said(high)}."
    first = _those(made, found, high)
    only = made.asked[0]
    if len(made.asked) == 1 and low < found.get(only, low) < high:
        place = 1 + sum(value > found[only] for value in found.values())
        return (
            f"{with_capital(made.within(only))} was {_ordinal(place)} of {len(found)} in {year}, "
            f"with {made.said(found[only])}; highest was {first}, with {made.said(high)}."
        )
    said = f"In {year} it was highest in {first}, at {made.said(high)}"
    if len(found) > MOST_BARS:
        half = made.said(median_low(found.values()))
        return f"{said}; half of the {len(found)} countries were at {half} or below."
    return f"{said}, and lowest in {_those(made, found, low)}, at {made.said(low)}."


def _those(made: Shown, found: dict[str, float], number: float) -> str:
    """Return the countries with a value, as it is written; of many how many there are."""
    names = [
        made.within(one) for one, held in found.items() if made.said(held) == made.said(number)
    ]
    return listed(names) if len(names) <= _TIED else f"{len(names)} of the {len(found)} countries"


def _ordinal(place: int) -> str:
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    return words[place - 1] if place <= len(words) else f"number {place}"


def _alt(made: Shown, regions: Sequence[str], year: int) -> str:
    cells = ((made.names[region], made.cell(region, year)) for region in regions)
    told = (f"{name}: {'no value' if cell == NO_VALUE else cell}" for name, cell in cells)
    return f"{made.heading}, {year}. {', '.join(told)}."


BARS = Chart(
    id=FORM,
    name="Own data: countries compared",
    description="One year of an indicator of your own data, a bar a country.",
    data=bars_data,
    check=check_bars,
    draw=draw_bars,
    of_own=bars_data,
)
