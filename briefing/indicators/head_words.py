"""What the columns of a table are called: the names by which offices know them."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache


class Part(StrEnum):
    """What a column holds."""

    INDICATOR = "indicator"
    COUNTRY = "country"
    CODE = "country code"
    YEAR = "year"
    VALUE = "value"
    UNIT = "unit"
    SOURCE = "source"
    SCALE = "scale"
    WITHIN = "part of the year"


_NAMES = {
    Part.INDICATOR: "indicator|indicators|indicator name|series|series name|variable|measure"
    "|subject|subject descriptor|statistic|item|series title"
    "|indikator|indicateur|indicador|показатель",
    Part.COUNTRY: "country|country name|countries|country or area|country or territory"
    "|region/country/area|country or area name|country/economy|country/territory"
    "|country/economy/area|economy|economies|economy name|area"
    "|area name|entity|geo|geography|location|reference area|territory|region|state|nation|land"
    "|staat|pays|país|pais|paese|страна",
    Part.CODE: "country code|code|country iso|iso|iso2|iso3|iso 2|iso 3|iso code|iso2 code"
    "|iso3 code|country text id|m49 code"
    "|iso alpha 2|iso alpha 3|alpha 2|alpha 3|ref area|economy code|wb code|area code",
    Part.YEAR: "year|years|latest year|most recent year|year of data|survey year"
    "|date|period|time|time period|reference year|jahr|zeit|annee|année|an"
    "|año|ano|anno|год",
    Part.VALUE: "value|values|obs value|observation value|observation|amount|figure|data value"
    "|latest value|most recent value"
    "|wert|valeur|valor|valore|значение",
    Part.UNIT: "unit|units|unit of measure|unit measure|einheit|unité|unite|unidad|единица",
    Part.SOURCE: "source|sources|data source|source name|source organization"
    "|source organisation|quelle|fuente|fonte|источник",
    Part.SCALE: "scale|unit scale|multiplier|unit multiplier|unit mult|magnitude",
    Part.WITHIN: "month|quarter|week|half year|months|monat|quartal|mois|trimestre|mes|mese|месяц",
}
_VAGUE = frozenset("region|area|area name|territory|location|geo|geography|entity|state".split("|"))
"""Names of columns of countries that may as well hold parts of the world, beside such a column."""
_PASSED_OVER = frozenset(
    "indicator code|series code|subject code|weo subject code|weo country code|freq|frequency"
    "|obs status|observation status|status|flag|flags|footnote|footnotes|note|notes"
    "|time code|year code|period code|country id|domain code|element code|item code|obs flag"
    "|flag description|decimals|last update|structure|structure id|structure name|action"
    "|dataflow|topic|id|rank|comment".split("|")
)
"""Columns that are known to hold nothing that is wanted."""
_PART_OF = {name: part for part, names in _NAMES.items() for name in names.split("|")}
_CODE = re.compile(r"\s*\[[A-Z0-9][A-Z0-9._-]*\]$")
"""That of an indicator, as the World Bank sets it behind its name."""
LABELLED = (Part.INDICATOR, Part.UNIT)
"""Of which a code and words may stand side by side; the words are wanted."""


@lru_cache(maxsize=4096)
def part_of(name: str) -> Part | None:
    """Return what a column of this name holds, where that is known."""
    return _PART_OF.get(_key(name))


def is_vague(name: str) -> bool:
    """Return whether a column of this name may hold countries or groups of them."""
    return _key(name) in _VAGUE


def is_passed_over(name: str) -> bool:
    """Return whether a column is known to hold nothing that is wanted."""
    return _key(name) in _PASSED_OVER


def without_code(name: str) -> str:
    """Return the name of an indicator without the code behind it."""
    return _CODE.sub("", name)


def _key(name: str) -> str:
    """Return the name of a column without case, punctuation and what stands in brackets."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    plain = re.sub(r"\(.*?\)|\[.*?\]|\\.*$|\.label$", " ", plain)
    return " ".join(re.sub(r"[_.\-:*]+", " ", plain).split())
