"""Whom a sentence means without naming them, by the words of its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.extraction.clause import Reference
from briefing.extraction.gazetteer import Hit
from briefing.extraction.languages.cues import Lists, anywhere, opening
from briefing.extraction.thread import Thread

_TWO = 2


@dataclass(frozen=True, slots=True)
class ReferenceReader:
    """Resolves "the two countries", "the country", "the region", "the Alliance" and "they"."""

    pair: re.Pattern[str]
    country: re.Pattern[str]
    area: re.Pattern[str]
    bloc: re.Pattern[str]
    pronoun: re.Pattern[str]

    @classmethod
    def of(cls, lists: Lists) -> ReferenceReader:
        """Return the reader with the lists of a language's table."""
        return cls(
            pair=anywhere(lists["pair"]),
            country=anywhere(lists["country"]),
            area=anywhere(lists["area"]),
            bloc=anywhere(lists["bloc"]),
            pronoun=opening(lists["pronouns"]),
        )

    def references(self, text: str, hits: Sequence[Hit], thread: Thread) -> list[Reference]:
        """Return what a sentence refers to, most telling words first."""
        return list(self._found(text, hits, thread))

    def _found(self, text: str, hits: Sequence[Hit], thread: Thread) -> Iterator[Reference]:
        named = {region for hit in hits for region in hit.name.regions}
        for pattern, meant, reason in _RULES:
            match = getattr(self, pattern).search(text)
            if match is None or any(hit.start <= match.end() for hit in hits):
                continue
            regions = meant(thread)
            if regions and not (pattern == "pair" and len(named) >= _TWO):
                yield Reference(regions, match["words"], reason, minor=pattern == "area")


def _acting(thread: Thread) -> tuple[str, ...]:
    return thread.subject or thread.before


def _country(thread: Thread) -> tuple[str, ...]:
    return (thread.country,) if thread.country else ()


def _last_bloc(thread: Thread) -> tuple[str, ...]:
    return tuple(thread.blocs[-1:])


_RULES: tuple[tuple[str, Callable[[Thread], tuple[str, ...]], str], ...] = (
    ("pair", lambda thread: thread.pair, "the two last spoken of"),
    ("bloc", _last_bloc, "the organisation last spoken of"),
    ("area", Thread.areas_meant, "the region last spoken of"),
    ("country", _country, "the country last spoken of"),
    ("pronoun", _acting, "who acted before"),
)
"""The list that is looked for, what it means, and the reason told."""
