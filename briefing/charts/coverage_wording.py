"""What is said of coverage: the question, what nobody wrote about, and what rests on one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.charts.coverage_counts import Counts, Line, Side, Table
from briefing.charts.points import repeated
from briefing.model import Selection
from briefing.wording import ended, listed, plural, with_article, with_capital, within_sentence

_MOST_EMPTY = 3
"""What nobody wrote about is named up to so many; more are counted."""
_MOST_ALONE = 2
"""The same of what rests on one report alone, and of pairs of theme and region."""
_PAIR = "pair of theme and region"


@dataclass(frozen=True, slots=True)
class _Place:
    """A region and theme in words, with its findings and the names of its reports."""

    name: str
    findings: int
    reports: frozenset[str]


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
    return f"How much does each report give on {_pair(next(iter(regions.values())), theme)}?"


def basis(counts: Counts, columns: Side, selection: Selection) -> str:
    """Say what is counted, and how many findings have no place in the table."""
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
    dash = "none" if columns is Side.REPORT else "nobody wrote about it"
    return f"{said}; {twice} A dash: {dash}.{beside if rest else ''}{repeated(selection)}"


def answer(counts: Counts, made: Table, columns: Side) -> str:
    """Say what nobody wrote about or one report alone, and then who or what has the most."""
    places = _places(counts)
    most = _leader(counts, made) if columns is Side.REPORT else _fullest(counts, places)
    if len(places) == 1:
        return ended(with_capital(most))
    gaps = _gaps(counts, places)
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


def _places(counts: Counts) -> list[_Place]:
    regions, themes, reports = counts.sides
    return [
        _Place(
            _pair(regions[region] if len(regions) > 1 else "", themes[theme])
            if len(themes) > 1
            else with_article(regions[region]),
            findings,
            frozenset(reports[sha] for sha in tellers),
        )
        for (region, theme), (findings, tellers) in counts.pairs.items()
    ]


def _pair(region: str, theme: str) -> str:
    """Return a region and theme within a sentence: ``energy for the United States``."""
    said = within_sentence(theme)
    return f"{said} for {with_article(region)}" if region else said


def _noun(counts: Counts) -> tuple[str, str]:
    """Return what the places are, one and several."""
    regions, themes, _ = counts.sides
    if len(regions) > 1 and len(themes) > 1:
        return _PAIR, "pairs of theme and region"
    return ("theme", "themes") if len(themes) > 1 else ("region", "regions")


def _gaps(counts: Counts, places: Sequence[_Place]) -> str:
    """Say what has no findings, and what has those of one report alone."""
    one, many = _noun(counts)
    reports = len(counts.sides[Side.REPORT])
    empty = [place.name for place in places if not place.findings]
    alone = [place for place in places if len(place.reports) == 1] if reports > 1 else []
    if not empty:
        return _alone(places, alone, many, reports)
    whole, held = _empty_sides(counts) if one == _PAIR else ([], 0)
    if 0 < len(whole) <= _MOST_EMPTY:
        rest = len(empty) - held
        beside = f", nor on {rest} more of the {len(places)} {many}" if rest else ""
        said = f"there is nothing at all on {_either(whole)}{beside}"
        one, many = ("more", "more") if rest else (one, many)
    elif len(empty) <= (_MOST_ALONE if one == _PAIR else _MOST_EMPTY):
        said = f"there is nothing on {_either(empty)}"
        one, many = f"more {one}", f"more {many}"
    else:
        said = f"there is nothing on {len(empty)} of the {len(places)} {many}"
        one = many = "more"
    if not alone:
        return said
    rest_on = f"1 {one} rests" if len(alone) == 1 else f"{len(alone)} {many} rest"
    return f"{said}, and {rest_on} on one report alone"


def _either(names: Sequence[str]) -> str:
    return " or on ".join(names)


def _empty_sides(counts: Counts) -> tuple[list[str], int]:
    """Return the regions and themes on which there is nothing at all, and their empty pairs."""
    regions, themes, _ = counts.sides
    told = {pair for pair, (findings, _) in counts.pairs.items() if findings}
    no_region = [id_ for id_ in regions if id_ not in {region for region, _ in told}]
    no_theme = [id_ for id_ in themes if id_ not in {theme for _, theme in told}]
    held = len(no_region) * len(themes) + len(no_theme) * (len(regions) - len(no_region))
    names = [with_article(regions[id_]) for id_ in no_region]
    return [*names, *(within_sentence(themes[id_]) for id_ in no_theme)], held


def _alone(places: Sequence[_Place], alone: Sequence[_Place], many: str, reports: int) -> str:
    """Say on how many reports what is covered rests."""
    every = f"both {many}" if len(places) == 2 else f"all {len(places)} {many}"
    if len(alone) == len(places):
        return f"each of the {len(places)} {many} rests on one report alone"
    if len(alone) == 1:
        return f"{alone[0].name} rests on {next(iter(alone[0].reports))} alone"
    if 0 < len(alone) <= _MOST_ALONE:
        return f"{listed([one.name for one in alone])} rest on one report alone"
    if alone:
        return f"{len(alone)} of the {len(places)} {many} rest on one report alone"
    if reports == 1:
        return f"there is something on {every}"
    least = min(len(one.reports) for one in places)
    who = "all" if least == reports else "at least"
    both = "both reports" if least == reports == 2 else f"{who} {least} reports"
    return f"{every} are covered by {both}"


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
    on = f"{times} of the {len(made.rows)} {_noun(counts)[1]}"
    return f"on {on} most comes from {name}" if times * 2 > len(covered) else ""


def _first(made: Table, row: Line, own: Sequence[Line]) -> str:
    """Return the report that gives most of a row; empty where two give as much."""
    given = sorted(((made.findings(row, one), one.name) for one in own), reverse=True)
    is_first = given[0][0] > (given[1][0] if given[1:] else 0)
    return given[0][1] if is_first else ""


def _fullest(counts: Counts, places: Sequence[_Place]) -> str:
    """Say on what most is written."""
    most = max(one.findings for one in places)
    first = [one.name for one in places if one.findings == most]
    of = f"{most:,} of the {counts.found:,} findings"
    if len(first) > 1:
        return f"no more than {of} are on any one"
    return f"most is on {first[0]}, {of}"
