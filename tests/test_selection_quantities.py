"""Numbers are read with what they count or measure, in figures and in words."""

from __future__ import annotations

import pytest

from briefing.charts.quoted_kinds import head_of
from briefing.selection.quantities import GENERAL, quantities, ranges
from briefing.selection.quantity_words import COUNTED, MONEY, UNITS

Told = list[tuple[str, float]]


def told(text: str) -> Told:
    return [(one.kind, one.number) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "USD 15 billion, EUR 1.2 bn, $3.5m",
            [("dollars", 15e9), ("euros", 1.2e9), ("dollars", 3.5e6)],
        ),
        ("¥200 billion and 1.55 trillion yuan", [("yen", 2e11), ("yuan", 1.55e12)]),
        (
            "A$7 billion, or 9 billion Canadian dollars",
            [("other dollars", 7e9), ("other dollars", 9e9)],
        ),
        ("3 billion CFA francs, CHF 500 million", [("CFA francs", 3e9), ("Swiss francs", 5e8)]),
        ("2 billion Egyptian pounds, 4 billion pounds", [("other pounds", 2e9), ("pounds", 4e9)]),
        ("half a billion dollars", [("dollars", 5e8)]),
        ("one and a half million dollars", [("dollars", 1.5e6)]),
        ("a trillion dollars", [("dollars", 1e12)]),
        ("fifteen thousand troops and a hundred ships", [("troops", 15e3), ("ships", 100)]),
        ("two dozen tanks", [("tanks", 24)]),
        ("twenty-five million people", [("people", 25e6)]),
        ("27 000 km² and 120 000 people", [("area", 27e3), ("people", 12e4)]),
        ("50m people", [("people", 5e7)]),
        ("13,000 uniformed UN personnel", [("troops", 13e3)]),
        ("30 new American fighter jets", [("aircraft", 30)]),
        ("2,500 service members", [("troops", 2500)]),
        ("its 7,000-strong peacekeeping force", [("troops", 7000)]),
        ("200 nautical miles, 12 miles", [("nautical miles", 200), ("miles", 12)]),
        ("300,000 barrels a day, 2 million barrels", [("barrels a day", 3e5), ("barrels", 2e6)]),
        ("2 billion cubic metres of water", [("volume", 2e9)]),
        ("2 gigawatts", [("watts", 2e9)]),
        ("98 of 150 seats", [("seats", 98)]),
        ("two thirds of voters, one in five children", [("share", 66.7), ("share", 20)]),
        ("141 states", [("countries", 141)]),
        ("7.7 million Venezuelans and 3,200 acres", [("people", 7.7e6), ("acres", 3200)]),
        ("Rund 100 Milliarden Euro", [("euros", 1e11)]),
        ("65 milliards de francs CFA", [("CFA francs", 6.5e10)]),
        ("a population of 1.4 billion", [("people", 1.4e9)]),
        ("2.000 Soldaten, 1,5 Milliarden Euro", [("troops", 2000), ("euros", 1.5e9)]),
        ("2 000 soldats et 2,5 millions de personnes", [("troops", 2000), ("people", 2.5e6)]),
        ("1.500 millones de dólares", [("dollars", 1.5e9)]),
        ("15 миллиардов долларов, 20 процентов", [("dollars", 15e9), ("share", 20)]),
    ],
)
def test_a_number_is_read_as_reports_write_it(text: str, found: Told) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least 100 people were killed in the raid.", [("dead", 100)]),
        ("The bombing killed 40 people and wounded 60.", [("dead", 40), ("wounded", 60)]),
        ("Forty soldiers died.", [("dead", 40)]),
        ("It cost 43,000 lives.", [("dead", 43e3)]),
        ("The death toll has reached 43,000.", [("dead", 43e3)]),
        ("They killed or wounded 500 men.", [("casualties", 500)]),
        ("Some 2.5 million people have been displaced.", [("displaced", 2.5e6)]),
        ("Shelling forced 10,000 people to flee.", [("displaced", 1e4)]),
        ("Gunmen abducted 150 schoolgirls.", [("captured", 150)]),
        ("100 soldiers who killed elephants", [("troops", 100)]),
        ("5 million people could be displaced.", [("people", 5e6)]),
    ],
)
def test_whom_something_befell_is_counted_as_such(text: str, found: Told) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Several thousand fighters, dozens of men, tens of billions of dollars, a few hundred men",
        "It fell by three percentage points, then by 2 per cent points.",
        "In 2014 soldiers came; since 2011 Syrians wait; by 2030 people will know.",
        "The 2018 people's assembly; on 24 February Russian soldiers; the May 9 troops parade",
        "Unit 8200 troops, Battalion 101 soldiers, Table 3 People in need, Article 5 states",
        "The S-400 and the Su-35 aircraft; the 4th Brigade; Brazil beat Serbia 2-0.",
        "At 4.30 troops came.",
        "One of the soldiers and the two states, and the first 155 mm guns",
        "5 million cubic feet, 90 km/h, 300 megawatt hours, in the third quarter of the year",
        "a quarter of a century; the first half of 2022; two in three years",
    ],
)
def test_what_is_no_figure_is_passed_over(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "least", "most"),
    [
        ("between 3,000 and 5,000 troops", "troops", 3e3, 5e3),
        ("3,000–5,000 troops", "troops", 3e3, 5e3),
        ("10% to 20% of aid", "share", 10, 20),
        ("$10–15 billion", "dollars", 1e10, 1.5e10),
        ("between $10 billion and $15 billion", "dollars", 1e10, 1.5e10),
        ("Deaths stand at 200,000 to 300,000.", "dead", 2e5, 3e5),
    ],
)
def test_a_range_has_both_ends(text: str, kind: str, least: float, most: float) -> None:
    assert [(one.kind, one.least, one.number) for one in ranges(text)] == [(kind, least, most)]
    assert told(text) == []


def test_a_change_from_one_number_to_another_is_no_range() -> None:
    assert ranges("It fell from 20 to 10 per cent, or from 5 to 7.") == ()


def test_words_of_a_figure_stand_in_the_text() -> None:
    text = "Nearly half of the  camps hold more than 1,200 of its soldiers."
    assert [one.words for one in quantities(text)] == [
        "Nearly half",
        "more than 1,200 of its soldiers",
    ]


def test_every_kind_has_a_head_and_currencies_are_never_like_things() -> None:
    kinds = [*COUNTED, *MONEY, *UNITS]
    assert len({head_of(kind) for kind in kinds}) == len(kinds)
    assert set(MONEY) <= GENERAL


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In all 30 people lost their lives there.", [("dead", 30)]),
        ("In all 30 people lost their\nlives there.", [("dead", 30)]),
        ("The clinic counts 30 people who died of cholera.", [("dead", 30)]),
        ("The clinic counts 30 people who were wounded.", [("wounded", 30)]),
        ("The clinic treats 30 people who killed a guard.", [("people", 30)]),
        ("The detention of 300 people went on.", [("captured", 300)]),
        ("They mourn the killing of at least 30 villagers.", [("dead", 30)]),
        ("Last year 30 people were reported killed.", [("dead", 30)]),
        ("So far 30 people were killed or injured.", [("casualties", 30)]),
        ("Eight civilian men summarily executed at the ford", [("dead", 8)]),
        ("The hospital sees 40 rape victims.", [("people", 40)]),
        ("Bombs killed 77 people, including 39 civilians.", [("dead", 77), ("dead", 39)]),
        ("Nearly 1,500 were held; 428 kidnapped.", [("captured", 428)]),
    ],
)
def test_what_befell_people_is_read_from_all_that_is_said_of_it(text: str, found: Told) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Exports rose by 20 per cent.", "change"),
        ("Exports rose 20 per cent.", "change"),
        ("A 20% drop in exports followed.", "change"),
        ("They saw growth of 20 per cent.", "change"),
        ("The cabinet cut spending on roads by 20 per cent.", "change"),
        ("Inflation reached 20 per cent.", "change"),
        ("Growth slowed to 2 per cent.", "change"),
        ("Exports rose to 20 per cent of output.", "share"),
        ("Rebels hold 20 per cent of the land.", "share"),
        ("There was a rise of 4,000 refugees.", "refugees, change"),
        ("The camps hold 4,000 refugees.", "refugees"),
        ("It cut its force there by 4,000 soldiers.", "troops, change"),
        ("The number of refugees rose by an estimated 4,000 people.", "people, change"),
        ("The town fell after a siege by 4,000 soldiers.", "troops"),
        ("The town was cut off by 4,000 soldiers.", "troops"),
        ("The league raised 4,000 soldiers.", "troops"),
        ("Oil accounts for 20 per cent of growth.", "share"),
        ("Exports fell after a 20 per cent tax increase.", "change"),
    ],
)
def test_by_how_much_something_changed_is_no_part_of_a_whole(text: str, kind: str) -> None:
    assert [one.kind for one in quantities(text)] == [kind]


def test_numbers_of_different_things_are_no_range() -> None:
    text = "It raised its budget by 12.5 per cent to $18.1 billion."
    assert told(text) == [("change", 12.5), ("dollars", 18.1e9)]
    assert ranges(text) == ()


def test_gas_a_day_is_another_thing_than_gas() -> None:
    assert told("over 380mn cubic metres (mcm) per day") == [("cubic metres a day", 380e6)]


@pytest.mark.parametrize(
    "words",
    ["exceeding 2 per cent", "in excess of 300 soldiers", "below 10 per cent", "as much as $3 bn",
     "just over 300 soldiers", "upwards of 300 soldiers"],
)  # fmt: skip
def test_what_limits_a_figure_is_told_with_it(words: str) -> None:
    (one,) = quantities(f"There were {words} in the camp.")
    assert one.words == words
    assert one.bound
