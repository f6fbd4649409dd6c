"""The officer's own groups of regions, laid into a taxonomy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.errors import RequestError
from briefing.model import Region, RegionGroup, RegionKind, Taxonomy
from briefing.suggesting import suggest_named


def with_groups(taxonomy: Taxonomy, groups: Iterable[RegionGroup]) -> Taxonomy:
    """Return the taxonomy with the officer's groups among its regions, members as ids.

    Members may be named by id or by name. A group that the taxonomy has already is replaced, so
    that doing this twice does nothing more.

    Raises:
        RequestError: a group without a name or members, one called like a region or like another
            group, or a member that does not exist.
    """
    shipped = {
        id_: region
        for id_, region in taxonomy.regions.items()
        if region.kind is not RegionKind.GROUP
    }
    by_word = {region.name.casefold(): region for region in shipped.values()}
    by_word |= {id_.casefold(): region for id_, region in shipped.items()}
    regions = dict(taxonomy.regions)
    taken = set(by_word)
    for group in groups:
        _refuse_name(group, taken)
        members = tuple(dict.fromkeys(_member(group, word, by_word) for word in group.members))
        regions[group.id] = Region(group.id, group.name, RegionKind.GROUP, members)
        taken.add(group.name.casefold())
    return replace(taxonomy, regions=regions)


def _refuse_name(group: RegionGroup, taken: set[str]) -> None:
    if not group.name.strip():
        raise RequestError("A group of regions has no name.", 'Give it one: name = "Black Sea".')
    if group.name.casefold() in taken:
        raise RequestError(
            f"The group “{group.name}” is called like another group or region.",
            "Give it a name of its own.",
        )
    if not group.members:
        raise RequestError(
            f"The group “{group.name}” has no members.",
            'Name its regions by id or name: members = ["BG", "GE", "RO"].',
        )


def _member(group: RegionGroup, word: str, by_word: dict[str, Region]) -> str:
    """Return the id of the region that a member of a group stands for."""
    region = by_word.get(word.casefold())
    if region is None:
        shown = {near: f"{one.id} ({one.name})" for near, one in by_word.items()}
        raise RequestError(
            f"The group “{group.name}” has the member {word!r}, which is no region.",
            suggest_named(word, shown, "`main.py regions` lists them all."),
        )
    return region.id
