"""Numbers as tables write them: decimal comma or point, thousands set apart in any usual way."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.indicators.grids import Cell, cell_text

MISSING = frozenset(
    {
        "",
        ".",
        "..",
        "...",
        "…",
        ". .",
        "-",
        "--",
        "---",
        "–",
        "—",
        ":",
        ": c",
        ":c",
        ": u",
        "n/a",
        "na",
        "n.a.",
        "n. a.",
        "nan",
        "null",
        "none",
    }
    | {
        "#n/a",
        "k. a.",
        "k.a.",
        "n.d.",
        "nd",
        "s.d.",
        "no data",
        "not available",
        "missing",
        "x",
        "xx",
        "xxx",
    }
)
"""What stands where there is no value."""
_NOTES = re.compile(
    r"\s*(?:[\u00b9\u00b2\u00b3\u2070-\u2079*\u2020\u2021#]+|\[[a-z0-9]\]|\((?!bn)[a-z]{1,3}\))$"
    r"|\s\[[0-9.,\s]+[-\u2013][0-9.,\s]+\]$"
    r"|\s(?:(?-i:b)|[cdefnprsuvz]|(?=..)b?d?e?p?u?)$",
    re.IGNORECASE,
)
"""Marks of notes, between what bounds a number lies (``76.0 [75.3-76.7]``), and the flags of
Eurostat: estimated, provisional, a break in the series; ``5 B`` may be billions."""
_IN_BRACKETS = re.compile(r"^\[(.+)\]$")
"""As SIPRI writes what is uncertain."""
_OWED = re.compile(r"^\(([0-9][0-9.,\s%]*)\)$")
"""As accountants write what is less than nothing."""
_SPACES = re.compile(r"(?<=[0-9])[\s'’`](?=[0-9]{3}(?![0-9]))")
_PLAIN = re.compile(r"[+-]?[0-9]+(?:e[+-]?[0-9]{1,3})?")
_POINT = re.compile(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)?\.[0-9]+(?:e[+-]?[0-9]{1,3})?")
_COMMA = re.compile(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)?,[0-9]+(?:e[+-]?[0-9]{1,3})?")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:[.,][0-9]{3})+")
_NONE_AT_ALL = re.compile(r"[-\u2212]9{3,}(?:\.0+)?")
_MOST = 1e15
"""No indicator is larger; what is, has been misread."""


def is_code_for_none(cell: Cell) -> bool:
    """Return whether a cell is one of the numbers that stand for no value: ``-999``, ``-9999``."""
    return _NONE_AT_ALL.fullmatch(cell_text(cell)) is not None


def is_missing(cell: Cell) -> bool:
    """Return whether a cell says that there is no value."""
    if isinstance(cell, float) and math.isnan(cell):
        return True
    return cell is None or cell_text(cell).casefold() in MISSING


@dataclass(frozen=True, slots=True)
class Signs:
    """How the numbers of a table write decimals, as far as they tell."""

    commas: int
    """Numbers in which a comma can mean nothing else."""
    points: int
    doubtful: str
    """The first in which a sign may part thousands or decimals; empty without any."""

    def decimal_comma(self, otherwise: bool) -> bool:
        """Return whether decimals follow a comma; where nothing tells, as it is otherwise."""
        return self.commas > self.points if self.commas != self.points else otherwise


def signs_of(cells: Iterable[Cell]) -> Signs:
    """Return what the numbers of a table tell of their signs."""
    comma, point, first = 0, 0, ""
    for cell in cells:
        if isinstance(cell, str):
            text = _tidied(cell)
            doubtful = len(re.findall("[.,]", text)) == 1 and _THOUSANDS.fullmatch(text)
            if not doubtful or text.lstrip("+-").startswith("0"):
                comma += bool(_COMMA.fullmatch(text)) or text.count(".") > 1
                point += bool(_POINT.fullmatch(text)) or text.count(",") > 1
            else:
                first = first or cell_text(cell)
    return Signs(comma, point, first)


def number_of(cell: Cell, decimal_comma: bool) -> float | None:
    """Return the number that a cell holds; None where it holds none."""
    if isinstance(cell, int | float):
        return _sound(float(cell))
    text = _tidied(cell_text(cell))
    if decimal_comma:
        text = text.translate(str.maketrans(",.", ".,"))
    if _THOUSANDS.fullmatch(text) and "." not in text:
        return _sound(float(text.replace(",", "")))
    if _PLAIN.fullmatch(text) or _POINT.fullmatch(text):
        return _sound(float(text.replace(",", "")))
    swapped = text.translate(str.maketrans(",.", ".,"))
    if _POINT.fullmatch(swapped) and not _THOUSANDS.fullmatch(swapped):  # plain all the same
        return _sound(float(swapped.replace(",", "")))
    return None


def _sound(number: float) -> float | None:
    """Return a number without what computing leaves behind its fifteenth digit."""
    number = float(f"{number:.15g}")
    return number if math.isfinite(number) and abs(number) <= _MOST else None


def _tidied(text: str) -> str:
    """Return a number without notes, spaces between thousands and sign of per cent."""
    bare = _IN_BRACKETS.sub(r"\1", text.strip())
    bare = _OWED.sub(r"-\1", _NOTES.sub("", bare) if re.search("[0-9]", bare) else bare)
    plain = unicodedata.normalize("NFKC", bare).strip().lower()
    plain = plain.replace("\u2212", "-").replace("\u2013", "-").removesuffix("%").strip()
    while (closed := _SPACES.sub("", plain)) != plain:
        plain = closed
    return plain
