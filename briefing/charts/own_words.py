"""What the charts of the officer's own figures say in sentences: what rose, and where."""

from __future__ import annotations

from collections.abc import Sequence


def in_how_many(changes: Sequence[float]) -> str:
    """Say in how many countries something rose, or fell where it rose in none; it may stay."""
    of, rose = len(changes), sum(one > 0 for one in changes)
    fell = sum(one < 0 for one in changes)
    if of in (rose, fell):
        return f"It {'rose' if rose else 'fell'} in {all_of(of)}"
    if not rose and not fell:
        return f"It is the same as before in {all_of(of)}"
    some = rose or fell
    number = f"{'one' if of == 2 else some} of {'two' if of == 2 else of} countries"
    return f"It rose in {number}" if rose else f"It fell in {number} and rose in none"


def where_most(changes: Sequence[float], name: str, change: float, way: str) -> str:
    """Say where it changed most, and how, behind ``in_how_many``.

    It may fall there though it rose in most countries.
    """
    if all(one * change > 0 for one in changes):
        return f", most in {name}, {way}"
    return f"; it changed most in {name}, where it {'rose' if change > 0 else 'fell'} {way}"


def all_of(countries: int) -> str:
    """Return ``both countries``, ``all 4 countries``."""
    return "both countries" if countries == 2 else f"all {countries} countries"
