"""The names of the countries asked for on the locator map, each with its number of findings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from briefing.charts.drawing import INK
from briefing.charts.locator_ground import Ground, Shown
from briefing.charts.locator_placing import Placed, Placing
from briefing.charts.locator_prices import Bounds, Named
from briefing.charts.locator_type import Text, broken, short, text_of

_REACHES: tuple[float, ...] = (48.0,)
"""Points of print from a country at which its name may stand."""
_CROWDED_REACHES = (24.0, 36.0)
"""The same among many, lest lines run across others: two letters near by say more."""
_MOST_NAMES = 40
"""Names that a map takes; of more countries those with most findings are named."""
_FEW = 12
"""Countries up to which those without findings are named on a small map too."""
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


def label_countries(ground: Ground, placing: Placing) -> Labels:
    """Place the names of the countries asked for.

    The largest come first, on a crowded map of continents those with most findings.
    """
    shown = ground.shown
    is_crowded = ground.is_small and len(shown) > _FEW
    most_first = sorted(shown, key=lambda s: (-s.findings, s.code))
    named = [s for s in most_first if s.findings or not is_crowded][:_MOST_NAMES]
    labels = Labels(unnamed=[s for s in shown if s not in named])
    if not is_crowded:
        named.sort(key=lambda s: (not s.findings, -ground.areas.get(s.code, 0.0), s.code))
    size = next((size for most, size in _SIZES if len(shown) <= most), _LEAST_SIZE)
    letters, reaches = _LETTERS_ALONE, _REACHES
    if len(named) > _CROWD:
        letters, reaches = _LETTERS_CROWDED, _CROWDED_REACHES
    bounds = Bounds(reaches, over_marks=is_crowded)
    silent = replace(bounds, has_leader=len(named) <= _CROWD)
    for each in named:
        anchor = ground.anchor(each.code)
        texts = _ways(each, size, letters)
        whose = anchor and Named(
            anchor, ground.numbers[each.code], bounds if each.findings else silent
        )
        placed = whose and placing.place(texts, whose)
        if not placed:
            labels.unnamed.append(each)
            continue
        weight = "bold" if each.findings else "normal"
        labels.names[each.code] = Written(placed, size, INK, weight)
        if placed.text is texts[-1]:
            labels.coded.append(each)
    return labels


def _ways(each: Shown, size: float, letters: float) -> list[Text]:
    """Return the ways to write a country with its number: in one line, in two, by its letters."""
    name, number = short(each.name), str(each.findings)
    ways: list[tuple[str, ...]] = [(f"{name} {number}",), (name, number)]
    if " " in name:
        lines = broken(name)
        ways += [(*lines[:-1], f"{lines[-1]} {number}"), (*lines, number)]
    prices = [_MORE_LINES * n for n in range(len(ways))]
    ways.append((f"{each.code} {number}",))
    return [
        text_of(lines, size, bold=bool(each.findings), price=price)
        for lines, price in zip(ways, [*prices, letters], strict=True)
    ]
