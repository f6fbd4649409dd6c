"""Draw the locator map, and write beneath it what the reader must be told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from briefing.charts.drawing import ACCENT, GREY, INK, WIDTH_PT, drawn, tint
from briefing.charts.locator_hatching import hatching
from briefing.charts.locator_layout import DOT_PT, Layout, lay_out
from briefing.charts.locator_names import SMALL_SCALE, Shown, Written, short, wrapped
from briefing.charts.locator_scale import Bar
from briefing.charts.paper import area
from briefing.maps.world import Array
from briefing.model import ChartData, FigureArea, FigureImage

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.path import Path

CAUTION = (
    "Dashed or hatched: contested. Boundaries and names are not authoritative and imply no "
    "endorsement."
)
_SEA = "#eaf0f4"
_NEIGHBOUR = "#f7f6f3"
_COAST = "#aab2bb"
_HATCH = "#9aa4af"
_NONE = "#ffffff"
_PALEST = 0.25
"""Where the tints begin, so that one finding is told from none and from the sea."""
_SMALL_DOT_PT = 1.6
_HAIR = 0.35
_EDGES = ((700.0, 0.7), (300.0, 0.5))
"""How thick the edge of a country asked for is, from a scale on; else a hair."""
_MOST_TOLD = 12
"""Countries without a name on the map that the note lists."""
_NOTE_SIZE = 6.8
_NOTE_LINE = 8.6


def draw(data: ChartData, shown: Sequence[Shown]) -> FigureImage:
    """Return the map of these countries."""
    layout = lay_out(tuple(shown))
    notes = _notes(layout, several=len({each.findings for each in shown}) > 1)
    below = _NOTE_LINE * len(notes) + 4.0
    height = layout.frame.height + below

    def paint(figure: Figure) -> list[FigureArea]:
        axes = figure.add_axes((0.0, below / height, 1.0, layout.frame.height / height))
        _paint(axes, layout, shown)
        for n, note in enumerate(notes):
            at = (below - 4.0 - _NOTE_LINE * (n + 0.5)) / height
            figure.text(0, at, note, size=_NOTE_SIZE, color=GREY, va="center_baseline")
        return [
            area(
                f"{name} ({code})", left, layout.frame.height - top, right - left, top - low, height
            )
            for name, code, (left, low, right, top) in layout.met
        ]

    return drawn(data, height, paint)


def _notes(layout: Layout, *, several: bool) -> list[str]:
    """Return the lines beneath the map."""
    notes = f"The darker, the more findings. {CAUTION}" if several else CAUTION
    if layout.capitals:
        notes = f"Dots: capitals. {notes}"
    if layout.unnamed:
        most_first = sorted(layout.unnamed, key=lambda s: (-s.findings, s.name))
        told = [f"{short(s.name)} {s.findings}" for s in most_first[:_MOST_TOLD]]
        if rest := len(most_first) - len(told):
            told.append(f"and {rest} others")
        notes = f"Not named on the map: {', '.join(told)}. {notes}"
    return wrapped(notes, _NOTE_SIZE, WIDTH_PT)


def _paint(axes: Axes, layout: Layout, shown: Sequence[Shown]) -> None:
    from matplotlib.patches import Circle, Rectangle

    thick = next((width for least, width in _EDGES if layout.frame.scale >= least), _HAIR)
    axes.set_xlim(0, layout.frame.width)
    axes.set_ylim(0, layout.frame.height)
    axes.set_axis_off()
    edge = (layout.frame.width, layout.frame.height)
    axes.add_artist(Rectangle((0, 0), *edge, fc=_SEA, lw=0, zorder=0))
    axes.add_artist(
        Rectangle((0, 0), *edge, fc="none", ec=_COAST, lw=1.2, zorder=6)  # half of it is cut off
    )
    most = max(each.findings for each in shown)
    faces = {
        s.code: tint(_PALEST + (1 - _PALEST) * sqrt(s.findings / most)) if s.findings else _NONE
        for s in shown
    }
    others = [
        ring for code, rings in layout.land.areas.items() if code not in faces for ring in rings
    ]
    _fill(axes, others, _NEIGHBOUR)
    for code, face in faces.items():
        _fill(axes, layout.land.areas.get(code, ()), face)
    page = (0.0, 0.0, layout.frame.width, layout.frame.height)
    for rings in layout.land.disputed.values():
        _fill(axes, rings, _NEIGHBOUR)
        strokes = hatching(rings, page, [name.placed.box for name in layout.names])
        _stroke(axes, strokes, _HATCH, 0.5)
    _stroke(axes, layout.land.coasts, _COAST, 0.45)
    _stroke(axes, layout.land.edges, ACCENT, thick)
    _stroke(axes, layout.land.contested, "#ffffff", 1.2)
    _stroke(axes, layout.land.contested, GREY, 0.8, dashed=True)
    across = DOT_PT if layout.frame.scale >= SMALL_SCALE else _SMALL_DOT_PT
    for code, at in layout.dots.items():
        axes.add_artist(Circle(at, across, fc=faces[code], ec=ACCENT, lw=across / 2.6, zorder=4))
    for at in layout.capitals:
        axes.add_artist(Circle(at, 1.4, fc=INK, ec="#ffffff", lw=0.4, zorder=4))
    for name in layout.names:
        _write(axes, name)
    if layout.bar:
        _paint_bar(axes, layout.bar)


def _paint_bar(axes: Axes, bar: Bar) -> None:
    """Draw the scale: a bar with its ends marked, its length written above."""
    ends = (bar.x, bar.x + bar.length)
    xs, ys = (ends[0], *ends, ends[1]), (bar.y + 2.0, bar.y, bar.y, bar.y + 2.0)
    axes.plot(xs, ys, color=GREY, linewidth=0.6, solid_joinstyle="miter", zorder=4)
    middle = bar.x + bar.length / 2
    axes.text(middle, bar.y + 2.6, bar.words, size=6.6, color=GREY, ha="center", zorder=5)


def _write(axes: Axes, name: Written) -> None:
    placed = name.placed
    if placed.leader:
        x0, y0, x1, y1 = placed.leader
        axes.plot((x0, x1), (y0, y1), color=GREY, linewidth=0.5, zorder=3)
    step = (placed.text.height - 1.0) / len(placed.text.lines)
    top = placed.y + placed.text.height / 2 - 0.5
    for n, line in enumerate(placed.text.lines):
        axes.text(
            placed.x,
            top - step * (n + 0.8),
            line,
            size=name.size,
            color=name.colour,
            weight=name.weight,
            style=name.style,
            ha="center",
            va="baseline",
            zorder=5,
        )


def _fill(axes: Axes, rings: Iterable[Array], face: str) -> None:
    from matplotlib.patches import PathPatch

    rings = list(rings)
    if rings:
        # An edge of its own colour hides the seam between two countries of one tint.
        axes.add_artist(PathPatch(_path(rings, closed=True), fc=face, ec=face, lw=0.3, zorder=1))


def _stroke(
    axes: Axes, lines: Sequence[Array], colour: str, width: float, *, dashed: bool = False
) -> None:
    from matplotlib.patches import PathPatch

    if lines:
        style: str | tuple[float, tuple[float, float]] = (0.0, (3.0, 2.2)) if dashed else "solid"
        path = _path(lines, closed=False)
        axes.add_artist(PathPatch(path, fc="none", ec=colour, lw=width, ls=style, zorder=2))


def _path(lines: Sequence[Array], *, closed: bool) -> Path:
    """Return one path of all the lines."""
    from matplotlib.path import Path

    codes = []
    for line in lines:
        code = np.full(len(line), Path.LINETO, dtype=np.uint8)
        code[0] = Path.MOVETO
        if closed:
            code[-1] = Path.CLOSEPOLY
        codes.append(code)
    return Path(np.concatenate(lines), np.concatenate(codes))
