"""The document, put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from briefing.assembly.charting import Drawable, chart_data, charted, charted_entry, covering
from briefing.assembly.codes import codes_for, with_printed_codes
from briefing.assembly.counted import counted
from briefing.assembly.entries import Entry, brief_finding, entries, old_year
from briefing.assembly.omissions import omissions
from briefing.assembly.sources import Sources
from briefing.assembly.titles import automatic_title, section_title
from briefing.assembly.unnamed import unnamed
from briefing.charts.chart import Chart
from briefing.drafting import printed_once
from briefing.model import (
    Brief,
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
    nothing, where they have been computed before: they are made anew where a report may not be
    named.
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
    quoting = charted(selection, draft, known, sources, taxonomy, _passing(terms.charts))
    beside = [charted_entry(stored) for stored in quoting.quoted]
    codes = codes_for(one.passage for one in (*decisions, *(one.decision for one in beside)))
    make = partial(_section, taxonomy=taxonomy, terms=terms, sources=sources, codes=codes)
    made = tuple(make(section, found) for section, found in sections.items() if found)
    covers = covering(draft.request, known.values())
    countable = unnamed(selection, covers)
    if charts is None or countable is not selection:
        charts = chart_data(countable, taxonomy, _lasting(terms.charts))
    drawable, omitted = _in_order(charts, quoting.drawable, terms.charts)
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
        charted=tuple(
            brief_finding(entry, codes[entry.decision.passage], sources, terms.year)
            for entry in beside
        ),
        counted=counted(
            drawable,
            selection,
            {source.sha256 for source in sources.listed()},
            covers,
        ),
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


def _lasting(charts: Iterable[Chart]) -> tuple[Chart, ...]:
    return tuple(chart for chart in charts if chart.is_lasting)


def _passing(charts: Iterable[Chart]) -> tuple[Chart, ...]:
    return tuple(chart for chart in charts if not chart.is_lasting)


def _in_order(one: Drawable, other: Drawable, charts: Iterable[Chart]) -> Drawable:
    """Return the charts of both in the order in which they are wanted."""
    order = [chart.id for chart in charts]
    listed = sorted((*one[0], *other[0]), key=lambda data: order.index(data.chart))
    return tuple(listed), (*one[1], *other[1])
