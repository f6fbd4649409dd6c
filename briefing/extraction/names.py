"""Reads the tables of names into what the gazetteer looks for.

Takes the tables of ``assets/taxonomy`` and the Unicode CLDR; gives names, those that count more
before those that count less, since the gazetteer keeps the first of two with the same text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from briefing.extraction.gazetteer import Name, NameKind
from briefing.extraction.inflection import inflected
from briefing.taxonomy import Table, read_table

_NO_PLURAL = ("s", "ese", "sh", "ch", "z", "x", "men", "women", "Islands")
_CITIES = "cities.tsv"

_PLACE_KINDS = {
    "areas": NameKind.AREA,
    "cities": NameKind.CITY,
    "capitals": NameKind.CAPITAL,
    "bodies": NameKind.BODY,
}


def shipped_names(folder: Path) -> Iterator[Name]:
    """Yield every name of the tables in a folder, with CLDR's names of countries in English."""
    countries = read_table(folder / "countries.toml")
    groups = read_table(folder / "regions.toml")
    yield from _trap_names(read_table(folder / "traps.toml"))
    yield from _country_names(countries)
    yield from territory_names(Locale("en"), countries)
    yield from _group_names(groups)
    yield from (Name(text, ("west",), NameKind.WEST) for text in ("West", "Western", "western"))
    yield from _adjectives(countries)
    yield from _metonyms(countries)
    yield from _places(read_table(folder / "places.toml"))
    yield from _cities(folder / _CITIES)


def _trap_names(table: Table) -> Iterator[Name]:
    for phrase, regions in table["phrases"].items():
        yield Name(phrase, tuple(regions), NameKind.AREA if regions else NameKind.NOTHING)
    for prefix, regions in table["prefixes"].items():
        yield Name(prefix, tuple(regions), NameKind.PREFIX)


def _country_names(countries: Table) -> Iterator[Name]:
    for code, row in countries.items():
        for text in (row.get("name"), *row.get("names", ())):
            if text:
                yield from _spellings(text, code, NameKind.COUNTRY)


def names_in_language(language: str, countries: Iterable[str]) -> Iterator[Name]:
    """Yield what countries are called in a language that has no table of its own.

    ``language`` is its two or three letters, such as ``uk``; nothing where CLDR does not know it.
    """
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return
    for name in territory_names(locale, countries):
        for text in inflected(name.text, locale.language):
            yield Name(text, name.regions, name.kind)


def territory_names(locale: Locale, countries: Iterable[str]) -> Iterator[Name]:
    """Yield the names that CLDR gives to countries, in the language of a locale."""
    for code in countries:
        for text in _variants(locale.territories.get(code, ""), two=code in _TWO_NAMES):
            yield from _spellings(text, code, NameKind.COUNTRY)


_TWO_NAMES = frozenset({"MM", "FK"})
"""Countries to which CLDR gives a second name in brackets, and not the state they belong to."""


def _variants(text: str, *, two: bool) -> Iterator[str]:
    """Yield the readings of a CLDR name: ``Myanmar (Burma)``, ``Hong Kong SAR China``."""
    text = text.split(" SAR ")[0].replace("’", "'")
    if not text or " - " in text:
        return
    before, _, within = text.partition(" (")
    second = within.rstrip(")") if two else ""
    for reading in filter(None, (before if two or not within else "", second)):
        yield reading
        if " & " in reading:
            yield reading.replace(" & ", " and ")
        if reading.startswith("St. "):
            yield "Saint " + reading[4:]
            yield "St " + reading[4:]


def _group_names(groups: Table) -> Iterator[Name]:
    for region, row in groups.items():
        named = "+".join((region, *row.get("names_too", ())))
        for text in row.get("names", ()):
            yield from _spellings(text, named, NameKind.GROUP)
            yield from _spellings(_as_in_headings(text), named, NameKind.GROUP)


_SMALL = frozenset({"of", "and", "the", "for", "in", "on"})


def _as_in_headings(text: str) -> str:
    """Return a name as headings print it: ``Gulf Security``, ``the Gulf``."""
    words = text.split(" ")
    return " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in words)


def _adjectives(countries: Table) -> Iterator[Name]:
    for code, row in countries.items():
        for kind, words in (("ADJECTIVE", "adjectives"), ("PEOPLE", "people")):
            for text in row.get(words, ()):
                yield from _spellings(text, code, NameKind[kind])
                if not text.endswith(_NO_PLURAL):
                    yield from _spellings(text + "s", code, NameKind.PEOPLE)


def _metonyms(countries: Table) -> Iterator[Name]:
    for code, row in countries.items():
        for text in row.get("metonyms", ()):
            yield from _spellings(text, code, NameKind.METONYM)


def _places(table: dict[str, dict[str, Any]]) -> Iterator[Name]:
    for code, row in table.items():
        for sort, kind in _PLACE_KINDS.items():
            for text in row.get(sort, ()):
                yield from _spellings(text, code, kind)


def _cities(path: Path) -> Iterator[Name]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, code, sort = line.split("\t")
            kind = NameKind.CAPITAL if sort == "capital" else NameKind.CITY
            yield from _spellings(text, code, kind)


def _spellings(text: str, region: str, kind: NameKind) -> Iterator[Name]:
    """Yield the name, and the same without accents where that differs."""
    yield Name(text, tuple(region.split("+")), kind)
    if text.startswith("the "):
        yield Name("The " + text[4:], tuple(region.split("+")), kind)
    if (bare := without_accents(text)) != text:
        yield Name(bare, tuple(region.split("+")), kind)


def without_accents(text: str) -> str:
    """Return the name in plain letters if it has accents and no other letters than Latin ones."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return bare if bare.isascii() else text
