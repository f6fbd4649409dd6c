"""What stands beside the program's figures: a list of names and words, and BM25.

For tags: a country is named where its English name stands in the sentence, and the sentence is
about what it names; a theme is there where one of a few words is. For requests: BM25 of SQLite's
full-text search (Robertson and Zaragoza, The probabilistic relevance framework, 2009) over the same
sentences, asked with the words a person would type.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from briefing.model import Taxonomy
from briefing.resources import assets
from briefing.taxonomy import is_country, read_table
from evaluation.labels import Found, Labelled, Tags
from evaluation.ranking import DEPTH, Asked

THEME_WORDS = {
    "conflict": "war conflict fighting attack clashes border separatists",
    "defence": "military army troops forces weapons defence bases",
    "nuclear": "nuclear missile deterrence warheads arms control",
    "alliances": "alliance security treaty members guarantee organisation",
    "diplomacy": "talks negotiations agreement summit visit ambassador mediation",
    "influence": "influence power rivalry sphere dependence competition",
    "integration": "integration accession membership union candidate customs",
    "economy": "economy trade investment exports aid port debt",
    "energy": "energy gas oil pipeline electricity power",
    "sanctions": "sanctions embargo assets frozen evasion",
    "politics": "president government election parliament opposition protest",
    "society": "refugees migrants minorities rights population education",
    "ideology": "history identity ideology propaganda narrative memory",
}
"""What a person would type for a theme; written once, and not changed after looking at results."""

_LEANING = re.compile(r"(?:It|They|This|These|That|Those|He|She|Its|Their|However|But|Such)\b")


class NameList:
    """Tags sentences by a list of names and words alone."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        names = {region.name: region.id for region in taxonomy.regions.values()}
        longest_first = sorted(names, key=len, reverse=True)
        self._names = names
        self._pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
        self._themes = {theme: frozenset(words.split()) for theme, words in THEME_WORDS.items()}

    def found(self, label: Labelled) -> Found:
        """Return what the list says of a sentence; it takes everything for running text."""
        regions = frozenset(self._names[name] for name in self._pattern.findall(label.text))
        words = frozenset(re.findall(r"\w+", label.text.lower()))
        themes = frozenset(theme for theme, known in self._themes.items() if known & words)
        leans = bool(_LEANING.match(label.text))
        return Found(label.text, "body", Tags(regions, regions, themes), 1.0, leans)


class WordSearch:
    """Answers requests with full-text search over the labelled sentences."""

    def __init__(self, labels: Sequence[Labelled], taxonomy: Taxonomy) -> None:
        self._region_words = dict(_region_words(taxonomy))
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE sentence USING fts5(text, tokenize='porter unicode61')"
        )
        self._database.executemany(
            "INSERT INTO sentence VALUES (?)", [(label.text,) for label in labels]
        )

    def answers(self, asked: Asked) -> list[str]:
        """Return the ten best sentences with a word of the region and a word of the theme."""
        region = _any_of(self._region_words.get(asked.region, [asked.region]))
        wanted = f"({region}) AND ({_any_of(THEME_WORDS[asked.theme].split())})"
        found = self._database.execute(
            "SELECT text FROM sentence WHERE sentence MATCH ? ORDER BY rank LIMIT ?",
            (wanted, DEPTH),
        )
        return [text for (text,) in found]

    def close(self) -> None:
        """Let go of the index."""
        self._database.close()


def _any_of(words: Iterable[str]) -> str:
    return " OR ".join('"' + word.replace('"', "") + '"' for word in words)


def _region_words(taxonomy: Taxonomy) -> Iterator[tuple[str, list[str]]]:
    """Yield for each region its name, adjectives and capital; for a group all its names."""
    folder = assets("taxonomy")
    rows = read_table(folder / "countries.toml") | read_table(folder / "regions.toml")
    capitals = dict(_capitals())
    for region in taxonomy.regions.values():
        row = rows.get(region.id, {})
        kinds = ("adjectives",) if is_country(region.id) else ("names",)
        more = [word for kind in kinds for word in row.get(kind, ())]
        capital = [capitals[region.id]] if region.id in capitals else []
        yield region.id, list(dict.fromkeys([region.name, *more, *capital]))


def _capitals() -> Iterator[tuple[str, str]]:
    for line in assets("taxonomy", "cities.tsv").read_text(encoding="utf-8").splitlines():
        if line.endswith("\tcapital"):
            name, country, _ = line.split("\t")
            yield country, name
