"""The document, put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from briefing.assembly.codes import codes_for, with_printed_codes
from briefing.assembly.entries import Entry, brief_finding, entries, old_year
from briefing.assembly.omissions import omissions
from briefing.assembly.sources import Sources
from briefing.assembly.titles import automatic_title, section_title
from briefing.charts.chart import Chart, NotEnough
from briefing.drafting import printed_once
from briefing.model import (
    Brief,
    Candidate,
    ChartData,
    Draft,
    PartialDate,
    Passage,
    Section,
    Selection,
    StoredFinding,
    Taxonomy,
)
from briefing.selection.proposing import propose, used_by_section


@dataclass(frozen=True, slots=True)
class Terms:
    """What the template and the day add to a selection."""

    issued: date
    program: str
    charts: tuple[Chart, ...]
    """The charts to try, in order."""
    old_after_years: int = 3
    """Sources older than this carry their year beside the mark."""

    def year(self, day: PartialDate | None) -> int | None:
        """Return the year of a source that is old on the day of issue."""
        return old_year(day, self.issued, self.old_after_years)


Drawable = tuple[tuple[ChartData, ...], tuple[str, ...]]
"""The charts that the data supports, and why the others are left out."""


def assemble(
    selection: Selection,
    taxonomy: Taxonomy,
    terms: Terms,
    draft: Draft | None = None,
    held: Mapping[Passage, StoredFinding] | None = None,
    charts: Drawable | None = None,
) -> Brief:
    """Return the document: the sections in the order of the request, each as the draft orders it.

    Without a draft, what the program proposes is printed. ``held`` are findings that the draft
    uses though the selection does not offer them; ``charts`` those of the selection that quote
    nothing, where they have been computed before.
    """
    draft = propose(selection, draft or Draft(selection.request))
    used = {section: found for section, found in used_by_section(draft).items() if found}
    decisions = [decision for found in used.values() for decision in found]
    known = entries(printed_once(decisions), selection, held or {})
    sections = {
        section: [known[one.passage] for one in found if one.passage in known]
        for section, found in used.items()
    }
    sources = Sources(entry.cited for found in sections.values() for entry in found)
    codes = codes_for(decision.passage for decision in decisions)
    make = partial(_section, taxonomy=taxonomy, terms=terms, sources=sources, codes=codes)
    made = tuple(make(section, found) for section, found in sections.items() if found)
    printed_ones = tuple(map(_candidate, known.values()))
    printing = replace(
        selection,
        request=draft.request,
        candidates=printed_ones,
        numbered=tuple(source.sha256 for source in sources.listed()),
    )
    drawable, omitted = _charts(selection, printing, taxonomy, terms.charts, charts)
    printed = {(section.region, section.theme) for section in made}
    lacking = omissions(selection, draft, printed, len(decisions) - len(known), taxonomy)
    return Brief(
        request=draft.request,
        title=draft.request.title or automatic_title(draft.request, taxonomy),
        issued=terms.issued,
        cut_off=sources.newest(),
        sections=made,
        sources=sources.listed(),
        charts=with_printed_codes(drawable, codes),
        omitted=tuple(dict.fromkeys((*lacking, *omitted))),
        unprinted=omitted if draft.request.charts is None else (),
        candidates=len(selection.distinct),
        program=terms.program,
    )


def _section(
    key: tuple[str, str],
    found: Iterable[Entry],
    *,
    taxonomy: Taxonomy,
    terms: Terms,
    sources: Sources,
    codes: Mapping[Passage, str],
) -> Section:
    region, theme = key
    return Section(
        title=section_title(region, theme, taxonomy),
        region=region,
        theme=theme,
        findings=tuple(
            brief_finding(entry, codes[entry.decision.passage], sources, terms.year)
            for entry in found
        ),
    )


def _candidate(entry: Entry) -> Candidate:
    """Return a finding that is printed as charts take it."""
    one = entry.decision
    also, differs = entry.also_in, entry.differs_with
    offered = Candidate(entry.stored, 1.0, one.region, one.theme, "", one.choice)
    return replace(offered, also_in=also, differs_with=differs)


def _charts(
    selection: Selection,
    printing: Selection,
    taxonomy: Taxonomy,
    charts: tuple[Chart, ...],
    computed: Drawable | None,
) -> Drawable:
    """Return the charts in their order, those that quote made of what is printed alone.

    Those of own figures are made of what the request of ``printing`` brings.
    """
    silent = tuple(chart for chart in charts if chart.is_lasting)
    quoting = tuple(chart for chart in charts if not chart.is_lasting)
    drawn, omitted = chart_data(selection, taxonomy, silent) if computed is None else computed
    more, lacking = chart_data(printing, taxonomy, quoting)
    order = [chart.id for chart in charts]
    listed = sorted((*drawn, *more), key=lambda data: order.index(data.chart))
    return tuple(listed), (*omitted, *lacking)


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
