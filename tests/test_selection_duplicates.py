"""Findings that say the same are folded into one."""

from __future__ import annotations

import pytest

from briefing.model import BriefRequest, Choice, Selection, StoredFinding
from briefing.selection import offer, select
from briefing.selection.duplicates import Wording
from tests.builders import a_finding, a_stored, a_summary, a_taxonomy

SAID = "Armenia and Azerbaijan signed a protocol on their common border in Brussels on Monday."
AGAIN = "On Monday Armenia and Azerbaijan signed a protocol on their common border in Brussels."


def stored(text: str, source: str, strength: float = 0.8) -> StoredFinding:
    finding = a_finding(text, report=source * 32, strength=strength)
    return a_stored(finding, report=a_summary(f"{source}.txt", source * 32), page="4")


def selected(*findings: StoredFinding) -> Selection:
    return select(BriefRequest(("AM",), ("diplomacy",)), findings, a_taxonomy())


def test_the_same_said_in_two_reports_is_one_finding_with_both_places() -> None:
    first, second = stored(SAID, "aa", 0.9), stored(AGAIN, "bb")
    best, folded = selected(second, first).candidates
    assert (best.stored, best.also_in) == (first, (second,))
    assert (folded.choice, folded.why_left_out) == (
        Choice.LEFT_OUT,
        "says the same as Novak 2023, p. 4 ¶ 1",
    )
    assert best.reason.endswith("also said in Novak 2023, p. 4 ¶ 1")


def test_a_ranking_says_each_thing_once() -> None:
    findings = [stored(SAID, "aa", 0.9), stored(AGAIN, "bb")]
    (only,) = offer(BriefRequest(("AM",), ("diplomacy",)), findings, a_taxonomy())
    assert only.stored == findings[0]


def test_a_repetition_is_marked_and_not_counted_among_the_distinct() -> None:
    selection = selected(stored(SAID, "aa", 0.9), stored(AGAIN, "bb"))
    assert [one.repeats for one in selection.candidates] == [False, True]
    assert selection.distinct == selection.candidates[:1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SAID, AGAIN),
        (SAID, f"Officials confirmed that {SAID[0].lower()}{SAID[1:]}"),
        (SAID, SAID.replace("common", "shared")),
        (SAID, f"According to the foreign ministry, {SAID}"),
        (SAID, f"“{SAID.rstrip('.')},” the ministry said."),
        (SAID, f"{SAID.rstrip('.')}, the ministry's spokesman told reporters."),
        (SAID, SAID.replace("signed a protocol", "signed “a protocol”")),
        (
            "Café owners across the old town closed for a day.",
            "CAFE OWNERS across the old town closed for a day!",
        ),
    ],
)
def test_nearly_the_same_words_say_the_same(first: str, second: str) -> None:
    assert Wording.of(first, ()).says_the_same_as(Wording.of(second, ()))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Exports to the region grew by 3 per cent in a year.",
            "Exports to the region grew by 5 per cent in a year.",
        ),
        (
            "The parliament has ratified the border treaty with its neighbour.",
            "The parliament has not ratified the border treaty with its neighbour.",
        ),
        (SAID, "Talks on trade went on in Astana without any result worth the name."),
        ("Armenia accused Azerbaijan.", "Azerbaijan accused Armenia."),
        (SAID, SAID.replace("signed", "never signed")),
        (SAID.replace("on Monday", "in 2008"), SAID.replace("on Monday", "in 2009")),
        (
            "It failed.",
            "It failed because the mediators could not agree on who should chair the meeting.",
        ),
    ],
)
def test_a_number_a_negation_or_other_words_make_another_finding(first: str, second: str) -> None:
    assert not Wording.of(first, ()).says_the_same_as(Wording.of(second, ()))


def test_the_same_sentence_on_another_country_is_another_finding() -> None:
    one = Wording.of("Kazakhstan joined the customs union in its first year.", ("KZ",))
    other = Wording.of("Kyrgyzstan joined the customs union in its first year.", ("KG",))
    assert not one.says_the_same_as(other)
