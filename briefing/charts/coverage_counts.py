"""What is counted for coverage: which report tells how much of which region and theme.

Each of the three is a side of the count; a table has two of them, as its rows and its columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import product

from briefing.charts.checking import as_cell
from briefing.citing import short_names
from briefing.model import Finding, ReportSummary, Selection, StoredFinding, Taxonomy

Cell = tuple[str, str, str]
"""Region and theme, where an empty id stands for all, and the SHA-256 of a report."""


class Side(IntEnum):
    """What a row or column stands for; its value is the place in a cell."""

    REGION = 0
    THEME = 1
    REPORT = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column of a table."""

    name: str
    ids: tuple[str, ...]
    """What it stands for; several in the one that the least written about share."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The findings that answer, each with the cells in which it counts one."""

    sides: tuple[dict[str, str], dict[str, str], dict[str, str]]
    """Names of the regions, themes and reports by their ids, in the order they are shown in."""
    told: tuple[Mapping[Cell, StoredFinding], ...]
    """For each finding the words that count in a cell."""
    all: int
    """Findings of the selection, those included that count in no cell."""

    @property
    def found(self) -> int:
        """How many findings count in a cell."""
        return sum(1 for cells in self.told if cells)

    @property
    def pairs(self) -> dict[tuple[str, str], tuple[int, set[str]]]:
        """Each region and theme, with its findings and the reports that they come from."""
        findings: Counter[tuple[str, str]] = Counter()
        reports: dict[tuple[str, str], set[str]] = {}
        for cells in self.told:
            findings.update({cell[:2] for cell in cells})
            for region, theme, report in cells:
                reports.setdefault((region, theme), set()).add(report)
        every = product(self.sides[Side.REGION], self.sides[Side.THEME])
        return {pair: (findings[pair], reports.get(pair, set())) for pair in every}


@dataclass(frozen=True, slots=True)
class Table:
    """Two sides of the count, and behind each of its cells what counts there."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    behind: Mapping[tuple[str, str], Mapping[int, Mapping[str, StoredFinding]]]
    """By the names of row and column, and then by the number of the finding and its report."""

    def findings(self, row: Line, column: Line) -> int:
        """Return how many findings count in a cell."""
        return len(self.behind.get((row.name, column.name), ()))

    def reports(self, row: Line, column: Line) -> int:
        """Return how many reports tell the findings of a cell."""
        found = self.behind.get((row.name, column.name), {})
        return len({report for tellers in found.values() for report in tellers})

    def words(self, row: Line, column: Line) -> list[StoredFinding]:
        """Return one passage for each finding of a cell."""
        found = self.behind.get((row.name, column.name), {})
        return [next(iter(tellers.values())) for tellers in found.values()]

    @property
    def reports_in_all(self) -> int:
        """How many reports the findings of all cells come from."""
        found = (tellers for cell in self.behind.values() for tellers in cell.values())
        return len({report for tellers in found for report in tellers})

    def in_row(self, row: Line) -> int:
        """Return how many findings count in a row, each once."""
        cells = (self.behind.get((row.name, column.name), {}) for column in self.columns)
        return len({number for found in cells for number in found})


def count(selection: Selection, taxonomy: Taxonomy) -> Counts:
    """Return what is counted for a selection."""
    request = selection.request
    regions = dict.fromkeys(request.regions or ("",))
    themes: Sequence[str] = request.themes or _all_themes(selection, taxonomy)
    pairs = list(product(regions, themes))
    told = tuple(
        {
            (*pair, stored.report.sha256): stored
            for stored in (candidate.stored, *candidate.also_in)
            for pair in _pairs_of(stored.finding, pairs, taxonomy)
        }
        for candidate in selection.distinct
    )
    if not request.themes:
        found = Counter(theme for cells in told for theme in {cell[Side.THEME] for cell in cells})
        themes = sorted(themes, key=lambda theme: -found[theme])
    names = (
        _told_apart({id_: _name(taxonomy.regions, id_) for id_ in regions}),
        _told_apart({id_: _name(taxonomy.themes, id_) for id_ in themes}),
        _reports(selection, {cell[Side.REPORT] for cells in told for cell in cells}),
    )
    return Counts(names, told, len(told))


def table(counts: Counts, rows: Side, columns: Side, most: tuple[int, int]) -> Table:
    """Return two sides of the count as a table of so many rows and columns at the most."""
    lines = [_lines(counts, side, room) for side, room in zip((rows, columns), most, strict=True)]
    row_of, column_of = ({id_: line.name for line in side for id_ in line.ids} for side in lines)
    behind: dict[tuple[str, str], dict[int, dict[str, StoredFinding]]] = {}
    for number, cells in enumerate(counts.told):
        for cell, stored in cells.items():
            place = row_of[cell[rows]], column_of[cell[columns]]
            tellers = behind.setdefault(place, {}).setdefault(number, {})
            tellers.setdefault(cell[Side.REPORT], stored)
    return Table(tuple(lines[0]), tuple(lines[1]), behind)


def _lines(counts: Counts, side: Side, most: int) -> list[Line]:
    """Return a line for each, in their order; of too many, the least written about share one."""
    names = counts.sides[side]
    if len(names) <= most:
        return [Line(name, (id_,)) for id_, name in names.items()]
    totals = Counter(id_ for cells in counts.told for id_ in {cell[side] for cell in cells})
    kept = set(sorted(names, key=lambda id_: -totals[id_])[: most - 1])
    lines = [Line(name, (id_,)) for id_, name in names.items() if id_ in kept]
    rest = tuple(id_ for id_ in names if id_ not in kept)
    return [*lines, Line(f"{len(rest)} others", rest)]


def _all_themes(selection: Selection, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the themes that there are, those included that nobody wrote about."""
    found = (theme for one in selection.distinct for theme in one.stored.finding.themes)
    return tuple(dict.fromkeys((*taxonomy.themes, *found)))


def _pairs_of(
    finding: Finding, pairs: Iterable[tuple[str, str]], taxonomy: Taxonomy
) -> list[tuple[str, str]]:
    spoken_of = set(finding.about or finding.mentions)
    return [
        (region, theme)
        for region, theme in pairs
        if theme in finding.themes and (not region or spoken_of & taxonomy.covers(region))
    ]


def _name(known: Mapping[str, object], id_: str) -> str:
    return as_cell(str(getattr(known.get(id_), "name", id_)))


def _told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Return the names, with their ids behind those that two bear."""
    times = Counter(names.values())
    return {id_: name if times[name] == 1 else f"{name} ({id_})" for id_, name in names.items()}


def _reports(selection: Selection, shas: set[str]) -> dict[str, str]:
    """Return the short names of the reports that count, oldest first."""
    known: dict[str, ReportSummary] = {
        stored.report.sha256: stored.report
        for candidate in selection.distinct
        for stored in (candidate.stored, *candidate.also_in)
        if stored.report.sha256 in shas
    }
    return {sha: as_cell(name) for sha, name in short_names(_by_date(known.values())).items()}


def _by_date(reports: Iterable[ReportSummary]) -> Sequence[ReportSummary]:
    return sorted(reports, key=lambda one: (str(one.metadata.date or "9999"), one.sha256))
