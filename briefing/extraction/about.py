"""What each sentence is about, read in context: names weighed by their part, references resolved.

Takes the sentences of a report with their hits; gives for each its regions, most central first,
and the evidence. A sentence that names and refers to nothing is about what the one before was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.extraction.gazetteer import Hit
from briefing.extraction.reference import Reference, References, Thread
from briefing.extraction.roles import Role, roles
from briefing.extraction.sentence import Sentence
from briefing.model import Evidence, Facet, Region, TextKind

_RUNNING = frozenset({TextKind.BODY, TextKind.QUESTION})
_WHOLES = ("baltic-states", "central-asia", "benelux", "visegrad", "nordic")
"""Sub-regions that are meant as a whole where all their members are named."""

_COUNTRY_CODE = 2

_FEW = 2
"""From so many regions on, a sentence needs no further one from a vague reference."""

_MOST_CARRIED = 3
_ENOUGH = 3
"""From so many members on, naming them beside their group is a list of the group."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A region a sentence may be about."""

    region: str
    role: Role
    words: str
    reason: str


class AboutReader:
    """Reads what sentences are about."""

    def __init__(self, regions: dict[str, Region]) -> None:
        self._regions = regions
        self._references = References(regions)

    def read(
        self, sentences: Sequence[Sentence], hits: Sequence[list[Hit]]
    ) -> list[list[Evidence]]:
        """Return for each sentence what it is about, most central first, as evidence."""
        thread = Thread()
        return [
            self._of_sentence(sentence, found, thread)
            for sentence, found in zip(sentences, hits, strict=True)
        ]

    def _of_sentence(self, sentence: Sentence, hits: list[Hit], thread: Thread) -> list[Evidence]:
        if sentence.kind is TextKind.HEADING:
            return self._of_heading(sentence, hits, thread)
        named = list(_named(sentence.text, hits, roles(sentence.text, hits)))
        if sentence.kind not in _RUNNING:
            return _evidence(self._central(named, thread))
        references = self._references.find(sentence.text, hits, thread)
        chosen = self._chosen(named, references, thread) or _carried(thread, sentence.opens_block)
        self._note(chosen, thread)
        about = [item.region for item in chosen]
        self._references.note_pair(sentence.text, hits, about, thread)
        if sentence.kind is TextKind.QUESTION:
            thread.section = tuple(item.region for item in chosen)
        return _evidence(chosen)

    def _of_heading(self, sentence: Sentence, hits: list[Hit], thread: Thread) -> list[Evidence]:
        named = list(_named(sentence.text, hits, roles(sentence.text, hits)))
        regions = tuple(dict.fromkeys(item.region for item in self._central(named, thread)))
        if not thread.title:
            thread.title = regions
        thread.section = regions or thread.section
        if regions:
            self._references.note(regions, regions, thread)
            self._references.note_pair(sentence.text, hits, regions, thread)
        return _evidence(self._central(named, thread))

    def _chosen(
        self, named: list[_Weighed], references: list[Reference], thread: Thread
    ) -> list[_Weighed]:
        narrowed = {region for reference in references for region in reference.replaces}
        named = [item for item in named if item.region not in narrowed]
        central = self._central(named, thread, alone=not references)
        counting = [ref for ref in references if not ref.minor or len(central) < _FEW]
        referred = [
            _Weighed(region, Role.CENTRAL, reference.words, reference.reason)
            for reference in counting
            for region in reference.regions
        ]
        chosen = _without_repeats([*central, *referred])
        return chosen or _without_repeats(named)

    def _central(self, named: list[_Weighed], thread: Thread, alone: bool = True) -> list[_Weighed]:
        """Return the regions that count: the central ones, or the best there are."""
        topics = thread.title if len(thread.title) == 1 else ()
        best = max((item.role for item in named), default=Role.CENTRAL)
        least = Role.CENTRAL if best >= Role.CENTRAL or not alone else best
        kept = [i for i in named if i.role >= least or (i.region in topics and i.role > Role.VENUE)]
        best_first = _without_repeats(sorted(kept, key=lambda item: -item.role))
        return self._as_wholes(self._without_listed(best_first), thread)

    def _as_wholes(self, named: list[_Weighed], thread: Thread) -> list[_Weighed]:
        """Put a small sub-region, or a bloc spoken of, in the place of all its members."""
        regions = {item.region for item in named}
        for whole in (*_WHOLES, *thread.blocs) if len(regions) >= _ENOUGH else ():
            members = {*self._regions[whole].members} if whole in self._regions else {whole}
            if _ENOUGH <= len(members) and members <= regions:
                words = ", ".join(item.words for item in named if item.region in members)
                one = _Weighed(whole, Role.CENTRAL, words, "all its members are named")
                named = [one, *(item for item in named if item.region not in members)]
        return named

    def _without_listed(self, named: list[_Weighed]) -> list[_Weighed]:
        """Leave out countries that only list the members of a group that is named too."""
        regions = {item.region for item in named}
        listed: set[str] = set()
        for region in regions:
            members = (
                regions & {*self._regions[region].members} if region in self._regions else set()
            )
            listed |= members if len(members) >= _ENOUGH else set()
        return [item for item in named if item.region not in listed]

    def _note(self, chosen: list[_Weighed], thread: Thread) -> None:
        about = [item.region for item in chosen]
        acting = [item.region for item in chosen if item.role is Role.SUBJECT]
        self._references.note(about, acting or _likely(about, thread), thread)


def _named(text: str, hits: list[Hit], played: list[Role]) -> Iterator[_Weighed]:
    for hit, role in zip(hits, played, strict=True):
        for region in hit.name.regions:
            yield _Weighed(region, role, text[hit.start : hit.end], _REASONS[role])


_REASONS = {
    Role.SUBJECT: "subject",
    Role.CENTRAL: "named as what it deals with",
    Role.BACKGROUND: "named, as background",
    Role.VENUE: "named, as a place",
}


def _without_repeats(items: list[_Weighed]) -> list[_Weighed]:
    return list({item.region: item for item in reversed(items)}.values())[::-1]


def _likely(about: list[str], thread: Thread) -> list[str]:
    """Return who acts where the words do not tell: of the countries, the one spoken of before."""
    countries = [region for region in about if len(region) == _COUNTRY_CODE]
    known = [region for region in countries if region in (*thread.section, *thread.subject)]
    return known[:1] or countries[:1] or about[:1]


def _carried(thread: Thread, opens: bool) -> list[_Weighed]:
    """Return what the sentence before was about; at a new paragraph, what the section is about."""
    topic = thread.section or thread.title
    regions = (topic if opens and topic else thread.before or topic)[:_MOST_CARRIED]
    return [_Weighed(r, Role.CENTRAL, "", "carried on from before") for r in regions]


def _evidence(chosen: list[_Weighed]) -> list[Evidence]:
    return [Evidence(Facet.ABOUT, item.region, item.words, item.reason) for item in chosen]
