"""What a reader has in mind when the next sentence of a report begins.

Takes what each sentence was about, one after the other; gives whom its successor can mean by "it",
"both countries", "the region", "the Alliance".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.extraction.gazetteer import Hit
from briefing.extraction.listing import coupled, listed_together
from briefing.extraction.reference_words import SOMEBODYS, SORTS_OF_STATE, plain_noun
from briefing.model import RegionKind, Taxonomy
from briefing.taxonomy import is_country

_TWO = 2
_FRESH = 12
"""For how many sentences two countries remain "the two countries"."""

_FADING = 0.7
"""What a sentence leaves of the weight that a region has had."""
_FURTHER = 0.7
"""The weight of a region that is not the most central one of its sentence."""
_PASSING = 0.34
"""Of the greatest weight: a region with less was touched upon in passing."""
_FORGOTTEN = 0.05

_REMEMBERED = 4
"""For how many sentences "the army" remains the one that was called a country's."""


@dataclass(slots=True)
class Thread:
    """The regions in mind, as the sentences before have left them."""

    taxonomy: Taxonomy
    speaker: str = ""
    """The country for which a speech is held."""
    title: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    """What the sentence before was about, most central first."""
    subject: tuple[str, ...] = ()
    """Who acted in it."""
    areas: tuple[str, ...] = ()
    """The sub-regions last spoken of together."""
    blocs: list[str] = field(default_factory=list)
    """Blocs spoken of, the last one last."""
    country: str = ""
    """What "the country" is: the last one that acted, or was named last."""
    asked: tuple[str, ...] = ()
    """What the last question was about."""
    unnamed: int = 0
    """How many sentences have named no region."""
    order: tuple[str, ...] = ()
    """The regions that the sentence before named, in that order."""
    _weights: dict[str, float] = field(default_factory=dict)
    _pair: tuple[str, ...] = ()
    _pair_age: int = 0
    _named: list[str] = field(default_factory=list)
    """Countries named, the last one last."""
    _whose: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Whose army, parliament and so on was last spoken of, and in which sentence."""
    _sentence: int = 0
    _groups: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _headings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _covered: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def pair(self) -> tuple[str, ...]:
        """The two countries last spoken of together, unless that is long ago."""
        return self._pair if self._pair_age <= _FRESH else ()

    def covers(self, region: str) -> frozenset[str]:
        """Return the region's id and those of all its members, however deep."""
        if region not in self._covered:
            self._covered[region] = self.taxonomy.covers(region)
        return self._covered[region]

    def is_area(self, region: str) -> bool:
        """Whether a region is a sub-region that "the region" can mean."""
        known = self.taxonomy.regions.get(region)
        return known is not None and known.kind is RegionKind.SUBREGION and region != "west"

    def open_section(self, heading: str, regions: tuple[str, ...]) -> None:
        """Take in a heading; the first one that names a region is the report's title."""
        self.title = self.title or regions
        self._headings[heading] = regions
        if regions:
            self.take_in(regions, regions)

    def enter(self, heading_path: Sequence[str]) -> None:
        """Take in where a sentence stands: its section's regions are those of the heading above.

        A heading that names none leaves it to the one above it, at last to the title.
        """
        above = (self._headings.get(heading, ()) for heading in reversed(heading_path))
        self.section = next(filter(None, above), ()) or self.asked

    def ask(self, regions: tuple[str, ...]) -> None:
        """Take in a question: what the answers to it are about."""
        self.asked = regions

    def take_in(
        self, about: Sequence[str], subject: Sequence[str], *, carried: bool = False
    ) -> None:
        """Take in what a sentence was about, most central first, and who acted in it.

        What was only carried on to it gains no weight by that.
        """
        self.before, self.subject = tuple(about), tuple(subject)
        self._pair_age += 1
        if not carried:
            self._weigh(about, subject)
        self.areas = tuple(filter(self.is_area, about)) or self.areas
        for region in reversed(about):
            self._take_in_bloc(region)
        acting = [region for region in (*subject, *about) if is_country(region)]
        self.country = acting[0] if acting else self.country

    def take_in_names(self, text: str, hits: Sequence[Hit], about: Sequence[str]) -> None:
        """Take in the countries that a sentence names, above all two that it couples."""
        self.order = tuple(dict.fromkeys(hit.name.regions[0] for hit in hits))
        central = [h for h in hits if is_country(h.name.regions[0]) and h.name.regions[0] in about]
        named = tuple(dict.fromkeys(hit.name.regions[0] for hit in central))
        pairs = [named] if len(named) == _TWO else coupled(text, central)
        if len(pairs) == 1:
            self._pair, self._pair_age = pairs[0], 0
        self._take_in_organs(text, hits)
        for group in listed_together(text, hits):
            self._groups[len(group)] = self._as_area(group)
        countries = [hit.name.regions[0] for hit in hits if is_country(hit.name.regions[0])]
        self._named = [c for c in self._named if c not in countries] + [*dict.fromkeys(countries)]
        if countries and self.country not in countries:
            self.country = countries[-1]

    def _weigh(self, about: Sequence[str], subject: Sequence[str]) -> None:
        """Let what was said before fade, and add what is said now."""
        kept = {r: w * _FADING for r, w in self._weights.items() if w > _FORGOTTEN}
        for place, region in enumerate(about):
            kept[region] = kept.get(region, 0.0) + (1.0 if place == 0 else _FURTHER)
        for region in subject:
            kept[region] = kept.get(region, 0.0) + 1.0
        self._weights = kept

    def still_meant(self) -> tuple[str, ...]:
        """Return what the sentence before was about, without what it only touched upon.

        What several sentences have dealt with goes on; what one has named in passing does not.
        """
        least = _PASSING * max(self._weights.values(), default=0.0)
        meant = (region for region in self.before if self._weights.get(region, 0.0) >= least)
        return tuple(meant) or self.before

    def country_meant(self, noun: str) -> str:
        """Return what "the country", "the army" or "the kingdom" is; empty where nobody can be.

        An army is that of the country whose army was spoken of not long ago; a kingdom is the
        last one named that is one; anything else is of the country last spoken of.
        """
        whose, since = self._whose.get(noun, ("", 0))
        if whose and self._sentence - since <= _REMEMBERED:
            return whose
        sort = SORTS_OF_STATE.get(noun)
        if sort is None or self.country in sort:
            return self.country
        return next((one for one in reversed(self._named) if one in sort), "")

    def _take_in_organs(self, text: str, hits: Sequence[Hit]) -> None:
        self._sentence += 1
        for hit in hits:
            match = SOMEBODYS.match(text, hit.end)
            if match and is_country(hit.name.regions[0]):
                self._whose[plain_noun(match["noun"])] = (hit.name.regions[0], self._sentence)

    def group_of(self, count: int) -> tuple[str, ...]:
        """Return the countries last listed together, so many of them: "the three governments"."""
        return self._groups.get(count, ())

    def _as_area(self, group: tuple[str, ...]) -> tuple[str, ...]:
        """Return the sub-region spoken of that has just these members, or else the countries."""
        same = (area for area in self.areas if self.covers(area) - {area} == {*group})
        return next(((area,) for area in same), group)

    def areas_meant(self) -> tuple[str, ...]:
        """Return what "the region" is: the area last spoken of, or the one in title or heading.

        Where more than two areas were spoken of, the one in title or heading that holds them all.
        """
        holding = tuple(region for region in (*self.section, *self.title) if self.is_area(region))
        areas = self.areas or holding[:1]
        if len(areas) <= _TWO:
            return areas
        around = [region for region in holding if self.covers(region).issuperset(areas)]
        return tuple(around[:1]) or areas[:_TWO]

    def _take_in_bloc(self, region: str) -> None:
        known = self.taxonomy.regions.get(region)
        if known is not None and known.kind is RegionKind.BLOC:
            self.blocs = [*(bloc for bloc in self.blocs if bloc != region), region]
