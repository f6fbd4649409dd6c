"""The choice keeps to its length and is spread over sources, regions and themes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import BriefRequest, Candidate, Choice, StoredFinding
from briefing.selection import select
from tests.builders import a_finding, a_stored, a_summary, a_taxonomy

VERBS = ("opened", "refused", "hosted", "delayed", "praised", "doubled", "left", "bought", "feared")


def a_sentence(n: int) -> str:
    """Return a sentence that shares few words with any other."""
    return (
        f"Delegation{n} {VERBS[n % len(VERBS)]} harbour{n} before winter{n} and market{n} closed."
    )


def many(
    count: int, source: str = "aa", about: str = "AM", strength: float = 0.8
) -> list[StoredFinding]:
    """Return findings of one report, each a little weaker than the one before."""
    summary = a_summary(f"{source}.txt", source * 32)
    first = int(source, 16) * 100
    return [
        a_stored(
            a_finding(
                a_sentence(first + n),
                report=source * 32,
                block=n,
                about=(about,),
                strength=strength - n / 1000,
            ),
            report=summary,
        )
        for n in range(count)
    ]


def chosen(findings: list[StoredFinding], request: BriefRequest) -> tuple[Candidate, ...]:
    return select(request, findings, a_taxonomy()).chosen


REQUEST = BriefRequest(("AM", "KZ"), ("diplomacy",), max_findings=6)


def test_no_more_findings_than_asked_are_chosen_and_the_others_say_why() -> None:
    selection = select(REQUEST, many(9), a_taxonomy())
    assert len(selection.chosen) == 6
    left = [one.why_left_out for one in selection.candidates if one.choice is Choice.LEFT_OUT]
    assert left == ["length reached"] * 3


def test_the_choice_is_spread_over_reports() -> None:
    findings = many(10) + many(2, "bb", strength=0.75)
    sources = Counter(one.stored.report.file_name for one in chosen(findings, REQUEST))
    assert sources == {"aa.txt": 4, "bb.txt": 2}


def test_the_choice_is_spread_over_the_regions_asked_for() -> None:
    findings = many(10) + many(10, "bb", about="KZ", strength=0.7)
    regions = Counter(one.region for one in chosen(findings, REQUEST))
    assert min(regions["AM"], regions["KZ"]) >= 2


def test_a_full_answer_does_not_yield_to_a_poor_one_for_the_sake_of_variety() -> None:
    findings = many(10, strength=0.95) + many(10, "bb", about="KZ", strength=0.3)
    findings = [
        replace(one, finding=replace(one.finding, themes=("conflict", "society", "diplomacy")))
        if one.report.file_name == "bb.txt"
        else one
        for one in findings
    ]
    assert {one.region for one in chosen(findings, REQUEST)} == {"AM"}


def test_a_finding_that_repeats_much_of_a_chosen_one_comes_later() -> None:
    near = a_finding(
        "Yesterday delegation17000 doubled harbour17000, and winter17000 came.",
        block=50,
        report="aa" * 32,
        strength=0.79,
        about=("AM",),
    )
    other = a_finding(
        "Pipelines through the valley carry twice what they did.",
        block=51,
        report="aa" * 32,
        strength=0.78,
        about=("AM",),
    )
    findings = [*many(1), a_stored(near), a_stored(other)]
    two = chosen(findings, replace(REQUEST, max_findings=2))
    assert {one.stored.finding.passage.block for one in two} == {0, 51}


_FINDINGS = st.lists(
    st.builds(
        lambda n, strength, leans, words: (n, strength, leans, words),
        st.integers(0, 30),
        st.floats(0, 1),
        st.booleans(),
        st.integers(1, 40),
    ),
    max_size=25,
)


@settings(deadline=None)
@given(_FINDINGS, st.integers(1, 12), st.none() | st.integers(0, 120))
def test_the_length_is_never_exceeded_whatever_is_offered(
    made: list[tuple[int, float, bool, int]], most: int, words: int | None
) -> None:
    findings = []
    for block, (n, strength, leans, length) in enumerate(made):
        text = " ".join(f"w{n}x{i}" for i in range(length))
        before = a_finding(a_sentence(n), block=block)
        finding = a_finding(text, block=block, start=200, strength=strength, needs_context=leans)
        findings.append(a_stored(finding, before=before))
    request = BriefRequest(("AM",), ("diplomacy",), max_findings=most, max_words=words)
    selection = select(request, findings, a_taxonomy())
    printed = [
        text for one in selection.chosen for text in (one.brings, one.stored.finding) if text
    ]
    assert len(selection.chosen) <= most
    assert words is None or sum(len(one.text.split()) for one in printed) <= words
    assert len(selection.candidates) == len(findings)
    assert all(one.why_left_out for one in selection.candidates if one.choice is Choice.LEFT_OUT)
