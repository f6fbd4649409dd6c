"""What a point of a chart tells, in words."""

from __future__ import annotations

from briefing.model import ChartPoint

WORDY = 32
"""Letters from which what a point tells stands beneath its name, no longer beside it."""


def told(point: ChartPoint) -> str:
    """Return what a point tells: number and unit, or the words it quotes; nothing twice."""
    if isinstance(point.value, str) and point.label.startswith(point.value):
        return point.counted
    if len(point.shown) > WORDY:
        return point.shown
    return f"{point.shown} {point.counted}".strip()


def named(point: ChartPoint) -> str:
    """Return a point's name with what it tells."""
    return f"{point.label}: {told(point)}"
