"""From a file to its figures: one value an indicator, country and year."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from briefing.errors import ImportFailure
from briefing.importers.local_file import printable
from briefing.indicators.faults import Faults
from briefing.indicators.grids import Cell, Grid, Row, cell_text, csv_grid
from briefing.indicators.heads import Part, head_of, likeness
from briefing.indicators.numbers import has_decimal_comma, is_missing, number_of
from briefing.indicators.places import Places
from briefing.indicators.units import parted, scale_word, scaled, with_per_cent
from briefing.indicators.workbooks import workbook_grid
from briefing.model import DataFile, Point, Series, Taxonomy

MOST_VALUES = 20_000
_ZIP = b"PK\x03\x04"
_SHOWN = 40
_LONGEST_NAME = 200
_YEAR = re.compile(r"(?:fy|yr)?\s*([12][0-9]{3})(?:\.0+)?(?:\s*\[yr[12][0-9]{3}\])?", re.IGNORECASE)
_DAYS = (
    re.compile(
        r"(?P<y>[12][0-9]{3})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?:t.*| .*)?", re.IGNORECASE
    ),
    re.compile(r"(?P<d>[0-9]{1,2})[./](?P<m>[0-9]{1,2})[./](?P<y>[12][0-9]{3})"),
    re.compile(r"(?P<m>[0-9]{1,2})/(?P<d>[0-9]{1,2})/(?P<y>[12][0-9]{3})"),
)
_Key = tuple[str, str, str, str]
"""Indicator, region, unit, source."""


@dataclass(frozen=True, slots=True)
class _Said:
    """One value as a row says it."""

    line: int
    indicator: str
    year: Cell
    value: Cell


def parse_table(data: bytes, name: str, taxonomy: Taxonomy, day: date) -> DataFile:
    """Return the figures that the bytes of a file hold; ``name`` is used in messages.

    Raises:
        ImportFailure: it cannot be read or holds no figures; the message names it.
    """
    try:
        grid = _grid(data)
        return _Reading(name, grid, taxonomy).data_file(hashlib.sha256(data).hexdigest(), day)
    except ImportFailure as error:
        raise ImportFailure(f"{name}: {_after_colon(error.message)}", error.hint) from error


def _grid(data: bytes) -> Grid:
    if data.startswith(_ZIP):
        return workbook_grid(data, likeness)
    if not data.strip():
        raise ImportFailure("The file is empty.", "Check that it was saved completely.")
    return csv_grid(data, likeness)


class _Reading:
    """One table while it is read."""

    def __init__(self, name: str, grid: Grid, taxonomy: Taxonomy) -> None:
        self._name, self._grid = name, grid
        self._places = Places(taxonomy)
        self._taxonomy = taxonomy
        self._head = head_of(grid.rows)
        self._rows = [row for row in grid.rows if row.line > self._head.line]
        self._faults = Faults()
        self._points: dict[_Key, dict[int, Point]] = {}
        self._dated: dict[_Key, list[tuple[str, Point]]] = {}
        """Values of days, each with its day: whether it is the year's, all of them tell."""
        self._held = self._empty = 0
        self._comma = has_decimal_comma(self._values(), grid.decimal_comma)

    def data_file(self, sha256: str, day: date) -> DataFile:
        """Return what has been read.

        Raises:
            ImportFailure: not a single value.
        """
        for row in self._rows:
            self._read(row)
        self._keep_dated()
        faults = self._faults.sentences()
        if not self._points:
            why = f" {faults[0]}" if faults else ""
            raise ImportFailure(f"The table holds no figures.{why}", "Correct it, and add it anew.")
        series = (
            Series(indicator, region, unit, source, tuple(points[y] for y in sorted(points)))
            for (indicator, region, unit, source), points in self._points.items()
        )
        return DataFile(self._name, sha256, day.isoformat(), tuple(series), faults, self._empty)

    def _read(self, row: Row) -> None:
        if len(row.cells) > len(self._head.columns) and self._is_torn(row):
            return
        region = self._region(row)
        if region:
            for said in self._said(row):
                self._take(row, said, region)

    def _is_torn(self, row: Row) -> bool:
        """Note a row with more cells than columns: a comma of a number or name has parted one."""
        head, cells = len(self._head.columns), row.cells
        if all(is_missing(cell) for cell in cells[head:]):
            return False
        what = f"it has {len(cells)} cells, the head {head}"
        self._faults.add(row.line, f"{what}; what holds a comma belongs in quotation marks")
        return True

    def _region(self, row: Row) -> str:
        name, code = self._text(row, Part.COUNTRY), self._text(row, Part.CODE)
        region = self._places.find(name, code)
        if region and self._places.differ(name, code):
            what = f"“{_shown(code)}” is not the code of “{_shown(name)}”"
            self._faults.add(row.line, what)
            return ""
        if not region:
            shown = _shown(name or code)
            near = self._places.near(name)
            told = f"“{shown}” is no country that is known here" if shown else "it names no country"
            if shown or any(not is_missing(cell) for cell in row.cells[1:]):
                self._faults.add(row.line, f"{told}; is {near} meant?" if near else told)
        return region

    def _said(self, row: Row) -> Iterator[_Said]:
        """Yield the values of a row: one, or one a year or indicator where they stand across."""
        named = self._text(row, Part.INDICATOR) or PurePath(self._name).stem
        for place, year in self._head.years.items():
            yield _Said(row.line, named, year, _at(row, place))
        for place, name in self._head.indicators.items():
            yield _Said(row.line, name, self._cell(row, Part.YEAR), _at(row, place))
        if Part.VALUE in self._head.parts:
            value = self._cell(row, Part.VALUE)
            yield _Said(row.line, named, self._cell(row, Part.YEAR), value)

    def _take(self, row: Row, said: _Said, region: str) -> None:
        if is_missing(said.value):
            self._empty += 1
            return
        year, value = _year(said.year), number_of(said.value, self._comma)
        scale = scale_word(self._text(row, Part.SCALE))
        if year is None:
            self._faults.add(said.line, _no_year(said.year))
        elif value is None:
            self._faults.add(said.line, f"“{_shown(cell_text(said.value))}” is no number")
        elif scale is None:
            shown = _shown(self._text(row, Part.SCALE))
            self._faults.add(said.line, f"“{shown}” is no scale that is known here")
        else:
            indicator, unit = parted(said.indicator, self._text(row, Part.UNIT))
            if cell_text(said.value).endswith("%"):
                unit = with_per_cent(unit)
            key = indicator, region, scaled(unit, scale), self._text(row, Part.SOURCE)
            point = year, value, said.line
            if _day(cell_text(said.year)):
                self._dated.setdefault(key, []).append((cell_text(said.year), point))
            else:
                self._keep(key, point)

    def _keep_dated(self) -> None:
        """Keep the values of days where each year has one day only: they are of whole years."""
        for key, dated in self._dated.items():
            days = {(point[0], day) for day, point in dated}
            is_whole = len(days) == len({year for year, _ in days})
            for _, point in dated:
                if is_whole:
                    self._keep(key, point)
                else:
                    self._faults.add(point[2], "its day stands for a part of a year, not for one")

    def _keep(self, key: _Key, point: Point) -> None:
        year, value, line = point
        kept = self._points.setdefault(key, {})
        if year in kept:
            _, other, there = kept[year]
            if other != value:
                name = self._taxonomy.regions[key[1]].name
                what = f"{key[0]}, {name}, {year} stands on line {there} with another value"
                self._faults.add(line, what)
            return
        kept[year] = point
        self._held += 1
        if self._held > MOST_VALUES:
            raise ImportFailure(
                f"The table holds more than {MOST_VALUES:,} values.",
                "Save the countries and years that matter as a file of their own.",
            )

    def _values(self) -> Iterator[Cell]:
        places = [*self._head.years, *self._head.indicators]
        if Part.VALUE in self._head.parts:
            places.append(self._head.parts[Part.VALUE])
        return (_at(row, place) for row in self._rows for place in places)

    def _cell(self, row: Row, part: Part) -> Cell:
        place = self._head.parts.get(part)
        return None if place is None else _at(row, place)

    def _text(self, row: Row, part: Part) -> str:
        return cell_text(self._cell(row, part))[:_LONGEST_NAME]


def _at(row: Row, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None


def _year(cell: Cell) -> int | None:
    """Return the year that a cell names, or in which the day lies that it names."""
    text = cell_text(cell)
    if found := _YEAR.fullmatch(text):
        return int(found[1])
    day = _day(text)
    return day.year if day else None


def _day(text: str) -> date | None:
    """Return the day that a cell names; what none can be is none."""
    for form in _DAYS:
        if found := form.fullmatch(text):
            with suppress(ValueError):
                return date(int(found["y"]), int(found["m"]), int(found["d"]))
    return None


def _no_year(cell: Cell) -> str:
    text = cell_text(cell)
    if not text:
        return "it has a value and no year"
    part = " but a part of one" if re.match(r"[12][0-9]{3}\W*[qmhs]\W?[0-9]", text.lower()) else ""
    return f"“{_shown(text)}” is no year{part}"


def _shown(text: str) -> str:
    text = printable(text)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _after_colon(sentence: str) -> str:
    """Return a sentence as it stands after the name of a file."""
    return f"the {sentence[4:]}" if sentence.startswith("The ") else sentence
