"""What definite descriptions mean: "the two countries", "the region", "the Alliance".

Takes a sentence and the thread of the report before it; gives the regions that each description
refers to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from briefing.extraction import reference_words as words
from briefing.extraction.clause import Clause, Reference
from briefing.extraction.gazetteer import Hit
from briefing.extraction.guarded import Cue
from briefing.extraction.thread import Thread
from briefing.taxonomy import is_country

_TWO = 2
_NAMED_SOON = 12
"""Characters after "the president" within which a name says whose president it is."""

_Described: TypeAlias = Callable[[re.Match[str], Thread], Reference | None]


def described(sentence: Clause, thread: Thread) -> Iterator[Reference]:
    """Yield what definite descriptions mean, such as "the two countries" or "the region"."""
    if _NEEDED.isdisjoint(sentence.words):
        return
    for cue, rule in _DESCRIPTIONS:
        match = cue.search(sentence.text, sentence.words)
        reference = rule(match, thread) if match else None
        if match and reference and not _is_within_sentence(rule, match, sentence.hits):
            within = _within(match, sentence.hits)
            if not within or _narrows(reference, within, thread):
                yield replace(reference, replaces=within)
    match = words.COUNTRY.search(sentence.text, sentence.words)
    if match and not _is_explained(match, sentence):
        country = thread.country_meant(words.plain_noun(match["noun"]))
        if country:
            yield Reference((country,), match.group(), "the country last spoken of")


def _is_explained(match: re.Match[str], sentence: Clause) -> bool:
    """Whether a name before or soon after says whose president "the president" is."""
    return any(hit.start < match.end() + _NAMED_SOON for hit in sentence.hits[:1])


def _is_within_sentence(rule: _Described, match: re.Match[str], hits: Sequence[Hit]) -> bool:
    """Whether a description means what its own sentence names."""
    if rule is _bloc:
        return any(not is_country(region) for hit in hits[:1] for region in hit.name.regions)
    before = {region for hit in hits if hit.end <= match.start() for region in hit.name.regions}
    return rule in (_pair, _ordinal) and len(before) >= _TWO


def _within(match: re.Match[str], hits: Sequence[Hit]) -> tuple[str, ...]:
    """Return the regions named within the words of a match."""
    over = (hit for hit in hits if hit.start < match.end() and match.start() < hit.end)
    return tuple(region for hit in over for region in hit.name.regions)


def _narrows(reference: Reference, within: tuple[str, ...], thread: Thread) -> bool:
    """Whether the regions referred to are members of the one that the words name."""
    covered = {member for region in within for member in thread.covers(region)}
    return covered.issuperset(reference.regions) and not {*within} & {*reference.regions}


def _pair(match: re.Match[str], thread: Thread) -> Reference | None:
    if not thread.pair:
        return None
    return Reference(thread.pair, match.group(), "the two last spoken of")


def _bloc(match: re.Match[str], thread: Thread) -> Reference | None:
    sort = (match["sort"] or "alliance").lower()
    kinds = words.SORTS.get(sort, frozenset(thread.blocs))
    fitting = [bloc for bloc in thread.blocs if bloc in kinds]
    if not fitting and "Alliance" in match.group():
        return Reference(("nato",), match.group(), "the Atlantic Alliance, no other being named")
    if not fitting:
        return None
    return Reference((fitting[-1],), match.group(), "the organisation last spoken of")


def _area(match: re.Match[str], thread: Thread) -> Reference | None:
    areas = thread.areas_meant()
    if not areas:
        return None
    return Reference(areas, match.group(), "the region last spoken of", minor=True)


def _states(match: re.Match[str], thread: Thread) -> Reference | None:
    count = words.NUMBERS.get((match["count"] or match["all"] or "").lower(), 0)
    if named := thread.group_of(count):
        return Reference(named, match.group(), "those last listed, as many as that")
    if match["all"]:
        return None
    countries = {region for region in thread.before if is_country(region)}
    areas = tuple(region for region in thread.before if thread.is_area(region))
    regions = areas[:2] or (thread.pair if {*thread.pair} == countries else ())
    regions = regions or thread.areas_meant()
    if not regions:
        return None
    return Reference(regions, match.group(), "the states spoken of before")


def _ordinal(match: re.Match[str], thread: Thread) -> Reference | None:
    if len(thread.order) != _TWO:
        return None
    one = thread.order[:1] if match["first"] else thread.order[1:]
    return Reference(one, match.group(), "the one or the other of two named before")


_DESCRIPTIONS: tuple[tuple[Cue, _Described], ...] = (
    (words.ORDINAL, _ordinal),
    (words.PAIR, _pair),
    (words.BLOC, _bloc),
    (words.AREA, _area),
    (words.STATES, _states),
)
_NEEDED = words.COUNTRY.needs.union(*(cue.needs for cue, _ in _DESCRIPTIONS))
"""Without one of these words a sentence describes nobody."""
