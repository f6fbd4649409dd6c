"""Use case: how many findings each region and theme would bring, as things are ticked."""

from __future__ import annotations

from dataclasses import replace

from briefing.library import FindingQuery, Library
from briefing.model import BriefRequest, Taxonomy
from briefing.model.desk import Counts
from briefing.pipeline.selecting import resolve_scope
from briefing.taxonomy import with_groups

_NONE: frozenset[str] = frozenset()


def count_findings(library: Library, request: BriefRequest, taxonomy: Taxonomy) -> Counts:
    """Return the numbers of findings for a request; each finding counts once for each region.

    Regions count with all that they cover, and the officer's groups among them: those of the
    request and those that ``taxonomy`` holds. What brings nothing stands with 0.

    Raises:
        RequestError: a region or theme that does not exist, or a period that ends before it begins.
        LibraryError: a source that is not in the library.
    """
    taxonomy = with_groups(taxonomy, request.groups)
    query = _query(library, resolve_scope(request, taxonomy), taxonomy)
    covers = {region: taxonomy.covers(region) for region in taxonomy.regions}
    by_theme = library.count_by_theme(replace(query, themes=_NONE))
    return Counts(
        regions=library.count_by_region(replace(query, regions=_NONE), covers),
        themes={id_: by_theme.get(id_, 0) for id_ in taxonomy.themes},
        total=library.count(query),
    )


def _query(library: Library, request: BriefRequest, taxonomy: Taxonomy) -> FindingQuery:
    covered = (taxonomy.covers(region) for region in request.regions)
    return FindingQuery(
        regions=_NONE.union(*covered),
        themes=frozenset(request.themes),
        since=request.since,
        until=request.until,
        reports=frozenset(library.find_report(name) for name in request.sources),
    )
