"""Use case: what the library offers for regions and themes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.errors import RequestError
from briefing.library import FindingQuery, Library
from briefing.model import (
    BriefRequest,
    Region,
    Selection,
    StoredFinding,
    Taxonomy,
    Theme,
)
from briefing.selection import Weighed, choose, weigh
from briefing.suggesting import suggest_named
from briefing.taxonomy import with_groups

LATEST = 500
"""So many findings are offered while nothing is asked for: all of them are no answer."""


def select_findings(library: Library, request: BriefRequest, taxonomy: Taxonomy) -> Selection:
    """Return all candidates for the request, ranked, each with its reason.

    Raises:
        RequestError: a region or theme that does not exist, or a period that ends before it begins.
        LibraryError: a source that is not in the library.
    """
    return choose_findings(request, weigh_findings(library, request, taxonomy), taxonomy)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the library holds on a scope, whatever the length asked for."""

    weighed: Weighed
    undated: int
    """Findings passed over because a period was asked for and nothing tells their date."""


def weigh_findings(
    library: Library,
    request: BriefRequest,
    taxonomy: Taxonomy,
    permits: Callable[[StoredFinding], bool] | None = None,
) -> Weighing:
    """Return what answers the request, ranked, before anything is chosen.

    With ``permits``, nothing is known of findings that it does not permit.

    Raises:
        RequestError, LibraryError: as for ``select_findings``.
    """
    taxonomy = with_groups(taxonomy, request.groups)
    resolved = resolve_scope(request, taxonomy)
    query = query_of(library, resolved, taxonomy)
    found = library.latest(LATEST) if query == FindingQuery() else library.candidates(query)
    found = found if permits is None else tuple(filter(permits, found))
    dated = placed_in_time(found, resolved)
    return Weighing(weigh(resolved, dated, taxonomy), len(found) - len(dated))


def choose_findings(request: BriefRequest, weighing: Weighing, taxonomy: Taxonomy) -> Selection:
    """Return all candidates for the request, with what is chosen within its length.

    Raises:
        RequestError: as for ``select_findings``.
    """
    resolved = resolve_scope(request, with_groups(taxonomy, request.groups))
    return replace(choose(resolved, weighing.weighed), undated=weighing.undated)


def placed_in_time(
    found: Sequence[StoredFinding], request: BriefRequest
) -> tuple[StoredFinding, ...]:
    """Return the findings that a period can be checked for, where one is asked for; else all."""
    if request.since is None and request.until is None:
        return tuple(found)
    return tuple(item for item in found if item.finding.dates or item.report.metadata.date)


def query_of(library: Library, request: BriefRequest, taxonomy: Taxonomy) -> FindingQuery:
    """Return what a resolved request asks of the library.

    Raises:
        LibraryError: a source that is not in the library.
    """
    covered: set[str] = set()
    for region in request.regions:
        covered |= taxonomy.covers(region)
    return FindingQuery(
        regions=frozenset(covered),
        themes=frozenset(request.themes),
        since=request.since,
        until=request.until,
        reports=frozenset(library.find_report(name) for name in request.sources),
    )


def resolve_scope(request: BriefRequest, taxonomy: Taxonomy) -> BriefRequest:
    """Return the request with its regions and themes as ids; names and other cases are understood.

    Raises:
        RequestError: a region or theme that does not exist, or a period that ends before it begins.
    """
    if request.since and request.until and request.since > request.until:
        raise RequestError(
            f"The period ends ({request.until}) before it begins ({request.since}).",
            "Swap the two dates.",
        )
    return replace(
        request,
        regions=region_ids(request.regions, taxonomy),
        themes=_ids("theme", request.themes, taxonomy.themes),
    )


def region_ids(words: Iterable[str], taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the id of the region that each word stands for, by id or by name, each once.

    Raises:
        RequestError: a region that does not exist.
    """
    return _ids("region", words, taxonomy.regions)


def _ids(
    what: str, words: Iterable[str], known: Mapping[str, Region] | Mapping[str, Theme]
) -> tuple[str, ...]:
    """Return the id that each word stands for, by id or by name, each once."""
    by_word = {item.name.casefold(): item for item in known.values()}
    by_word |= {id_.casefold(): item for id_, item in known.items()}
    found: dict[str, None] = {}
    for word in words:
        item = known.get(word) or by_word.get(word.casefold())
        if item is None:
            shown = {near: f"{item.id} ({item.name})" for near, item in by_word.items()}
            hint = suggest_named(word, shown, f"`main.py {what}s` lists them all.")
            raise RequestError(f"There is no {what} {word!r}.", hint)
        found[item.id] = None
    return tuple(found)
