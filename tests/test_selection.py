"""Ranking, reasons and what becomes of each candidate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefing.model import (
    BriefRequest,
    Candidate,
    Choice,
    Evidence,
    Facet,
    Finding,
    Metadata,
    PartialDate,
    RegionGroup,
    Selection,
    StoredFinding,
    TextKind,
)
from briefing.selection import offer, select
from briefing.taxonomy import with_groups
from tests.builders import METADATA, a_finding, a_stored, a_summary, a_taxonomy

ARMENIA = "Armenia and its neighbour opened formal talks on the railway in Prague."
GEORGIA = "Georgian envoys travelled to Vienna to discuss the future of their mission."
KAZAKH = "The Kazakh foreign ministry hosted delegations from nine capitals last spring."
TURKEY = "Ankara invited both presidents to a summit devoted to the reopening of roads."


def offered(*findings: Finding, metadata: Metadata = METADATA) -> list[StoredFinding]:
    """Return findings of one report, each in a block of its own."""
    placed = (replace(one, passage=replace(one.passage, block=n)) for n, one in enumerate(findings))
    summary = a_summary(metadata=metadata)
    return [a_stored(one, report=summary, paragraph=n) for n, one in enumerate(placed, 1)]


def texts(found: Sequence[StoredFinding]) -> list[str]:
    return [stored.finding.text for stored in found]


def asked(
    findings: Sequence[StoredFinding],
    regions: Sequence[str] = ("south-caucasus",),
    themes: Sequence[str] = ("diplomacy",),
    **more: object,
) -> Selection:
    request = replace(BriefRequest(tuple(regions), tuple(themes)), **more)  # type: ignore[arg-type]
    return select(request, findings, a_taxonomy())


def ranked_for(
    region: str, findings: Sequence[StoredFinding], limit: int = 10
) -> Sequence[StoredFinding]:
    request = BriefRequest((region,), ("diplomacy",), max_findings=limit)
    return [one.stored for one in offer(request, findings, a_taxonomy())]


def the(selection: Selection, text: str) -> Candidate:
    return next(one for one in selection.candidates if one.stored.finding.text == text)


def test_a_finding_about_the_region_precedes_one_about_a_member_and_one_that_names_it() -> None:
    findings = offered(
        a_finding(KAZAKH, about=("KZ",), mentions=("KZ", "south-caucasus")),
        a_finding(GEORGIA, about=("GE",)),
        a_finding(ARMENIA, about=("south-caucasus",)),
    )
    assert texts(ranked_for("south-caucasus", findings, 10)) == [
        ARMENIA,
        GEORGIA,
        KAZAKH,
    ]


def test_for_a_bloc_its_own_deeds_come_far_before_those_of_a_member() -> None:
    findings = offered(
        a_finding(TURKEY, about=("TR",), strength=1.0),
        a_finding(ARMENIA, about=("nato",), strength=0.55),
    )
    ranked = asked(findings, regions=("nato",)).candidates
    assert [one.stored.finding.text for one in ranked] == [ARMENIA, TURKEY]
    assert ranked[1].score < 0.5


def test_what_is_said_of_a_sub_region_as_a_whole_precedes_the_strongest_on_a_member() -> None:
    findings = offered(
        a_finding(GEORGIA, about=("GE",), strength=1.0),
        a_finding(ARMENIA, about=("AM", "south-caucasus"), strength=0.6),
    )
    assert texts(ranked_for("south-caucasus", findings)) == [ARMENIA, GEORGIA]


def test_the_members_of_a_group_of_the_officers_are_what_is_asked_for() -> None:
    taxonomy = with_groups(a_taxonomy(), [RegionGroup("Corridor", ("GE", "AZ"))])
    findings = offered(a_finding(GEORGIA, about=("GE",)))
    (one,) = offer(BriefRequest(("group:Corridor",), ("diplomacy",)), findings, taxonomy)
    (other,) = offer(BriefRequest(("GE",), ("diplomacy",)), findings, taxonomy)
    assert one.score == other.score


def test_a_member_stands_under_its_sub_region_where_it_is_the_foremost() -> None:
    finding = a_finding(KAZAKH, about=("KZ", "RU"))
    (found,) = asked(offered(finding), regions=("RU", "central-asia")).candidates
    assert found.region == "central-asia"


def test_a_region_that_the_sentence_names_counts_more_than_one_carried_on() -> None:
    findings = offered(
        a_finding(TURKEY, about=("AM",), mentions=("TR",)), a_finding(ARMENIA, about=("AM",))
    )
    assert texts(ranked_for("AM", findings)) == [ARMENIA, TURKEY]


def test_a_theme_is_surer_by_more_words_of_the_sentence_not_by_those_around_it() -> None:
    def said(text: str, *words: str) -> Finding:
        evidence = (Evidence(Facet.THEME, "diplomacy", word, "term") for word in words)
        return replace(a_finding(text), evidence=tuple(evidence))

    findings = offered(
        said(GEORGIA, "envoys", "A heading on talks", "The sentence before spoke of a treaty."),
        said(TURKEY, "invited", "summit"),
        said(ARMENIA, "opened", "formal talks", "Prague"),
    )
    assert texts(ranked_for("south-caucasus", findings)) == [ARMENIA, TURKEY, GEORGIA]


def test_between_ready_sentences_relevance_decides_not_strength() -> None:
    findings = offered(
        a_finding(GEORGIA, about=("GE",), themes=("conflict", "diplomacy"), strength=1.0),
        a_finding(ARMENIA, about=("GE",), strength=0.72),
        a_finding(TURKEY, about=("GE",), strength=0.35),
    )
    assert texts(ranked_for("GE", findings)) == [ARMENIA, GEORGIA, TURKEY]


def test_the_first_theme_of_a_finding_counts_more_than_its_third() -> None:
    findings = offered(
        a_finding(GEORGIA, about=("GE",), themes=("conflict", "society", "diplomacy")),
        a_finding(ARMENIA, about=("AM",), themes=("diplomacy", "conflict")),
    )
    assert texts(ranked_for("south-caucasus", findings, 1)) == [ARMENIA]


def test_a_strong_finding_in_passing_does_not_beat_a_usable_one_that_answers() -> None:
    findings = offered(
        a_finding(KAZAKH, about=("KZ",), mentions=("KZ", "AM"), strength=1.0),
        a_finding(ARMENIA, about=("AM",), strength=0.5),
    )
    assert texts(ranked_for("AM", findings, 2)) == [ARMENIA, KAZAKH]


def test_of_equal_findings_the_newer_report_comes_first_and_an_undated_one_between() -> None:
    def dated(day: PartialDate | None, sha: str, text: str) -> StoredFinding:
        summary = a_summary(sha256=sha * 32, metadata=Metadata(date=day))
        return a_stored(a_finding(text, report=sha * 32), report=summary)

    findings = [
        dated(PartialDate(2003), "aa", ARMENIA),
        dated(None, "bb", GEORGIA),
        dated(PartialDate(2023), "cc", TURKEY),
    ]
    ranked = ranked_for("AM", findings, 3)
    assert texts(ranked) == [TURKEY, GEORGIA, ARMENIA]


def test_the_order_does_not_depend_on_the_order_of_the_candidates() -> None:
    findings = offered(*(a_finding(text) for text in (ARMENIA, GEORGIA, KAZAKH, TURKEY)))
    assert asked(findings).candidates == asked(findings[::-1]).candidates


def test_what_is_not_running_text_or_not_asked_for_is_no_candidate() -> None:
    findings = offered(
        a_finding(ARMENIA, kind=TextKind.HEADING),
        a_finding(GEORGIA, themes=("economy",)),
        a_finding(KAZAKH, about=("KZ",)),
    )
    assert asked(findings).candidates == ()


def test_without_regions_all_findings_on_the_theme_stand_under_no_region() -> None:
    selection = asked(offered(a_finding(KAZAKH, about=("KZ",))), regions=())
    assert [(one.region, one.theme) for one in selection.candidates] == [("", "diplomacy")]


def test_a_finding_stands_in_the_section_where_it_fits_best() -> None:
    findings = offered(a_finding(ARMENIA, about=("AM",), themes=("conflict", "diplomacy")))
    regions, themes = ("central-asia", "south-caucasus"), ("diplomacy", "conflict")
    found = asked(findings, regions=regions, themes=themes).candidates[0]
    assert (found.region, found.theme) == ("south-caucasus", "conflict")


def test_the_dates_of_a_finding_decide_on_the_period_before_those_of_its_report() -> None:
    findings = offered(
        a_finding(ARMENIA, dates=("2010", "2020-11")),
        a_finding(GEORGIA, dates=("1994",)),
        a_finding(TURKEY),
    )
    in_2020 = asked(findings, since=date(2020, 1, 1), until=date(2020, 12, 31))
    since_2022 = asked(findings, since=date(2022, 1, 1))
    assert [one.stored.finding.text for one in in_2020.candidates] == [ARMENIA]
    assert [one.stored.finding.text for one in since_2022.candidates] == [TURKEY]


def test_an_undated_finding_of_an_undated_report_belongs_to_every_period() -> None:
    findings = offered(a_finding(ARMENIA), metadata=Metadata())
    assert len(asked(findings, since=date(2022, 1, 1)).candidates) == 1


def test_a_finding_that_leans_on_its_predecessor_brings_it_along() -> None:
    before = a_finding(GEORGIA)
    leaning = a_finding(TURKEY, block=1, start=90, needs_context=True, strength=0.4)
    found = the(asked([a_stored(leaning, before=before)]), TURKEY)
    assert (found.brings, found.choice) == (before, Choice.LEAD)
    assert "brings the sentence before it along" in found.reason


def test_a_finding_whose_predecessor_leans_too_or_is_missing_is_passed_over() -> None:
    leaning = a_finding(TURKEY, needs_context=True)
    twice = a_finding(ARMENIA, block=1, start=90, needs_context=True)
    before = a_finding(GEORGIA, block=1, needs_context=True)
    selection = asked([a_stored(leaning), a_stored(twice, before=before)])
    assert selection.chosen == ()
    assert {one.why_left_out for one in selection.candidates} == {"cannot be understood alone"}


def test_no_sentence_is_printed_twice_when_another_brings_it_along() -> None:
    first = a_finding(GEORGIA, strength=0.9)
    second = a_finding(TURKEY, start=90, needs_context=True, strength=0.8)
    selection = asked([a_stored(first), a_stored(second, before=first)])
    assert [one.stored.finding.text for one in selection.chosen] == [GEORGIA]
    assert the(selection, TURKEY).why_left_out == "leans on a sentence that is chosen already"
    weak_first = replace(first, strength=0.5)
    selection = asked([a_stored(weak_first), a_stored(second, before=weak_first)])
    printed = [text for one in selection.chosen for text in (one.brings, one.stored.finding)]
    assert [one.text for one in printed if one].count(GEORGIA) == 1


def test_what_is_weak_or_in_passing_is_left_out_though_there_is_room() -> None:
    findings = offered(
        a_finding(ARMENIA, strength=0.2),
        a_finding(
            KAZAKH,
            about=("KZ",),
            mentions=("KZ", "AM"),
            themes=("conflict", "diplomacy"),
            strength=0.5,
        ),
    )
    selection = asked(findings)
    assert the(selection, ARMENIA).why_left_out == "weak: says little that could stand in a note"
    assert the(selection, KAZAKH).why_left_out.startswith("weak: touches on region or theme")


def test_an_offer_keeps_what_a_brief_passes_over_but_later_and_says_why() -> None:
    findings = offered(
        a_finding(ARMENIA, needs_context=True, strength=0.8),
        a_finding(GEORGIA, strength=0.75),
    )
    best, last = offer(BriefRequest(("south-caucasus",), ("diplomacy",)), findings, a_taxonomy())
    assert (best.stored.finding.text, best.choice) == (GEORGIA, Choice.SUPPORT)
    assert (last.choice, last.why_left_out) == (Choice.LEFT_OUT, "cannot be understood alone")


def test_the_best_few_of_each_section_lead_it() -> None:
    findings = offered(
        *(
            a_finding(text, strength=0.9 - n / 10)
            for n, text in enumerate((ARMENIA, GEORGIA, TURKEY, KAZAKH))
        ),
        a_finding(
            "Tariffs on grain fell by a third after the ministers met in Astana.", about=("KZ",)
        ),
    )
    selection = asked(findings, regions=("south-caucasus", "central-asia"))
    leads = [one.stored.finding.text for one in selection.chosen if one.choice is Choice.LEAD]
    assert leads == [ARMENIA, GEORGIA, findings[4].finding.text] or leads == [
        ARMENIA,
        findings[4].finding.text,
        GEORGIA,
    ]


def test_the_reason_tells_region_theme_and_strengths_with_the_words_that_say_so() -> None:
    finding = replace(
        a_finding(ARMENIA, about=("AM", "AZ"), mentions=("AM",)),
        evidence=(
            Evidence(Facet.ABOUT, "AM", "Armenia", "name of the country"),
            Evidence(Facet.ABOUT, "AZ", "its neighbour", "carried from the sentence before"),
            Evidence(Facet.THEME, "diplomacy", "talks", "term “talks”"),
            Evidence(Facet.STRENGTH, "strength", "AM", "names a country or bloc (+0.08)"),
            Evidence(Facet.STRENGTH, "strength", "opened", "tells what was done (+0.05)"),
            Evidence(Facet.STRENGTH, "strength", "its", "leans on its neighbours (-0.20)"),
        ),
    )
    found = asked(offered(finding), regions=("AM",)).candidates[0]
    assert found.reason == (
        "about Armenia and Azerbaijan (“its neighbour”); diplomacy (“talks”); tells what was done"
    )


def test_many_regions_are_named_in_part() -> None:
    finding = a_finding(ARMENIA, about=("AM", "AZ", "GE", "RU", "TR"))
    found = asked(offered(finding)).candidates[0]
    assert found.reason.startswith("about Armenia, Azerbaijan, Georgia and 2 more")


def test_a_finding_that_only_names_the_region_says_so() -> None:
    finding = a_finding(KAZAKH, about=("KZ",), mentions=("KZ", "AM"))
    assert (
        asked(offered(finding), regions=("AM",))
        .candidates[0]
        .reason.startswith("names Armenia; diplomacy")
    )


def test_the_reason_tells_what_lowers_the_score() -> None:
    finding = replace(
        a_finding(KAZAKH, about=("KZ",), themes=("conflict", "diplomacy"), strength=0.6),
        evidence=(
            Evidence(Facet.STRENGTH, "strength", "8 words", "short (-0.10)"),
            Evidence(Facet.STRENGTH, "strength", "They", "leans on its neighbours (-0.20)"),
        ),
    )
    old = a_stored(finding, report=a_summary(metadata=Metadata(date=PartialDate(2010))))
    new = a_stored(a_finding(ARMENIA, report="cd" * 32, about=("central-asia",)))
    best, found = asked([old, new], regions=("central-asia",)).candidates
    assert best.reason == "about Central Asia; diplomacy"
    assert found.reason == (
        "about Kazakhstan, not Central Asia as a whole; diplomacy beside conflict; "
        "less ready: leans on its neighbours; older report (2010)"
    )


def test_the_reason_of_a_ready_finding_of_a_new_report_tells_nothing_against_it() -> None:
    finding = replace(
        a_finding(ARMENIA),
        evidence=(Evidence(Facet.STRENGTH, "strength", "12 words", "short (-0.10)"),),
    )
    found = asked(offered(finding), regions=("AM",)).candidates[0]
    assert found.reason == "about Armenia and Azerbaijan; diplomacy"
