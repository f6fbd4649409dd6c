"""Use case: from a request to a brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing import PROGRAM, __version__
from briefing.assembly import Terms, assemble
from briefing.charts import CHARTS
from briefing.charts.chart import Chart
from briefing.errors import RequestError
from briefing.library import Library
from briefing.model import Brief, BriefRequest, PageSize, Selection, Taxonomy
from briefing.pipeline.selecting import resolve_scope, select_findings
from briefing.pipeline.verifying import Verification, verify_brief
from briefing.scales import check_judgement, load_scale
from briefing.suggesting import suggest
from briefing.templating import TemplateHeader, load_header


@dataclass(frozen=True, slots=True)
class BuiltBrief:
    """A brief, the selection it was made from, and how it compares with its sources."""

    brief: Brief
    selection: Selection
    verification: Verification


def build_brief(
    library: Library,
    request: BriefRequest,
    taxonomy: Taxonomy,
    *,
    today: date,
    folders: Sequence[Path] = (),
) -> BuiltBrief:
    """Return the brief for a request; ``today`` is its date of issue unless the request has one.

    ``folders`` hold templates of the user's own, which stand before the shipped ones.

    Raises:
        RequestError: the request asks for what does not exist or contradicts itself.
        TemplateError: the template's header is at fault.
        LibraryError: a source that is not in the library.
    """
    header = check_request(request, taxonomy, folders)
    terms = Terms(
        issued=request.issued or today,
        program=f"{PROGRAM} {__version__}",
        charts=_wanted_charts(request, header),
        old_after_years=header.old_after_years,
    )
    selection = select_findings(library, request, taxonomy)
    brief = assemble(selection, taxonomy, terms)
    return BuiltBrief(brief, selection, verify_brief(brief, library))


def check_request(
    request: BriefRequest, taxonomy: Taxonomy, folders: Sequence[Path] = ()
) -> TemplateHeader:
    """Check the whole request before any work is done, and return its template's header.

    Raises:
        RequestError: a region, theme, chart, term or page size that does not exist, or no length.
        TemplateError: no such template, or its header is at fault.
    """
    resolve_scope(request, taxonomy)
    scale = load_scale(request.scale)
    for judgement in request.judgements:
        if not judgement.text.strip():
            raise RequestError("A judgement has no text.", "Write it, or take the judgement out.")
        check_judgement(judgement, scale)
    if request.page_size not in set(PageSize):
        raise RequestError(
            f"There is no page size {request.page_size!r}.", f"Use {' or '.join(PageSize)}."
        )
    if request.max_findings < 1 or (request.max_words is not None and request.max_words < 1):
        raise RequestError("The length asked for is less than one finding or word.")
    header = load_header(request.template, folders)
    _wanted_charts(request, header)
    return header


def _wanted_charts(request: BriefRequest, header: TemplateHeader) -> tuple[Chart, ...]:
    ids = header.charts if request.charts is None else request.charts
    return tuple(_chart(id_) for id_ in dict.fromkeys(ids))


def _chart(id_: str) -> Chart:
    known = {chart.id: chart for chart in CHARTS}
    if id_ not in known:
        raise RequestError(f"There is no chart {id_!r}.", suggest(id_, known))
    return known[id_]
