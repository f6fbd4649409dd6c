"""Search a finished file for what was left out of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.model.desk import NOTHING_FOUND
from briefing.releasing.headings import headings_in
from briefing.releasing.needles import Needles
from briefing.releasing.readings import Readings
from briefing.wording import listed, plural

_COUNTED = {"page": "page", "stream": "stream", "part": "part", "attachment": "attachment"}


@dataclass(frozen=True, slots=True)
class Find:
    """Something that was left out, and is there all the same."""

    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched, and what was found."""

    counts: tuple[tuple[str, int], ...]
    """How many pages, streams, parts and the like were opened."""
    texts: int
    needles: int
    finds: tuple[Find, ...]

    @property
    def sentence(self) -> str:
        """What was searched in words: ``searched 214 streams for 7 passages: nothing found``."""
        opened = [plural(number, _COUNTED[kind]) for kind, number in self.counts if number]
        what = listed(opened) or "the file"
        found = f"{len(self.finds)} found" if self.finds else NOTHING_FOUND
        return f"Searched {what} for {plural(self.needles, 'thing')} left out: {found}."


def search(data: bytes, name: str, needles: Needles) -> Searched:
    """Return what a file holds of what was left out; each thing is told where it is found first."""
    readings = Readings(accents=needles.beyond_ascii, wide=needles.beyond_latin)
    headings = cache(lambda: headings_in(data))
    finds: dict[str, Find] = {}
    seen: set[str | bytes] = set()
    for what in sorted(needles.within_name(name)):
        finds[what] = Find(what, "its name")
    for where, text in readings.of(data, name):
        if text not in seen:
            seen.add(text)
            for what in sorted(needles.within(text, headings)):
                finds.setdefault(what, Find(what, where))
    counts = tuple((kind, readings.counts[kind]) for kind in _COUNTED)
    return Searched(counts, len(seen), needles.count, tuple(finds.values()))
