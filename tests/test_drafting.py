from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing import drafting
from briefing.model import Choice, Decision, Draft, Passage, ReportSummary
from briefing.model.draft import Carried
from briefing.wording import PRINTED_WITH_ANOTHER
from tests.builders import METADATA
from tests.drafts import a_decision, a_draft, blocks

SECTIONS = [("AM", "conflict"), ("AM", "diplomacy"), ("KZ", "conflict")]


def test_a_choice_is_made_in_place_and_is_the_officer_s() -> None:
    draft = a_draft(a_decision(1), a_decision(2), a_decision(3))
    changed = drafting.decide(draft, a_decision(2), Choice.LEAD)
    assert blocks(changed) == [1, 2, 3]
    assert [one.by_officer for one in changed.decisions] == [False, True, False]
    assert changed.decisions[1].choice is Choice.LEAD


def test_a_new_finding_goes_to_the_end_of_what_its_section_uses() -> None:
    left = a_decision(2, choice=Choice.LEFT_OUT)
    draft = a_draft(a_decision(1), left, a_decision(3, theme="diplomacy"))
    assert blocks(drafting.decide(draft, a_decision(9), Choice.SUPPORT)) == [1, 9, 2, 3]


def test_the_reason_is_kept_of_what_is_left_out_only() -> None:
    draft = drafting.decide(a_draft(), a_decision(1), Choice.LEFT_OUT, "too old")
    assert draft.decisions[0].why == "too old"
    again = drafting.decide(draft, draft.decisions[0], Choice.SUPPORT, "too old")
    assert again.decisions[0].why == ""


def test_several_are_decided_at_once() -> None:
    draft = a_draft(a_decision(1), a_decision(2))
    changed = drafting.decide(draft, draft.decisions, Choice.LEFT_OUT, "known")
    assert {one.why for one in changed.decisions} == {"known"}


def test_the_index_of_a_move_is_the_place_it_then_has_among_the_used() -> None:
    left = a_decision(2, choice=Choice.LEFT_OUT)
    draft = a_draft(a_decision(1), left, a_decision(3), a_decision(4))
    first = draft.decisions[0].passage

    def used(changed: Draft) -> list[int]:
        return [one.finding.block for one in changed.decisions if one.is_used]

    assert used(drafting.move(draft, first, "AM", "conflict", 1)) == [3, 1, 4]
    assert used(drafting.move(draft, first, "AM", "conflict", 99)) == [3, 4, 1]
    assert used(drafting.move(draft, first, "AM", "conflict", -1)) == [1, 3, 4]


def test_a_move_to_another_section_takes_its_place_there() -> None:
    draft = a_draft(
        a_decision(1), a_decision(2, theme="diplomacy"), a_decision(3, theme="diplomacy")
    )
    moved = drafting.move(draft, draft.decisions[0].passage, "AM", "diplomacy", 1)
    assert blocks(moved) == [2, 1, 3]
    assert moved.decisions[1].section == ("AM", "diplomacy")


def test_what_is_not_decided_upon_cannot_be_moved() -> None:
    draft = a_draft(a_decision(1))
    assert drafting.move(draft, a_decision(2).passage, "AM", "conflict", 0) == draft


def test_a_note_leaves_the_choice_to_the_program() -> None:
    draft = a_draft(a_decision(1, choice=Choice.LEAD))
    (noted,) = drafting.annotate(draft, a_decision(1), "Ask the embassy.").decisions
    assert (noted.note, noted.choice, noted.by_officer) == ("Ask the embassy.", Choice.LEAD, False)


def test_a_confirmed_place_replaces_the_old_one_and_its_twin() -> None:
    old, twin = a_decision(1, by_officer=True), a_decision(7)
    report = ReportSummary(old.finding.report, "a.txt", "text", METADATA, 1, "2026-01-01")
    carried = (Carried(old.passage, report, "", 1),)
    draft = replace(a_draft(old, a_decision(2), twin), carried=carried)
    confirmed = drafting.confirm(draft, old.passage, replace(old, finding=twin.finding))
    assert blocks(confirmed) == [7, 2]
    assert confirmed.decisions[0].by_officer
    assert confirmed.carried == ()


def test_what_a_longer_finding_brings_along_is_not_printed_twice() -> None:
    draft = a_draft(a_decision(1), a_decision(2), a_decision(3))
    longer = replace(a_decision(1), after=(a_decision(2).finding,))
    changed = drafting.put(draft, longer)
    assert [one.is_used for one in changed.decisions] == [True, False, True]
    assert changed.decisions[1].why == PRINTED_WITH_ANOTHER
    left = drafting.decide(draft, longer, Choice.LEFT_OUT)
    assert [one.is_used for one in left.decisions] == [False, True, True]


def test_forgetting_and_asking_anew() -> None:
    draft = a_draft(a_decision(1), a_decision(2))
    assert blocks(drafting.drop(draft, a_decision(1).passage)) == [2]
    assert not draft.needs_proposal
    assert drafting.propose_anew(draft).needs_proposal
    assert drafting.with_request(draft, regions=("KZ",)).needs_proposal
    assert not drafting.with_request(draft, title="Another title").needs_proposal


def _deeds() -> st.SearchStrategy[tuple[str, int, int, int]]:
    names = st.sampled_from(["lead", "leave out", "move", "put", "note", "drop"])
    return st.tuples(names, st.integers(0, 7), st.integers(0, 2), st.integers(-1, 9))


def _done(draft: Draft, deed: tuple[str, int, int, int]) -> tuple[Draft, Passage]:
    name, block, section, index = deed
    region, theme = SECTIONS[section]
    one = drafting.find(draft, a_decision(block).passage) or a_decision(
        block, region=region, theme=theme
    )
    longer: Decision = replace(one, after=(a_decision(block).finding,))
    results = {
        "lead": lambda: drafting.decide(draft, one, Choice.LEAD),
        "leave out": lambda: drafting.decide(draft, one, Choice.LEFT_OUT, "why"),
        "move": lambda: drafting.move(draft, one.passage, region, theme, index),
        "put": lambda: drafting.put(draft, longer),
        "note": lambda: drafting.annotate(draft, one, "note"),
        "drop": lambda: drafting.drop(draft, one.passage),
    }
    return results[name](), one.passage


@given(st.lists(_deeds(), max_size=25))
def test_whatever_is_done_each_passage_stands_once_and_the_others_keep_their_order(
    deeds: list[tuple[str, int, int, int]],
) -> None:
    draft = a_draft(*(a_decision(n) for n in range(4)))
    for deed in deeds:
        before = draft
        draft, about = _done(draft, deed)
        passages = [one.passage for one in draft.decisions]
        assert len(set(passages)) == len(passages)
        others = [one for one in draft.decisions if one.passage != about]
        assert others == [one for one in before.decisions if one.passage != about]
