"""Together: which states and blocs the findings name in one breath, and on what themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import as_cell
from briefing.charts.points import point
from briefing.charts.together_drawing import MOST_REGIONS, check_together, draw_together
from briefing.charts.together_wording import Row, alt, answer, label
from briefing.model import ChartData, Finding, RegionKind, Selection, StoredFinding, Taxonomy
from briefing.wording import plural

Pair = tuple[str, str]

_LEAST_FINDINGS = 4
_LEAST_REGIONS = 3
_THEMES = 2
"""Themes told of a pair."""
_LONG_NAME = 24
"""Letters beyond which a bloc goes by its initials: there is no room for more."""


def together_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return a row a pair of states or blocs that findings name together, the most first."""
    named = [(one, _named(one.stored.finding, taxonomy)) for one in selection.distinct]
    several = [(one, regions) for one, regions in named if len(regions) > 1]
    sets = [(regions, one.stored) for one, regions in several]
    weights = Counter(region for regions, _ in sets for region in regions)
    if len(several) < _LEAST_FINDINGS or len(weights) < _LEAST_REGIONS:
        return NotEnough(
            "No chart of who is spoken of with whom: too few findings name two states or blocs."
        )
    shown = sorted(weights, key=lambda region: (-weights[region], region))[:MOST_REGIONS]
    pairs = _pairs(sets, frozenset(shown))
    rows = tuple(_row(pair, found, taxonomy) for pair, found in pairs)
    told = (stored for one, _ in several for stored in (one.stored, *one.also_in))
    reports = {stored.report.sha256 for stored in told}
    return ChartData(
        chart="together",
        question="Who is spoken of with whom?",
        answer=answer(rows, [frozenset(_called(taxonomy, id_) for id_ in one) for one, _ in sets]),
        basis=(
            f"Number of findings that name both, of {len(several):,} that name two or more, from "
            f"{plural(len(reports), 'report')}; {_told(len(shown), len(weights))}."
        ),
        alt=alt(rows),
        columns=("One", "The other", "Findings that name both", "Chiefly on"),
        rows=rows,
        points=tuple(
            point(label(row), row[2], found) for row, (_, found) in zip(rows, pairs, strict=True)
        ),
    )


def _named(finding: Finding, taxonomy: Taxonomy) -> frozenset[str]:
    """Return the states and blocs that a finding names; sub-regions are places, no actors."""
    known = (taxonomy.regions[id_] for id_ in finding.mentions if id_ in taxonomy.regions)
    return frozenset(one.id for one in known if one.kind in (RegionKind.COUNTRY, RegionKind.BLOC))


def _told(shown: int, all_: int) -> str:
    if shown == all_:
        return f"all {shown} states and blocs so named are shown"
    return f"the {shown} most named of {all_} states and blocs are shown"


def _pairs(
    sets: Iterable[tuple[frozenset[str], StoredFinding]], shown: frozenset[str]
) -> list[tuple[Pair, list[StoredFinding]]]:
    """Return each pair with the findings that name both, the most named first."""
    behind: dict[Pair, list[StoredFinding]] = {}
    for regions, stored in sets:
        for pair in combinations(sorted(regions & shown), 2):
            behind.setdefault(pair, []).append(stored)
    return sorted(behind.items(), key=lambda item: (-len(item[1]), item[0]))


def _row(pair: Pair, found: Sequence[StoredFinding], taxonomy: Taxonomy) -> Row:
    themes = Counter(theme for stored in found for theme in stored.finding.themes[:1])
    one, other = (_called(taxonomy, id_) for id_ in pair)
    chief = sorted(themes, key=lambda theme: (-themes[theme], theme))[:_THEMES]
    names = (
        f"{taxonomy.themes[id_].name if id_ in taxonomy.themes else id_} {themes[id_]}"
        for id_ in chief
    )
    return one, other, len(found), as_cell(", ".join(names))


def _called(taxonomy: Taxonomy, id_: str) -> str:
    """Return the name of a state or bloc; a long one’s initials, where these are its id."""
    region = taxonomy.regions[id_]
    capitals = "".join(char for char in region.name if char.isupper())
    is_long = len(region.name) > _LONG_NAME
    return as_cell(capitals if is_long and capitals.lower() == region.id else region.name)


TOGETHER = Chart(
    id="together",
    name="Who with whom",
    description="Which states and blocs the findings name together, and on what themes.",
    data=together_data,
    check=check_together,
    draw=draw_together,
)
