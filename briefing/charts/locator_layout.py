"""What stands where on the locator map: its land, its dots, its names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from briefing.charts.locator_board import Box, Point
from briefing.charts.locator_ground import Ground, Shown, ground_of
from briefing.charts.locator_names import Labels, Written, label_countries
from briefing.charts.locator_parts import Part, parts_of
from briefing.charts.locator_places import area_names, capital_names, capitals_of, neighbour_names
from briefing.charts.locator_placing import Placing
from briefing.charts.locator_scale import Bar, bar_of
from briefing.charts.locator_shapes import Land
from briefing.maps.framing import Frame

_LEAST_MET = 9.0
"""Points of print that a reader can point at."""
_MOST_BOXES = 30
"""Boxes that cover the land of all countries asked for; of each two at least, and ten at most."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything on a map, ready to be painted."""

    part: Part
    land: Land
    dots: dict[str, Point]
    """Countries too small to be seen."""
    capitals: tuple[Point, ...]
    names: tuple[Written, ...]
    bar: Bar | None
    coded: tuple[Shown, ...]
    """Countries asked for that only their two letters stand for."""
    unnamed: tuple[Shown, ...]
    """Countries asked for whose names found no room."""
    met: tuple[tuple[Shown, tuple[Box, ...]], ...]
    """Each country named with the boxes in which a reader points at it."""

    @property
    def frame(self) -> Frame:
        """The part of the world that it shows."""
        return self.part.frame


def layouts_of(shown: tuple[Shown, ...]) -> tuple[Layout, ...]:
    """Return the maps of these countries, to be drawn side by side."""
    parts = parts_of(frozenset(each.code for each in shown))
    return tuple(lay_out(shown, part) for part in parts)


@lru_cache(maxsize=8)
def lay_out(shown: tuple[Shown, ...], part: Part) -> Layout:
    """Return one part of the map of these countries: its land, and where the names stand."""
    ground = ground_of(shown, part)
    capitals = capitals_of(ground)
    if part.inset:
        ground.board.take(*part.inset)
    placing = Placing(ground.board)
    labels = label_countries(ground, placing)
    named_capitals = capital_names(ground, placing, capitals)
    names = [*labels.names.values(), *(name for name in named_capitals.values() if name)]
    names += area_names(ground, placing)
    bar = bar_of(ground.frame, ground.board)
    names += neighbour_names(ground, placing)
    return Layout(
        part=part,
        land=ground.land,
        dots=ground.dots,
        capitals=tuple(capitals[code] for code in named_capitals),
        names=tuple(names),
        bar=bar,
        coded=tuple(labels.coded),
        unnamed=tuple(labels.unnamed),
        met=tuple((each, _met(ground, each, labels)) for each in ground.named),
    )


def _met(ground: Ground, each: Shown, labels: Labels) -> tuple[Box, ...]:
    """Return where a reader points at a country: at its land, its name, its dot."""
    most = min(10, max(2, _MOST_BOXES // len(ground.named)))
    boxes = ground.board.cover(ground.numbers[each.code], most)
    if each.code in labels.names:
        boxes.append(labels.names[each.code].placed.box)
    if not any(min(box[2] - box[0], box[3] - box[1]) >= _LEAST_MET for box in boxes):
        x, y = ground.anchor(each.code) or (0.0, 0.0)
        around = _LEAST_MET / 2
        boxes.append((x - around, y - around, x + around, y + around))
    return tuple(boxes)
