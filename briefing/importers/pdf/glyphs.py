"""What stands on a page: characters with place, size and face, and drawn lines.

Distances are in points, ``x`` from the left edge, ``y`` from the top edge downwards, to the
baseline.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Pen:
    """What all characters of one drawing operation share."""

    size: float
    """Height of the type in points as it appears on the page."""
    bold: bool
    italic: bool
    angle: int
    """Direction of writing in degrees, anticlockwise; within 3 degrees of level counts as level."""


@dataclass(slots=True)
class Glyph:
    """One character as drawn. ``x0`` to ``x1`` is its advance width."""

    text: str
    x0: float
    x1: float
    y: float
    pen: Pen
    order: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight line, drawn as a stroke or as a narrow filled box."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_horizontal(self) -> bool:
        """Whether it lies rather than stands."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(slots=True)
class Sheet:
    """One page: its upright characters, its lines, and what could not be read of it."""

    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule] = field(default_factory=list)
    sideways: str = ""
    """Characters written at another angle than most, in the order of the file."""
    pictured: float = 0.0
    """Share of the page's area that the largest picture covers, 0 to 1."""
    unmapped: int = 0
    """Characters for which the font does not say what they mean."""
    truncated: bool = False
    """Whether the page holds more characters than are read."""
