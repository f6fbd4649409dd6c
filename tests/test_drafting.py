from __future__ import annotations

from dataclasses import replace
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from briefing import drafting
from briefing.model import Choice, Decision, Draft, Passage, Quotation, ReportSummary
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


def test_several_move_together_in_the_order_in_which_they_are_given() -> None:
    draft = a_draft(*(a_decision(n) for n in (1, 2, 3, 4)))
    first, second, *_ = (one.passage for one in draft.decisions)
    assert blocks(drafting.move(draft, (first, second), "AM", "conflict", 1)) == [3, 1, 2, 4]
    assert blocks(drafting.move(draft, (second, first), "AM", "conflict", 99)) == [3, 4, 2, 1]


def test_several_are_dropped_at_once() -> None:
    draft = a_draft(*(a_decision(n) for n in (1, 2, 3)))
    gone = [draft.decisions[0].passage, draft.decisions[2].passage]
    assert blocks(drafting.drop(draft, gone)) == [2]


def test_new_findings_follow_one_another_at_the_end_of_their_sections() -> None:
    draft = a_draft(a_decision(1), a_decision(2, theme="diplomacy"), a_decision(3))
    new = (a_decision(7), a_decision(8, theme="diplomacy"), a_decision(9))
    decided = drafting.decide(draft, new, Choice.SUPPORT)
    by_theme = {
        theme: [one.finding.block for one in decided.decisions if one.theme == theme]
        for theme in ("conflict", "diplomacy")
    }
    assert by_theme == {"conflict": [1, 3, 7, 9], "diplomacy": [2, 8]}


def test_ten_thousand_are_decided_moved_and_dropped_in_no_time() -> None:
    many = [a_decision(n, choice=Choice.LEFT_OUT) for n in range(10_000)]
    passages = [one.passage for one in many]
    began = process_time()
    draft = drafting.decide(a_draft(), many, Choice.SUPPORT)
    draft = drafting.move(draft, passages, "KZ", "conflict", 0)
    assert drafting.drop(draft, passages).decisions == ()
    assert process_time() - began < 2


def _sentences(number: int) -> list[Quotation]:
    """Return sentences of one block, one after the other."""
    return [Quotation("a" * 64, 7, n * 10, n * 10 + 9, f"Words {n}.") for n in range(number)]


def test_two_lengthened_findings_do_not_bring_the_same_sentence_along() -> None:
    first, second, third, fourth, fifth = _sentences(5)
    one = replace(a_decision(1), finding=second, before=(first,), after=(third, fourth))
    other = replace(a_decision(2), finding=fifth)
    draft = drafting.put(a_draft(one, other), replace(other, before=(fourth,)))
    assert draft.decisions[0].after == (third,)
    assert draft.decisions[0].before == (first,)
    assert draft.decisions[1].before == (fourth,)


def test_a_finding_used_by_itself_is_no_longer_brought_along_by_another() -> None:
    first, second, third, fourth, _ = _sentences(5)
    one = replace(a_decision(1), finding=first, after=(second, third, fourth))
    draft = drafting.put(a_draft(one), replace(a_decision(2), finding=third))
    assert draft.decisions[0].after == (second,), "what would follow a gap goes too"
    assert draft.decisions[1].is_used


def test_what_stands_double_in_a_draft_is_printed_by_the_first() -> None:
    first, second, third, fourth, fifth = _sentences(5)
    one = replace(a_decision(1), finding=second, before=(first,), after=(third,))
    other = replace(a_decision(2), finding=fourth, before=(second, third), after=(fifth,))
    printed = drafting.printed_once([one, other])
    assert printed[0] == one
    assert (printed[1].before, printed[1].after) == ((), (fifth,))
    apart = replace(other, finding=replace(fourth, block=8), before=(), after=())
    assert drafting.printed_once([one, apart]) == (one, apart)
