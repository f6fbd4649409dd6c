"""Whether a request can be met, found out before any work is done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.charts import CHARTS, chart_named
from briefing.charts.chart import Chart
from briefing.errors import RequestError
from briefing.judging import hints_on_request
from briefing.model import Brief, BriefRequest, PageSize, Taxonomy
from briefing.own_data import OwnChart, fitting_charts
from briefing.pipeline.marking import check_markings
from briefing.pipeline.selecting import region_ids, resolve_scope
from briefing.request_file import check_binding
from briefing.scales import check_judgement, load_scale
from briefing.suggesting import suggest
from briefing.taxonomy import with_groups
from briefing.templating import (
    NOTES,
    TemplateHeader,
    load_header,
    missing,
    stray_codes,
    undated,
    unknown_fields,
)


def check_request(
    request: BriefRequest, taxonomy: Taxonomy, folders: Sequence[Path] = ()
) -> TemplateHeader:
    """Check the whole request before any work is done, and return its template's header.

    Raises:
        RequestError: a region, theme, chart, term or page size that does not exist, no length,
            or a margin for binding that cannot be printed.
        TemplateError: no such template, or its header is at fault.
    """
    taxonomy = with_groups(taxonomy, request.groups)
    resolve_scope(request, taxonomy)
    check_markings(request)
    scale = load_scale(request.scale)
    for judgement in request.judgements:
        if not judgement.text.strip():
            raise RequestError("A judgement has no text.", "Write it, or take the judgement out.")
        check_judgement(judgement, scale)
    if request.page_size not in set(PageSize):
        raise RequestError(
            f"There is no page size {request.page_size!r}.", f"Use {' or '.join(PageSize)}."
        )
    if request.binding_mm:
        check_binding(request.binding_mm)
    if request.notes and request.notes not in NOTES:
        raise RequestError(f"There are no notes {request.notes!r}.", f"Use {', '.join(NOTES)}.")
    if request.max_findings < 1 or (request.max_words is not None and request.max_words < 1):
        raise RequestError("The length asked for is less than one finding or word.")
    header = load_header(request.template, folders)
    wanted_charts(request, header, taxonomy)
    return header


def still_lacking(brief: Brief, folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return sentences on what a brief's template needs and it does not have, or cannot use.

    Raises:
        RequestError, TemplateError: the template is not there, or its header is at fault.
    """
    header = load_header(brief.request.template, folders)
    lacking = [one.words for one in missing(header, brief)]
    said = [f"{header.title} needs: {', '.join(lacking)}."] if lacking else []
    said.extend(strays(brief))
    said.extend(without_dates(header, brief))
    strange = unknown_fields(header, brief)
    if strange:
        said.append(
            f"{header.title} has no field {', '.join(strange)}: what is written there is not "
            f"printed. It has: {', '.join(one.name for one in header.fields) or 'none'}."
        )
    return tuple(said)


def without_dates(header: TemplateHeader, brief: Brief) -> tuple[str, ...]:
    """Return a sentence for each field for a date in which words stand that name no day."""
    return tuple(
        f"{label}: no date, printed as written. A date is written 2026-11-30."
        for label in undated(header, brief)
    )


def strays(brief: Brief) -> tuple[str, ...]:
    """Return a sentence where the officer's words name findings that the brief does not print."""
    codes = stray_codes(brief)
    if not codes:
        return ()
    return (f"Your words name {', '.join(codes)}, which this brief does not print.",)


def hints(request: BriefRequest) -> tuple[str, ...]:
    """Return what to mind of the officer's own words, in sentences; never a reason to refuse.

    Raises:
        RequestError: there is no such scale.
    """
    terms = [term.words for term in load_scale(request.scale).terms]
    return tuple(hints_on_request(request, terms))


def wanted_charts(
    request: BriefRequest, header: TemplateHeader, taxonomy: Taxonomy
) -> tuple[Chart, ...]:
    """Return the charts that a request asks for, or its template where it does not say.

    With those of its template stand those that suit the figures which the request brings.

    Raises:
        RequestError: one that does not exist, or of a country that does not.
    """
    ids = request.charts
    if ids is None:
        ids = (*header.charts, *fitting_charts(request, taxonomy))
    return tuple(known_chart(id_, taxonomy) for id_ in dict.fromkeys(ids))


def known_chart(id_: str, taxonomy: Taxonomy) -> Chart:
    """Return the chart that an id means.

    Raises:
        RequestError: there is none such, or it is of a country that does not exist.
    """
    chart = chart_named(id_)
    if chart is None:
        raise RequestError(f"There is no chart {id_!r}.", suggest(id_, [c.id for c in CHARTS]))
    wanted = OwnChart.read(id_)
    if wanted is not None:
        region_ids(wanted.countries, taxonomy)
    return chart
