"""What ticking a region means for a request: plain values in, plain values out.

A request names regions in the order in which they were ticked, which is the order of its sections.
A region that is asked for covers its members. Ticking a region takes the place of its members that
were ticked before; unticking a member of a ticked region leaves its other members in its place.
Ticking all members one by one asks for a section each, and is not the same as ticking the region.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from briefing.model import Region, RegionGroup, RegionKind, Taxonomy


class Ticked(Enum):
    """How a region stands to what is asked for."""

    NO = 0
    PARTLY = 1
    """Some of its members are asked for, or all of them one by one, but not the region."""
    YES = 2
    """It is asked for, by itself or as a member of a region that is."""


def with_groups(taxonomy: Taxonomy, groups: Iterable[RegionGroup]) -> Taxonomy:
    """Return the taxonomy with the officer's groups among its regions, by their ids."""
    regions = dict(taxonomy.regions)
    for group in groups:
        members = tuple(id_ for id_ in group.members if id_ in taxonomy.regions)
        regions[group.id] = Region(group.id, group.name, RegionKind.GROUP, members)
    return Taxonomy(regions, taxonomy.themes)


class Ticking:
    """Turns ticks into the regions of a request, and those back into ticks."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._regions = taxonomy.regions
        self._covers = {id_: taxonomy.covers(id_) for id_ in taxonomy.regions}

    def states(self, asked: Iterable[str]) -> dict[str, Ticked]:
        """Return how every region stands when these are asked for."""
        covered = self._covered_by(asked)
        return {
            id_: Ticked.YES
            if id_ in covered
            else Ticked.NO
            if covers.isdisjoint(covered)
            else Ticked.PARTLY
            for id_, covers in self._covers.items()
        }

    def tick(self, asked: tuple[str, ...], region: str) -> tuple[str, ...]:
        """Return what is asked for once a region is ticked: it stands where its first member did.

        Nothing changes where a region that covers it is ticked already.
        """
        if region in self._covered_by(asked):
            return asked
        inside = [id_ for id_ in asked if id_ in self._covers[region]]
        if not inside:
            return (*asked, region)
        place = asked.index(inside[0])
        rest = [id_ for id_ in asked if id_ not in inside]
        return (*rest[:place], region, *rest[place:])

    def untick(self, asked: tuple[str, ...], region: str) -> tuple[str, ...]:
        """Return what is asked for once a region is unticked, wherever it was covered."""
        left: list[str] = []
        for id_ in asked:
            if id_ == region:
                continue
            if region in self._covers.get(id_, ()):
                left += self._without(id_, self._covers[region])
            else:
                left.append(id_)
        return tuple(dict.fromkeys(left))

    def _without(self, region: str, gone: frozenset[str]) -> list[str]:
        left: list[str] = []
        for member in self._regions[region].members:
            covers = self._covers[member]
            if covers.isdisjoint(gone):
                left.append(member)
            elif not covers <= gone:
                left += self._without(member, gone)
        return left

    def _covered_by(self, asked: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*(self._covers.get(id_, frozenset()) for id_ in asked))
