"""Draw the locator map, and write beneath it what the reader must be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from briefing.charts.drawing import GREY, WIDTH_PT, drawn
from briefing.charts.locator_ground import Shown
from briefing.charts.locator_layout import Layout, layouts_of
from briefing.charts.locator_notes import SIZE_PT, notes
from briefing.charts.locator_painting import paint_map
from briefing.charts.locator_sheet import Sheet
from briefing.charts.paper import area
from briefing.model import ChartData, FigureArea, FigureImage

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_NOTE_LINE = 8.5
_NOTE_GAP = 4.0
_NOTE_SINKS = 2.2
"""How far the baseline of a note lies beneath the middle of its capitals."""


def draw(data: ChartData, shown: Sequence[Shown]) -> FigureImage:
    """Return the map of these countries."""
    layouts = layouts_of(tuple(shown))
    lines = notes(layouts, shown)
    below = _NOTE_LINE * len(lines) + _NOTE_GAP
    height = max(layout.frame.height for layout in layouts) + below

    def paint(figure: Figure) -> list[FigureArea]:
        for layout in layouts:
            frame, left = layout.frame, layout.part.left
            sheet = Sheet(figure, (frame.width, frame.height), left, height - frame.height)
            paint_map(sheet, layout, shown)
        foot = Sheet(figure, (WIDTH_PT, below))
        for n, note in enumerate(lines):
            at = (0.0, below - _NOTE_GAP - _NOTE_LINE * (n + 0.5) - _NOTE_SINKS)
            foot.write(at, note, SIZE_PT, GREY, centred=False)
        return [one for layout in layouts for one in _areas(layout, height)]

    return drawn(data, height, paint)


def _areas(layout: Layout, height: float) -> list[FigureArea]:
    """Return where a reader points at each country, on a sheet so high; the first has its edge."""
    top_of_map = layout.frame.height
    areas = []
    for country, boxes in layout.met:
        label = f"{country.name} ({country.code})"
        outline = _outline(layout, country.code)
        for left, low, right, top in boxes:
            x, y = layout.part.left + left, top_of_map - top
            one = area(label, x, y, right - left, top - low, height)
            areas.append(replace(one, outline=outline))
            outline = ()
    return areas


def _outline(layout: Layout, code: str) -> tuple[tuple[float, ...], ...]:
    """Return the rings of a country as they are seen, from the sheet's upper left corner."""
    flipped, down = np.array((1.0, -1.0)), np.array((layout.part.left, layout.frame.height))
    rings = layout.land.areas.get(code, ())
    return tuple(tuple((ring * flipped + down).ravel().tolist()) for ring in rings)
