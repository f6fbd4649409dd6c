"""What a report itself says of who and what names stand for.

Takes the sentences of one report; gives the names that hold in this report only: surnames of
officials that it has introduced ("Kazakh President Tokayev"), short forms that it has defined
("Gulf Cooperation Council (hereafter the Council)"), each from the sentence that introduces it
on; and the acronyms that mean something else in it ("Center for Immigration Studies (CIS)").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.extraction.definitions import defined_names, other_acronyms
from briefing.extraction.gazetteer import Gazetteer, Hit, Name, NameKind
from briefing.extraction.offices import (
    AFTER_ADJECTIVE,
    APPOSITION,
    NAME_NEXT,
    OF_COUNTRY_BEFORE,
    OFFICE_NEXT,
    OFFICE_OF_BEFORE,
    PARTICLES,
    TITLE_PARTS,
    TITLED,
)
from briefing.extraction.officials import Official
from briefing.taxonomy import is_country


@dataclass(slots=True)
class Bearers:
    """The names that one report has given, with the sentence from which each holds."""

    since: dict[str, int] = field(default_factory=dict)
    names: dict[str, Name] = field(default_factory=dict)
    silenced: set[str] = field(default_factory=set)
    """Acronyms that mean something else in this report."""

    def add(self, name: Name, sentence: int) -> None:
        """Take a name in; the first sentence that gives it counts."""
        if name.text not in self.since:
            self.since[name.text] = sentence
            self.names[name.text] = name


class BearerReader:
    """Reads a report for what it says of names, with the table of officials at hand."""

    def __init__(
        self, full: dict[str, Official], short: dict[str, list[Official]], words: frozenset[str]
    ) -> None:
        self._full = full
        self._short = short
        self._words = words

    def read(self, texts: Sequence[str], hits: Sequence[list[Hit]]) -> Bearers:
        """Return what a report says of names, from plain texts and the hits in each."""
        bearers = Bearers()
        for number, (text, found) in enumerate(zip(texts, hits, strict=True)):
            for name in self._of_sentence(text, found):
                bearers.add(name, number)
            bearers.silenced.update(other_acronyms(text, found))
        return bearers

    def _of_sentence(self, text: str, hits: list[Hit]) -> Iterator[Name]:
        yield from self._named_in_full(hits)
        if any(title in text for title in TITLE_PARTS):
            yield from self._titled(text)
        for hit in hits:
            yield from self._introduced(text, hit)
            yield from defined_names(text, hit)

    def _named_in_full(self, hits: list[Hit]) -> Iterator[Name]:
        for hit in hits:
            official = self._full.get(hit.name.text)
            if official:
                usable = (short for short in official.shorts if short not in self._words)
                yield from (official.name(short) for short in usable)

    def _titled(self, text: str) -> Iterator[Name]:
        """Yield "President Tokayev": a title, and a short form of somebody in the table."""
        for match in TITLED.finditer(text):
            short = match["name"].split("'")[0].rstrip(".")
            for known in (short, short.split()[-1]):
                if known in self._short:
                    said = (
                        match.group().split("'")[0].rstrip(".") if known in self._words else known
                    )
                    yield self._short[known][0].name(said)
                    break

    def _introduced(self, text: str, hit: Hit) -> Iterator[Name]:
        if hit.name.kind not in _INTRODUCES or not hit.name.regions:
            return
        for full in _persons_at(text, hit):
            if full not in self._full:
                yield from self._person(full, hit.name.regions)

    def _person(self, full: str, regions: tuple[str, ...]) -> Iterator[Name]:
        kind = NameKind.OFFICIAL if is_country(regions[0]) else NameKind.LEADER
        yield Name(full, regions, kind, "named so in this report")
        surname = full.split()[-1]
        if surname not in self._words and len(surname) > 2:
            yield Name(surname, regions, kind, "named so in this report")


_INTRODUCES = frozenset(
    {NameKind.ADJECTIVE, NameKind.COUNTRY, NameKind.GROUP, NameKind.AREA, NameKind.CAPITAL}
)


def _persons_at(text: str, hit: Hit) -> Iterator[str]:
    """Yield the persons whom an office next to the hit makes that region's."""
    before, after = text[max(0, hit.start - 90) : hit.start], text[hit.end : hit.end + 120]
    found = [AFTER_ADJECTIVE.match(after)]
    if OFFICE_NEXT.match(after):
        found.append(APPOSITION.search(before))
    if hit.name.kind is NameKind.COUNTRY and before.endswith((" of ", " of the ")):
        found.append(OF_COUNTRY_BEFORE.search(before))
        if OFFICE_OF_BEFORE.search(before):
            found.append(NAME_NEXT.match(after))
    for match in found:
        name = match and _trimmed(match["name"])
        if name:
            yield name


def _trimmed(name: str) -> str:
    """Return a name without possessive, particles at its end, or what is plainly no name."""
    parts = name.removesuffix("'s").removesuffix("'").rstrip(".").split()
    while parts and parts[-1] in PARTICLES:
        parts.pop()
    return " ".join(parts[:5]) if parts and len(parts[-1]) > 1 else ""


def named_in_report(bearers: Bearers) -> Gazetteer | None:
    """Return a gazetteer of the report's own names, or None where it gives none."""
    return Gazetteer(bearers.names.values()) if bearers.names else None


def merged(usual: list[Hit], own: list[Hit], bearers: Bearers, sentence: int) -> list[Hit]:
    """Return the usual hits with the report's own names where they hold already.

    The report's own name counts before a usual one that it overlaps, unless that is longer; of
    two alike, before a town or another holder of an office, not before a country.
    """
    kept = [hit for hit in usual if hit.name.text not in bearers.silenced]
    for hit in own:
        if bearers.since[hit.name.text] <= sentence:
            over = [old for old in kept if old.start < hit.end and hit.start < old.end]
            if all(_gives_way(old, hit) for old in over):
                kept = [old for old in kept if old not in over] + [hit]
    return sorted(kept, key=lambda hit: hit.start)


_COMMON = frozenset({NameKind.CITY, NameKind.AREA, NameKind.OFFICIAL, NameKind.BODY})
"""Sorts of names that people bear too: "Medina" is a city, and may be a minister."""


def _gives_way(usual: Hit, own: Hit) -> bool:
    shorter = usual.end - usual.start < own.end - own.start
    return shorter or (
        usual.name.kind in _COMMON and usual.end - usual.start == own.end - own.start
    )
