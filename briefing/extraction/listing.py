"""Which countries a sentence couples or lists: "Iran and Iraq", "Mali, Niger and Chad"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.extraction.gazetteer import Hit
from briefing.taxonomy import is_country

_TWO = 2
_COUPLED = re.compile(
    r"(?:\s*[-–—/&]\s*|,?\s+(?:and|with|or)\s+(?:the\s+|its\s+|his\s+)?|'s?\s+and\s+)"
)
_ENUMERATED = re.compile(r"(?:,|,?\s+and)\s+(?:the\s+)?")
_LISTED = re.compile(r",\s+(?:the\s+)?")


def coupled(text: str, countries: list[Hit]) -> list[tuple[str, ...]]:
    """Return the pairs of countries that stand joined, but for those that end a longer list."""
    pairs, list_goes_on = [], False
    for one, other in pairwise(countries):
        joined = _COUPLED.fullmatch(text, one.end, other.start) is not None
        if joined and not list_goes_on and one.name.regions != other.name.regions:
            pairs.append((one.name.regions[0], other.name.regions[0]))
        list_goes_on = _LISTED.fullmatch(text, one.end, other.start) is not None
    return list(dict.fromkeys(pairs))


def listed_together(text: str, hits: Sequence[Hit]) -> list[tuple[str, ...]]:
    """Return the lists of three and more countries in a sentence."""
    lists, run = [], list[str]()
    for number, hit in enumerate(hits):
        joined = number and _ENUMERATED.fullmatch(text, hits[number - 1].end, hit.start)
        if not joined:
            lists.append(run)
            run = []
        run = [*run, hit.name.regions[0]]
    return [
        tuple(dict.fromkeys(run))
        for run in (*lists, run)
        if len({*run}) > _TWO and all(map(is_country, run))
    ]
