"""Use case: the best answers of the library, and where they are few, what nearly answers."""

from __future__ import annotations

from briefing.library import Library
from briefing.model import BriefRequest, Candidate, Choice, Taxonomy
from briefing.pipeline.collecting import uncollected
from briefing.pipeline.near_misses import NearMiss, near_misses
from briefing.pipeline.selecting import query_of, resolve_scope
from briefing.pipeline.shortlisting import shortlist
from briefing.selection import needed_to_offer, offer
from briefing.selection.duplicates import Wording
from briefing.selection.ranking import brought_by
from briefing.taxonomy import with_groups

COMPARED = 260
"""So many of the best are looked at for repetitions of one another; where there are thousands, one
that says the same in a sentence so weak that it comes later is not told of."""
NEARLY = "nearly answers only"
"""Why a brief leaves out what fills up an answer."""


def offer_findings(
    library: Library, request: BriefRequest, taxonomy: Taxonomy
) -> tuple[Candidate, ...]:
    """Return the best ``max_findings`` answers by rank alone, each said once, with its reason.

    Unlike ``select_findings`` nothing is spread or left out for the sake of a brief: what a brief
    would leave out says so in ``why_left_out``. Where region and theme are asked for and fewer
    findings answer, those that nearly do follow, with ``NEARLY`` there: tags are not always right,
    and what a person would have picked is often among them.

    Raises:
        RequestError, LibraryError: as for ``select_findings``.
    """
    known = with_groups(taxonomy, request.groups)
    resolved = resolve_scope(request, known)
    with uncollected():
        offered = _best(library, resolved, known)
    if len(offered) >= request.max_findings or not (request.regions and request.themes):
        return offered
    said = {one.stored.finding.text for one in offered}
    said |= {stored.finding.text for one in offered for stored in one.also_in}
    near = near_misses(library, request, taxonomy, request.max_findings + len(said))
    new = (_as_candidate(miss) for miss in near if miss.stored.finding.text not in said)
    return (*offered, *new)[: request.max_findings]


def _best(library: Library, request: BriefRequest, taxonomy: Taxonomy) -> tuple[Candidate, ...]:
    """Return the best answers to a resolved request."""
    query = query_of(library, request, taxonomy)
    number = max(COMPARED, 2 * request.max_findings)
    while True:
        short = shortlist(library, request, query, taxonomy, number)
        said = library.wordings(short.best)
        wordings = [Wording.of(one.text, one.mentions) for one in said]
        needed = needed_to_offer(request, wordings, is_all=short.is_all)
        if needed is not None:
            break
        number *= 4
    place = {n: at for at, n in enumerate(needed)}
    found = library.numbered(said[n].id for n in needed)
    return offer(request, found, taxonomy, short.newest, [place[n] for n in needed.values()])


def _as_candidate(miss: NearMiss) -> Candidate:
    """Return what nearly answers as something to look at, which no brief takes by itself."""
    return Candidate(
        stored=miss.stored,
        score=0.0,
        region="",
        theme="",
        reason=miss.why,
        choice=Choice.LEFT_OUT,
        why_left_out=NEARLY,
        brings=brought_by(miss.stored),
    )
