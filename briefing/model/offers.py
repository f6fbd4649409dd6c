"""What a brief could have: a chart with its picture, or why it has none."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.chart import ChartData, FigureArea
from briefing.model.desk import ChartChoice


@dataclass(frozen=True, slots=True)
class ChartOffer:
    """One chart as it would be in a brief."""

    choice: ChartChoice
    data: ChartData | None = None
    """What it shows; None: it is not offered."""
    reason: str = ""
    """Why it is not offered."""
    png: bytes = b""
    """The drawing, to be looked at on a screen."""
    width_pt: float = 0.0
    height_pt: float = 0.0
    areas: tuple[FigureArea, ...] = ()
    """Where its points lie on the drawing."""
