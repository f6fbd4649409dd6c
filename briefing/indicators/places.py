"""Which country a table means: by ISO code or by name, as statistical offices write them."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import cache

from babel import Locale
from babel.core import get_global

from briefing.model import Taxonomy
from briefing.resources import assets
from briefing.taxonomy.tables import read_table

_NEAR = 0.8
_MOST_LIKENED = 40
_LANGUAGES = ("de", "fr", "es", "ru")
_OFFICIAL = {
    "bahamas the": "BS",
    "bolivia plurinational state of": "BO",
    "brunei darussalam": "BN",
    "china hong kong sar": "HK",
    "china macao sar": "MO",
    "congo": "CG",
    "congo dem rep": "CD",
    "congo rep": "CG",
    "congo democratic republic of the": "CD",
    "democratic people s republic of korea": "KP",
    "egypt arab rep": "EG",
    "gambia the": "GM",
    "hong kong sar china": "HK",
    "iran islamic rep": "IR",
    "iran islamic republic of": "IR",
    "korea": "KR",
    "korea dem people s rep": "KP",
    "korea rep": "KR",
    "korea republic of": "KR",
    "kyrgyz republic": "KG",
    "lao pdr": "LA",
    "lao people s democratic republic": "LA",
    "macao sar china": "MO",
    "micronesia fed sts": "FM",
    "moldova republic of": "MD",
    "republic of korea": "KR",
    "republic of moldova": "MD",
    "russian federation": "RU",
    "slovak republic": "SK",
    "somalia fed rep": "SO",
    "st kitts and nevis": "KN",
    "st lucia": "LC",
    "st martin french part": "MF",
    "st vincent and the grenadines": "VC",
    "syrian arab republic": "SY",
    "taiwan province of china": "TW",
    "tanzania united republic of": "TZ",
    "turkiye": "TR",
    "united states of america": "US",
    "united kingdom of great britain and northern ireland": "GB",
    "venezuela rb": "VE",
    "venezuela bolivarian republic of": "VE",
    "viet nam": "VN",
    "virgin islands u s": "VI",
    "west bank and gaza": "PS",
    "yemen rep": "YE",
    "el": "GR",  # Eurostat's
    "uk": "GB",
    "xkx": "XK",
    "eu27 2020": "eu",
    "euu": "eu",
}
"""Names of the World Bank, the UN, the IMF and Eurostat that Unicode's tables lack."""


class Places:
    """Finds the id of a region by what a table calls it."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._known = taxonomy.regions
        self._own = {_key(region.name): id_ for id_, region in taxonomy.regions.items()}
        self._near: dict[str, str] = {}
        self._own |= {_key(id_): id_ for id_ in taxonomy.regions}

    def find(self, name: str, code: str = "") -> str:
        """Return the id of a region by its code, else by its name; empty where none is known."""
        return (self._named(code) if code else "") or self._named(name)

    def differ(self, name: str, code: str) -> bool:
        """Return whether name and code are known and mean two regions."""
        named, coded = self._named(name) if name else "", self._named(code) if code else ""
        return bool(named and coded) and named != coded

    def near(self, name: str) -> str:
        """Return the name of the region that was probably meant, or nothing.

        It takes long: only the first names that are not known are likened to others.
        """
        if name not in self._near and len(self._near) < _MOST_LIKENED:
            names = {region.name.casefold(): region.name for region in self._known.values()}
            found = difflib.get_close_matches(name.casefold(), names, n=1, cutoff=_NEAR)
            self._near[name] = names[found[0]] if found else ""
        return self._near.get(name, "")

    def _named(self, words: str) -> str:
        key = _key(words)
        found = self._own.get(key) or _OFFICIAL.get(key) or _by_code(key) or _by_name(key)
        return found if found in self._known else ""


def _by_code(key: str) -> str:
    """Return the two letters for an ISO 3166-1 code of three letters or digits."""
    if len(key) != 3:
        return ""
    stands_for = get_global("territory_aliases").get(key.upper(), ())
    return str(stands_for[0]) if len(stands_for) == 1 else ""


def _by_name(key: str) -> str:
    return _names().get(key, "")


@cache
def _names() -> dict[str, str]:
    """Return the ids of countries by their names in several languages; English goes before."""
    found: dict[str, str] = {}
    for code, row in read_table(assets("taxonomy") / "countries.toml").items():
        for name in row.get("names", ()):
            found.setdefault(_key(name), code)
    for language in ("en", *_LANGUAGES):
        for code, name in Locale(language).territories.items():
            if len(code) == 2:
                found.setdefault(_key(str(name)), str(code))
    return found


@cache
def _key(name: str) -> str:
    """Return a name without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = re.sub(r"\W+", " ", plain.replace("_", " ")).split()
    return " ".join(words[1:] if words[:1] == ["the"] and words[1:] else words)
