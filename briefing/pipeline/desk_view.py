"""A draft as the list of findings shows it: its sections and, in their order, its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.assembly import codes_for, section_title
from briefing.drafting import propose_anew
from briefing.model import BriefRequest, Candidate, Decision, Draft, Passage, Taxonomy
from briefing.model.desk import DraftView, FindingRow, SectionRow
from briefing.pipeline.desk_offers import Age, Offer
from briefing.pipeline.desk_rows import Rows
from briefing.pipeline.standing import Standings
from briefing.selection.proposing import SectionKey, asked_sections, propose, used_by_section
from briefing.selection.room import Room

ALL = "All findings"
"""Title of the one section of a request that names neither regions nor themes."""


def view_of(
    draft: Draft, offer: Offer, standings: Standings, age: Age, words: int | None = None
) -> DraftView:
    """Return the view of a draft, with the program's proposal where one is due.

    ``words`` is for how many words of findings the document has room, where that is known.
    """
    draft = propose(offer.selection, draft, words)
    used = used_by_section(draft)
    printed = [one for found in used.values() for one in found]
    rest = _rest(draft, offer, used)
    others = [one for found in rest.values() for one in found]
    codes = codes_for((*(one.passage for one in printed), *map(_passage, others)))
    rows = Rows(offer, codes, age)
    left = [one for one in others if isinstance(one, Decision)]
    stand = standings.of((*printed, *left), offer.stored, draft.carried)
    asked = draft.request if words is None else replace(draft.request, max_words=words)
    room = Room.beside(printed, asked)

    def row(one: Decision | Candidate) -> FindingRow:
        if isinstance(one, Candidate):
            return rows.undecided(one, room)
        return rows.decided(one, stand[one.passage])

    return DraftView(
        draft=draft,
        sections=tuple(_sections(draft.request, offer.taxonomy)),
        rows=tuple(row(one) for key in used for one in (*used[key], *rest[key])),
        found=len(offer.selection.distinct),
        used=len(printed),
        undated=offer.selection.undated,
        fresh=_fresh(draft, offer, words),
    )


def _fresh(draft: Draft, offer: Offer, words: int | None) -> int:
    """Return how many findings would be used that are not, were they proposed once more."""
    used = {one.passage for one in draft.decisions if one.is_used}
    renewed = propose(offer.selection, propose_anew(draft), words).decisions
    return sum(1 for one in renewed if one.is_used and one.passage not in used)


def _rest(
    draft: Draft, offer: Offer, sections: Iterable[SectionKey]
) -> dict[SectionKey, list[Decision | Candidate]]:
    """Return what each section does not use: by rank, then what is no candidate."""
    rest: dict[SectionKey, list[Decision | Candidate]] = {key: [] for key in sections}
    decided = {one.passage: one for one in draft.decisions if one.section in rest}
    left = {place: one for place, one in decided.items() if not one.is_used}
    for passage, candidate in offer.candidates.items():
        if passage in left:
            decision = left.pop(passage)
            rest[decision.section].append(decision)
        elif passage not in decided:
            rest[candidate.region, candidate.theme].append(candidate)
    for decision in left.values():
        rest[decision.section].append(decision)
    return rest


def _passage(one: Decision | Candidate) -> Passage:
    return one.passage if isinstance(one, Decision) else one.stored.finding.passage


def _sections(request: BriefRequest, taxonomy: Taxonomy) -> Iterable[SectionRow]:
    for region, theme in asked_sections(request):
        yield SectionRow(region, theme, section_title(region, theme, taxonomy) or ALL)
