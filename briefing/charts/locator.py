"""Locator map: where the request's countries lie, and how many findings speak of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import check_shape, unfit
from briefing.charts.locator_words import Counted, alt, answer, basis, question
from briefing.charts.points import point, repeated
from briefing.model import Candidate, ChartData, FigureImage, Selection, Taxonomy

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
        question=question(rows),
        answer=answer(rows, len(counted), len(wanted) - len(shown)),
        basis=basis(_counted([c for c, _ in counted], selection.distinct, wanted))
        + repeated(selection),
        alt=alt(rows, len(wanted) - len(shown)),
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


def _counted(
    found: Sequence[Candidate], candidates: Sequence[Candidate], wanted: set[str]
) -> Counted:
    """Return what the numbers are made of: the findings found, of all that answer the request."""
    stored = [each for c in found for each in (c.stored, *c.also_in)]
    named = ((wanted.intersection(c.stored.finding.mentions), _countries(c)) for c in candidates)
    return Counted(
        findings=len(found),
        reports=len({each.report.sha256 for each in stored}),
        left_out=len(candidates) - len(found),
        is_one=len(wanted) == 1,
        is_shared=any(len(_countries(c) & wanted) > 1 for c in found),
        has_passing=any(mentioned - spoken_of for mentioned, spoken_of in named),
    )


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
