"""What regions are called in a language: CLDR's countries and cities, and the names of its table.

Takes the checked table and the rules of the language; gives every form of every name, those that
count more before those that count less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from babel import Locale
from babel.core import get_global

from briefing.extraction.gazetteer import Name, NameKind
from briefing.extraction.languages.rules import Rules
from briefing.extraction.languages.tables import SILENT
from briefing.extraction.names import territory_names
from briefing.taxonomy import Table, is_country

_KINDS = {
    "areas": NameKind.AREA,
    "countries": NameKind.COUNTRY,
    "groups": NameKind.GROUP,
    "metonyms": NameKind.METONYM,
    "capitals": NameKind.CAPITAL,
    "cities": NameKind.CITY,
}
_NOT_BY_ZONE = frozenset({"Europe/Simferopol"})
"""Cities whose time zone is not counted to the country they belong to."""

_Forms = Callable[[str], Iterable[str]]


def names_of(
    locale: Locale, table: Table, rules: Rules, countries: Iterable[str]
) -> Iterator[Name]:
    """Yield every name of the language, the words that name nothing first."""
    for words in table.get(SILENT, {}).values():
        yield from (Name(word, (), NameKind.NOTHING) for word in words)
    for sort, kind in _KINDS.items():
        for key, words in table.get(sort, {}).items():
            for word in words:
                yield from _forms(word, key, kind, _inflection(word, rules))
    for name in territory_names(locale, countries):
        yield from _forms(name.text, "+".join(name.regions), name.kind, rules.noun)
    yield from _of_people(table, rules)
    for city, country in _cities(locale):
        yield from _forms(city, country, NameKind.CITY, rules.noun)


def _inflection(word: str, rules: Rules) -> _Forms:
    """Return how a word is inflected: as an adjective where it is a single one in small letters."""
    small = word[0].islower() and " " not in word
    return rules.adjective if small else rules.noun


def _of_people(table: Table, rules: Rules) -> Iterator[Name]:
    for key, words in table.get("adjectives", {}).items():
        for word in words:
            yield from _forms(word, key, NameKind.ADJECTIVE, rules.adjective)
    for key, words in table.get("people", {}).items():
        for word in words:
            yield from _forms(word, key, NameKind.PEOPLE, rules.people)
    for prefix, region in _prefixes(table):
        yield from (Name(word, (region,), NameKind.PREFIX) for word in _spelled(prefix))


def _prefixes(table: Table) -> Iterator[tuple[str, str]]:
    """Yield first parts of words with a hyphen: those of the table, and Russian ones in -о."""
    for key, words in table.get("prefixes", {}).items():
        yield from ((word, key) for word in words)
    for key, words in table.get("adjectives", {}).items():
        for word in words:
            if word.endswith(("ский", "цкий")):
                yield word[:-2] + "о-", key


def _forms(word: str, key: str, kind: NameKind, inflect: _Forms) -> Iterator[Name]:
    """Yield all forms of a name: one in small letters also with a capital, as a sentence begins."""
    regions = tuple(key.split("+"))
    kind = kind if is_country(regions[0]) else NameKind.GROUP
    for form in dict.fromkeys(inflect(word)):
        yield from (Name(text, regions, kind) for text in _spelled(form))


def _spelled(form: str) -> Iterator[str]:
    yield form
    if form[0].islower():
        yield form[0].upper() + form[1:]
    if "ё" in form:
        yield form.replace("ё", "е")


def _cities(locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield the cities after which CLDR names time zones, with the country of each."""
    territories: Mapping[str, str] = get_global("zone_territories")
    for zone, names in locale.time_zones.items():
        city = names.get("city", "")
        if city and zone in territories and zone not in _NOT_BY_ZONE and "," not in city:
            plain = city.split(" [")[0].split(" (")[0].replace("’", "'")
            if is_country(territories[zone]) and plain not in locale.territories.values():
                yield plain, territories[zone]
