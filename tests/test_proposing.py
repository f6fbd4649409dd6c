from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing import drafting
from briefing.model import BriefRequest, Candidate, Choice, Decision, Draft
from briefing.selection.proposing import propose, used_by_section
from tests.builders import a_finding
from tests.drafts import REQUEST, a_candidate, a_decision, a_draft, a_selection, blocks


def test_an_empty_draft_takes_what_the_program_chose_leads_first() -> None:
    selection = a_selection(
        a_candidate(1), a_candidate(2, choice=Choice.LEAD), a_candidate(3, choice=Choice.LEFT_OUT)
    )
    draft = propose(selection, Draft(REQUEST))
    assert blocks(draft) == [2, 1]
    assert not draft.needs_proposal
    assert not any(decision.by_officer for decision in draft.decisions)


def test_a_draft_without_change_of_scope_keeps_exactly_its_decisions() -> None:
    draft = a_draft(a_decision(5))
    assert propose(a_selection(a_candidate(1)), draft) is draft


def test_the_sentence_before_comes_along() -> None:
    before = a_finding("Before it.", block=1)
    (decision,) = propose(a_selection(a_candidate(1, brings=before)), Draft(REQUEST)).decisions
    assert [quotation.exact for quotation in decision.before] == ["Before it."]


def test_what_the_officer_decided_outlives_a_change_of_scope() -> None:
    kept = a_decision(1, by_officer=True, choice=Choice.LEAD)
    left = a_decision(2, by_officer=True, choice=Choice.LEFT_OUT, why="known")
    draft = drafting.with_request(a_draft(kept, left, a_decision(3)), max_findings=5)
    selection = a_selection(a_candidate(4), a_candidate(2), request=draft.request)
    proposed = propose(selection, draft).decisions
    assert proposed[:2] == (kept, left)
    assert [decision.finding.block for decision in proposed[2:]] == [4]


def test_in_a_section_the_officer_touched_what_stays_keeps_its_order() -> None:
    own = a_decision(9, by_officer=True)
    draft = drafting.propose_anew(a_draft(a_decision(3), own, a_decision(1), a_decision(2)))
    selection = a_selection(*(a_candidate(n) for n in (1, 3, 4)))
    assert blocks(propose(selection, draft)) == [3, 9, 1, 4]


def test_the_officer_s_findings_take_up_room() -> None:
    request = replace(REQUEST, max_findings=2)
    draft = Draft(request, (a_decision(8, by_officer=True),))
    selection = a_selection(a_candidate(1), a_candidate(2), request=request)
    assert sorted(blocks(propose(selection, draft))) == [1, 8]


def test_where_room_is_short_the_fullest_section_gives_way_first() -> None:
    here, there = ((n, a_candidate(n)) for n in range(3)), a_candidate(9, region="KZ")
    selection = a_selection(*(one for _, one in here), there)
    words = len("Sentence 1 says something.".split())
    draft = propose(selection, Draft(REQUEST), words * 2)
    assert blocks(draft) == [0, 9]
    own = a_decision(7, by_officer=True)
    assert blocks(propose(selection, Draft(REQUEST, (own,)), words)) == [7, 0]


def test_nothing_is_proposed_that_the_officer_s_findings_print_or_say() -> None:
    longer = replace(a_decision(8, by_officer=True), after=(a_decision(1).finding,))
    selection = a_selection(a_candidate(1), a_candidate(2, also=(8,)), a_candidate(3))
    assert sorted(blocks(propose(selection, Draft(REQUEST, (longer,))))) == [3, 8]


def test_a_region_unticked_and_ticked_again_brings_its_decisions_back() -> None:
    own = a_decision(1, by_officer=True)
    draft = drafting.with_request(a_draft(own), regions=("KZ",))
    without = propose(a_selection(request=draft.request), draft)
    assert without.decisions == (own,)
    assert not any(used_by_section(without).values())
    again = propose(a_selection(), drafting.with_request(without, regions=("AM", "KZ")))
    assert used_by_section(again)["AM", "conflict"] == [own]


def test_a_decision_follows_its_finding_to_the_section_it_now_answers() -> None:
    own = a_decision(1, by_officer=True, choice=Choice.LEFT_OUT, why="known")
    request = BriefRequest(("south-caucasus",), REQUEST.themes)
    draft = Draft(request, (own,))
    selection = a_selection(
        a_candidate(1, region="south-caucasus", theme="diplomacy"), request=request
    )
    (decision,) = propose(selection, draft).decisions
    assert decision.section == ("south-caucasus", "conflict")
    assert decision.why == "known"


def test_a_note_is_kept_whatever_the_program_makes_of_the_finding() -> None:
    noted = a_decision(1, note="Ask.")
    draft = drafting.propose_anew(a_draft(noted))
    (left,) = propose(a_selection(), draft).decisions
    assert (left.note, left.is_used) == ("Ask.", False)
    (used,) = propose(a_selection(a_candidate(1)), drafting.propose_anew(a_draft(left))).decisions
    assert (used.note, used.is_used) == ("Ask.", True)


def _decisions() -> st.SearchStrategy[list[Decision]]:
    one = st.builds(
        a_decision,
        st.integers(0, 9),
        region=st.sampled_from(["AM", "KZ", "DE"]),
        choice=st.sampled_from(Choice),
        by_officer=st.booleans(),
        note=st.sampled_from(["", "note"]),
    )
    return st.lists(one, unique_by=lambda decision: decision.passage)


def _candidates() -> st.SearchStrategy[list[Candidate]]:
    one = st.builds(
        a_candidate,
        st.integers(0, 9),
        region=st.sampled_from(["AM", "KZ"]),
        choice=st.sampled_from(Choice),
    )
    return st.lists(one, unique_by=lambda candidate: candidate.stored.finding.passage)


@given(_decisions(), _candidates(), st.integers(1, 6))
def test_whatever_is_proposed_the_officer_s_decisions_stay_in_their_order(
    decisions: list[Decision], candidates: list[Candidate], most: int
) -> None:
    request = replace(REQUEST, max_findings=most)
    selection = a_selection(*candidates, request=request)
    draft = propose(selection, Draft(request, tuple(decisions)))
    passages = [one.passage for one in draft.decisions]
    assert len(set(passages)) == len(passages)
    officers = [one for one in decisions if one.by_officer]
    kept = [one for one in draft.decisions if one.by_officer]
    assert [one.passage for one in kept] == [one.passage for one in officers]
    assert [one.choice for one in kept] == [one.choice for one in officers]
    used = [one for found in used_by_section(draft).values() for one in found]
    assert sum(not one.by_officer for one in used) <= max(
        most - sum(one.by_officer for one in used), 0
    ) or not any(one.by_officer for one in used)
    again = propose(selection, drafting.propose_anew(draft))
    assert used_by_section(again) == used_by_section(draft)
