"""Paint one map: its land, its lines, its dots, its names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

import numpy as np

from briefing.charts.drawing import ACCENT, GREY, INK, tint
from briefing.charts.locator_ground import DOT_PT, Shown
from briefing.charts.locator_hatching import hatching, interrupted
from briefing.charts.locator_layout import Layout
from briefing.charts.locator_names import Written
from briefing.charts.locator_scale import Bar
from briefing.charts.locator_sheet import Sheet
from briefing.maps.shapes import Array

_SEA = "#eaf0f4"
_NEIGHBOUR = "#f7f6f3"
_COAST = "#aab2bb"
_HATCH = "#9aa4af"
_NONE = "#ffffff"
_PALEST = 0.25
"""Where the tints begin, so that one finding is told from none and from the sea."""
_SMALL_DOT_PT = 1.6
_LARGE_SCALE = 150.0
"""Scale from which the dots are not small."""
_HAIR = 0.35
_EDGES = ((700.0, 0.7), (300.0, 0.5))
"""How thick the edge of a country asked for is, from a scale on; else a hair."""
_BAR_RISE = 1.4
"""Between the scale and its words."""


def paint_map(sheet: Sheet, layout: Layout, shown: Sequence[Shown]) -> None:
    """Paint a map on its sheet, each country asked for in its tint."""
    sheet.ground(_SEA, "none", 0.0)
    faces = _faces(shown)
    _paint_land(sheet, layout, faces)
    if layout.bar:
        _paint_bar(sheet, layout.bar)
    leaders = [name.placed.leader for name in layout.names if name.placed.leader]
    sheet.stroke([np.reshape(line, (2, 2)) for line in leaders], GREY, 0.5)
    across = DOT_PT if layout.frame.scale >= _LARGE_SCALE else _SMALL_DOT_PT
    for face in dict.fromkeys(faces.values()):
        places = [at for code, at in layout.dots.items() if faces[code] == face]
        sheet.dots(places, face, ACCENT, across, across / 2.6)
    sheet.dots(layout.capitals, INK, "#ffffff", 1.4, 0.4)
    for name in layout.names:
        _write(sheet, name)
    if inset := layout.part.inset:
        left, low, right, top = inset
        edge = ((left, low), (right, low), (right, top), (left, top), (left, low))
        sheet.stroke([np.array(edge)], INK, 0.6)
    sheet.ground("none", _COAST, 1.2)  # half of it is cut off


def _faces(shown: Iterable[Shown]) -> dict[str, str]:
    """Return the tint of each country asked for."""
    shown = list(shown)
    most = max(each.findings for each in shown)
    return {
        s.code: tint(_PALEST + (1 - _PALEST) * sqrt(s.findings / most)) if s.findings else _NONE
        for s in shown
    }


def _paint_land(sheet: Sheet, layout: Layout, faces: Mapping[str, str]) -> None:
    alike: dict[str, list[Array]] = {_NEIGHBOUR: []}
    for code, rings in layout.land.areas.items():
        alike.setdefault(faces.get(code, _NEIGHBOUR), []).extend(rings)
    for face, rings in alike.items():
        sheet.fill(rings, face)
    page = (0.0, 0.0, layout.frame.width, layout.frame.height)
    written = [name.placed.box for name in layout.names]
    disputed = list(layout.land.disputed.values())
    sheet.fill([ring for rings in disputed for ring in rings], _NEIGHBOUR)
    strokes = [stroke for rings in disputed for stroke in hatching(rings, page, written)]
    sheet.stroke(strokes, _HATCH, 0.5)
    thick = next((width for least, width in _EDGES if layout.frame.scale >= least), _HAIR)
    sheet.stroke(interrupted(layout.land.coasts, written), _COAST, 0.45)
    sheet.stroke(interrupted(layout.land.edges, written), ACCENT, thick)
    contested = interrupted(layout.land.contested, written)
    sheet.stroke(contested, "#ffffff", 1.2)
    sheet.stroke(contested, GREY, 0.8, dashed=True)


def _paint_bar(sheet: Sheet, bar: Bar) -> None:
    """Draw the scale: a bar with its ends marked, its length written above."""
    left, right = bar.x, bar.x + bar.length
    corners = ((left, bar.y + 2.0), (left, bar.y), (right, bar.y), (right, bar.y + 2.0))
    sheet.stroke([np.array(corners)], GREY, 0.6)
    sheet.write((bar.x + bar.length / 2, bar.y + 2.6 + _BAR_RISE), bar.words, 6.6, GREY)


def _write(sheet: Sheet, name: Written) -> None:
    placed = name.placed
    step = (placed.text.height - 1.0) / len(placed.text.lines)
    top = placed.y + placed.text.height / 2 - 0.5
    for n, line in enumerate(placed.text.lines):
        at = (placed.x, top - step * (n + 0.8))
        bold, italic = name.weight == "bold", name.style == "italic"
        sheet.write(at, line, name.size, name.colour, bold=bold, italic=italic)
