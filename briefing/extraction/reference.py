"""Whom a sentence means without naming them: "it", "both countries", "the Alliance".

Takes a sentence and the thread of the report before it; gives the regions it refers to, each with
the words that refer and the rule. The thread is what a reader has in mind: the subject and the
regions of the sentences before, the pair and the group last spoken of, the heading, the title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefing.extraction.gazetteer import Hit
from briefing.extraction.roles import main_clause
from briefing.model import Region, RegionKind

_COUNTRY_CODE = 2
_PEOPLE = (
    r"(?:countries|states|nations|sides|leaders|parties|governments|neighbou?rs|powers|capitals"
    r"|presidents|republics|partners|rivals|allies|adversaries|economies|ministers|belligerents"
    r"|enemies|foes|peoples|camps|actors|dictators|strongmen|militaries|armies|giants|counterparts)"
)
_PAIR = re.compile(
    rf"\b(?:both|(?:the|these|those)\s+(?:same\s+)?(?:two|2))\s+(?:\w+\s+){{0,2}}?{_PEOPLE}\b"
    r"|\bboth\s+(?:sides|parties)\b|\b(?:warring|conflicting|opposing)\s+(?:parties|sides)\b"
    r"|\bthe\s+parties(?:\s+to\s+the\s+conflict)?\b|\beach\s+other\b|\btheir\s+two\s+countries\b"
    r"|\bbilateral\b|\bthe\s+(?:two|2)\s+(?:\w+\s+){0,2}?(?:members|states)\b"
    r"|\bthis\s+(?:conflict|dispute|war|rivalry|border|enmity|peace|agreement|ceasefire)\b",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"\b(?:the|this|that|these|those|the\s+entire|the\s+whole|the\s+wider)\s+(?:sub-?regions?|regions?"
    r"|areas?|space|zone|neighbou?rhood|basin|peninsula)\b(?!\s+(?:of|in|between|where)\b)",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:these|those)\s+(?:\w+\s+){0,2}?(?:countries|states|republics|nations|governments|monarchies"
    r"|kingdoms|islands|capitals|economies|allies)\b|\btheir\s+(?:leaders|governments|economies)\b",
    re.IGNORECASE,
)
_BLOC = re.compile(
    r"\b(?:the|this|that)\s+(?:military\s+|defen[cs]e\s+|security\s+|trade\s+|regional\s+|same\s+)*"
    r"(?P<sort>alliance|bloc|organi[sz]ation|union|grouping|pact|agreement|treaty)\b"
    r"(?!\s+(?:with|between|among|of|around))"
    r"|\bAlliance\s+(?:members?|states?|countries|leaders|territory)\b",
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    r"\b(?:the|this|that)\s+(?:country|nation|kingdom|republic|monarchy|regime|state|government"
    r"|authorities|president|prime\s+minister|ruling\s+party|army|military|parliament|opposition"
    r"|constitution|administration|economy|capital|leadership|island)\b(?!\s+of\s+the)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?P<word>it|its|itself|he|his|him|himself|she|her|they|their|them|themselves)\b",
    re.IGNORECASE,
)
_STRIFE = re.compile(
    r"\b(?:conflict|dispute|ceasefire|war|clashes|enmity|rivalry|border|peace\s+(?:agreement|deal|treaty|talks))\b"
)
_TOWARDS = re.compile(
    r"\b(?:relations|relationship|ties|alliance|partnership|cooperation|trade|border|talks|negotiations"
    r"|treaty|agreement|deal|dispute|accord|rapprochement|reconciliation|friendship|rivalry|dialogue"
    r"|dependence|reliance|contacts|links)\s+(?:with|on|upon)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    r"\b(?:the\s+same|the\s+one|another\s+would|an\s+example\s+of\s+this|this\s+is|(?:T|t)his\s+(?:\w+\s+)?\w+"
    r"|illustrates?\s+this|these\s+\w+)\b",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"\bit\s+(?:also\s+|now\s+|then\s+)?(?:(?:is|was|will\s+be|would\s+be|should\s+be|must\s+be|may\s+be|becomes?|became"
    r"|has\s+been|remains)(?:\s+[\w-]+){0,4}?\s+(?:to|that|whether|how|who|which|for)\b"
    r"|(?:seems?|appears?|turns\s+out|follows|should\s+be\s+\w+ed|must\s+be\s+\w+ed|is\s+\w+ed|will\s+take)\b)",
    re.IGNORECASE,
)
_COUPLED = re.compile(
    r"(?:\s*[-–—/&]\s*|,?\s+(?:and|with|or)\s+(?:the\s+|its\s+|his\s+)?|'s?\s+and\s+)"
)
_LISTED = re.compile(r",\s+(?:the\s+)?")
_FRESH = 12
"""For how many sentences two countries remain "the two countries"."""
_MANY = frozenset({"they", "their", "them", "themselves"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Regions that words of a sentence refer to."""

    regions: tuple[str, ...]
    words: str
    reason: str
    minor: bool = False
    """Whether it counts only where the sentence names little else."""
    replaces: tuple[str, ...] = ()
    """Regions named within the words, which they narrow down: ``these Central Asian republics``."""


@dataclass(slots=True)
class Thread:
    """What a reader has in mind when the next sentence begins."""

    title: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    """What the sentence before was about."""
    subject: tuple[str, ...] = ()
    """Who acted in it."""
    pair: tuple[str, ...] = ()
    """The last two countries spoken of together."""
    pair_age: int = 0
    """How many sentences ago."""
    areas: tuple[str, ...] = ()
    """The sub-regions last spoken of together."""
    blocs: list[str] = field(default_factory=list)
    """Blocs spoken of, the last one last."""
    country: str = ""
    """The last country that acted."""


class References:
    """Finds what a sentence refers to, with the regions known."""

    def __init__(self, regions: dict[str, Region]) -> None:
        self._regions = regions
        self._rules: tuple[
            tuple[re.Pattern[str], Callable[[re.Match[str], Thread], Reference | None]], ...
        ] = (
            (_PAIR, self._pair),
            (_BLOC, self._bloc),
            (_AREA, self._area),
            (_STATES, self._states),
        )

    def find(self, text: str, hits: Sequence[Hit], thread: Thread) -> list[Reference]:
        """Return what a sentence refers to, in the order of the rules."""
        found = list(self._described(text, hits, thread))
        for rule in (self._pronoun, self._elliptic, self._other_side, self._implied):
            reference = rule(text, hits, thread)
            if reference is not None:
                found.append(reference)
        return found

    def note(self, about: Sequence[str], subject: Sequence[str], thread: Thread) -> None:
        """Keep in mind what a sentence was about, most central first."""
        countries = [region for region in about if len(region) == _COUNTRY_CODE]
        thread.before, thread.subject = tuple(about), tuple(subject)
        thread.pair_age += 1
        areas = tuple(region for region in about if self._is_area(region))
        thread.areas = areas or thread.areas
        for region in reversed(about):
            self._note_bloc(region, thread)
        acting = [region for region in subject if len(region) == _COUNTRY_CODE]
        if acting or countries:
            thread.country = (acting or countries)[0]

    def note_pair(
        self, text: str, hits: Sequence[Hit], about: Sequence[str], thread: Thread
    ) -> None:
        """Keep in mind two countries that a sentence couples, or the only two it deals with."""
        countries = [h for h in hits if len(h.name.regions[0]) == _COUNTRY_CODE]
        countries = [h for h in countries if h.name.regions[0] in about]
        named = tuple(dict.fromkeys(hit.name.regions[0] for hit in countries))
        pairs = [named] if len(named) == _TWO else _coupled(text, countries)
        if len(pairs) == 1:
            thread.pair, thread.pair_age = pairs[0], 0

    def _note_bloc(self, region: str, thread: Thread) -> None:
        known = self._regions.get(region)
        if known is None or known.kind is not RegionKind.BLOC:
            return
        if region in thread.blocs:
            thread.blocs.remove(region)
        thread.blocs.append(region)

    def _described(self, text: str, hits: Sequence[Hit], thread: Thread) -> Iterator[Reference]:
        for pattern, rule in self._rules:
            match = pattern.search(text)
            if match:
                within = _within(match, hits)
                reference = rule(match, thread)
                if rule == self._bloc and any(
                    _COUNTRY_CODE < len(r) for h in hits[:1] for r in h.name.regions
                ):
                    continue
                if reference and (not within or self._narrows(reference, within)):
                    yield replace(reference, replaces=within)
        match = _COUNTRY.search(text)
        if match and thread.country and not any(hit.start < match.end() + 12 for hit in hits):
            yield Reference((thread.country,), match.group(), "the country last spoken of")

    def _narrows(self, reference: Reference, within: tuple[str, ...]) -> bool:
        """Whether the regions referred to are members of the one that the words name."""
        members = {m for region in within if region in self._regions for m in self._members(region)}
        return bool(reference.regions) and members.issuperset(reference.regions)

    def _members(self, region: str) -> set[str]:
        found = set()
        for member in self._regions[region].members:
            found |= {member, *self._members(member)}
        return found

    def _pair(self, match: re.Match[str], thread: Thread) -> Reference | None:
        if not thread.pair or thread.pair_age > _FRESH:
            return None
        return Reference(thread.pair, match.group(), "the two last spoken of")

    def _area(self, match: re.Match[str], thread: Thread) -> Reference | None:
        areas = self._areas_meant(thread)
        if not areas:
            return None
        return Reference(areas, match.group(), "the region last spoken of", minor=True)

    def _states(self, match: re.Match[str], thread: Thread) -> Reference | None:
        countries = tuple(r for r in thread.before if len(r) == _COUNTRY_CODE)
        groups = tuple(r for r in thread.before if self._is_area(r))
        regions = groups[:2] or (thread.pair if {*thread.pair} == {*countries} else ())
        regions = regions or self._areas_meant(thread)
        if not regions:
            return None
        return Reference(regions, match.group(), "the states spoken of before")

    def _bloc(self, match: re.Match[str], thread: Thread) -> Reference | None:
        sort = (match["sort"] or "alliance").lower()
        fitting = [bloc for bloc in thread.blocs if sort not in _SORTS or bloc in _SORTS[sort]]
        if not fitting:
            return None
        return Reference((fitting[-1],), match.group(), "the organisation last spoken of")

    def _areas_meant(self, thread: Thread) -> tuple[str, ...]:
        """Return the areas last spoken of; of several, the region that holds them all, if any."""
        areas = thread.areas or self._first_area((*thread.section, *thread.title))
        if len(areas) <= _TWO:
            return areas
        holding = [r for r in (*thread.title, *thread.section) if self._is_area(r)]
        around = (r for r in holding if {*areas} <= {r, *self._members(r)})
        return tuple(around)[:1] or areas[:2]

    def _first_area(self, regions: Sequence[str]) -> tuple[str, ...]:
        return tuple(region for region in regions if self._is_area(region))[:1]

    def _is_area(self, region: str) -> bool:
        known = self._regions.get(region)
        return known is not None and known.kind is RegionKind.SUBREGION and region != "west"

    def _pronoun(self, text: str, hits: Sequence[Hit], thread: Thread) -> Reference | None:
        """Return what a pronoun before the first name stands for."""
        first = min((hit.start for hit in hits), default=len(text))
        for match in _PRONOUN.finditer(text, 0, first):
            if _EXPLETIVE.match(text, match.start()) or match.start() < main_clause(text, hits):
                continue
            many = match["word"].lower() in _MANY
            regions = self._several(thread) if many else _one(thread)
            if regions:
                return Reference(regions, match.group(), "who acted before")
        return None

    def _several(self, thread: Thread) -> tuple[str, ...]:
        """Return whom "they" are: those who acted, a group, or all that was spoken of."""
        if len(thread.subject) > 1 or any(self._is_area(region) for region in thread.subject):
            return thread.subject
        groups = tuple(region for region in thread.before if self._is_area(region))
        return groups[:1] or thread.before

    def _elliptic(self, text: str, hits: Sequence[Hit], thread: Thread) -> Reference | None:
        match = _ELLIPTIC.search(text)
        if match is None or not thread.before:
            return None
        return Reference(
            thread.subject or thread.before, match.group(), "goes on from before", minor=True
        )

    def _implied(self, text: str, hits: Sequence[Hit], thread: Thread) -> Reference | None:
        """Return who is understood where relations "with" the only one named are spoken of."""
        named = {region for hit in hits for region in hit.name.regions}
        if len(named) != 1 or not thread.country or thread.country in named:
            return None
        match = _TOWARDS.search(text[: hits[0].start])
        if match is None:
            return None
        return Reference((thread.country,), match.group().strip(), "whose relations are spoken of")

    def _other_side(self, text: str, hits: Sequence[Hit], thread: Thread) -> Reference | None:
        """Return both sides where one is named and their conflict is spoken of."""
        countries = {r for hit in hits for r in hit.name.regions if len(r) == _COUNTRY_CODE}
        match = _STRIFE.search(text)
        fresh = thread.pair_age <= _FRESH
        if match and fresh and len(countries) == 1 and countries < {*thread.pair}:
            return Reference(thread.pair, match.group(), "the two sides of the conflict")
        return None


_TWO = 2
_SORTS = {
    "alliance": frozenset({"nato", "csto", "aukus", "anzus", "quad", "five-eyes"}),
    "union": frozenset({"eu", "african-union", "eaeu"}),
    "pact": frozenset({"nato", "csto", "aukus", "anzus", "usmca"}),
    "agreement": frozenset({"usmca", "cptpp", "rcep", "aukus"}),
    "treaty": frozenset({"usmca", "nato", "csto", "anzus"}),
}
"""Which blocs a common noun can mean; a noun that is not here can mean any."""


def _coupled(text: str, countries: list[Hit]) -> list[tuple[str, ...]]:
    """Return the pairs of countries that stand joined, but for those that end a longer list."""
    pairs, list_goes_on = [], False
    for one, other in pairwise(countries):
        joined = _COUPLED.fullmatch(text, one.end, other.start) is not None
        if joined and not list_goes_on and one.name.regions != other.name.regions:
            pairs.append((one.name.regions[0], other.name.regions[0]))
        list_goes_on = _LISTED.fullmatch(text, one.end, other.start) is not None
    return list(dict.fromkeys(pairs))


def _one(thread: Thread) -> tuple[str, ...]:
    """Return whom "it" is: who acted; where several did, the one that the report deals with."""
    if len(thread.subject) == 1:
        return thread.subject
    topic = thread.section if len(thread.section) == 1 else thread.title
    return topic if len(topic) == 1 else thread.subject[:1] or thread.before[:1]


def _within(match: re.Match[str], hits: Sequence[Hit]) -> tuple[str, ...]:
    """Return the regions named within the words of a match."""
    over = (hit for hit in hits if hit.start < match.end() and match.start() < hit.end)
    return tuple(region for hit in over for region in hit.name.regions)
