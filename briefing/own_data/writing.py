"""How the figures of one table are written: as many decimals as they need, large ones in millions.

A number of a table or chart is read at a glance; its row in the file keeps all its digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

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
_OFF, _OFF_WHOLE = 0.1, 0.01
"""Share of a number by which it may be off as it is written: with decimals, and as a whole one."""
_LEAST, _LONGEST = 0.1, 100_000.0
"""Of the numbers of a table, the least that may be counted in a step, and what is too long."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Unit and form of the numbers of one table."""

    unit: str
    """With ``million`` before it where the numbers are given in millions; may be empty."""
    factor: float
    decimals: int

    def number(self, value: float) -> str:
        """Return a number as it is printed: ``1,234.5``, ``−0.4``.

        One that is too small for the decimals of the others has more: only nothing is 0, and beside
        thousands 19.5 is not 20.
        """
        scaled = value / self.factor
        enough = (n for n in range(self.decimals, _FINEST) if _is_near(scaled, n))
        text = f"{scaled:,.{next(enough, _FINEST)}f}"
        bare = text.removeprefix("-")
        return f"{MINUS}{bare}" if text != bare and bare.strip("0.,") else bare

    def telling(self, one: float, other: float) -> Writing:
        """Return a writing with so many decimals that two numbers that differ look different."""
        finer = (replace(self, decimals=n) for n in range(self.decimals, _FINEST))
        if one == other:
            return self
        return next((w for w in finer if w.number(one) != w.number(other)), self)


def writing_of(values: Iterable[float], unit: str) -> Writing:
    """Return how numbers in a unit are written so that they can be compared."""
    signed = list(values)
    numbers = [abs(value) for value in signed]
    factor, word = (1.0, "") if _SCALED.search(unit) else _step(numbers)
    scaled = [number / factor for number in numbers]
    needed = next((n for n in range(_MOST_DECIMALS) if _are_exact(scaled, n)), _MOST_DECIMALS)
    reach = (max(signed, default=0.0) - min(signed, default=0.0)) / factor
    wanted = max(_most(scaled), _telling(reach))
    return Writing(" ".join(filter(None, (word, unit))), factor, min(needed, wanted))


def _step(numbers: list[float]) -> tuple[float, str]:
    """Return in what large numbers are counted: a step in which small ones still say something."""
    largest = max(numbers, default=0.0)
    least = min(filter(None, numbers), default=0.0)
    fit = [step for step in _STEPS if largest >= step[0]]
    telling = (s for s in fit if least >= _LEAST * s[0] and largest < _LONGEST * s[0])
    return next(telling, fit[0] if fit else (1.0, ""))


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


def _is_near(number: float, decimals: int) -> bool:
    off = _OFF if decimals else _OFF_WHOLE
    return abs(round(number, decimals) - number) <= off * abs(number)


def _telling(reach: float) -> int:
    """Return with how many decimals numbers differ that are no farther apart."""
    if not reach:
        return 0
    return next((n for n in range(_MOST_DECIMALS) if 10.0**-n <= reach / 2), _MOST_DECIMALS)


def _most(numbers: list[float]) -> int:
    """Return how many decimals say something at this size."""
    largest = max(numbers, default=0.0)
    if largest >= 1000:
        return 0
    if largest >= _FEW / 10:
        return 1
    return 2 if largest >= _FEW / 100 else _MOST_DECIMALS
