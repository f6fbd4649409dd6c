"""The regions and themes an officer can pick: read from ``assets/taxonomy``.

Takes ``countries.toml``, ``regions.toml`` and ``themes.toml``; gives one ``Taxonomy``. Names of
countries come from the Unicode CLDR, save where the table gives a shorter one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from babel import Locale

from briefing.errors import BriefingError, RequestError
from briefing.model import Region, RegionGroup, RegionKind, Taxonomy, Theme
from briefing.resources import assets
from briefing.suggesting import suggest_named

_COUNTRY_CODE = 2

Table: TypeAlias = dict[str, dict[str, Any]]


def load_taxonomy(folder: Path | None = None) -> Taxonomy:
    """Return all regions and themes of the tables in a folder; by default, of the shipped ones.

    Raises:
        BriefingError: a table is missing or no TOML, a region has a member that does not exist,
            or a kind that is none.
    """
    folder = folder or assets("taxonomy")
    return Taxonomy(regions=load_regions(folder), themes=load_themes(folder))


def load_themes(folder: Path) -> dict[str, Theme]:
    """Return the themes of the table in a folder, by id.

    Raises:
        BriefingError: the table is missing or no TOML.
    """
    return _themes(read_table(folder / "themes.toml"))


def load_regions(folder: Path) -> dict[str, Region]:
    """Return all countries, sub-regions and blocs of the tables in a folder, by id.

    Raises:
        BriefingError: as ``load_taxonomy``.
    """
    regions = _countries(read_table(folder / "countries.toml"))
    regions |= _groups(read_table(folder / "regions.toml"))
    _check_members(regions)
    return regions


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


@cache
def is_country(region: str) -> bool:
    """Whether a region's id is that of a country: two capital letters."""
    return len(region) == _COUNTRY_CODE and region.isupper()


def read_table(path: Path) -> Table:
    """Return a TOML file's tables.

    Raises:
        BriefingError: the file is missing or damaged; the message names file and line.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BriefingError(
            f"The table {path.name} cannot be read: {error}.",
            "Correct the line it names, or restore the table that came with the program.",
        ) from error


def _countries(table: Table) -> dict[str, Region]:
    english = Locale("en").territories
    return {
        code: Region(code, row.get("name") or english[code], RegionKind.COUNTRY)
        for code, row in table.items()
    }


def _groups(table: Table) -> dict[str, Region]:
    return {name: _group(name, row) for name, row in table.items()}


def _group(name: str, row: dict[str, Any]) -> Region:
    try:
        return Region(name, row["name"], RegionKind(row["kind"]), tuple(row.get("members", ())))
    except (KeyError, ValueError) as error:
        raise BriefingError(
            f"The region [{name}] in regions.toml lacks a name or a known kind: {error}.",
            'Give it name = "…" and kind = "sub-region" or kind = "bloc".',
        ) from error


def _check_members(regions: dict[str, Region]) -> None:
    for region in regions.values():
        for member in region.members:
            if member not in regions:
                raise BriefingError(
                    f"The region [{region.id}] in regions.toml has the member {member!r},"
                    " which is no country and no region.",
                    "Use ISO 3166-1 two-letter codes or the ids of other regions.",
                )


def _themes(table: dict[str, Any]) -> dict[str, Theme]:
    rows = table.get("theme", ())
    return {row["id"]: Theme(row["id"], row["name"], row["description"]) for row in rows}
