"""Which column of a table holds what, found by the names in its head."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from briefing.errors import ImportFailure
from briefing.indicators.grids import Cell, Row, cell_text
from briefing.indicators.years import time_of
from briefing.wording import listed

_LOOKED_AT = 30
"""Rows at the top of a table in which its head may stand."""


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
    Part.YEAR: "year|years|date|period|time|time period|reference year|jahr|zeit|annee|année|an"
    "|año|ano|anno|год",
    Part.VALUE: "value|values|obs value|observation value|observation|amount|figure|data value"
    "|wert|valeur|valor|valore|значение",
    Part.UNIT: "unit|units|unit of measure|unit measure|einheit|unité|unite|unidad|единица",
    Part.SOURCE: "source|sources|data source|source name|source organization"
    "|source organisation|quelle|fuente|fonte|источник",
    Part.SCALE: "scale|unit scale|multiplier|unit multiplier|unit mult|magnitude",
    Part.WITHIN: "month|quarter|week|half year|months|monat|quartal|mois|trimestre|mes|mese|месяц",
}
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
_LABELLED = (Part.INDICATOR, Part.UNIT)
"""Of which a code and words may stand side by side; the words are wanted."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the columns are; columns count from 0."""

    line: int
    columns: tuple[str, ...]
    """The names of all columns."""
    parts: dict[Part, int]
    years: dict[int, int] = field(default_factory=dict)
    """Columns that each hold the values of a year."""
    indicators: dict[int, str] = field(default_factory=dict)
    """Columns that each hold the values of an indicator, where none is called a value."""


def likeness(rows: Sequence[Row]) -> int:
    """Return how much the first rows look like the head of a table of indicators."""
    return max((_score(head) for head in _heads(rows)), default=0)


def head_of(rows: Sequence[Row]) -> Head:
    """Return the head of a table: of the first rows the one that names most columns.

    Raises:
        ImportFailure: none names a country, a year and a value.
    """
    heads = list(_heads(rows))
    best = max(heads, key=_score, default=None)
    if best is None or not best.parts:
        raise ImportFailure(
            "The table has no head that names its columns.",
            "Let its first row name them: indicator, country, year, value, unit, source.",
        )
    lacking = listed(_lacking(best))
    if lacking:
        named = [name for name in best.columns if name][:8]
        raise ImportFailure(
            f"The table has no column for the {lacking}; line {best.line} names {listed(named)}.",
            "Name the columns indicator, country, year, value, unit and source.",
        )
    return best


def year_of(cell: Cell) -> int | None:
    """Return the year that the head of a column names, if it is one."""
    found = time_of(cell)
    return found.year if found and not found.day else None


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    return (_head(row) for row in rows[:_LOOKED_AT])


def _head(row: Row) -> Head:
    names = tuple(map(cell_text, row.cells))
    parts: dict[Part, int] = {}
    for place, name in enumerate(names):
        part = _PART_OF.get(_key(name))
        if part is not None and (part not in parts or _is_label(part, names[parts[part]], name)):
            parts[part] = place
    years = {p: year for p, cell in enumerate(row.cells) if (year := year_of(cell)) is not None}
    is_across = Part.VALUE not in parts and Part.YEAR not in parts and bool(years)
    head = Head(row.line, names, parts, years if is_across else {})
    if is_across or Part.VALUE in parts or Part.YEAR not in parts:
        return head
    taken = {*parts.values()}
    others = {
        place: _CODE.sub("", name)
        for place, name in enumerate(names)
        if place not in taken and name and _key(name) not in _PASSED_OVER | {*_PART_OF}
    }
    return Head(row.line, names, parts, {}, others)


def _is_label(part: Part, before: str, name: str) -> bool:
    """Return whether a column has the words for the codes of one before, in capitals throughout."""
    return part in _LABELLED and before == before.upper() and name != name.upper()


def is_passed_over(name: str) -> bool:
    """Return whether a column is known to hold nothing that is wanted."""
    return _key(name) in _PASSED_OVER


def _lacking(head: Head) -> list[str]:
    lacking = [] if {Part.COUNTRY, Part.CODE} & {*head.parts} else ["country"]
    if not head.years:
        lacking += [] if Part.YEAR in head.parts else ["year"]
        lacking += [] if Part.VALUE in head.parts or head.indicators else ["value"]
    return lacking


def _score(head: Head) -> int:
    """Return how many columns are known, years as one; nothing counts without a country."""
    named = len(head.parts) + bool(head.years)
    return named * (10 if not _lacking(head) else 1)


def _key(name: str) -> str:
    """Return the name of a column without case, punctuation and what stands in brackets."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    plain = re.sub(r"\(.*?\)|\[.*?\]|\\.*$", " ", plain)
    return " ".join(re.sub(r"[_.\-:*]+", " ", plain).split())
