"""From a file to its figures: one value an indicator, country and year."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from briefing.errors import ImportFailure
from briefing.indicators.columns import differing_columns, unread_columns
from briefing.indicators.faults import Faults, shown
from briefing.indicators.gathering import Gathering, Key
from briefing.indicators.grids import Grid, Row, cell_text, csv_grid
from briefing.indicators.head_words import Part
from briefing.indicators.heads import Heads
from briefing.indicators.numbers import Signs, is_code_for_none, is_missing, number_of, signs_of
from briefing.indicators.place_names import is_group
from briefing.indicators.places import Places
from briefing.indicators.tables import Said, Table, said_in, tables_in, text_at
from briefing.indicators.units import parted, scale_word, scaled, with_per_cent
from briefing.indicators.workbooks import workbook_grid
from briefing.indicators.years import Time, is_part, time_of
from briefing.model import DataFile, Taxonomy

_ZIP = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def parse_table(data: bytes, name: str, taxonomy: Taxonomy, day: date) -> DataFile:
    """Return the figures that the bytes of a file hold; ``name`` is used in messages.

    Raises:
        ImportFailure: it cannot be read or holds no figures; the message names it.
    """
    try:
        places = Places(taxonomy)
        heads = Heads(lambda text: bool(places.find(text)))
        grid = _grid(data, heads, places)
        reading = _Reading(name, grid, tables_in(grid.rows, heads), places, taxonomy)
        return reading.data_file(hashlib.sha256(data).hexdigest(), day)
    except ImportFailure as error:
        raise ImportFailure(f"{name}: {_after_colon(error.message)}", error.hint) from error


def _grid(data: bytes, heads: Heads, places: Places) -> Grid:
    if data.startswith(_ZIP):
        return workbook_grid(data, heads, places.known_in)
    if data.startswith(_OLD_WORKBOOK):
        raise ImportFailure(
            "The file is an old workbook (XLS), or is protected by a password.",
            "Open it in the spreadsheet program, and save it as XLSX or CSV.",
        )
    if not data.strip():
        raise ImportFailure("The file is empty.", "Check that it was saved completely.")
    return csv_grid(data, heads.likeness)


class _Reading:
    """One table while it is read."""

    def __init__(
        self,
        name: str,
        grid: Grid,
        tables: Sequence[Table],
        places: Places,
        taxonomy: Taxonomy,
    ) -> None:
        self._named = grid.sheet or PurePath(name).stem
        self._name = name
        self._places = places
        self._tables = tables
        self._head = tables[0].head
        """Of the table that is being read."""
        self._names_indicators = False
        """Whether rows of that table say of what they are."""
        signs = signs_of(cell for table in tables for cell in table.cells())
        self._comma = signs.decimal_comma(grid.decimal_comma)
        self._faults = Faults((*grid.remarks, *_on_signs(signs, grid, self._comma)))
        regions = taxonomy.regions
        self._gathering = Gathering(
            self._faults, lambda region: regions[region].name, self._differing
        )
        self._empty = 0
        self._parts: list[tuple[int, str]] = []
        """Parts of years that stand for years, with their lines."""
        self._may_tear = bool(grid.mark)

    def data_file(self, sha256: str, day: date) -> DataFile:
        """Return what has been read.

        Raises:
            ImportFailure: not a single value.
        """
        for table in self._tables:
            self._head = table.head
            self._tell_columns(table)
            self._names_indicators = any(self._text(row, Part.INDICATOR) for row in table.rows)
            for row in table.rows:
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
        if self._may_tear and len(row.cells) > len(self._head.columns) and self._is_torn(row):
            return
        if self._names_indicators and not self._text(row, Part.INDICATOR):
            if any(not is_missing(said.value) for said in said_in(row, self._head, "")):
                self._faults.add(row.line, "it names no indicator")
            return
        region = "" if self._head.countries else self._region(row)
        for said in said_in(row, self._head, self._named):
            if found := region or self._places.find(said.country):
                self._take(row, said, found)

    def _tell_columns(self, table: Table) -> None:
        """Tell of columns of numbers that look as if they were to be read, and cannot be."""
        if unread := unread_columns(table.head, table.rows):
            self._faults.add(table.head.line, f"no country or year is named by {unread}")
        for line in table.continued:
            told = "what is left empty for country or indicator counts as in the row above"
            self._faults.add(line, told)

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
        said = shown(name or code) if re.search(r"\w", name or code) else ""
        if is_group(name or code):
            self._faults.leave_out(row.line, said)
            return
        near = self._places.near(name)
        told = f"“{said}” is no country that is known here" if said else "it names no country"
        if said or any(not is_missing(cell) for cell in row.cells[1:]):
            self._faults.add(row.line, f"{told}; is {near} meant?" if near else told)

    def _take(self, row: Row, said: Said, region: str) -> None:
        if is_missing(said.value):
            self._empty += 1
            return
        if is_code_for_none(said.value):
            what = f"“{shown(cell_text(said.value))}” is taken to stand for no value"
            self._faults.add(said.line, what)
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
            indicator, unit = parted(said.indicator, said.unit or self._text(row, Part.UNIT))
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

    def _tell_no_year(self, said: Said) -> None:
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
        rows = {
            row.line: row
            for table in self._tables
            for row in table.rows
            if row.line in (line, other)
        }
        names = differing_columns(self._head, rows[line], rows[other])
        return f", which differ in {names}" if names else ""

    def _text(self, row: Row, part: Part) -> str:
        return text_at(row, self._head, part)


def _on_signs(signs: Signs, grid: Grid, comma: bool) -> tuple[str, ...]:
    """Say how numbers are read that have one sign, where neither they nor the file settle it."""
    is_settled = signs.commas != signs.points or (grid.mark == "," and not signs.commas)
    number = number_of(signs.doubtful, comma)
    if is_settled or number is None:
        return ()
    return (
        f"“{shown(signs.doubtful)}” is read as {number:,.12g}: nothing in the table tells thousands"
        " from decimals, so look whether that is meant.",
    )


def _after_colon(sentence: str) -> str:
    """Return a sentence as it stands after the name of a file."""
    return f"the {sentence[4:]}" if sentence.startswith("The ") else sentence
