"""The names of the countries asked for on the locator map, each with its number of findings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import inf

from briefing.charts.drawing import INK
from briefing.charts.locator_ground import Ground, Shown
from briefing.charts.locator_placing import Placed, Placing
from briefing.charts.locator_prices import Bounds, Named
from briefing.charts.locator_type import Text, broken, short, text_of

_REACHES: tuple[float, ...] = (48.0,)
"""Points of print from a country at which its name may stand."""
_CROWDED_REACHES = (24.0, 36.0)
"""The same among many, lest lines run across others: two letters near by say more."""
_OVERVIEW_REACHES = (14.0,)
"""The same on a small map beside a larger one, on which all lies close together."""
_ACROSS = 6.0
"""Points of print that the line to a name may run over others among many; to one of the first,
that has no other place, it may run further."""
_MOST_NAMES = 60
"""Names that a map takes; of more countries those with most findings are named."""
_MOST_ON_SMALL = 40
_FEW = 12
"""Countries up to which those without findings are named on a small map too."""
_FIRST = 10
"""Of many countries, so many with most findings have their names before the largest."""
_SIZES = ((12, 8.4), (24, 7.6))
"""Up to so many countries, the size of their names; else the least."""
_LEAST_SIZE = 6.8
_MORE_LINES = 0.15
"""What a further way to write a name costs more."""
_LETTERS_ALONE = 3.2
"""What its two letters alone cost: the note beneath the map must be read to know them."""
_LETTERS_CROWDED = 2.4
"""The same where there are so many names that lines to them would cross the map."""
_CROWD = 16


@dataclass(frozen=True, slots=True)
class Written:
    """A name in its place and type."""

    placed: Placed
    size: float
    colour: str
    weight: str = "normal"
    style: str = "normal"


@dataclass(slots=True)
class Labels:
    """How the countries asked for are told on the map."""

    names: dict[str, Written] = field(default_factory=dict)
    coded: list[Shown] = field(default_factory=list)
    """Those that only their two letters stand for."""
    unnamed: list[Shown] = field(default_factory=list)
    """Those that nothing found room for."""


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the names of a map are written."""

    size: float
    letters: float
    """What two letters cost in the place of a name."""
    spoken: Bounds
    """Where the name of a country may stand that findings speak of."""
    silent: Bounds


def label_countries(ground: Ground, placing: Placing) -> Labels:
    """Place the names of the countries asked for, those first that have most to be told."""
    named = _in_order(ground)
    labels = Labels(unnamed=[each for each in ground.named if each not in named])
    manner = _manner_of(ground, len(named))
    for each in named:
        texts = _ways(each, manner)
        bounds = manner.spoken if each.findings else manner.silent
        anchor = ground.anchor(each.code)
        whose = anchor and Named(anchor, ground.numbers[each.code], bounds)
        placed = whose and placing.place(texts, whose)
        if whose and not placed and each in named[:_FIRST]:
            whose = replace(whose, bounds=replace(bounds, across=inf))
            placed = placing.place(texts, whose)
        if not placed:
            labels.unnamed.append(each)
            continue
        weight = "bold" if each.findings else "normal"
        labels.names[each.code] = Written(placed, manner.size, INK, weight)
        if placed.text is texts[-1]:
            labels.coded.append(each)
    return labels


def _in_order(ground: Ground) -> list[Shown]:
    """Return the countries to be named in their turn: many by their findings, few by size."""
    shown = ground.named
    most_first = sorted(shown, key=lambda each: (-each.findings, each.code))
    if ground.is_small and len(shown) > _FEW:
        return [each for each in most_first if each.findings][:_MOST_ON_SMALL]
    first = most_first[: _FIRST if len(shown) > _CROWD else 0]
    rest = (each for each in most_first if each not in first)
    by_size = sorted(rest, key=lambda s: (not s.findings, -ground.areas.get(s.code, 0.0), s.code))
    return [*first, *by_size][:_MOST_NAMES]


def _manner_of(ground: Ground, number: int) -> _Manner:
    """Return how so many names are written."""
    sizes = () if ground.is_overview else _SIZES
    size = next((size for most, size in sizes if len(ground.named) <= most), _LEAST_SIZE)
    if number <= _CROWD and not ground.is_overview:
        return _Manner(size, _LETTERS_ALONE, Bounds(_REACHES), Bounds(_REACHES))
    reaches = _OVERVIEW_REACHES if ground.is_overview else _CROWDED_REACHES
    spoken = Bounds(reaches, over_marks=ground.is_small, across=_ACROSS)
    return _Manner(size, _LETTERS_CROWDED, spoken, replace(spoken, has_leader=False))


def _ways(each: Shown, manner: _Manner) -> list[Text]:
    """Return the ways to write a country with its number: in one line, in two, by its letters."""
    name, number = short(each.name), f"{each.findings:,}"
    ways: list[tuple[str, ...]] = [(f"{name} {number}",), (name, number)]
    if " " in name:
        lines = broken(name)
        ways += [(*lines[:-1], f"{lines[-1]} {number}"), (*lines, number)]
    prices = [_MORE_LINES * n for n in range(len(ways))]
    ways.append((f"{each.code} {number}",))
    return [
        text_of(lines, manner.size, bold=bool(each.findings), price=price)
        for lines, price in zip(ways, [*prices, manner.letters], strict=True)
    ]
