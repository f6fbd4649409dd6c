"""From a file to its figures: one value an indicator, country and year."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from briefing.errors import ImportFailure
from briefing.indicators.columns import cell_at, differing_columns, fitted
from briefing.indicators.faults import Faults, shown
from briefing.indicators.gathering import Gathering, Key
from briefing.indicators.grids import Cell, Grid, Row, cell_text, csv_grid
from briefing.indicators.heads import Part, head_of, likeness
from briefing.indicators.numbers import has_decimal_comma, is_missing, number_of
from briefing.indicators.place_names import is_group
from briefing.indicators.places import Places
from briefing.indicators.units import parted, scale_word, scaled, with_per_cent
from briefing.indicators.workbooks import workbook_grid
from briefing.indicators.years import Time, is_part, time_of
from briefing.model import DataFile, Taxonomy

_ZIP = b"PK\x03\x04"
_LONGEST_NAME = 200


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
        places = Places(taxonomy)
        grid = _grid(data, places)
        reading = _Reading(name, grid, places, taxonomy)
        return reading.data_file(hashlib.sha256(data).hexdigest(), day)
    except ImportFailure as error:
        raise ImportFailure(f"{name}: {_after_colon(error.message)}", error.hint) from error


def _grid(data: bytes, places: Places) -> Grid:
    if data.startswith(_ZIP):
        return workbook_grid(data, likeness, places.known_in)
    if not data.strip():
        raise ImportFailure("The file is empty.", "Check that it was saved completely.")
    return csv_grid(data, likeness)


class _Reading:
    """One table while it is read."""

    def __init__(self, name: str, grid: Grid, places: Places, taxonomy: Taxonomy) -> None:
        self._named = grid.sheet or PurePath(name).stem
        self._name = name
        self._places = places
        head = head_of(grid.rows)
        self._rows = [row for row in grid.rows if row.line > head.line]
        self._head = fitted(head, self._rows)
        self._faults = Faults(grid.remarks)
        regions = taxonomy.regions
        self._gathering = Gathering(
            self._faults, lambda region: regions[region].name, self._differing
        )
        self._empty = 0
        self._parts: list[tuple[int, str]] = []
        """Parts of years that stand for years, with their lines."""
        self._comma = has_decimal_comma(self._values(), grid.decimal_comma)

    def data_file(self, sha256: str, day: date) -> DataFile:
        """Return what has been read.

        Raises:
            ImportFailure: not a single value.
        """
        for row in self._rows:
            self._read(row)
        series = tuple(self._gathering.series())
        self._tell_parts()
        faults = self._faults.sentences()
        if not series:
            why = f" {faults[0]}" if faults else ""
            raise ImportFailure(f"The table holds no figures.{why}", "Correct it, and add it anew.")
        return DataFile(self._name, sha256, day.isoformat(), series, faults, self._empty)

    def _read(self, row: Row) -> None:
        if self._is_note(row):
            return
        if len(row.cells) > len(self._head.columns) and self._is_torn(row):
            return
        region = self._region(row)
        if region:
            for said in self._said(row):
                self._take(row, said, region)

    def _is_note(self, row: Row) -> bool:
        """Return whether a row is a line of words above, between or below the figures."""
        filled = [cell for cell in row.cells if not is_missing(cell)]
        name = self._text(row, Part.COUNTRY)
        return len(filled) == 1 and cell_text(filled[0]) == name and not self._places.find(name)

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
            what = f"“{shown(code)}” is not the code of “{shown(name)}”"
            self._faults.add(row.line, what)
            return ""
        if not region:
            self._tell_unknown(row, name, code)
        return region

    def _tell_unknown(self, row: Row, name: str, code: str) -> None:
        said = shown(name or code)
        if is_group(name or code):
            self._faults.leave_out(row.line, said)
            return
        near = self._places.near(name)
        told = f"“{said}” is no country that is known here" if said else "it names no country"
        if said or any(not is_missing(cell) for cell in row.cells[1:]):
            self._faults.add(row.line, f"{told}; is {near} meant?" if near else told)

    def _said(self, row: Row) -> Iterator[_Said]:
        """Yield the values of a row: one, or one a year or indicator where they stand across."""
        named = self._text(row, Part.INDICATOR) or self._named
        for place in self._head.years:
            yield _Said(row.line, named, self._head.columns[place], cell_at(row, place))
        for place, name in self._head.indicators.items():
            yield _Said(row.line, name, self._cell(row, Part.YEAR), cell_at(row, place))
        if Part.VALUE in self._head.parts:
            value = self._cell(row, Part.VALUE)
            yield _Said(row.line, named, self._cell(row, Part.YEAR), value)

    def _take(self, row: Row, said: _Said, region: str) -> None:
        if is_missing(said.value):
            self._empty += 1
            return
        time, value = time_of(said.year), number_of(said.value, self._comma)
        scale = scale_word(self._text(row, Part.SCALE))
        if time is None:
            self._tell_no_year(said)
        elif value is None:
            self._faults.add(said.line, f"“{shown(cell_text(said.value))}” is no number")
        elif scale is None:
            unknown = shown(self._text(row, Part.SCALE))
            self._faults.add(said.line, f"“{unknown}” is no scale that is known here")
        else:
            indicator, unit = parted(said.indicator, self._text(row, Part.UNIT))
            if cell_text(said.value).endswith("%"):
                unit = with_per_cent(unit)
            key = Key(indicator, region, scaled(unit, scale), self._text(row, Part.SOURCE))
            self._keep(row, key, time, value)

    def _keep(self, row: Row, key: Key, time: Time, value: float) -> None:
        point = time.year, value, row.line
        within = self._text(row, Part.WITHIN)
        if time.day or within:
            what = "day" if time.day else self._head.columns[self._head.parts[Part.WITHIN]].lower()
            self._gathering.add_dated(key, point, what, time.day or within)
            return
        if time.spans_two:
            told = "a year that spans two, as 2021/22, counts as the first of them"
            self._faults.add(row.line if not self._head.years else self._head.line, told)
        self._gathering.add(key, point)

    def _tell_no_year(self, said: _Said) -> None:
        text = cell_text(said.year)
        if is_part(said.year):
            self._parts.append((said.line, shown(text)))
        elif text:
            self._faults.add(said.line, f"“{shown(text)}” is no year")
        else:
            self._faults.add(said.line, "it has a value and no year")

    def _tell_parts(self) -> None:
        """Tell of quarters and months, all in one sentence."""
        texts = list(dict.fromkeys(text for _, text in self._parts))
        what = f"“{next(iter(texts), '')}” is no year but a part of one"
        for line, _ in self._parts:
            self._faults.add(line, f"{what}, and so are others" if texts[1:] else what)

    def _differing(self, line: int, other: int) -> str:
        rows = {row.line: row for row in self._rows if row.line in (line, other)}
        names = differing_columns(self._head, rows[line], rows[other])
        return f", which differ in {names}" if names else ""

    def _values(self) -> Iterator[Cell]:
        places = [*self._head.years, *self._head.indicators]
        if Part.VALUE in self._head.parts:
            places.append(self._head.parts[Part.VALUE])
        return (cell_at(row, place) for row in self._rows for place in places)

    def _cell(self, row: Row, part: Part) -> Cell:
        place = self._head.parts.get(part)
        return None if place is None else cell_at(row, place)

    def _text(self, row: Row, part: Part) -> str:
        return cell_text(self._cell(row, part))[:_LONGEST_NAME]


def _after_colon(sentence: str) -> str:
    """Return a sentence as it stands after the name of a file."""
    return f"the {sentence[4:]}" if sentence.startswith("The ") else sentence
