"""Which country a table means: by ISO code or by name, as statistical offices write them."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from functools import cache

from babel import Locale
from babel.core import get_global

from briefing.indicators.grids import Row
from briefing.indicators.place_names import (
    NAMES,
    PARTS,
    key_of,
    without_style,
    words_of,
)
from briefing.model import Taxonomy
from briefing.resources import assets
from briefing.taxonomy.tables import read_table

_NEAR = 0.8
_FIRST = 4
"""Cells of a row in which its country is looked for, where its column is not known yet."""
_MOST_LIKENED = 40
_BYGONE = ("ddr", "ymd", "vdr")
"""Codes of states that are part of another now: figures on them are not those of that one."""
_LETTERS = 2
"""Of the id of a country."""
_LANGUAGES = ("de", "fr", "es", "ru")


class Places:
    """Finds the id of a region by what a table calls it."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._known = taxonomy.regions
        self._near: dict[str, str] = {}
        self._own: dict[str, str] = {}
        for id_ in sorted(taxonomy.regions, key=lambda one: len(one) != _LETTERS):  # Guam, GUAM
            self._own.setdefault(key_of(taxonomy.regions[id_].name), id_)
        self._own |= {key_of(id_): id_ for id_ in taxonomy.regions if key_of(id_) not in self._own}

    def find(self, name: str, code: str = "") -> str:
        """Return the id of a region by its code, else by its name; empty where none is known.

        Digits are believed only where there is no name: many number countries in their own way.
        """
        if name and (not code or _is_number(code)):
            return self._named(name)
        return self._named(code.zfill(3) if _is_number(code) else code) or self._named(name)

    def differ(self, name: str, code: str) -> bool:
        """Return whether name and letters are known and mean two regions."""
        if _is_number(code):
            return False
        named, coded = self._named(name) if name else "", self._named(code) if code else ""
        return bool(named and coded) and named != coded

    def known_in(self, rows: Sequence[Row]) -> int:
        """Return how many rows name a country among their first cells."""
        texts = ([cell for cell in row.cells[:_FIRST] if isinstance(cell, str)] for row in rows)
        return sum(any(map(self._named, cells)) for cells in texts)

    def near(self, name: str) -> str:
        """Return the name of the region that was probably meant, or nothing.

        It takes long: only the first names that are not known are likened to others.
        """
        if name not in self._near and len(self._near) < _MOST_LIKENED:
            names = {region.name.casefold(): region.name for region in self._known.values()}
            found = difflib.get_close_matches(name.casefold(), names, n=1, cutoff=_NEAR)
            self._near[name] = names[found[0]] if found else ""
        return self._near.get(name, "")

    def _named(self, words: str) -> str:
        key = key_of(words)
        if key in PARTS:
            return ""
        found = self._own.get(key) or NAMES.get(key) or _by_code(key) or _names().get(key, "")
        found = found or _by_words(words_of(key))
        return found if found in self._known else ""


def _by_code(key: str) -> str:
    """Return the two letters for an ISO 3166-1 code of three letters or digits."""
    if len(key) != 3 or key in _BYGONE:
        return ""
    stands_for = get_global("territory_aliases").get(key.upper(), ())
    return str(stands_for[0]) if len(stands_for) == 1 else ""


def _is_number(code: str) -> bool:
    return code.strip("' ").isdecimal()


def _by_words(words: frozenset[str]) -> str:
    """Return the id of the country whose name has the same words, whatever their order."""
    known = _worded()
    return known.get(words, "") or known.get(without_style(words), "")


@cache
def _worded() -> dict[frozenset[str], str]:
    """Return the ids of countries by the words of their English names; what two share is none's."""
    found: dict[frozenset[str], str] = {}
    for key, code in (*NAMES.items(), *_further_names().items(), *_names_in("en").items()):
        words = words_of(key)
        found[words] = code if found.get(words, code) == code else ""
    return found


@cache
def _names() -> dict[str, str]:
    """Return the ids of countries by their names in several languages; English goes before."""
    found = dict(_further_names())
    for language in ("en", *_LANGUAGES):
        for key, code in _names_in(language).items():
            found.setdefault(key, code)
    return found


@cache
def _further_names() -> dict[str, str]:
    """Return the ids of countries by names that the program knows besides."""
    table = read_table(assets("taxonomy") / "countries.toml")
    return {
        key: code
        for code, row in reversed(table.items())
        for name in row.get("names", ())
        if (key := key_of(name)) not in PARTS
    }


def _names_in(language: str) -> dict[str, str]:
    names = Locale(language).territories.items()
    return {key_of(str(name)): str(code) for code, name in names if len(code) == _LETTERS}
