"""Use case: from a request to a brief."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefing import PROGRAM, __version__
from briefing.assembly import Terms, assemble
from briefing.charts import CHARTS
from briefing.charts.chart import Chart
from briefing.errors import RequestError
from briefing.library import Library
from briefing.model import Brief, BriefRequest, Selection, Taxonomy
from briefing.pipeline.selecting import resolve_scope, select_findings
from briefing.pipeline.verifying import verify_brief, with_verdict
from briefing.scales import check_judgement, load_scale
from briefing.templating import TemplateHeader, load_header

PAGE_SIZES = ("A4", "Letter")


@dataclass(frozen=True, slots=True)
class BuiltBrief:
    """A brief, and the selection it was made from."""

    brief: Brief
    selection: Selection


def build_brief(
    library: Library, request: BriefRequest, taxonomy: Taxonomy, *, today: date
) -> BuiltBrief:
    """Return the brief for a request; ``today`` is its date of issue unless the request has one.

    Raises:
        RequestError: the request asks for what does not exist or contradicts itself.
        TemplateError: the template's header is at fault.
        LibraryError: a source that is not in the library.
    """
    header = check_request(request, taxonomy)
    selection = select_findings(library, request, taxonomy)
    terms = Terms(
        issued=request.issued or today,
        program=f"{PROGRAM} {__version__}",
        charts=_wanted_charts(request, header),
        old_after_years=header.old_after_years,
    )
    brief = assemble(selection, taxonomy, terms)
    return BuiltBrief(with_verdict(brief, verify_brief(brief, library)), selection)


def check_request(request: BriefRequest, taxonomy: Taxonomy) -> TemplateHeader:
    """Check the whole request before any work is done, and return its template's header.

    Raises:
        RequestError: a region, theme, chart, term or page size that does not exist, or no length.
        TemplateError: no such template, or its header is at fault.
    """
    resolve_scope(request, taxonomy)
    scale = load_scale(request.scale)
    for judgement in request.judgements:
        check_judgement(judgement, scale)
    if request.page_size not in PAGE_SIZES:
        raise RequestError(
            f"There is no page size {request.page_size!r}.", f"Use {' or '.join(PAGE_SIZES)}."
        )
    if request.max_findings < 1 or (request.max_words is not None and request.max_words < 1):
        raise RequestError("The length asked for is less than one finding or word.")
    return load_header(request.template)


def _wanted_charts(request: BriefRequest, header: TemplateHeader) -> tuple[Chart, ...]:
    ids = header.charts if request.charts is None else request.charts
    return tuple(_chart(id_) for id_ in ids)


def _chart(id_: str, charts: Iterable[Chart] = CHARTS) -> Chart:
    known = {chart.id: chart for chart in charts}
    if id_ not in known:
        near = difflib.get_close_matches(id_, known, n=1)
        meant = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
        raise RequestError(f"There is no chart {id_!r}.", meant)
    return known[id_]
