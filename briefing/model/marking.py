"""Schemes of protective markings: ordered levels, as a desk's rules have them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a scheme."""

    name: str
    """As it stands at the head and foot of pages: ``OFFICIAL-SENSITIVE``."""
    portion: str
    """As it stands in brackets before a paragraph: ``OS``."""
    also: tuple[str, ...] = ()
    """Other words that mean the same, in this scheme or another: ``UK SECRET``."""
    within: str = ""
    """The level that it is part of, where it is no level by itself but asks for more care."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A set of markings of which one outranks another."""

    id: str
    """Name of its file without the ending: ``uk``."""
    name: str
    levels: tuple[Level, ...]
    """From the lowest to the highest."""
    unmarked: str = ""
    """The level of reports that carry no marking; empty: that of the document."""
    caveats: str = " "
    """What stands between a level and the caveats or handling instructions after it."""
    note: str = ""
    """A sentence for those who choose."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something in a document that carries a marking of its own."""

    name: str
    """What it is, fit to show: ``finding f-3k7q``, ``judgement 2``."""
    marking: str
    """As it was written; empty where nobody has marked it."""
