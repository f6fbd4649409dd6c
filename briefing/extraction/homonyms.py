"""Names that stand for something else by the words around them: a language, a quarter of the sky.

Takes a sentence and a hit of the gazetteer; tells which of the two readings holds.
"""

from __future__ import annotations

import re
from collections.abc import Container

from briefing.extraction.gazetteer import Hit, NameKind

NEXT_WORD = re.compile(r"\s+([^\W\d_][\w'-]*)")
_WEST_BEFORE = re.compile(
    r"(?:\b(?:and|between|against|from|with|to|by|versus|vs\.?|towards?|East|beyond)(?:\s+the)?\s+|[-–/])$"
)
_BRUSSELS_PLACE_BEFORE = re.compile(r"\b(?:in|at|outside|near|around|leaving|central)\s+$")
_BRUSSELS_PLACE_NEXT = re.compile(
    r"(?:-based|\s+(?:summit|meeting|airport|attacks?|bombings?|declaration|headquarters|conference))"
)
_LANGUAGES = re.compile(
    r"\b(?:in|into|from|speaks?|spoke|spoken|speaking|fluent|learn(?:s|ing|ed)?|taught|teach(?:es)?)\s+"
    r"(?:(?:fluent|both|broken|good|only)\s+)?"
    r"(?P<languages>[A-Z]\w+(?:(?:,\s+|,?\s+(?:and|or)\s+)[A-Z]\w+)*)"
    r"(?=[.,;:!?)\"”]|$|\s+(?:at|with|by|to|as|since|only|alone|but|than|rather|for)\b)"
)
"""Languages that stand by themselves: ``in English and French``; not ``in French schools``."""
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.'-]*)\s$")
_ANOTHER_ONE = re.compile(r"\s+(?:[Pp]arty\b|of\s+[A-Z]|of\s+the\s+[A-Z])")
"""After "Congress": another one than that of the United States, or a party."""
_AFTER_LANGUAGE = frozenset(
    ",and,or,at,with,by,to,as,since,only,alone,but,than,rather,for".split(",")
)


def is_language(text: str, hit: Hit) -> bool:
    """Whether an adjective stands for the language: ``She speaks French and Arabic``."""
    if hit.name.kind is not NameKind.ADJECTIVE or next_word(text, hit) not in _AFTER_LANGUAGE:
        return False
    return any(
        match.start("languages") <= hit.start and hit.end <= match.end("languages")
        for match in _LANGUAGES.finditer(text)
    )


def next_word(text: str, hit: Hit) -> str:
    """Return the word that follows a name after a space; nothing where a mark does."""
    match = NEXT_WORD.match(text, hit.end)
    return match[1] if match else ""


def names_the_west(text: str, hit: Hit) -> bool:
    """``East and West``, ``anti-West``; not ``West Jakarta`` or ``heading West of it``."""
    following = next_word(text, hit)
    if following[:1].isupper() and following not in {"East", "And"}:
        return False
    before = text[max(0, hit.start - 20) : hit.start]
    return bool(_WEST_BEFORE.search(before)) or following == "and"


def is_no_quarter(text: str, hit: Hit) -> bool:
    """Tell ``the West`` and ``the Gulf`` from ``the west of`` and ``the Gulf Stream``."""
    following = next_word(text, hit)
    return following != "of" and not (following[:1].isupper() and following != "East")


def is_city_of_brussels(text: str, hit: Hit) -> bool:
    """Tell the city from the Union and the Alliance that sit there."""
    before = text[max(0, hit.start - 12) : hit.start]
    return bool(_BRUSSELS_PLACE_BEFORE.search(before) or _BRUSSELS_PLACE_NEXT.match(text, hit.end))


def is_unqualified(text: str, hit: Hit, starts: Container[int]) -> bool:
    """Tell ``Congress`` alone from ``Mexico's Congress`` and ``the Indian National Congress``.

    ``starts`` are the characters where names of regions begin.
    """
    if _ANOTHER_ONE.match(text, hit.end):
        return False
    before = _WORD_BEFORE.search(text, max(0, hit.start - 24), hit.start)
    if before is None or not before[1][0].isupper():
        return True
    return before.start(1) == 0 and 0 not in starts
