"""In what a row counts: its unit, joined with the scale that a column of its own holds."""

from __future__ import annotations

import re

_ONES = ("", "unit", "units", "one", "ones", "none", "0", "1", "n/a", "-", "–")
_SCALES = {
    "thousand": ("thousand", "thousands", "th", "3", "1000"),
    "million": ("million", "millions", "mio", "mn", "m", "6", "1000000"),
    "billion": ("billion", "billions", "bn", "mrd", "9", "1000000000"),
    "trillion": ("trillion", "trillions", "tn", "12", "1000000000000"),
}
"""Words and powers of ten, as the IMF and SDMX give them."""
_WORD_OF = {said: word for word, names in _SCALES.items() for said in names}
_UNIT = re.compile(
    r"[%‰$€£¥₽]|per ?cent|percentage|\bper (?:capita|year|day|hour|head|person|1[ ,]?0*)"
    r"|\b(?:thousands?|millions?|billions?|trillions?|mio|mrd|mn|bn|usd|eur|gbp|chf|rub|us dollars?"
    r"|dollars?|euros?|roubles?|rubles?|kg|tonnes?|tons?|kt|mt|km2?|km²|hectares?|ha|barrels?|kwh|mwh"
    r"|gwh|twh|persons?|people|inhabitants|years?|index|score|points?|number|units?|annual change"
    r"|prozent|pour cent|por ciento|процент\w*)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]+)\)")


def scale_word(said: str) -> str | None:
    """Return the word for a scale: ``billion``; empty for single units, None if it is unknown."""
    plain = said.casefold().replace(",", "").removesuffix(".0").strip()
    return "" if plain in _ONES else _WORD_OF.get(plain)


def parted(indicator: str, unit: str) -> tuple[str, str]:
    """Return name and unit; a unit that is not told stands in brackets after the name."""
    found = None if unit else _IN_BRACKETS.fullmatch(indicator)
    return (found[1], found[2]) if found else (indicator, unit)


def is_unit(text: str) -> bool:
    """Return whether words look like a unit: ``billion USD``, ``% of GDP``."""
    return _UNIT.search(text) is not None


def without_brackets(unit: str) -> str:
    """Return a unit without the brackets around it."""
    found = re.fullmatch(r"\(([^()]+)\)|\[([^\[\]]+)\]", unit)
    return (found[1] or found[2]) if found else unit


def with_per_cent(unit: str) -> str:
    """Return the unit of a value that stands in per cent."""
    if re.search(r"%|per ?cent|pct|prozent|pour ?cent|por ?ciento|процент", unit, re.IGNORECASE):
        return unit
    return f"% ({unit})" if unit else "%"


def scaled(unit: str, word: str) -> str:
    """Return a unit with its scale, ``billion USD``, unless it names that itself."""
    is_said = word and re.search(rf"\b{word}s?\b", unit, re.IGNORECASE)
    return unit if is_said else " ".join(filter(None, (word, unit)))
