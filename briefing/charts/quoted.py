"""Figures quoted: how much and how many the findings tell, like beside like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import check_shape, unfit
from briefing.charts.points import point
from briefing.charts.quoted_figures import NUMBER, Figure, figures_of
from briefing.charts.quoted_kinds import SHARES, Row, are_alike, labels
from briefing.model import ChartData, FigureImage, Selection, Taxonomy
from briefing.wording import plural

_LEAST = 3
_MOST = 12
"""Figures that half a page holds."""
_MOST_DRAWN = 14
"""As many as earlier versions showed."""


def quoted_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return a row a figure, by kind, those that reports differ on first, then the best ranked."""
    del taxonomy  # figures are not tagged
    found = figures_of(selection)
    if len(found) < _LEAST:
        return NotEnough("No chart of figures quoted: the findings quote too few.")
    shown = _telling(found)[:_MOST]
    kinds = list(dict.fromkeys(one.quantity.kind for one in shown))
    shown.sort(key=lambda one: (kinds.index(one.quantity.kind), -one.quantity.number))
    rows = tuple(one.row for one in shown)
    points = tuple(
        point(label, row[0], one.told, row[2])
        for label, row, one in zip(labels(rows), rows, shown, strict=True)
    )
    reports = {stored.report.sha256 for one in shown for stored in one.told}
    findings = {stored.finding.passage for one in shown for stored in one.told}
    return ChartData(
        chart="quoted",
        question="How much, how many?",
        answer=_answer(rows, {one.label: one.codes for one in points}),
        basis=(
            f"{_of_all(len(rows), len(found))} in {plural(len(findings), 'finding')} from "
            f"{plural(len(reports), 'report')}; bars where figures are of like things."
        ),
        alt=_alt(rows),
        columns=("Figure", "Of what", "Kind", "Number", "Where it stands", "Elsewhere"),
        rows=rows,
        points=points,
    )


def _telling(found: Sequence[Figure]) -> list[Figure]:
    """Return figures with those first that reports differ on, then those that have their like."""
    alike = Counter(one.quantity.kind for one in found)
    return sorted(found, key=lambda one: (not one.other, alike[one.quantity.kind] == 1))


def _of_all(shown: int, found: int) -> str:
    return plural(shown, "figure") if shown == found else f"{shown} of {found:,} figures"


def _answer(rows: Sequence[Row], behind: Mapping[str, object]) -> str:
    """Say on which figures reports differ, else how far those of like things lie apart."""
    differing = [row for row in rows if row[5]]
    if differing:
        said = f"Reports differ on {len(differing)} of the {len(rows)} figures, and both stand"
        return f"{said}: “{differing[0][0]}” against “{differing[0][5]}”."
    kinds = [list(group) for _, group in groupby(rows, key=lambda row: row[2])]
    like = [group for group in kinds if len(group) > 1 and are_alike(group, behind)]
    if not like:
        things = f"{len(kinds)} kinds of thing" if len(kinds) > 1 else "different things"
        return f"The {len(rows)} figures are of {things}; none can be compared."
    fullest = max(like, key=len)
    share = "All figures" if len(fullest) == len(rows) else f"{len(fullest)} of {len(rows)} figures"
    if fullest[0][3] == fullest[-1][3]:
        return f"{share} are of one kind and tell one number: “{fullest[0][0]}”."
    reach = f"from “{fullest[-1][0]}” to “{fullest[0][0]}”"
    if fullest[0][2] == SHARES:
        return f"{share} are percentages, {reach}."
    return f"{share} are of one kind, {_small(fullest[0][2])}: {reach}."


def _small(head: str) -> str:
    return head[:1].lower() + head[1:]


def _alt(rows: Sequence[Row]) -> str:
    said = []
    for kind, group in groupby(rows, key=lambda row: row[2]):
        told = (
            f"{words} {of} ({where}{f'; elsewhere {other}' if other else ''})"
            for words, of, _, _, where, other in group
        )
        said.append(f"{kind}: {'; '.join(told)}.")
    return "Figures as the reports print them. " + " ".join(said)


def check_quoted(data: ChartData) -> None:
    """Check that the data is rows of words with a number written out.

    Raises:
        BriefError: it is not.
    """
    check_shape(data, range(6, 7), _MOST_DRAWN, words=range(6))
    if not all(NUMBER.fullmatch(str(row[3])) for row in data.rows):
        raise unfit(data, "a figure is no number")


def draw_quoted(data: ChartData) -> FigureImage:
    """Return the figures under the head of their kind, each with its words, a bar, its place.

    Raises:
        BriefError: the data is damaged.
    """
    check_quoted(data)
    from briefing.charts.quoted_drawing import draw

    return draw(data)


QUOTED = Chart(
    id="quoted",
    name="Figures quoted",
    description="How much and how many the findings tell, with what and where.",
    data=quoted_data,
    check=check_quoted,
    draw=draw_quoted,
    quotes=True,
)
