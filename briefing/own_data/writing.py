"""How the figures of one table are written: as many decimals as they need, large ones in millions.

A number of a table or chart is read at a glance; its row in the file keeps all its digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

MINUS = "\u2212"
_SCALED = re.compile(
    r"\b(?:(?:thousand|million|billion|trillion|milliard|lakh|crore)s?|th|mn?|mio|bn|mrd|tn|k"
    r"|000s?)\b|(?-i:(?<=\b[A-Z]{3}))(?:mn?|bn|tn|k)\b",
    re.IGNORECASE,
)
"""A unit that says already in what it counts."""
_STEPS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_FEW = 10
_MOST_DECIMALS = 3
_FINEST = 18


@dataclass(frozen=True, slots=True)
class Writing:
    """Unit and form of the numbers of one table."""

    unit: str
    """With ``million`` before it where the numbers are given in millions; may be empty."""
    factor: float
    decimals: int

    def number(self, value: float) -> str:
        """Return a number as it is printed: ``1,234.5``, ``−0.4``.

        One that is too small for the decimals of the others has more: only nothing is 0.
        """
        scaled = value / self.factor
        enough = range(self.decimals, _FINEST)
        decimals = next((n for n in enough if round(scaled, n)), _FINEST) if value else 0
        text = f"{scaled:,.{max(decimals, self.decimals)}f}"
        bare = text.removeprefix("-")
        return f"{MINUS}{bare}" if text != bare and bare.strip("0.,") else bare


def writing_of(values: Iterable[float], unit: str) -> Writing:
    """Return how numbers in a unit are written so that they can be compared."""
    numbers = [abs(value) for value in values]
    largest = max(numbers, default=0.0)
    factor, word = 1.0, ""
    if not _SCALED.search(unit):
        factor, word = next((step for step in _STEPS if largest >= step[0]), (1.0, ""))
    scaled = [number / factor for number in numbers]
    needed = next((n for n in range(_MOST_DECIMALS) if _are_exact(scaled, n)), _MOST_DECIMALS)
    return Writing(" ".join(filter(None, (word, unit))), factor, min(needed, _most(scaled)))


def read_number(text: str) -> float:
    """Return a number that was written so.

    Raises:
        ValueError: it was not.
    """
    if not re.fullmatch(rf"{MINUS}?[0-9,]{{1,30}}(?:\.[0-9]{{1,{_FINEST}}})?", text):
        raise ValueError(text)
    return float(text.replace(",", "").replace(MINUS, "-"))


def _are_exact(numbers: Iterable[float], decimals: int) -> bool:
    return all(abs(round(one, decimals) - one) < 1e-9 * max(1.0, one) for one in numbers)


def _most(numbers: list[float]) -> int:
    """Return how many decimals say something at this size."""
    largest = max(numbers, default=0.0)
    if largest >= 1000:
        return 0
    if largest >= _FEW / 10:
        return 1
    return 2 if largest >= _FEW / 100 else _MOST_DECIMALS
