"""What a value of a table has to look like."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from briefing.taxonomy.schema import STRENGTHS, Sort

_YEARS = re.compile(r"(?:(\d{4})(?:-(\d{4})?)?)?")
_MOST_PARTIES = 9


def official_mistake(line: str) -> str | None:
    """Return what is wrong with the line of a person; None where it is right."""
    names, _, years = line.partition(";")
    fulls = names.partition("=")[0]
    if not all(full.strip(" !") for full in fulls.split("/")):
        return f"“{line}” has no name"
    found = _YEARS.fullmatch(years.strip())
    if found is None:
        return f"the years of “{line}” are not such as 2019-2024, 2019- or 2019"
    if found[2] and found[1] > found[2]:
        return f"the years of “{line}” end before they begin"
    return None


def table_of(value: Any) -> dict[str, Any]:
    """Return a value that is a table; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def tables_of(value: Any) -> list[dict[str, Any]]:
    """Return those of a list that are tables."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def texts_of(value: Any) -> list[str]:
    """Return the texts of a list, or the one that the value is."""
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and any(sign.isalnum() for sign in value)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


SORTS: dict[Sort, Callable[[Any], bool]] = {
    Sort.TEXT: _is_text,
    Sort.TEXTS: _are_texts,
    Sort.REGIONS: _are_texts,
    Sort.OFFICIALS: _are_texts,
    Sort.KIND: lambda value: value in ("sub-region", "bloc"),
    Sort.STRENGTH: lambda value: value in STRENGTHS,
    Sort.PARTIES: lambda value: type(value) is int and 0 <= value <= _MOST_PARTIES,
    Sort.SENSES: lambda value: isinstance(value, list),
}
"""Whether a value is of a sort."""
