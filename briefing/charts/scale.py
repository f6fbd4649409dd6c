"""A scale of numbers on paper: where a value lies, and which round ones are named beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.own_data.writing import MINUS

_NEAR_ZERO = 0.5
"""Values that begin below this share of the largest are shown on a scale from 0."""
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_INTERVALS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """From a low round number to a high one."""

    ticks: tuple[float, ...]
    begins: float
    """Where the lowest lies on paper, in points."""
    ends: float

    @property
    def low(self) -> float:
        """The lowest number on it."""
        return self.ticks[0]

    @property
    def high(self) -> float:
        """The highest number on it."""
        return self.ticks[-1]

    def at(self, number: float) -> float:
        """Return where a number lies."""
        share = (number - self.low) / (self.high - self.low)
        return self.begins + share * (self.ends - self.begins)

    def named(self, tick: float) -> str:
        """Return how a number of the scale is written."""
        step = self.ticks[1] - self.ticks[0]
        decimals = next((n for n in range(4) if abs(round(step, n) - step) < step / 1e6), 4)
        return f"{tick:,.{decimals}f}".replace("-", MINUS)


def scale_over(
    numbers: Sequence[float], begins: float, ends: float, *, from_zero: bool = False
) -> Scale:
    """Return a scale of round numbers that holds all of these; 0 is on it where it is near."""
    low, high = min(numbers), max(numbers)
    if from_zero or 0 < low < _NEAR_ZERO * high:
        low = min(low, 0.0)
    if from_zero or _NEAR_ZERO * low < high < 0:
        high = max(high, 0.0)
    if high - low <= 1e-9 * max(abs(high), abs(low)):
        margin = abs(high) / 2 or 1.0
        low, high = low - margin, high + margin
    step = _step((high - low) / _INTERVALS)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Scale(tuple(step * n for n in range(first, last + 1)), begins, ends)


def _step(least: float) -> float:
    """Return the smallest round number that is no smaller."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in _STEPS if step * power >= least * (1 - 1e-9))
