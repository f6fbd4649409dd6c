"""The tree of regions before anything is ticked: where each stands, under which name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from briefing.model import Region, RegionKind, Taxonomy


@dataclass(slots=True, eq=False)
class Node:
    """One line of the tree. A country has several: one under each region of which it is part."""

    name: str
    region: str = ""
    """Id of the region; empty for a heading that cannot be ticked."""
    parent: Node | None = None
    number: int = 0
    """Its place among all nodes of the tree."""
    children: list[Node] = field(default_factory=list)
    searched: str = ""
    path: tuple[str, ...] = ()
    """What names this very line: the regions, or headings, from the top down to it."""
    shown: list[Node] = field(default_factory=list)
    """Those of its children that the filter lets through."""
    place: int = -1
    """Its place among the shown lines of its parent; -1: the filter holds it back."""

    def add(self, child: Node) -> Node:
        """Put a line under this one and return it."""
        child.parent, child.path = self, (*self.path, child.region or child.name)
        self.children.append(child)
        return child

    def walk(self) -> Iterator[Node]:
        """Yield every line below this one, from top to bottom."""
        for child in self.children:
            yield child
            yield from child.walk()


def folded(text: str) -> str:
    """Return a text as it is searched: small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).strip()


def grown(taxonomy: Taxonomy) -> Node:
    """Return the root of the whole tree.

    From the top: the officer's groups, sub-regions with what they are made of, blocs, and all
    countries by name.
    """
    root = Node("")
    kinds = {kind: [r for r in taxonomy.regions.values() if r.kind is kind] for kind in RegionKind}
    nested = {id_ for region in kinds[RegionKind.SUBREGION] for id_ in region.members}
    outermost = [region for region in kinds[RegionKind.SUBREGION] if region.id not in nested]
    if kinds[RegionKind.GROUP]:
        _add_all(root.add(Node(_said("Your groups"))), kinds[RegionKind.GROUP], taxonomy)
    _add_all(root, outermost, taxonomy)
    if kinds[RegionKind.BLOC]:
        _add_all(root.add(Node(_said("Blocs"))), _by_name(kinds[RegionKind.BLOC]), taxonomy)
    if kinds[RegionKind.COUNTRY]:
        countries = root.add(Node(_said("All countries")))
        _add_all(countries, _by_name(kinds[RegionKind.COUNTRY]), taxonomy)
    for number, node in enumerate(root.walk()):
        node.number = number
    return root


def _add_all(parent: Node, regions: Iterable[Region], taxonomy: Taxonomy) -> None:
    for region in regions:
        line = parent.add(Node(region.name, region.id, searched=folded(region.name)))
        members = [taxonomy.regions[id_] for id_ in region.members if id_ in taxonomy.regions]
        larger = [member for member in members if member.members]
        _add_all(line, larger, taxonomy)
        _add_all(line, _by_name(member for member in members if not member.members), taxonomy)


def _by_name(regions: Iterable[Region]) -> list[Region]:
    return sorted(regions, key=lambda region: folded(region.name))


def _said(text: str) -> str:
    return QCoreApplication.translate("Regions", text)
