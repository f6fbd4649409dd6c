"""Findings of all reports by words or by code, as rows beside those of the draft."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.assembly import codes_for
from briefing.library import Library
from briefing.model import Choice, Decision, Draft, StoredFinding
from briefing.model.desk import FindingRow
from briefing.pipeline.collecting import uncollected
from briefing.pipeline.desk_offers import Age, Offer
from briefing.pipeline.desk_rows import Rows
from briefing.pipeline.standing import Standings
from briefing.quotations import quotation_of, typed_code
from briefing.selection.proposing import asked_sections, used_by_section
from briefing.selection.relevance import Fit, Scope, best_fit
from briefing.selection.room import Room

_CODE = re.compile(r"f-[a-z2-7]{4,}", re.ASCII)


def found_by(library: Library, words: str, limit: int) -> tuple[StoredFinding, ...]:
    """Return the findings that hold the words, best first, or those that a code names."""
    said = words.strip()
    code = typed_code(words)
    with uncollected():
        named = library.findings_of_code(code) if _CODE.fullmatch(code) else ()
        return named[:limit] or library.search(said, limit)


def search_rows(
    found: Iterable[StoredFinding], draft: Draft, offer: Offer, standings: Standings, age: Age
) -> tuple[FindingRow, ...]:
    """Return a row for each finding: with the draft's decision where it has one, else left out."""
    found = tuple(found)
    sections = set(asked_sections(draft.request))
    decided = {one.passage: one for one in draft.decisions if one.section in sections}
    printed = [one for used in used_by_section(draft).values() for one in used]
    passages = (one.finding.passage for one in found)
    rows = Rows(offer, codes_for((*(one.passage for one in printed), *passages)), age)
    stand = standings.of(
        (decided[one.finding.passage] for one in found if one.finding.passage in decided),
        {one.finding.passage: one for one in found},
        draft.carried,
    )
    room = Room.beside(printed, draft.request)
    scopes = tuple(Scope.of(region, offer.taxonomy) for region in draft.request.regions)
    made = offer.searched_at(age)

    def row(stored: StoredFinding) -> FindingRow:
        passage = stored.finding.passage
        if passage in decided:
            return rows.decided(decided[passage], stand[passage])
        if passage in offer.candidates:
            return rows.undecided(offer.candidates[passage], room)
        if passage not in made or made[passage].code != rows.codes[passage]:
            fit = best_fit(stored.finding, scopes, draft.request.themes)
            left_out = _left_out(stored, draft, scopes, fit)
            made[passage] = rows.of_stored(stored, left_out, fits=fit is not None)
        return made[passage]

    with uncollected():
        return tuple(map(row, found))


def _left_out(
    stored: StoredFinding, draft: Draft, scopes: tuple[Scope, ...], fit: Fit | None
) -> Decision:
    """Return a decision that leaves a finding out, under the section that suits it best."""
    request = draft.request
    near = (
        fit or best_fit(stored.finding, scopes, ()) or best_fit(stored.finding, (), request.themes)
    )
    first = asked_sections(request)[0]
    region = (near.region if near else "") or first[0]
    theme = (near.theme if near else "") or first[1]
    return Decision(quotation_of(stored), Choice.LEFT_OUT, region, theme)
