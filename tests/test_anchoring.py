"""Quotations found again in the same report, in a later version of it, or not at all."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.anchoring import Anchored, Orphaned, Proposed, anchor, anchor_all
from briefing.model import Quotation, Report
from briefing.quotations import quotation_at
from tests.builders import a_report

OPENING = "The ministers met in Prague for the first time since the ceasefire."
FINDING = "Armenia agreed to reopen the railway through its southern province."
CLOSING = "No date was set for the next round."
PARAGRAPH = f"{OPENING} {FINDING} {CLOSING}"


def quoted(report: Report, words: str) -> Quotation:
    block = next(n for n, one in enumerate(report.blocks) if words in one.text)
    start = report.blocks[block].text.index(words)
    return quotation_at(report, block, start, start + len(words))


def test_words_at_their_position_are_anchored_where_they_were() -> None:
    report = a_report("A first paragraph.", PARAGRAPH)
    quotation = quoted(report, FINDING)
    assert anchor(quotation, report) == Anchored(quotation, moved=False)


def test_words_that_moved_are_anchored_in_the_new_version_with_new_surroundings() -> None:
    quotation = quoted(a_report(PARAGRAPH), FINDING)
    later = a_report("A new preface.", f"They met. {FINDING} {CLOSING}")
    found = anchor(quotation, later)
    assert isinstance(found, Anchored)
    assert found.moved
    assert (found.quotation.report, found.quotation.block) == (later.sha256, 1)
    assert found.quotation.prefix == "They met. "
    assert found.quotation.exact == FINDING


def test_line_breaks_and_the_shape_of_quotation_marks_do_not_matter() -> None:
    quotation = quoted(
        a_report('He called it "a long-awaited step forward" at noon.'),
        '"a long-awaited step forward"',
    )
    found = anchor(
        quotation, a_report("Preface.", "At noon he called it “a  long‑awaited step forward”.")
    )
    assert isinstance(found, Anchored)
    assert found.quotation.exact == "“a  long‑awaited step forward”"


def test_of_several_places_the_one_with_the_same_surroundings_is_taken() -> None:
    quotation = quoted(a_report(PARAGRAPH), FINDING)
    later = a_report(FINDING, f"Others deny it. {FINDING} Nobody knows.", "Preface.", PARAGRAPH)
    found = anchor(quotation, later)
    assert isinstance(found, Anchored)
    assert found.quotation.block == 3


def test_places_that_cannot_be_told_apart_are_only_proposed() -> None:
    quotation = quoted(a_report(PARAGRAPH), FINDING)
    found = anchor(quotation, a_report("Preface.", PARAGRAPH, PARAGRAPH))
    assert isinstance(found, Proposed)
    assert found.why == "the same words stand in 2 places"
    assert found.quotation.block == 1


def test_a_few_words_in_other_surroundings_are_only_proposed() -> None:
    quotation = quoted(a_report("Asked about it, he refused. The talks went on."), "he refused")
    found = anchor(quotation, a_report("Years earlier in Vienna he refused a medal."))
    assert isinstance(found, Proposed)
    assert found.quotation.exact == "he refused"


def test_part_of_a_longer_word_is_not_the_same_word() -> None:
    quotation = quoted(a_report("An art of war."), "art")
    assert not isinstance(anchor(quotation, a_report("They start again tomorrow.")), Anchored)


def test_a_reworded_sentence_is_proposed_whole_with_its_likeness() -> None:
    quotation = quoted(a_report(PARAGRAPH), FINDING)
    reworded = "Armenia has agreed to reopen the old railway through its southern province."
    found = anchor(quotation, a_report("Preface.", f"{OPENING} {reworded} {CLOSING}"))
    assert isinstance(found, Proposed)
    assert found.quotation.exact == reworded
    assert 0.8 < found.likeness < 1
    assert found.why == f"the words differ ({found.likeness:.0%} alike)"


def test_a_changed_negation_is_never_anchored() -> None:
    quotation = quoted(
        a_report("The alliance will admit the two applicants."),
        "The alliance will admit the two applicants.",
    )
    changed = "The alliance will not admit the two applicants."
    assert isinstance(anchor(quotation, a_report(changed)), Proposed)


def test_words_that_are_gone_are_orphaned() -> None:
    quotation = quoted(a_report(PARAGRAPH), FINDING)
    gone = anchor(quotation, a_report("Fish is best cooked slowly, with lemon and thyme.", OPENING))
    assert gone == Orphaned(quotation)


def test_a_quotation_of_nothing_is_orphaned() -> None:
    quotation = replace(quoted(a_report(PARAGRAPH), FINDING), exact="")
    assert isinstance(anchor(quotation, a_report(PARAGRAPH)), Orphaned)


def test_a_position_outside_the_report_does_no_harm() -> None:
    quotation = replace(quoted(a_report(PARAGRAPH), FINDING), block=99, start=-5, end=10_000)
    found = anchor(quotation, a_report(PARAGRAPH))
    assert isinstance(found, Anchored)
    assert found.quotation.block == 0


def test_forty_changed_quotations_are_sought_in_a_long_report_in_seconds() -> None:
    paragraphs = [
        f"In year {n} the council of district {n % 97} discussed water, roads and the harvest. "
        f"Its chair number {n} asked for {n * 7} tons of grain before winter came."
        for n in range(5000)
    ]
    report = a_report(*paragraphs)
    quotations = [
        replace(
            quoted(report, f"In year {n} the council"),
            exact=f"In year {n} the assembly of the district spoke of water, roads and harvest.",
            prefix="",
            suffix="",
        )
        for n in range(0, 4000, 100)
    ]
    began = perf_counter()
    found = anchor_all(quotations, report)
    assert perf_counter() - began < 20
    assert {found[n].quotation.block for n in range(3)} == {0, 100, 200}


_SENTENCES = st.lists(
    st.sampled_from(
        ["Rain fell.", "The army left.", "Two men spoke of peace in Tbilisi.", "It was not so."]
    ),
    max_size=6,
)


@settings(deadline=None)
@given(ahead=_SENTENCES, inside=_SENTENCES, behind=_SENTENCES)
def test_whatever_is_inserted_around_it_a_unique_sentence_is_found_again(
    ahead: list[str], inside: list[str], behind: list[str]
) -> None:
    quotation = quoted(a_report("Rain fell.", PARAGRAPH), FINDING)
    later = a_report(*ahead, " ".join([*inside, FINDING, *behind]), *behind)
    found = anchor(quotation, later)
    assert isinstance(found, Anchored)
    place = found.quotation
    assert later.blocks[place.block].text[place.start : place.end] == FINDING


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=60))
def test_any_words_have_an_outcome_that_agrees_with_the_report(text: str, words: str) -> None:
    report = a_report(text)
    found = anchor(Quotation("cd" * 32, 0, 3, 9, words), report)
    if not isinstance(found, Orphaned):
        place = found.quotation
        assert report.blocks[0].text[place.start : place.end] == place.exact
