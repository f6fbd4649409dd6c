"""Locator map: where the request's countries lie, and how many findings speak of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import check_shape, unfit
from briefing.charts.points import point, repeated
from briefing.model import Candidate, ChartData, FigureImage, Selection, Taxonomy
from briefing.wording import listed, with_article, with_capital

Row = tuple[str, int]
"""Name of a country with its two letters in brackets, findings that speak of it."""

_LEAST_FINDINGS = 4
_MOST_LISTED = 70
"""Countries up to which those without findings are shown too."""
_MOST_ROWS = 260
_COUNTRY = re.compile(r"[A-Z]{2}")
_NAMED = re.compile(r"(.+) \(([A-Z]{2})\)", re.DOTALL)


def locator_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return how many findings speak of each country asked for, most first."""
    spoken = [(c, _countries(c)) for c in selection.distinct]
    wanted = _asked(selection, taxonomy) or {code for _, codes in spoken for code in codes}
    counted = [(c, codes & wanted) for c, codes in spoken if codes & wanted]
    if len(counted) < _LEAST_FINDINGS:
        return NotEnough("No map: too few of the findings speak of a country by name.")
    counts = Counter(code for _, codes in counted for code in codes)
    shown = wanted if len(wanted) <= _MOST_LISTED else set(counts)
    named = {code: _name(code, taxonomy) for code in shown}
    order = sorted(shown, key=lambda code: (-counts[code], named[code]))
    labels = {code: f"{named[code]} ({code})" for code in order}
    rows = tuple((labels[code], counts[code]) for code in order)
    behind = {code: [c.stored for c, codes in counted if code in codes] for code in order}
    return ChartData(
        chart="locator",
        question=_question(rows),
        answer=_answer(rows, len(counted), len(wanted) - len(shown), order[0]),
        basis=_basis([c for c, _ in counted], selection.distinct, wanted) + repeated(selection),
        alt=_alt(rows, len(wanted) - len(shown)),
        columns=("Country", "Findings"),
        rows=rows,
        points=tuple(
            point(labels[code], len(behind[code]), behind[code]) for code in order if behind[code]
        ),
    )


def _asked(selection: Selection, taxonomy: Taxonomy) -> set[str]:
    """Return the countries that the request names, by themselves or within a region."""
    covered = (taxonomy.covers(region) for region in selection.request.regions)
    return {code for codes in covered for code in codes if _COUNTRY.fullmatch(code)}


def _countries(candidate: Candidate) -> set[str]:
    finding = candidate.stored.finding
    return {code for code in finding.about or finding.mentions if _COUNTRY.fullmatch(code)}


def _name(code: str, taxonomy: Taxonomy) -> str:
    return taxonomy.regions[code].name if code in taxonomy.regions else code


def _question(rows: Sequence[Row]) -> str:
    if len(rows) == 1:
        return f"Where does {with_article(_plain(rows[0]))} lie, and how much is said of it?"
    return "Which countries do the findings speak of?"


def _plain(row: Row) -> str:
    """Return the name of a row's country without its letters."""
    return row[0].rpartition(" (")[0]


def _answer(rows: Sequence[Row], findings: int, unlisted: int, first_code: str) -> str:
    """Say which country is spoken of most, and which in no finding."""
    most = rows[0][1]
    first = [with_article(_plain(row)) for row in rows if row[1] == most]
    silent = [with_article(_plain(row)) for row in rows if not row[1]]
    if len(rows) == 1:
        return f"{with_capital(_borders(first_code, first[0]))}; {most} findings speak of it."
    of = f"{most} of {findings} findings" if most < findings else f"all {most} findings"
    if len(first) == len(rows) > 3:
        said = f"Each of the {len(rows)} countries is spoken of as often, in {of}"
    elif len(first) > 3:
        said = f"{len(first)} countries are spoken of most, each in {of}"
    elif len(first) > 1:
        said = f"{listed(first)} are spoken of most, each in {of}"
    else:
        said = f"{first[0]} is spoken of most, in {of}"
    if len(silent) + unlisted > 3:
        said += f"; {len(silent) + unlisted} others asked for in none"
    elif silent:
        said += f"; {listed(silent)} in none"
    return f"{with_capital(said)}."


def _borders(code: str, name: str) -> str:
    """Say which countries one borders on, as the map has it."""
    from briefing.maps.world import load_world  # needs numpy

    world = load_world()
    sides = (line.countries for line in world.lines if code in line.countries)
    others = sorted({world.names[one] for each in sides for one in each if one != code})
    named = listed([with_article(other) for other in others])
    return f"{name} borders on {named or 'no land'}"


def _basis(counted: Iterable[Candidate], candidates: Sequence[Candidate], wanted: set[str]) -> str:
    """Say what is counted, and what is not though a list of findings on a country has it."""
    found = list(counted)
    stored = [each for c in found for each in (c.stored, *c.also_in)]
    reports = len({each.report.sha256 for each in stored})
    said = (
        f"Number of findings, {len(found)} from {reports} {'report' if reports == 1 else 'reports'}"
    )
    rest = len(candidates) - len(found)
    if len(wanted) == 1:
        return f"{said}.{_beside_one(rest)}"
    said += "; one that speaks of two countries counts under both"
    passing = any(
        wanted.intersection(c.stored.finding.mentions) - _countries(c) for c in candidates
    )
    said += ", one that only names a country in passing does not count." if passing else "."
    if rest:
        said += f" {rest} more {'speaks' if rest == 1 else 'speak'} of no single one of them."
    return said


def _beside_one(rest: int) -> str:
    """Say how many findings on one country are not counted, as a sentence after others."""
    if rest == 1:
        return (
            " 1 more, which only names it in passing or speaks of a wider region, is not counted."
        )
    if not rest:
        return ""
    said = "more, which only name it in passing or speak of a wider region, are not counted."
    return f" {rest} {said}"


def _alt(rows: Sequence[Row], unlisted: int) -> str:
    counts = ", ".join(f"{_plain(row)} {row[1]}" for row in rows if row[1])
    silent = [_plain(row) for row in rows if not row[1]]
    said = f"Map of the countries with the number of findings on each: {counts}."
    if silent:
        said += f" None: {', '.join(silent)}."
    return f"{said} None on {unlisted} others asked for." if unlisted else said


def check_locator(data: ChartData) -> None:
    """Check that the data is one row a country with a count.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(2, 3), _MOST_ROWS)
    named = [_NAMED.fullmatch(str(row[0])) for row in data.rows]
    if not all(named):
        raise unfit(data, "a row is no country")
    from briefing.maps.world import load_world  # needs numpy

    codes = [found[2] for found in named if found]
    if not load_world().countries.issuperset(codes):
        raise unfit(data, "a row is no country that the map has")
    if len(set(codes)) < len(codes):
        raise unfit(data, "a country has two rows")


def draw_locator(data: ChartData) -> FigureImage:
    """Return the countries on a map with their neighbours, shaded by their number.

    Raises:
        BriefError: the data is damaged.
    """
    check_locator(data)
    from briefing.charts.locator_drawing import draw
    from briefing.charts.locator_ground import Shown

    found = [(_NAMED.fullmatch(str(name)), number) for name, number in data.rows]
    return draw(data, [Shown(named[2], named[1], int(n)) for named, n in found if named])


LOCATOR = Chart(
    id="locator",
    name="Map",
    description="Where the countries lie, and how many findings speak of each.",
    data=locator_data,
    check=check_locator,
    draw=draw_locator,
)
