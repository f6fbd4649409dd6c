"""The draft of a releasable version: nothing but what may be released, and nothing beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from briefing.marking.limits import Limit, released_request
from briefing.marking.parts import with_fields, with_texts
from briefing.model import BriefRequest, Decision, Draft, RegionGroup, Taxonomy, scope_of
from briefing.pipeline.building import BuiltBrief
from briefing.pipeline.releasing_limits import Bounds
from briefing.quotations import alone, passage_of
from briefing.templating.backing import without_codes
from briefing.wording import listed


def released_draft(
    full: BuiltBrief, kept: tuple[Decision, ...], bounds: Bounds, taxonomy: Taxonomy
) -> Draft:
    """Return the draft of what may be released of a document; ``kept`` are its findings.

    What the officer left out, and might be released, is left out here too: no chart quotes it.
    """
    printed = {section.region for section in full.brief.sections}
    themes = {one.theme for one in kept}
    regions = {one.region for one in kept} & printed
    request = released_request(full.draft.request, bounds.limit)
    request = replace(
        request,
        regions=tuple(one for one in request.regions if one in regions),
        themes=tuple(one for one in request.themes if one in themes),
        groups=tuple(one for one in request.groups if one.id in regions),
        sources=tuple(sorted({one.finding.report for one in kept})) if request.sources else (),
        max_findings=len(kept),
    )
    passages = {one.passage for one in kept}
    carried = tuple(one for one in full.draft.carried if one.passage in passages)
    rejected = (one for one in full.draft.decisions if not one.is_used)
    decided = (*kept, *(one for one in rejected if bounds.permits_passage(one.passage)))
    draft = Draft(request, tuple(_without(one, bounds) for one in decided), None, carried)
    draft = draft if bounds.limit.says_all else _with_plain_groups(draft, taxonomy)
    return replace(draft, proposed_for=scope_of(draft.request))


def _without(one: Decision, bounds: Bounds) -> Decision:
    """Return a decision without notes, and without sentences beside it that may not be released."""
    before = tuple(said for said in one.before if bounds.is_clear(passage_of(said)))
    after = tuple(said for said in one.after if bounds.is_clear(passage_of(said)))
    return replace(one, before=before, after=after, note="", why="")


def _with_plain_groups(draft: Draft, taxonomy: Taxonomy) -> Draft:
    """Return a draft whose groups are named by their members: their names are the desk's words."""
    named = {one.id: _plainly(one, taxonomy) for one in draft.request.groups}
    ids = {id_: one.id if one.name else one.members[0] for id_, one in named.items()}
    request = replace(
        draft.request,
        regions=tuple(dict.fromkeys(ids.get(one, one) for one in draft.request.regions)),
        groups=tuple(one for one in named.values() if one.name),
    )
    decisions = (replace(one, region=ids.get(one.region, one.region)) for one in draft.decisions)
    return replace(draft, request=request, decisions=tuple(decisions))


def _plainly(group: RegionGroup, taxonomy: Taxonomy) -> RegionGroup:
    """Return a group under the names of its members; without a name where it has one only."""
    by_name = {region.name.casefold(): id_ for id_, region in taxonomy.regions.items()}
    known = {id_.casefold(): id_ for id_ in taxonomy.regions} | by_name
    members = tuple(dict.fromkeys(known[one.casefold()] for one in group.members))
    name = listed([taxonomy.regions[one].name for one in members]) if len(members) > 1 else ""
    return RegionGroup(name, members)


def without_references(request: BriefRequest, codes: Collection[str]) -> BriefRequest:
    """Return a request whose words refer to findings no more that were left out, by their codes."""

    def bare(text: str) -> str:
        return without_codes(text, codes)

    judgements = (
        replace(one, text=bare(one.text), would_change=bare(one.would_change))
        for one in request.judgements
    )
    return replace(with_fields(with_texts(request, bare, bare), bare), judgements=tuple(judgements))


def without_surroundings(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return decisions without the words before and after what they quote."""
    return tuple(
        replace(
            one,
            finding=alone(one.finding),
            before=tuple(map(alone, one.before)),
            after=tuple(map(alone, one.after)),
        )
        for one in decisions
    )


def groups_withheld(request: BriefRequest, limit: Limit) -> tuple[str, ...]:
    """Return the names of groups that may not be released."""
    return () if limit.says_all else tuple(one.name for one in request.groups)
