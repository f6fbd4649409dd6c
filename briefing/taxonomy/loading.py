"""The tables of regions and themes, read into a ``Taxonomy``.

Takes ``countries.toml``, ``regions.toml`` and ``themes.toml``; gives one ``Taxonomy``. Names of
countries come from the Unicode CLDR, save where the table gives a shorter one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

from briefing.model import Region, RegionKind, Taxonomy, Theme
from briefing.resources import assets
from briefing.taxonomy.tables import Table, check_tables, read_table

_COUNTRY_CODE = 2


def load_taxonomy(folder: Path | None = None) -> Taxonomy:
    """Return all regions and themes of the tables in a folder; by default, of the shipped ones.

    Raises:
        BriefingError: a table is missing or has a mistake; the message names file and line.
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
    if folder != assets("taxonomy"):
        check_tables(folder)
    regions = _countries(read_table(folder / "countries.toml"))
    return regions | _groups(read_table(folder / "regions.toml"))


@cache
def is_country(region: str) -> bool:
    """Whether a region's id is that of a country: two capital letters."""
    return len(region) == _COUNTRY_CODE and region.isupper()


def _countries(table: Table) -> dict[str, Region]:
    english = Locale("en").territories
    return {
        code: Region(code, row.get("name") or english[code], RegionKind.COUNTRY)
        for code, row in table.items()
    }


def _groups(table: Table) -> dict[str, Region]:
    return {name: _group(name, row) for name, row in table.items()}


def _group(name: str, row: dict[str, Any]) -> Region:
    return Region(name, row["name"], RegionKind(row["kind"]), tuple(row.get("members", ())))


def _themes(table: dict[str, Any]) -> dict[str, Theme]:
    rows = table.get("theme", ())
    return {row["id"]: Theme(row["id"], row["name"], row["description"]) for row in rows}
