"""How statistical offices write countries, where Unicode's tables do not: names, and groups."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NAMES = {
    "bahamas the": "BS",
    "bolivia plurinational state of": "BO",
    "bosnia and herz": "BA",
    "brunei darussalam": "BN",
    "china hong kong sar": "HK",
    "china hong kong special administrative region": "HK",
    "china macao sar": "MO",
    "china macao special administrative region": "MO",
    "china mainland": "CN",
    "congo": "CG",
    "congo dem rep": "CD",
    "congo dr": "CD",
    "congo rep": "CG",
    "congo democratic republic of the": "CD",
    "democratic people s republic of korea": "KP",
    "egypt arab rep": "EG",
    "falkland islands malvinas": "FK",
    "gambia the": "GM",
    "hong kong sar": "HK",
    "hong kong sar china": "HK",
    "iran islamic rep": "IR",
    "iran islamic republic of": "IR",
    "korea": "KR",
    "korea dem rep": "KP",
    "korea dem people s rep": "KP",
    "korea rep": "KR",
    "korea republic of": "KR",
    "kosovo un 1244": "XK",
    "kosovo unscr 1244": "XK",
    "kosovo under un security council resolution 1244 99": "XK",
    "kosovo under united nations security council resolution 1244 99": "XK",
    "kyrgyz republic": "KG",
    "lao p d r": "LA",
    "lao pdr": "LA",
    "lao people s democratic republic": "LA",
    "macao sar": "MO",
    "macao sar china": "MO",
    "macedonia fyr": "MK",
    "micronesia fed sts": "FM",
    "moldova republic of": "MD",
    "n korea": "KP",
    "republic of korea": "KR",
    "republic of moldova": "MD",
    "russian federation": "RU",
    "s korea": "KR",
    "s sudan": "SS",
    "sint maarten dutch part": "SX",
    "slovak republic": "SK",
    "somalia fed rep": "SO",
    "st kitts and nevis": "KN",
    "st lucia": "LC",
    "st martin french part": "MF",
    "st vincent and the grenadines": "VC",
    "syrian arab republic": "SY",
    "taiwan china": "TW",
    "taiwan province of china": "TW",
    "tanzania united republic of": "TZ",
    "tfyr macedonia": "MK",
    "turkiye": "TR",
    "united states of america": "US",
    "united kingdom of great britain and northern ireland": "GB",
    "venezuela rb": "VE",
    "venezuela bolivarian republic of": "VE",
    "viet nam": "VN",
    "virgin islands u s": "VI",
    "west bank and gaza": "PS",
    "yemen rep": "YE",
    "china p r mainland": "CN",
    "china p r hong kong": "HK",
    "china p r macao": "MO",
    "cote divoire": "CI",
    "elfenbeinkuste": "CI",
    "costa de marfil": "CI",
    "russische foderation": "RU",
    "federation de russie": "RU",
    "federacion de rusia": "RU",
    "россииская федерация": "RU",
    "weissrussland": "BY",
    "белоруссия": "BY",
    "moldau": "MD",
    "moldawien": "MD",
    "молдавия": "MD",
    "kirgistan": "KG",
    "kirghizistan": "KG",
    "кыргызстан": "KG",
    "tschechische republik": "CZ",
    "republique tcheque": "CZ",
    "republica checa": "CZ",
    "cesko": "CZ",
    "slowakische republik": "SK",
    "mazedonien": "MK",
    "bosnien herzegowina": "BA",
    "grossbritannien": "GB",
    "vereinigte staaten von amerika": "US",
    "etats unis d amerique": "US",
    "estados unidos de america": "US",
    "сша": "US",
    "birma": "MM",
    "demokratische republik kongo": "CD",
    "dem rep kongo": "CD",
    "rd congo": "CD",
    "republik korea": "KR",
    "coree republique de": "KR",
    "republique de coree": "KR",
    "el": "GR",  # Eurostat's
    "kosovo under unscr 1244": "XK",
    "kosovo under unscr 1244 99": "XK",
    "w sahara": "EH",
    "eq guinea": "GQ",
    "uk": "GB",
    "xkx": "XK",
    "ksv": "XK",
    "kos": "XK",
    "uvk": "XK",
    "rom": "RO",
    "wbg": "PS",
    "eu27": "eu",
    "eu 27": "eu",
    "eu27 2020": "eu",
    "eu 27 countries": "eu",
    "european union 27": "eu",
    "european union 27 countries": "eu",
    "european union 27 countries from 2020": "eu",
    "euu": "eu",
}
"""Names of the World Bank, the UN, the IMF, SIPRI and Eurostat, and such as are usual in languages
whose names Unicode has otherwise, as ``key_of`` gives them."""
PARTS = frozenset(
    "england|scotland|wales|northern ireland|ulster|zanzibar|tanganyika|tahiti|bonaire"
    "|sint eustatius|south georgia|antigua|barbuda|trinidad|tobago|nevis|bosnia|herzegovina"
    "|sao tome|ascension island|tristan da cunha|svalbard|jan mayen|grenadines|wake island"
    "|diego garcia|west germany|republic of vietnam|republic of viet nam|west".split("|")
)
"""What reports may name for a whole country: figures on it are not those of the country."""
_SHORT = {
    "republic": "rep",
    "democratic": "dem",
    "people": "peoples",
    "federal": "fed",
    "federated": "fed",
    "federation": "fed",
    "states": "sts",
    "plurinational": "plurin",
    "bolivarian": "boliv",
    "saint": "st",
    "islands": "is",
    "island": "is",
}
_LITTLE = frozenset({"of", "the", "and", "a"})
_STYLES = ("rep", "kingdom", "state")
_MARKS = re.compile(
    r"(?:\s*(?:\([0-9]\)|\[[a-z0-9]{1,2}\]|\s[0-9]{1,2}[)/]|[\u00b9\u00b2\u00b3\u2070-\u2079]"
    r"|\*|\u2020|\u2021))+$",
    re.IGNORECASE,
)
_GROUP = frozenset(
    "world global total all average mean median sum other others rest not classified unspecified"
    " africa asia europe america americas oceania pacific caribbean latin middle east west north"
    " south eastern western northern southern central sub saharan sahara australasia eurasia"
    " mediterranean baltic baltics balkans the of and or in from excluding including excl incl high"
    " low lower upper income developing developed development least less more emerging advanced"
    " industrial industrialized economies economy countries country area areas euro eurozone zone"
    " market markets states small large members member non oecd g7 g8 g20 brics brics+ asean opec"
    " nato eu ea ida ibrd union european arab gulf dividend demographic early late post pre fragile"
    " conflict affected situations heavily indebted poor hipc un classification only blend"
    " island islands region regions regional landlocked transition intermediate exporters"
    " exporting importing oil fuel nonfuel major commonwealth independent cis wb imf who sids"
    " ldc lldc".split()
)
_CODED = re.compile(r"(?:eu|ea|efta|euro area)\s?\d{0,2}(?:\s\d{4})?(?:\s.*)?")


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """Return a name without case, accents, punctuation and the marks of its notes."""
    plain = _MARKS.sub("", name.strip()) or name
    plain = unicodedata.normalize("NFKD", plain.replace("&", " and ")).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = re.sub(r"\W+", " ", plain.replace("_", " ")).split()
    return " ".join(words[1:] if words[:1] == ["the"] and words[1:] else words)


@lru_cache(maxsize=4096)
def words_of(key: str) -> frozenset[str]:
    """Return the words of a name that tell, shortened alike: in whatever order they stand."""
    words = key.replace("people s", "people").split()
    return frozenset(_SHORT.get(word, word) for word in words) - _LITTLE


def without_style(words: frozenset[str]) -> frozenset[str]:
    """Return the words of a name without ``republic``, ``kingdom`` or ``state``."""
    return words.difference(_STYLES)


def is_group(name: str) -> bool:
    """Return whether a name is that of many countries together, as statistics have them."""
    key = key_of(name)
    words = [word for word in key.split() if not word.isdecimal()]
    return bool(words) and (_CODED.fullmatch(key) is not None or _GROUP.issuperset(words))
