"""What each table may hold; ``assets/taxonomy/README.md`` tells an officer the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Sort(Enum):
    """What a value has to be; the value of each is how a mistake is told."""

    TEXT = 'text in quotation marks, such as "Gulf"'
    TEXTS = 'a list of texts, such as ["Gulf", "Persian Gulf"]'
    REGIONS = 'a list of ids of countries or regions, such as ["OM", "QA"]'
    KIND = '"sub-region" or "bloc"'
    OFFICIALS = 'a list of persons, such as ["Full Name = Short; 2019-2024"]'
    STRENGTH = '"strong", "plain" or "weak"'
    PARTIES = "a whole number from 0 to 9"
    SENSES = "a list of tables [[theme.sense]]"


class Ids(Enum):
    """What the rows of a table are called."""

    COUNTRY = "the code of a country, two capital letters as ISO 3166-1 has them"
    NEW = "small letters, digits and hyphens"
    REGION = 'the id of a country or region, or several with "+"'
    KNOWN = "one of the sections of the file"


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of rows that all have the same keys."""

    ids: Ids
    keys: dict[str, Sort]
    required: tuple[str, ...] = ()


NAME_KEYS = {
    "countries.toml": ("name", "names", "adjectives", "people", "metonyms"),
    "regions.toml": ("names",),
    "places.toml": ("areas", "cities", "capitals", "bodies"),
}
"""Where names stand; one and the same name must not stand for two."""

ROWS = {
    "countries.toml": Rows(
        Ids.COUNTRY,
        {
            "name": Sort.TEXT,
            "names": Sort.TEXTS,
            "adjectives": Sort.TEXTS,
            "people": Sort.TEXTS,
            "metonyms": Sort.TEXTS,
        },
    ),
    "regions.toml": Rows(
        Ids.NEW,
        {
            "name": Sort.TEXT,
            "kind": Sort.KIND,
            "members": Sort.REGIONS,
            "names": Sort.TEXTS,
            "names_too": Sort.REGIONS,
            "short": Sort.TEXTS,
        },
        required=("name", "kind"),
    ),
    "places.toml": Rows(
        Ids.REGION,
        {"areas": Sort.TEXTS, "cities": Sort.TEXTS, "capitals": Sort.TEXTS, "bodies": Sort.TEXTS},
    ),
    "officials.toml": Rows(Ids.REGION, {"officials": Sort.OFFICIALS}, required=("officials",)),
}

THEMES, TRAPS, NAMES = "themes.toml", "traps.toml", "names.toml"

SILENT = "silent"
LANGUAGE_SORTS = (
    "countries", "adjectives", "people", "prefixes", "metonyms", "capitals", "cities", "areas",
    "groups", SILENT,
)  # fmt: skip
"""The sections of a language's names."""

STRENGTHS = ("strong", "plain", "weak")
THEME = Rows(
    Ids.NEW,
    {
        "id": Sort.TEXT,
        "name": Sort.TEXT,
        "description": Sort.TEXT,
        **dict.fromkeys(STRENGTHS, Sort.TEXTS),
        "regions": Sort.REGIONS,
        "sense": Sort.SENSES,
    },
    required=("id", "name", "description"),
)
SENSE = Rows(
    Ids.NEW,
    {
        "terms": Sort.TEXTS,
        "strength": Sort.STRENGTH,
        "with": Sort.TEXTS,
        "without": Sort.TEXTS,
        "parties": Sort.PARTIES,
    },
    required=("terms", "strength"),
)
DOUBTFUL = Rows(
    Ids.KNOWN,
    {"names": Sort.TEXTS, "instead": Sort.REGIONS, "for": Sort.TEXTS, "against": Sort.TEXTS},
    required=("names", "instead", "for", "against"),
)
MAPPINGS = ("phrases", "prefixes")
"""Sections of the traps with a phrase a line and the regions it names instead."""
WORDS = {
    "persons": ("names", "first_names", "institutions", "words"),
    "next": ("direction", "western", "language"),
}
"""Sections of the traps with lists of words."""

CHECKED = (*ROWS, THEMES, TRAPS)
"""The tables that are checked; those of a language are checked when it is first read."""
