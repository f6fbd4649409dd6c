"""The charts of a document: what they may quote beside what it prints, and what they did quote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from briefing.assembly.entries import Entry
from briefing.assembly.sources import Sources
from briefing.charts.chart import Chart, NotEnough
from briefing.marking import load_scheme, weigh
from briefing.model import (
    BriefRequest,
    Candidate,
    ChartData,
    Choice,
    Decision,
    Draft,
    Passage,
    Selection,
    StoredFinding,
    Taxonomy,
)
from briefing.model.marking import Part
from briefing.quotations import full_code, quotation_of

Drawable = tuple[tuple[ChartData, ...], tuple[str, ...]]
"""The charts that the data supports, and why the others are left out."""


@dataclass(frozen=True, slots=True)
class Charted:
    """The charts that are no matter of the selection alone, and what they quote."""

    drawable: Drawable
    quoted: tuple[StoredFinding, ...]
    """Findings whose words they print though no section does, the best first."""


def chart_data(selection: Selection, taxonomy: Taxonomy, charts: Iterable[Chart]) -> Drawable:
    """Return the charts that a selection supports, and why the others are left out."""
    drawn: list[ChartData] = []
    omitted: list[str] = []
    for chart in charts:
        data = chart.data(selection, taxonomy)
        if isinstance(data, NotEnough):
            omitted.append(data.reason)
        else:
            drawn.append(data)
    return tuple(drawn), tuple(omitted)


def charted(
    selection: Selection,
    draft: Draft,
    printed: Mapping[Passage, Entry],
    sources: Sources,
    taxonomy: Taxonomy,
    charts: Iterable[Chart],
) -> Charted:
    """Return the charts that quote, or are of own figures; ``sources`` lists what they quote.

    They are made of what is printed first, then of what else answers the request.
    """
    charts = tuple(charts)
    if not charts:
        return Charted(((), ()), ())
    pool = quotable(selection, draft, printed)
    offered = replace(selection, request=draft.request, candidates=pool)
    quoting = tuple(chart for chart in charts if chart.quotes)
    told, _ = chart_data(offered, taxonomy, quoting)
    quoted = _quoted(told, pool, printed)
    sources.take((one,) for one in quoted)
    numbered = tuple(source.sha256 for source in sources.listed())
    # Where a finding stands is told by the number of its source, which is known only now.
    return Charted(chart_data(replace(offered, numbered=numbered), taxonomy, charts), quoted)


def quotable(
    selection: Selection, draft: Draft, printed: Mapping[Passage, Entry]
) -> tuple[Candidate, ...]:
    """Return the findings that a chart may quote: those printed, in order, then the others by rank.

    What the officer has decided upon and does not print is not among them, nor what would raise
    the marking of the document.
    """
    decided = {decision.passage for decision in draft.decisions}
    covers = covering(draft.request, printed.values())
    others = (
        candidate
        for candidate in selection.distinct
        if candidate.stored.finding.passage not in decided
        and not any(one.finding.passage in printed for one in _telling(candidate))
        and all(covers(one.report.metadata.marking) for one in _told_by(candidate))
    )
    return (*map(_candidate, printed.values()), *others)


def charted_entry(stored: StoredFinding) -> Entry:
    """Return a finding that only a chart quotes as the document holds it."""
    return Entry(Decision(quotation_of(stored), Choice.SUPPORT), stored)


def _telling(candidate: Candidate) -> tuple[StoredFinding, ...]:
    """Return all findings that say what a candidate says."""
    return (candidate.stored, *candidate.also_in)


def _told_by(candidate: Candidate) -> tuple[StoredFinding, ...]:
    """Return all findings whose words a chart may print for a candidate."""
    return (candidate.stored, *(one.other for one in candidate.differs_with))


def _candidate(entry: Entry) -> Candidate:
    """Return a finding that is printed as charts take it."""
    one = entry.decision
    also, differs = entry.also_in, entry.differs_with
    offered = Candidate(entry.stored, 1.0, one.region, one.theme, "", one.choice)
    return replace(offered, also_in=also, differs_with=differs)


def _quoted(
    charts: Iterable[ChartData], pool: Iterable[Candidate], printed: Mapping[Passage, Entry]
) -> tuple[StoredFinding, ...]:
    """Return the findings behind the points of charts that are not printed, in order of rank."""
    behind = {code for data in charts for point in data.points for code in point.codes}
    told = {one.finding.passage: one for candidate in pool for one in _told_by(candidate)}
    return tuple(
        one
        for passage, one in told.items()
        if passage not in printed and full_code(passage) in behind
    )


def covering(request: BriefRequest, printed: Iterable[Entry]) -> Callable[[str], bool]:
    """Return what tells whether a finding of a report so marked leaves the marking as it is."""
    scheme = load_scheme(request.scheme)
    banner = request.marking.strip()
    parts = tuple(Part("finding", marking) for entry in printed for marking in entry.markings)
    before = weigh(parts, banner, scheme)

    @cache
    def covers(marking: str) -> bool:
        after = weigh((*parts, Part("finding", marking)), banner, scheme)
        return (after.above, after.unknown, after.uncovered) == (
            before.above,
            before.unknown,
            before.uncovered,
        ) and (bool(banner) or after.proposed == before.proposed)

    return covers
