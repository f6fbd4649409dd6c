"""What each sentence is about, read in context: names weighed by their part, references resolved.

Takes the sentences of a report with their hits; gives for each its regions, most central first,
as evidence. A sentence that names and refers to nothing is about what the one before was; at the
beginning of a paragraph, about what its section is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeAlias

from briefing.extraction.carrying import carried_on, said_of_us
from briefing.extraction.clause import Reference
from briefing.extraction.gazetteer import Hit
from briefing.extraction.reference import references
from briefing.extraction.roles import Role, roles
from briefing.extraction.sentence import Sentence
from briefing.extraction.speech import speaking_for
from briefing.extraction.thread import Thread
from briefing.model import Evidence, Facet, Taxonomy, TextKind
from briefing.taxonomy import is_country


@dataclass(frozen=True, slots=True)
class Reading:
    """The rules of one language for what a sentence is about."""

    roles: Callable[[str, Sequence[Hit]], list[Role]]
    references: Callable[[str, Sequence[Hit], Thread], list[Reference]]


ReadingOf: TypeAlias = Callable[[Sentence], Reading]
_ENGLISH = Reading(roles, references)


def english(_sentence: Sentence) -> Reading:
    """Return the rules for English, whatever the sentence."""
    return _ENGLISH


_RUNNING = frozenset({TextKind.BODY, TextKind.QUESTION})
_WHOLES = ("baltic-states", "central-asia", "benelux", "visegrad", "nordic")
"""Sub-regions that are meant as a whole where all their members are named."""

_LEAGUE = re.compile(r"\b(?:alliance|pact|bloc|organi[sz]ation|union|grouping|format)\b", re.I)
"""Words that make the members of a bloc, all named, that bloc."""

_FEW = 2
"""From so many regions on, a sentence needs no further one from a vague reference."""

_ENOUGH = 3
"""From so many members on, naming them beside their group is a list of the group."""


class _Weighed(NamedTuple):
    """A region a sentence may be about."""

    region: str
    role: Role
    words: str
    reason: str


def read_about(
    sentences: Sequence[Sentence],
    hits: Sequence[list[Hit]],
    taxonomy: Taxonomy,
    reading: ReadingOf = english,
) -> list[list[Evidence]]:
    """Return for each sentence of a report what it is about, most central first, and why.

    ``reading`` gives the rules for a sentence's language.
    """
    thread = Thread(taxonomy, speaker=speaking_for(sentences, hits))
    return [
        _evidence(_of_sentence(sentence, found, thread, reading(sentence)))
        for sentence, found in zip(sentences, hits, strict=True)
    ]


def _evidence(chosen: Iterable[_Weighed]) -> list[Evidence]:
    return [Evidence(Facet.ABOUT, item.region, item.words, item.reason) for item in chosen]


def _of_sentence(
    sentence: Sentence, hits: list[Hit], thread: Thread, reading: Reading
) -> list[_Weighed]:
    named = list(_named(hits, reading.roles(sentence.text, hits), sentence.text))
    if sentence.kind in _RUNNING:
        referred = partial(reading.references, sentence.text, hits, thread)
        return _of_running_text(sentence, named, hits, thread, referred)
    chosen = _central(sentence.text, named, thread)
    if sentence.kind is TextKind.HEADING:
        regions = tuple(item.region for item in chosen)
        thread.open_section(sentence.text, regions)
        thread.take_in_names(sentence.text, hits, regions)
    return chosen


def _of_running_text(
    sentence: Sentence,
    named: list[_Weighed],
    hits: list[Hit],
    thread: Thread,
    refer: Callable[[], list[Reference]],
) -> list[_Weighed]:
    thread.enter(sentence.heading_path)
    thread.unnamed = 0 if hits else thread.unnamed + 1
    chosen = _chosen(sentence.text, named, refer(), thread)
    carried = not chosen
    chosen = _with_speaker(sentence.text, chosen or _carried(sentence, thread), thread)
    about = [item.region for item in chosen]
    acting = [item.region for item in chosen if item.role is Role.SUBJECT]
    thread.take_in(about, acting or _likely(about, thread), carried=carried)
    thread.take_in_names(sentence.text, hits, about)
    if sentence.kind is TextKind.QUESTION:
        thread.ask(tuple(about))
    return chosen


def _named(hits: list[Hit], roles_of: list[Role], text: str) -> Iterator[_Weighed]:
    for hit, role in zip(hits, roles_of, strict=True):
        for region in hit.name.regions:
            yield _Weighed(region, role, text[hit.start : hit.end], _REASONS[role])


_REASONS = {
    Role.SUBJECT: "subject",
    Role.CENTRAL: "named as what it deals with",
    Role.BACKGROUND: "named, as background",
    Role.VENUE: "named, as a place",
}


def _chosen(
    text: str, named: list[_Weighed], referred: list[Reference], thread: Thread
) -> list[_Weighed]:
    """Return what names and references make a sentence about; empty where there are none."""
    narrowed = {region for reference in referred for region in reference.replaces}
    named = [item for item in named if item.region not in narrowed]
    central = _central(text, named, thread, alone=not referred)
    counting = [ref for ref in referred if not ref.minor or len(central) < _FEW]
    meant = [
        _Weighed(region, Role.CENTRAL, reference.words, reference.reason)
        for reference in counting
        for region in reference.regions
    ]
    return _without_repeats([*central, *meant]) or _without_repeats(named)


def _central(
    text: str, named: list[_Weighed], thread: Thread, *, alone: bool = True
) -> list[_Weighed]:
    """Return the regions that count: the central ones, or where it stands alone, the best."""
    if not named:
        return []
    topics = thread.title if len(thread.title) == 1 else ()
    best = max(item.role for item in named)
    least = best if alone and best < Role.CENTRAL else Role.CENTRAL
    kept = [i for i in named if i.role >= least or (i.region in topics and i.role > Role.VENUE)]
    best_first = _without_repeats(sorted(kept, key=lambda item: -item.role))
    if len(best_first) < _ENOUGH:
        return best_first
    wholes = (*_WHOLES, *(thread.blocs if _LEAGUE.search(text) else ()))
    return _as_wholes(_without_listed(best_first, thread), wholes, thread)


def _without_listed(named: list[_Weighed], thread: Thread) -> list[_Weighed]:
    """Leave out countries that only list the members of a sub-region that is named too."""
    regions = {item.region for item in named}
    listed: set[str] = set()
    areas = [region for region in regions if thread.is_area(region)]
    for group in areas if len(regions) > _ENOUGH else ():
        members = regions & (thread.covers(group) - {group})
        listed |= members if len(members) >= _ENOUGH else set()
    return [item for item in named if item.region not in listed]


def _as_wholes(named: list[_Weighed], wholes: Iterable[str], thread: Thread) -> list[_Weighed]:
    """Put a small sub-region, or a bloc spoken of, in the place of all its members."""
    for whole in wholes if len(named) >= _ENOUGH else ():
        members = thread.covers(whole) - {whole}
        within = [item for item in named if item.region in members]
        if len(within) == len(members) >= _ENOUGH:
            words = ", ".join(item.words for item in within)
            one = _Weighed(whole, Role.CENTRAL, words, "all its members are named")
            named = [one, *(item for item in named if item not in within)]
    return named


def _without_repeats(items: Iterable[_Weighed]) -> list[_Weighed]:
    first: dict[str, _Weighed] = {}
    for item in items:
        first.setdefault(item.region, item)
    return list(first.values())


def _likely(about: list[str], thread: Thread) -> list[str]:
    """Return who acts where the words do not tell: of the countries, the one spoken of before."""
    countries = [region for region in about if is_country(region)]
    known = [region for region in countries if region in (*thread.section, *thread.subject)]
    return known[:1] or countries[:1] or about[:1]


def _with_speaker(text: str, chosen: list[_Weighed], thread: Thread) -> list[_Weighed]:
    """Add the country for which a speech is held, where it says "we" or "our" and names few."""
    words = said_of_us(text) if thread.speaker and chosen else ""
    if not words or len(chosen) > _FEW or any(i.region == thread.speaker for i in chosen):
        return chosen
    speaker = _Weighed(thread.speaker, Role.CENTRAL, words, "for whom the speaker speaks")
    return [*chosen, speaker]


def _carried(sentence: Sentence, thread: Thread) -> list[_Weighed]:
    regions = carried_on(sentence, thread)
    return [_Weighed(r, Role.CENTRAL, "", "carried on from before") for r in regions]
