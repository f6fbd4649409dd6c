"""Use case: from a request to a brief."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from briefing import PROGRAM, __version__
from briefing.assembly import Drawable, Terms, assemble, chart_data
from briefing.charts.chart import Chart
from briefing.library import Library
from briefing.model import Brief, BriefRequest, Draft, Passage, Selection, Taxonomy
from briefing.model.desk import Standing
from briefing.pipeline.checking import check_request, wanted_charts
from briefing.pipeline.lengths import words_for_findings
from briefing.pipeline.marking import marked
from briefing.pipeline.paragraphs import with_paragraphs
from briefing.pipeline.selecting import resolve_scope, select_findings
from briefing.pipeline.shelf import Shelf
from briefing.pipeline.standing import Stand, Standings, carrying, offered_by
from briefing.pipeline.verifying import Verification, verify_brief
from briefing.selection.proposing import propose, used_by_section
from briefing.taxonomy import with_groups


@dataclass(frozen=True, slots=True)
class BuiltBrief:
    """A brief, what it was made from, and how it compares with its sources."""

    brief: Brief
    selection: Selection
    verification: Verification
    draft: Draft
    """With the program's proposal, and what there is to carry along for lost findings."""


@dataclass(frozen=True, slots=True)
class Materials:
    """All that is at hand for building drafts of one scope."""

    selection: Selection
    taxonomy: Taxonomy
    """With the groups of the request."""
    shelf: Shelf
    standings: Standings
    charts: Callable[[tuple[Chart, ...]], Drawable]
    """Gives the charts that the selection supports; asked for those that quote nothing."""


def build_brief(
    library: Library,
    request: BriefRequest,
    taxonomy: Taxonomy,
    *,
    today: date,
    folders: Sequence[Path] = (),
) -> BuiltBrief:
    """Return the brief for a request: that of a draft in which nothing is decided yet.

    Raises:
        RequestError, TemplateError, LibraryError: as ``build_draft``.
    """
    return build_draft(library, Draft(request), taxonomy, today=today, folders=folders)


def build_draft(
    library: Library,
    draft: Draft,
    taxonomy: Taxonomy,
    *,
    today: date,
    folders: Sequence[Path] = (),
) -> BuiltBrief:
    """Return the brief of a draft; ``today`` is its date of issue unless the request has one.

    ``folders`` hold templates of the user's own, which stand before the shipped ones.

    Raises:
        RequestError: the request asks for what does not exist or contradicts itself.
        TemplateError: the template's header is at fault.
        LibraryError: a source that is not in the library.
    """
    check_request(draft.request, taxonomy, folders)
    taxonomy = with_groups(taxonomy, draft.request.groups)
    selection = select_findings(library, draft.request, taxonomy)
    shelf = Shelf(library)
    drawable = partial(chart_data, selection, taxonomy)
    materials = Materials(selection, taxonomy, shelf, Standings(shelf), drawable)
    return build_from(materials, draft, today=today, folders=folders)


def build_from(
    materials: Materials, draft: Draft, *, today: date, folders: Sequence[Path] = ()
) -> BuiltBrief:
    """Return the brief of a draft from materials gathered for its scope.

    Raises:
        RequestError, TemplateError: as ``build_draft``.
    """
    selection, taxonomy = materials.selection, materials.taxonomy
    header = check_request(draft.request, taxonomy, folders)
    request = resolve_scope(draft.request, taxonomy)
    charts = wanted_charts(request, header, taxonomy)
    room = words_for_findings(request, header, selection, len(charts))
    draft = propose(selection, replace(draft, request=request), room)
    terms = Terms(
        issued=request.issued or today,
        program=f"{PROGRAM} {__version__}",
        charts=charts,
        old_after_years=header.old_after_years,
    )
    used = [one for found in used_by_section(draft).values() for one in found]
    stand = materials.standings.of(used, offered_by(selection), draft.carried)
    held = {passage: one.stored for passage, one in stand.items() if one.stored is not None}
    silent = tuple(chart for chart in charts if chart.is_lasting)
    brief = assemble(selection, taxonomy, terms, draft, held, materials.charts(silent))
    brief = with_paragraphs(brief, materials.shelf)
    brief = marked(brief)
    lost = {passage for passage, one in stand.items() if one.standing is not Standing.FOUND}
    verification = verify_brief(brief, materials.shelf, lost)
    return BuiltBrief(brief, selection, verification, _carrying(draft, stand))


def _carrying(draft: Draft, stand: Mapping[Passage, Stand]) -> Draft:
    """Return a draft that carries along where each lost finding stood, as far as is known."""
    return carrying(
        draft, (item for item in stand.items() if item[1].standing is not Standing.FOUND)
    )
