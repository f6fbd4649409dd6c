"""Kinds of figures quoted: what each is called, and which figures may be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.selection.quantities import GENERAL, MONEY

Row = tuple[str, str, str, str, str, str]
"""Words of the figure, what it is of, kind, number, where it stands, what another has."""

_KINDS = {
    "troops": "Soldiers and fighters",
    "dead": "Killed",
    "share": "Per cent",
    "change": "Change by per cent",
    "displaced": "Displaced people",
    "captured": "Captured or detained",
    "area": "Area, square kilometres",
    "acres": "Area, acres",
    "hectares": "Area, hectares",
    "square miles": "Area, square miles",
    "kilometres": "Distance, kilometres",
    "miles": "Distance, miles",
    "nautical miles": "Distance, nautical miles",
    "gas": "Gas, cubic metres",
    "volume": "Volume, cubic metres",
    "watts": "Power, watts",
    **{currency: f"Money in {currency}" for currency in MONEY},
}
"""Heads of kinds that are not named by their own word."""
SHARES = _KINDS["share"]


def head_of(kind: str) -> str:
    """Return the words under which figures of a kind stand."""
    thing, _, change = kind.partition(", ")
    head = _KINDS.get(thing, thing.capitalize())
    return f"{head}: {change}" if change else head


_UNLIKE = frozenset(map(head_of, GENERAL)) - {SHARES}
"""Kinds that measure all sorts of things."""


def are_alike(rows: Sequence[Sequence[str | int]], behind: Mapping[str, object]) -> bool:
    """Tell whether rows of one kind may stand on one scale.

    Shares are all out of a hundred; dollars or people are compared only where one finding tells
    them together, or one report sets them against another's. ``behind`` tells what finding stands
    behind a figure, by its words and where it stands.
    """
    if len(rows) < 2 or str(rows[0][2]) not in _UNLIKE:
        return str(rows[0][2]) == SHARES or len(rows) > 1
    found = [behind.get(_told(row)) for row in rows]
    return (None not in found and len(set(found)) == 1) or all(row[5] for row in rows)


def _told(row: Sequence[str | int]) -> str:
    return f"{row[0]}, {row[4]}"


def labels(rows: Sequence[Sequence[str | int]]) -> list[str]:
    """Return a name for each row that no other has: its words and where they stand."""
    told: Counter[str] = Counter()
    found = []
    for row in rows:
        name = _told(row)
        told[name] += 1
        found.append(name if told[name] == 1 else f"{name} ({told[name]})")
    return found
