"""What is said of coverage: the question, what is counted, and who or what has the most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.charts.coverage_counts import Counts, Line, Side, Table
from briefing.charts.coverage_gaps import Place, gaps_of, noun_of, places_of
from briefing.charts.points import repeated
from briefing.model import Selection
from briefing.wording import ended, plural, with_article, with_capital, within_sentence


def question(counts: Counts, columns: Side) -> str:
    """Return what the table answers."""
    if columns is not Side.REPORT:
        return "What do the reports cover, and what not?"
    regions, themes, _ = counts.sides
    if len(themes) > 1:
        on = "".join(f" on {with_article(name)}" for name in regions.values() if name)
        return f"Which themes does each report cover{on}?"
    (theme,) = map(within_sentence, themes.values())
    if len(regions) > 1:
        return f"Which regions does each report cover on {theme}?"
    (region,) = map(with_article, regions.values())
    return f"How much does each report give on {theme}{f' for {region}' if region else ''}?"


def basis(counts: Counts, made: Table, columns: Side, selection: Selection) -> str:
    """Say what is counted, what a dash means if there is one, and what stands in no row."""
    reports = plural(len(counts.sides[Side.REPORT]), "report")
    if columns is Side.REPORT or len(counts.sides[Side.REPORT]) == 1:
        said = f"Number of findings, {counts.found:,} from {reports}"
        twice = "one on two themes, or that two reports tell, counts under both."
    else:
        said = f"Number of findings, {counts.found:,} in all, and from how many of {reports}"
        twice = "one on two themes or regions counts under both."
    rest = counts.all - counts.found
    beside = (
        f" {rest:,} more {'stands' if rest == 1 else 'stand'} in no row: without such a theme, or "
        "naming a region only in passing."
    )
    meant = " A dash: none." if columns is Side.REPORT else " A dash: nobody wrote about it."
    is_full = all(made.findings(row, column) for row in made.rows for column in made.columns)
    return f"{said}; {twice}{'' if is_full else meant}{beside if rest else ''}{repeated(selection)}"


def answer(counts: Counts, made: Table, columns: Side) -> str:
    """Say what nobody wrote about or one report alone, and then who or what has the most."""
    places = places_of(counts)
    most = _leader(counts, made) if columns is Side.REPORT else _fullest(counts, places)
    if len(places) == 1:
        return ended(with_capital(most))
    gaps = gaps_of(counts, places)
    return ended("; ".join(filter(None, (with_capital(gaps), most))))


def alt(made: Table, columns: Side) -> str:
    """Return the table in words, its empty rows together."""
    told: list[str] = []
    empty: list[str] = []
    for row in made.rows:
        cells = [_cell(made, row, column, columns) for column in made.columns]
        said = ", ".join(filter(None, cells))
        (told if said else empty).append(f"{row.name}: {said}." if said else row.name)
    head = "Number of findings by report." if columns is Side.REPORT else "Number of findings."
    none = f"Nothing on: {'; '.join(empty)}." if empty else ""
    return " ".join(filter(None, (head, *told, none)))


def _cell(made: Table, row: Line, column: Line, columns: Side) -> str:
    findings = made.findings(row, column)
    if not findings:
        return ""
    if columns is Side.REPORT or made.reports_in_all == 1:
        return f"{column.name} {findings:,}"
    return f"{column.name} {findings:,} from {plural(made.reports(row, column), 'report')}"


def _leader(counts: Counts, made: Table) -> str:
    """Say from which report most comes, and on how many of the rows."""
    own = [column for column in made.columns if len(column.ids) == 1]
    if len(made.rows) == 1:
        given = sorted(((made.findings(made.rows[0], one), one.name) for one in own), reverse=True)
        (most, name), (second, _) = given[:2]
        if most == second:
            return f"no report gives more than {most:,} of the {counts.found:,} findings"
        return f"{most:,} of the {counts.found:,} findings come from {name}"
    covered = [row for row in made.rows if made.in_row(row)]
    firsts = Counter(name for row in covered if (name := _first(made, row, own)))
    if not firsts:
        return ""
    name, times = firsts.most_common(1)[0]
    if times == len(covered):
        return f"on {'both' if times == 2 else 'all'} most comes from {name}"
    on = f"{times} of the {len(made.rows)} {noun_of(counts)[1]}"
    return f"on {on} most comes from {name}" if times * 2 > len(covered) else ""


def _first(made: Table, row: Line, own: Sequence[Line]) -> str:
    """Return the report that gives most of a row; empty where two give as much."""
    given = sorted(((made.findings(row, one), one.name) for one in own), reverse=True)
    is_first = given[0][0] > (given[1][0] if given[1:] else 0)
    return given[0][1] if is_first else ""


def _fullest(counts: Counts, places: Sequence[Place]) -> str:
    """Say on what most is written."""
    most = max(one.findings for one in places)
    first = [one.name for one in places if one.findings == most]
    of = f"{most:,} of the {counts.found:,} findings"
    if len(first) > 1:
        return f"no more than {of} are on any one {noun_of(counts)[0]}"
    return f"most is on {first[0]}, {of}"
