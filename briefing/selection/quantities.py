"""How much or how many a sentence tells, and of what: ``about 2,000 soldiers`` is 2000 of "troops".

Takes plain words, gives numbers with their kind. A kind gathers the words for one thing; a number
of anything that is not in the table is passed over, for nobody could say what it counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOUNS = {
    "troops": "soldier soldiers troops servicemen paratroopers peacekeepers personnel fighters men",
    "tanks": "tanks",
    "aircraft": "aircraft planes jets warplanes",
    "drones": "drones uavs",
    "ships": "ships vessels warships",
    "missiles": "missiles rockets",
    "warheads": "warheads",
    "displaced": "refugees displaced evacuees",
    "dead": "dead deaths fatalities killed victims",
    "wounded": "wounded injured injuries",
    "captured": "prisoners captured hostages detainees",
    "seats": "seats deputies",
    "observers": "observers monitors",
    "barrels": "barrels bpd",
    "gas": "bcm",
    "tonnes": "tonnes tons",
    "kilometres": "km kilometres kilometers",
    "money": "dollars euros",
    "share": "% percent cent",
}
_KIND = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
NOUNS = frozenset(_KIND)
GENERAL = frozenset({"money", "share", "kilometres", "tonnes"})
"""Kinds that measure all sorts of things, so that much else must agree before two are compared."""

_TIMES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_BETWEEN = r"(?:[A-Z][\w-]+\s+|armed\s+|additional\s+|military\s+|combat\s+|internally\s+|of\s+)"
"""What may stand between a number and its noun: ``3,000 Russian soldiers``."""
_QUANTITY = re.compile(
    r"(?:\b(?P<bound>about|around|some|nearly|almost|roughly|approximately|more than|over|at least"
    r"|up to|less than|fewer than|under)\s+)?"
    r"(?P<money>[$€£]|US\$)?\s?(?<![\w.,-])(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?"
    rf"(?:\s*(?P<times>{'|'.join(_TIMES)}))?\s?"
    rf"(?P<noun>%|(?:(?:per\s+)?{_BETWEEN}{{0,2}}(?:{'|'.join(n for n in _KIND if n != '%')})\b))?",
)
YEAR = re.compile(r"(?<![\d.,$€£-])(?:19|20)\d\d(?![\d%]|[.,]\d|-)")
"""A year in figures; "the 2000-strong force" has none."""
_AT_LEAST = frozenset({"more than", "over", "at least"})
_AT_MOST = frozenset({"up to", "less than", "fewer than", "under", "nearly", "almost"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something."""

    kind: str
    number: float
    words: str
    """As the report has it."""
    bound: str = ""
    """What limits it, in small letters: ``about``, ``more than``; or empty."""

    def may_be(self, other: Quantity) -> bool:
        """Return whether both can be true at once: equal, or within what the other leaves open."""
        return self.number == other.number or self._allows(other) or other._allows(self)

    def _allows(self, other: Quantity) -> bool:
        if self.bound in _AT_LEAST:
            return other.number > self.number
        return self.bound in _AT_MOST and other.number < self.number


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of known things that a text gives, in its order."""
    return tuple(filter(None, map(_read, _QUANTITY.finditer(text))))


def years(text: str) -> tuple[str, ...]:
    """Return the years that a text gives, each once."""
    return tuple(dict.fromkeys(YEAR.findall(text)))


def _read(match: re.Match[str]) -> Quantity | None:
    noun = (match["noun"] or "").split()
    kind = "money" if match["money"] else _KIND.get(noun[-1], "") if noun else ""
    if not kind:
        return None
    number = float(match["number"].replace(",", "") + (match["part"] or ""))
    words = " ".join(match[0].split())
    bound = (match["bound"] or "").lower()
    return Quantity(kind, number * _TIMES.get(match["times"] or "", 1.0), words, bound)
