"""The style of a house: logo, colours and fonts that take the place of the program's own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture on the first page."""

    png: bytes
    alt: str
    """Whose it is, in words: ``Ministry of Foreign Affairs``."""
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class HouseFace:
    """One file of a font."""

    data: bytes
    weight: int = 400
    """CSS weight."""
    italic: bool = False


@dataclass(frozen=True, slots=True)
class HouseFont:
    """A font by the name under which Word knows it."""

    family: str
    faces: tuple[HouseFace, ...]


@dataclass(frozen=True, slots=True)
class House:
    """What a house has of its own; what it does not have stays the program's."""

    logo: Logo | None = None
    colours: tuple[tuple[str, str], ...] = ()
    """Pairs of a colour of the program's and the one that takes its place: ``#1f4b73``."""
    text: HouseFont | None = None
    """For what is read."""
    headings: HouseFont | None = None
    """For what is looked up: headings, marks, tables."""
