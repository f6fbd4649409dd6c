"""How much or how many a sentence tells, and of what: ``about 2,000 soldiers`` is 2000 of "troops".

Takes plain words, gives numbers with their kind. A kind gathers the words for one thing; a number
of anything that is not in the table is passed over, for nobody could say what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NOUNS = {
    "troops": "soldier soldiers troops servicemen paratroopers peacekeepers personnel fighters men",
    "tanks": "tanks",
    "aircraft": "aircraft planes jets warplanes",
    "helicopters": "helicopters",
    "vehicles": "vehicles",
    "guns": "howitzers guns",
    "brigades": "brigades",
    "battalions": "battalions",
    "drones": "drones uavs",
    "ships": "ships vessels warships",
    "missiles": "missiles rockets",
    "warheads": "warheads",
    "displaced": "refugees displaced evacuees",
    "dead": "dead deaths fatalities killed victims",
    "wounded": "wounded injured injuries",
    "captured": "prisoners captured hostages detainees",
    "casualties": "casualties",
    "people": "people persons civilians inhabitants citizens residents migrants",
    "protesters": "protesters demonstrators",
    "villages": "villages",
    "jobs": "jobs",
    "votes": "votes",
    "seats": "seats deputies",
    "observers": "observers monitors",
    "barrels": "barrels bpd",
    "gas": "bcm metres meters",
    "watts": "megawatts gigawatts mw gw",
    "hectares": "hectares",
    "tonnes": "tonnes tons",
    "kilometres": "km kilometres kilometers",
    "miles": "miles",
    "dollars": "dollars dollar usd",
    "euros": "euros euro eur",
    "pounds": "pounds gbp",
    "roubles": "roubles rubles rouble ruble",
    "share": "% percent cent",
}
_KIND = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
NOUNS = frozenset(_KIND)
GENERAL = frozenset(
    "area dollars euros gas hectares kilometres miles people pounds roubles share tonnes"
    " watts".split()
)
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
_SIGNS = {"$": "dollars", "€": "euros", "£": "pounds"}
_UNITS = {"bcm": 1e9, "megawatts": 1e6, "mw": 1e6, "gigawatts": 1e9, "gw": 1e9}
"""What a unit makes of its number, so that all of a kind are counted in the same."""
_PEOPLES = (
    r"[A-Z]\w+(?:ians|icans|eans|anis)|Afghans|Germans|Iraqis|Israelis|Kazakhs|Kurds|Poles|Serbs"
    r"|Tajiks|Turks|Uzbeks"
)
"""Names of nations, as people are counted by: ``700,000 Russians``."""
_BETWEEN = (
    r"(?:[A-Z][\w-]+\s+|armed\s+|additional\s+|military\s+|combat\s+|internally\s+|of\s+|square\s+|sq\.?\s+"
    r"|cubic\s+)"
)
"""What may stand between a number and its noun: ``3,000 Russian soldiers``."""
_QUANTITY = re.compile(
    r"(?:\b(?P<bound>(?i:about|around|some|nearly|almost|roughly|approximately|more than|over"
    r"|at least|up to|less than|fewer than|under))\s+)?"
    r"(?P<money>[$€£]|US\$)?\s?(?<![\w.,-])(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?"
    rf"(?:\s*(?P<times>{'|'.join(_TIMES)}))?\s?"
    rf"(?P<noun>%|(?:(?:per\s+)?{_BETWEEN}{{0,2}}"
    rf"(?:(?i:{'|'.join(n for n in _KIND if n != '%')})|(?P<people>{_PEOPLES}))\b))?",
)
_LOWER = re.compile(
    r"\s?(?:to|or|[-–—])\s?(?:US)?[$€£]?\d|(?<=\w)\sand\s(?:US)?[$€£]?\d", re.IGNORECASE
)
"""What follows the lower end of a range; ``and`` only after ``between``."""
_UPPER = re.compile(
    rf"(?:\d\s?(?:(?:{'|'.join(_TIMES)})\s)?(?:to|or|[-–—])|\bbetween\s[^.;]{{1,20}}\sand)"
    r"\s?(?:US)?[$€£]?$",
    re.IGNORECASE,
)
"""What stands before the upper end; no single number can be told of either."""
YEAR = re.compile(r"(?<![\d.,$€£-])(?:19|20)\d\d(?![\d%]|[.,]\d|-)")
"""A year in figures; "the 2000-strong force" has none."""
_LOWER_END = re.compile(
    r"(?P<between>\bbetween\s+)?(?:US)?[$€£]?\s?(?<![\w.,-])"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:\s?(?P<times>{'|'.join(_TIMES)})\b)?(?:\s?(?:%|per\s?cent))?"
    r"\s?(?:to|or|[-–—]|(?(between)and|to))\s?$",
    re.IGNORECASE,
)
"""A number just before another, as the lower end of a range stands before the upper."""
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)
"""What stands before a change rather than a range: it fell from 20 to 10 per cent."""
_REACH = 40
"""Characters before a number in which the lower end of its range stands."""
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
    least: float | None = None
    """The lower end, where a range is told: ``number`` is its upper end."""

    def may_be(self, other: Quantity) -> bool:
        """Return whether both can be true at once: equal, or within what the other leaves open."""
        return self.number == other.number or self._allows(other) or other._allows(self)

    def _allows(self, other: Quantity) -> bool:
        if self.bound in _AT_LEAST:
            return other.number > self.number
        return self.bound in _AT_MOST and other.number < self.number


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of known things that a text gives, in its order; no ends of ranges."""
    found = ((match, _read(match)) for match in _QUANTITY.finditer(text))
    return tuple(one for match, one in found if one and not _ends_range(text, match))


def ranges(text: str) -> tuple[Quantity, ...]:
    """Return the ranges that a text gives, in its order: ``between 1,500 and 2,000 soldiers``."""
    found = ((match, _read(match)) for match in _QUANTITY.finditer(text))
    whole = (_whole_range(text, match, one) for match, one in found if one)
    return tuple(one for one in whole if one)


def _whole_range(text: str, match: re.Match[str], upper: Quantity) -> Quantity | None:
    """Return the range of which a number is the upper end; None where it is none."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    lower = _LOWER_END.search(before)
    if not lower or _FROM.search(before, 0, lower.start()):
        return None
    number = float(match["number"].replace(",", "") + (match["part"] or ""))
    scale = upper.number / number if number else 1.0
    if lower["times"]:
        scale = _TIMES[lower["times"]]
    least = float(lower["number"].replace(",", "")) * scale
    words = " ".join((lower[0] + match[0]).split())
    return Quantity(upper.kind, upper.number, words, least=least) if least < upper.number else None


def _ends_range(text: str, match: re.Match[str]) -> bool:
    """Return whether a number is the lower or upper end of a range."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    after = _LOWER.match(text, match.start() + len(match[0].rstrip()))
    if after and (" and " not in after[0] or before.rstrip().lower().endswith("between")):
        return True
    return _UPPER.search(before) is not None


def years(text: str) -> tuple[str, ...]:
    """Return the years that a text gives, each once."""
    return tuple(dict.fromkeys(YEAR.findall(text)))


def _read(match: re.Match[str]) -> Quantity | None:
    noun = (match["noun"] or "").casefold().split()
    kind = _kind(match, noun)
    if not kind:
        return None
    number = float(match["number"].replace(",", "") + (match["part"] or ""))
    times = _TIMES.get(match["times"] or "", 1.0) * _UNITS.get(noun[-1] if noun else "", 1.0)
    return Quantity(
        kind, number * times, " ".join(match[0].split()), (match["bound"] or "").lower()
    )


def _kind(match: re.Match[str], noun: Sequence[str]) -> str:
    """Return what a number counts; empty where it is nothing in the table."""
    if match["money"]:
        return _SIGNS[match["money"][-1]]
    if not noun or match["people"]:
        return "people" if match["people"] else ""
    kind = _KIND[noun[-1]]
    if noun[-1] in ("metres", "meters"):
        return kind if "cubic" in noun else ""
    return "area" if kind == "kilometres" and noun[0] in ("square", "sq", "sq.") else kind
