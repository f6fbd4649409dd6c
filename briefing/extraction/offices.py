"""Patterns of how reports introduce office-holders: "Kazakh President Tokayev" and its like."""

from __future__ import annotations

import re

_RANK = (
    r"(?:(?:[Ff]ormer|then|late|current|new|newly|elected|incoming|outgoing|interim|[Aa]cting"
    r"|[Dd]eputy|[Vv]ice|[Ff]irst|long-?time|ousted|de facto|top|chief|senior|[Ss]upreme|grand)"
    r"[\s-]+)*"
)
_MINISTRY = (
    r"(?:(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ff]inance|[Ee]conomy|[Ii]nterior|[Ee]nergy|[Oo]il"
    r"|[Tt]rade)\s+[Mm]inister|[Mm]inister(?:\s+(?:of|for)\s+[A-Z]?\w+(?:\s+(?:and\s+)?[A-Z]\w+)*)?"
    r"|[Ss]ecretary\s+of\s+(?:[Ss]tate|[Dd]efense|[Ww]ar|[Ee]nergy|[Cc]ommerce)"
    r"|[Ss]ecretary[\s-]+[Gg]eneral|(?:[Ff]oreign|[Dd]efen[cs]e)\s+[Ss]ecretary)"
)
_RULE = (
    r"(?:[Vv]ice[\s-]+[Pp]resident|[Pp]resident|[Pp]remier|[Cc]hancellor|[Ll]eader|[Rr]uler|[Dd]ictator"
    r"|[Cc]rown\s+[Pp]rince|[Pp]rince|[Kk]ing|[Qq]ueen|[Ss]ultan|[Ee]mir|[Mm]onarch|[Ss]trongman"
    r"|[Aa]yatollah|[Hh]ead\s+of\s+(?:[Ss]tate|[Gg]overnment)|[Ss]peaker|[Oo]pposition\s+leader)"
)
_SERVICE = (
    r"(?:[Aa]mbassador|[Nn]egotiator|[Ee]nvoy|[Ss]pokes(?:man|woman|person)|[Tt]op\s+diplomat|[Dd]iplomat"
    r"|[Ff]oreign\s+policy\s+chief|[Cc]hief\s+of\s+(?:[Ss]taff|[Gg]eneral\s+[Ss]taff))"
)
_OFFICE = f"(?:{_MINISTRY}|{_RULE}|{_SERVICE})"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_PERSON = (
    rf"(?:{_CAPITAL}[\w'-]*\w\.?|[A-Z]\.)(?:\s+(?:{_CAPITAL}[\w'-]+|[A-Z]\.|bin|bint|ibn|al|el"
    r"|de|da|dos|von|van|der|ul|al-\w+|el-\w+))*"
)

AFTER_ADJECTIVE = re.compile(rf"(?:'s|')?\s+{_RANK}{_OFFICE},?\s+(?P<name>{_PERSON})")
"""After a country: its office and the holder, "Kazakh President Tokayev"."""

APPOSITION = re.compile(rf"(?P<name>{_PERSON}),\s+(?:the\s+|an?\s+)?{_RANK}$")
"""Before a country: the holder, "Ararat Mirzoyan, the Armenian foreign minister"."""

OFFICE_NEXT = re.compile(rf"(?:'s|')?\s+{_RANK}{_OFFICE}\b")
"""After a country: an office."""

OF_COUNTRY_BEFORE = re.compile(rf"{_OFFICE}\s+(?P<name>{_PERSON})\s+of\s+(?:the\s+)?$")
"""Before a country: "President Emomali Rahmon of Tajikistan"."""

OFFICE_OF_BEFORE = re.compile(rf"{_OFFICE}\s+of\s+(?:the\s+)?$")
"""Before a country: "the foreign minister of Armenia"."""

NAME_NEXT = re.compile(rf",\s+(?P<name>{_PERSON})")
"""After that country: the holder's name."""

TITLED = re.compile(
    r"\b(?:President|Prime Minister|Premier|Chancellor|(?:Foreign|Defen[cs]e|Finance)"
    r" (?:Minister|Secretary)|Minister|Secretary of (?:State|Defense)|Secretary|Vice President"
    r"|Supreme Leader|Ayatollah|King|Sultan|Crown Prince|Emir|Taoiseach|Chairman|General Secretary"
    rf"|Mr\.|Mrs\.|Ms\.)\s+(?P<name>{_PERSON})"
)
"""A title in capitals and a name."""

TITLE_PARTS = ("resident", "inister", "Mr", "Secretary", "King", "Chancellor", "Leader", "Prince")
"""One of these stands in a sentence that ``TITLED`` may match; asked first, since it is quick."""

PARTICLES = frozenset(
    {"bin", "bint", "ibn", "al", "el", "de", "da", "dos", "von", "van", "der", "ul"}
)
