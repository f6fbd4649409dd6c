"""Which of the names found in a sentence name a region there.

Takes the hits of the gazetteer and the text around them; gives those that hold. A name may be a
person's ("Jordan Peterson"), a language ("in English"), a direction ("the west bank"), currency
("US$"), or mean another place in this report (Georgia the state).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from briefing.extraction.gazetteer import Hit, Name, NameKind
from briefing.extraction.homonyms import (
    NEXT_WORD,
    is_city_of_brussels,
    is_language,
    is_no_quarter,
    is_unqualified,
    names_the_west,
    next_word,
)

_WORD_BEFORE = re.compile(r"([^\W\d_][\w.'-]*)\W*$")
_NO_WORD = re.compile(r"\W")
_UNION = Name("Brussels", ("eu",), NameKind.SHORT, "the Union, by its seat")
_NAMED_BY_PEOPLE = frozenset({NameKind.COUNTRY, NameKind.CAPITAL, NameKind.CITY, NameKind.AREA})


@dataclass(frozen=True, slots=True)
class Persons:
    """Which names people bear, and the first names that show it."""

    names: frozenset[str]
    first_names: frozenset[str]
    institutions: frozenset[str]
    """Words that may follow the name of a country without making it a person's."""


@dataclass(frozen=True, slots=True)
class NextWords:
    """What a word that follows a doubtful one makes of it."""

    direction: frozenset[str]
    """After "Western": a part of somewhere."""
    western: frozenset[str]
    """After "western": the West."""
    language: frozenset[str]
    """After "English": the language."""


class Witnesses:
    """Words of which each that a text holds speaks for one reading of a name."""

    def __init__(self, words: Sequence[str]) -> None:
        """Take the words as they begin; any ending may follow."""
        self._automaton = AhoCorasick(list(words))

    def count(self, text: str) -> int:
        """Return how many stand in a text, none over another, the longest of each place."""
        count = reached = 0
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for start, minus_end in sorted((start, -end) for _, start, end in found):
            if start >= reached and (not start or _NO_WORD.match(text, start - 1)):
                count, reached = count + 1, -minus_end
        return count


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A name that in some reports means another region than usually."""

    names: frozenset[str]
    instead: tuple[str, ...]
    speaks_for: Witnesses
    speaks_against: Witnesses

    def leaning(self, text: str) -> int:
        """Return how much a text speaks for the other region: above 0 for it, below against."""
        return self.speaks_for.count(text) - self.speaks_against.count(text)


class ReportReadings:
    """What one report as a whole means by doubtful names: found when first asked, then kept."""

    def __init__(self, report: str) -> None:
        self._report = report
        self._known: dict[frozenset[str], bool] = {}

    def means_other(self, doubtful: Doubtful) -> bool:
        """Whether the report speaks for the other region rather than for the usual one."""
        if doubtful.names not in self._known:
            self._known[doubtful.names] = doubtful.leaning(self._report) > 0
        return self._known[doubtful.names]


class MentionFilter:
    """Keeps the hits that name a region where they stand."""

    def __init__(self, persons: Persons, following: NextWords, doubtful: list[Doubtful]) -> None:
        self._persons = persons
        self._next = following
        self._doubtful = {name: entry for entry in doubtful for name in entry.names}
        self._checks: dict[str, Callable[[str, Hit], bool]] = {
            "West": names_the_west,
            "Western": self._is_western,
            "western": self._is_western_lower,
            "English": self._is_no_language,
            "the West": is_no_quarter,
            "The West": is_no_quarter,
            "the Gulf": is_no_quarter,
            "The Gulf": is_no_quarter,
        }
        self._unqualified = frozenset({"Congress", "Democratic Party", "Republican Party"})

    def report_readings(self, texts: Sequence[str], hits: Sequence[list[Hit]]) -> ReportReadings:
        """Return what the report as a whole means by doubtful names, if it holds any."""
        doubtful = any(hit.name.text in self._doubtful for found in hits for hit in found)
        return ReportReadings("\n".join(texts) if doubtful else "")

    def kept(self, text: str, hits: Sequence[Hit], report: ReportReadings) -> list[Hit]:
        """Return the hits that name a region in the sentence.

        ``report`` has the ``report_readings``; they tell where the sentence itself does not.
        """
        if not hits:
            return []
        starts = {hit.start for hit in hits if hit.name.regions}
        read = (self._reading(text, hit, report) for hit in hits)
        return [hit for hit in read if hit.name.regions and self._holds(text, hit, starts)]

    def _reading(self, text: str, hit: Hit, report: ReportReadings) -> Hit:
        if hit.name.text == "Brussels" and not is_city_of_brussels(text, hit):
            return Hit(hit.start, hit.end, _UNION)
        doubtful = self._doubtful.get(hit.name.text)
        if doubtful is None:
            return hit
        leaning = doubtful.leaning(text)
        if leaning < 0 or (leaning == 0 and not report.means_other(doubtful)):
            return hit
        other = Name(hit.name.text, doubtful.instead, hit.name.kind)
        return Hit(hit.start, hit.end, other)

    def _holds(self, text: str, hit: Hit, starts: set[int]) -> bool:
        if text.startswith("$", hit.end) or is_language(text, hit):
            return False
        if hit.name.text in self._persons.names and self._is_person(text, hit, starts):
            return False
        if hit.name.text in self._unqualified and not is_unqualified(text, hit, starts):
            return False
        check = self._checks.get(hit.name.text)
        return check is None or check(text, hit)

    def _is_person(self, text: str, hit: Hit, starts: set[int]) -> bool:
        before = _WORD_BEFORE.search(text[max(0, hit.start - 24) : hit.start])
        if before and before[1] in self._persons.first_names and text[hit.start - 1] == " ":
            return True
        after = NEXT_WORD.match(text, hit.end)
        if after is None or hit.name.kind not in _NAMED_BY_PEOPLE:
            return False
        capital = after[1][0].isupper() and not after[1].isupper()
        return (
            capital and after.start(1) not in starts and after[1] not in self._persons.institutions
        )

    def _is_western(self, text: str, hit: Hit) -> bool:
        """``Western sanctions``, ``non-Western``; not ``Western parts``, ``Western Jakarta``."""
        if text.startswith("-", hit.end):
            return True
        following = next_word(text, hit)
        if hit.start == 0 and following not in self._next.western:
            return bool(following) and following.islower() and following not in self._next.direction
        return following not in self._next.direction and not following[:1].isupper()

    def _is_western_lower(self, text: str, hit: Hit) -> bool:
        following = next_word(text, hit)
        return (
            text.startswith(("-led", "-backed", "-style"), hit.end)
            or following in self._next.western
        )

    def _is_no_language(self, text: str, hit: Hit) -> bool:
        following = next_word(text, hit)
        after = text[hit.end : hit.end + 9]
        spoken = following in self._next.language or after.startswith(("-speaking", "-language"))
        return not (spoken or text[: hit.start].endswith(("in ", "into ", "of ", "to ")))
