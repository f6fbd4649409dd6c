"""The world as a window draws it for regions to be picked from: plain lines, ready to be painted.

Measures are degrees of longitude to the right and, downwards, what the projection makes of latitude
in the same unit. The map has no edge at the left and right: it repeats itself every 360.
"""

from __future__ import annotations

from dataclasses import dataclass

Strokes = tuple[bytes, ...]
"""Lines, each as x and y of its points in turn: single floats, the most significant byte first."""


@dataclass(frozen=True, slots=True)
class Lands:
    """All shapes at one level of detail."""

    grid: float
    """Degrees to which points are rounded; 0: none is."""
    areas: dict[str, Strokes]
    """By country, the rings of its land, closed."""
    coasts: Strokes
    borders: Strokes
    contested: Strokes
    """Borders that are in dispute, to be dashed."""
    disputed: Strokes = ()
    """Rings of land in dispute, closed: it is nobody's, though ``areas`` hold it too."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a country is met when one goes from one to the next, and where its dot stands."""

    x: float
    y: float
    extent: float
    """Side of a square as large as its land; 0: no shape at all."""
    box: tuple[float, float, float, float]
    """Left, top, right and bottom of what a map of it must show."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """The world, coarse for seeing much of it and fine for seeing little."""

    levels: tuple[Lands, ...]
    """From the coarsest to the finest."""
    spots: dict[str, Spot]
    """By country or territory: all that can be found on the map."""
    top: float
    bottom: float
    """Where the world is cut off: what lies beyond is ice."""
