"""Regions and themes as the officer picks them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RegionKind(StrEnum):
    """What sort of place or grouping a region is."""

    COUNTRY = "country"
    SUBREGION = "sub-region"
    BLOC = "bloc"
    GROUP = "group"
    """Regions that an officer has put together; not part of the shipped tables."""


@dataclass(frozen=True, slots=True)
class Region:
    """One place or group of states. The id of a country is its two letters of ISO 3166-1."""

    id: str
    name: str
    kind: RegionKind
    members: tuple[str, ...] = ()
    """Ids of the countries (or sub-regions) it is made of; empty for a country."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a finding deals with."""

    id: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All regions and themes, by id."""

    regions: dict[str, Region]
    themes: dict[str, Theme]

    def covers(self, region: str) -> frozenset[str]:
        """Return the region's id and those of all its members, however deep."""
        found: set[str] = set()
        waiting = [region]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                known = self.regions.get(current)
                waiting.extend(known.members if known else ())
        return frozenset(found)
