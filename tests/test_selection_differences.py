"""Where sources differ in a figure or a year for the same thing, both are kept and marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import BriefRequest, Candidate, PartialDate, StoredFinding
from briefing.selection import offer, select
from briefing.selection.quantities import quantities, years
from tests.builders import a_finding, a_stored, a_summary, a_taxonomy

ABOUT = ("AM", "RU")
KEPT = "Russia has stationed about 2,000 soldiers as a peacekeeping contingent near Gyumri."
LISTED = "The peacekeeping contingent that Russia stationed near Gyumri has 1,960 troops."
SUMMIT = "The foreign ministers signed the railway protocol at their summit in Batumi in 2008."
LATER = "At their Batumi summit in 2009 the foreign ministers signed a protocol on the railway."


def stored(
    text: str, source: str = "aa", about: tuple[str, ...] = ABOUT, block: int = 0
) -> StoredFinding:
    finding = a_finding(text, report=source * 32, about=about, block=block)
    return a_stored(finding, report=a_summary(f"{source}.txt", source * 32), page="4")


def offered(*findings: StoredFinding) -> list[Candidate]:
    request = BriefRequest(("AM",), ("diplomacy",))
    return list(offer(request, findings, a_taxonomy()))


def differing(first: str, second: str) -> bool:
    return any(one.differs_with for one in offered(stored(first), stored(second, "bb")))


def test_both_figures_are_kept_and_each_names_the_other() -> None:
    one, other = offered(stored(KEPT), stored(LISTED, "bb"))
    assert [(d.here, d.there) for d in one.differs_with] == [
        ("about 2,000 soldiers", "1,960 troops")
    ]
    assert [(d.here, d.there) for d in other.differs_with] == [
        ("1,960 troops", "about 2,000 soldiers")
    ]
    assert one.differs_with[0].other == other.stored
    assert one.reason.endswith(
        "sources differ: “about 2,000 soldiers” here, “1,960 troops” in Novak 2023, p. 4 ¶ 1"
    )


def test_a_selection_marks_what_differs_whether_or_not_there_is_room_for_both() -> None:
    request = BriefRequest(("AM",), ("diplomacy",), max_findings=1)
    selection = select(request, [stored(KEPT), stored(LISTED, "bb")], a_taxonomy())
    assert len(selection.chosen) == 1
    assert all(one.differs_with for one in selection.candidates)


def test_the_same_event_in_another_year_differs() -> None:
    assert differing(SUMMIT, LATER)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (KEPT, LISTED.replace("1,960", "2,000")),
        (KEPT, LISTED.replace("1,960 troops", "1,960 tanks")),
        (KEPT, LISTED.replace("1,960", "60")),
        (KEPT.replace("about", "more than"), LISTED.replace("1,960", "2,100")),
        (KEPT, "Russia lost 1,960 troops of its peacekeeping contingent near Gyumri."),
        (KEPT, "In the parade near the opera 1,960 soldiers of Russia marched past the guests."),
        (f"In 2016 {KEPT}", f"In 2021 {LISTED}"),
        (KEPT, LISTED.replace("has", "does not have")),
        (SUMMIT, LATER.replace("2009", "2019")),
        (
            SUMMIT,
            "The foreign ministers met in Vienna in 2009 to discuss the future of the mission.",
        ),
        (
            "Trade between both neighbours grew by 12 per cent after the border was opened.",
            "Remittances sent home by workers fell by 9 per cent as the border was closed.",
        ),
    ],
)
def test_equal_compatible_or_other_things_do_not_differ(first: str, second: str) -> None:
    assert not differing(first, second)


CLAIMS = (
    "Russia trained 6,000 Armenian conscripts in the camps near Gyumri.",
    "In the camps near Gyumri Russia trained 4,000 Armenian conscripts.",
)


def test_figures_in_much_the_same_words_differ() -> None:
    assert differing(*CLAIMS)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (CLAIMS[0], CLAIMS[1].replace("trained", "will train")),
        (CLAIMS[0], CLAIMS[1].replace("the camps", "a second round of camps")),
        (CLAIMS[0].replace("conscripts", "mountain conscripts"), f"{CLAIMS[1][:-1]} for convoys."),
        (CLAIMS[0], CLAIMS[1].replace("camps", "14 camps")),
        (CLAIMS[0], CLAIMS[1].replace("trained 4,000", "wounded 4,000")),
        (
            "Farmers in Armenia sold 3 million tonnes of grain to Russia over the northern pass.",
            "Farmers in Armenia sold 2 million tonnes of apples to Russia over the northern pass.",
        ),
        (
            "Turnout in the Armenian vote on a treaty with Russia reached 65 per cent in towns.",
            "Turnout in the Armenian vote on a treaty with Russia reached 48 per cent in hamlets.",
        ),
    ],
)
def test_a_word_beside_the_figure_sets_two_sentences_apart(first: str, second: str) -> None:
    assert not differing(first, second)


def test_figures_of_one_report_or_of_other_countries_do_not_differ() -> None:
    same_report = offered(stored(KEPT), stored(LISTED, block=1))
    elsewhere = offered(stored(KEPT), stored(LISTED, "bb", ("AM", "TR")))
    assert not any(one.differs_with for one in (*same_report, *elsewhere))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a force of 9,000 Russian paratroopers", [("troops", 9000, "9,000 Russian paratroopers")]),
        ("About 2,000 soldiers came", [("troops", 2000, "About 2,000 soldiers")]),
        ("some $2.5 billion in aid", [("dollars", 2.5e9, "some $2.5 billion")]),
        ("a 15 billion US dollar plan", [("dollars", 1.5e10, "15 billion US dollar")]),
        (
            "€3 million and 40 billion euros",
            [("euros", 3e6, "€3 million"), ("euros", 4e10, "40 billion euros")],
        ),
        (
            "55 billion cubic metres, or 55 bcm",
            [("gas", 5.5e10, "55 billion cubic metres"), ("gas", 5.5e10, "55 bcm")],
        ),
        ("4,400 square kilometres of land", [("area", 4400, "4,400 square kilometres")]),
        ("some 700,000 Russians abroad", [("people", 7e5, "some 700,000 Russians")]),
        ("a plant of 1,200 MW", [("watts", 1.2e9, "1,200 MW")]),
        ("from 10,000 to 15,000 troops, 3–5 tanks, 10 or 12 jets", []),
        ("$10–15 billion, between $3 and $5 billion, US$2 to US$4 million", []),
        ("a wall 3 metres high", []),
        (
            "12 per cent of trade and 40% of gas",
            [("share", 12, "12 per cent"), ("share", 40, "40%")],
        ),
        ("300 thousand refugees in 2022", [("refugees", 3e5, "300 thousand refugees")]),
        ("Article 5 of the treaty, and 3 chairs", []),
    ],
)
def test_numbers_are_read_with_what_they_count(
    text: str, found: list[tuple[str, float, str]]
) -> None:
    assert [(one.kind, one.number, one.words) for one in quantities(text)] == found


def test_years_are_told_from_other_numbers() -> None:
    assert years("In 2008 and 2009, with 2,008 men and 1999-strong crowds, in 2008.") == (
        "2008",
        "2009",
    )


@pytest.mark.parametrize(("day", "is_other"), [("2023-08-20", True), ("2023-08", False)])
def test_what_is_told_of_another_day_is_another_thing(day: str, is_other: bool) -> None:
    one, other = stored(KEPT), stored(LISTED, "bb")
    dates = (PartialDate.parse("2023-08-17"),), (PartialDate.parse(day),)
    dated = (
        replace(each, finding=replace(each.finding, dates=when))
        for each, when in zip((one, other), dates, strict=True)
    )
    assert any(each.differs_with for each in offered(*dated)) is not is_other
