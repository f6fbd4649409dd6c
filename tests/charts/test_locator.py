"""The map: what it counts and says, what it refuses, what is written beneath it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.charts.chart import NotEnough
from briefing.charts.locator import LOCATOR, check_locator, draw_locator, locator_data
from briefing.charts.locator_notes import CAUTION
from briefing.errors import BriefError
from briefing.maps.neighbours import Nearest, nearest_of
from briefing.maps.world import load_world
from briefing.model import BriefRequest, Candidate, ChartData, Choice, Selection
from briefing.taxonomy import load_taxonomy
from tests.builders import a_finding, a_stored, a_summary, a_taxonomy

WORLD = load_world()


def spoken(*about: str, times: int = 1) -> tuple[Candidate, ...]:
    report = a_summary()
    finding = a_finding(about=about, themes=("conflict",))
    offered = Candidate(
        a_stored(finding, report=report), 0.5, about[0], "conflict", "", Choice.LEFT_OUT
    )
    return (offered,) * times


def data_of(*findings: tuple[Candidate, ...], regions: tuple[str, ...]) -> ChartData | NotEnough:
    candidates = tuple(candidate for each in findings for candidate in each)
    return locator_data(Selection(BriefRequest(regions=regions), candidates), a_taxonomy())


def test_what_finds_no_name_on_the_map_is_told_beneath_it() -> None:
    everywhere = sorted(WORLD.countries)
    rows = tuple((f"{WORLD.names[code]} ({code})", 300 - n) for n, code in enumerate(everywhere))
    data = ChartData("locator", "q?", "a.", "findings", "", ("Country", "Findings"), rows)
    image = draw_locator(data)
    assert b"Not named on the map: " in image.svg
    assert image.height_pt < 340


def test_map_says_that_boundaries_are_not_authoritative() -> None:
    image = draw_locator(_data("AZ", "AM"))
    assert CAUTION[:40].encode() in image.svg
    assert b"Nagorno-Karabakh" in image.svg


def test_the_map_tells_the_edge_of_each_country_once() -> None:
    data = data_of(spoken("AZ", times=3), spoken("GE", times=2), regions=("south-caucasus",))
    assert isinstance(data, ChartData)
    image = LOCATOR.draw(data)
    edges = [area.outline for area in image.areas if area.label == "Georgia (GE)"]
    assert len(edges) > 1
    assert edges[0]
    assert not any(edges[1:])
    xs, ys = edges[0][0][::2], edges[0][0][1::2]
    assert 0 < min(xs) < max(xs) < image.width_pt
    assert 0 < min(ys) < max(ys) < image.height_pt


def test_one_country_alone_is_told_with_its_neighbours() -> None:
    data = data_of(spoken("AZ", times=5), regions=("AZ",))
    assert isinstance(data, ChartData)
    assert data.answer == (
        "Azerbaijan borders on Armenia, Georgia, Iran, Russia and Turkey; 5 findings speak of it."
    )


@pytest.mark.parametrize(
    ("code", "question", "answer"),
    [
        (
            "MV",
            "Where does the Maldives lie, and how much is said of it?",
            "The Maldives has no land boundary (nearest larger land: India, to the north-east); "
            "4 findings speak of it.",
        ),
        (
            "FK",
            "Where do the Falkland Islands lie, and how much is said of them?",
            "The Falkland Islands have no land boundary (nearest larger land: Argentina, to "
            "the south-west); 4 findings speak of them.",
        ),
        (
            "CN",
            "Where does China lie, and how much is said of it?",
            "China borders on 14 countries; 4 findings speak of it.",
        ),
        (
            "GI",
            "Where does Gibraltar lie, and how much is said of it?",
            "Gibraltar borders on Spain; 4 findings speak of it.",
        ),
    ],
)
def test_one_place_alone_is_told_by_what_it_borders_on_or_lies_near(
    code: str, question: str, answer: str
) -> None:
    found = spoken(code, times=4)
    data = locator_data(Selection(BriefRequest(regions=(code,)), found), load_taxonomy())
    assert isinstance(data, ChartData)
    assert (data.question, data.answer) == (question, answer)
    assert data.alt.endswith("and what lies around. Findings on it: 4.")


def test_nearest_land_is_told_for_every_place_without_a_boundary() -> None:
    for code, nearest, wind in (
        ("NR", "PG", "west"),
        ("MT", "IT", "north-east"),
        ("TV", "FJ", "south"),
        ("LK", "IN", "north-west"),
    ):
        assert nearest_of(WORLD, code) == Nearest(nearest, wind)


def test_that_one_finding_counts_twice_is_said_only_where_it_does() -> None:
    data = data_of(spoken("AZ", times=3), spoken("AM"), regions=("south-caucasus",))
    assert isinstance(data, ChartData)
    assert data.basis == "Number of findings, 4 from 1 report."


def test_most_and_none_are_told() -> None:
    data = data_of(
        spoken("AZ", times=3), spoken("AM"), spoken("AM", "AZ"), regions=("south-caucasus",)
    )
    assert isinstance(data, ChartData)
    assert data.rows == (("Azerbaijan (AZ)", 4), ("Armenia (AM)", 2), ("Georgia (GE)", 0))
    assert data.answer == ("Azerbaijan is spoken of most, in 4 of 5 findings; Georgia in none.")
    assert data.basis.startswith("Number of findings, 5 from 1 report; ")
    assert data.alt.endswith("Azerbaijan 4, Armenia 2. None: Georgia.")
    assert "in passing" not in data.basis


def test_of_many_that_nobody_speaks_of_the_number_is_told() -> None:
    regions = ("AM", "AZ", "GE", "KZ", "KG", "UZ")
    data = data_of(spoken("AZ", times=3), spoken("AM"), regions=regions)
    assert isinstance(data, ChartData)
    assert data.answer == (
        "Azerbaijan is spoken of most, in 3 of 4 findings; 4 of those asked for in none."
    )


def test_a_country_named_in_passing_is_not_counted_and_that_is_said() -> None:
    (one,) = spoken("AM")
    finding = replace(one.stored.finding, mentions=("AM", "AZ"))
    passing = replace(one, stored=replace(one.stored, finding=finding))
    data = data_of(spoken("AZ", times=4), (passing,), regions=("south-caucasus",))
    assert isinstance(data, ChartData)
    assert data.rows[:2] == (("Azerbaijan (AZ)", 4), ("Armenia (AM)", 1))
    assert data.basis.endswith("one that only names a country in passing does not count.")


def test_findings_on_a_region_as_a_whole_count_for_no_country() -> None:
    data = data_of(spoken("AZ", times=4), spoken("south-caucasus"), regions=("south-caucasus",))
    assert isinstance(data, ChartData)
    assert data.rows[0][1] == 4
    assert data.basis.endswith(" 1 more speaks of no single one of them.")


def test_without_regions_the_countries_spoken_of_are_shown() -> None:
    data = data_of(spoken("AZ", times=4), spoken("TR"), regions=())
    assert isinstance(data, ChartData)
    assert [row[0] for row in data.rows] == ["Azerbaijan (AZ)", "Turkey (TR)"]


def test_no_map_where_findings_speak_of_no_country() -> None:
    said = data_of(spoken("south-caucasus", times=9), regions=("south-caucasus",))
    assert isinstance(said, NotEnough)


def _data(*codes: str) -> ChartData:
    rows = tuple((f"{WORLD.names[code]} ({code})", n) for n, code in enumerate(codes, start=1))
    return ChartData("locator", "q?", "a.", "findings", "", ("Country", "Findings"), rows)


@pytest.mark.parametrize("name", ["Azerbaijan", "Nowhere (ZZ)", "Azerbaijan (az)", "(AZ)", ""])
def test_a_row_that_is_no_country_is_refused(name: str) -> None:
    with pytest.raises(BriefError, match="a row is no country"):
        check_locator(replace(_data("AZ"), rows=((name, 3),)))


def test_a_country_twice_is_refused() -> None:
    with pytest.raises(BriefError, match="two rows"):
        check_locator(replace(_data("AZ"), rows=(("Azerbaijan (AZ)", 3), ("Again (AZ)", 2))))


@pytest.mark.parametrize("name", ["x" * 900, "阿塞拜疆", "أذربيجان", "$a_b$ <b>", " "])
def test_any_name_can_be_drawn(name: str) -> None:
    data = replace(_data("AZ"), rows=((f"{name} (AZ)", 3), ("Armenia (AM)", 2)))
    assert draw_locator(data).svg
