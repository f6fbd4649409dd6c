"""The map: any country and any group of them, names that do not lie over each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from matplotlib.path import Path

from briefing.charts.chart import NotEnough
from briefing.charts.locator import LOCATOR, check_locator, draw_locator, locator_data
from briefing.charts.locator_ground import HEIGHTS, Shown
from briefing.charts.locator_hatching import hatching
from briefing.charts.locator_layout import lay_out
from briefing.charts.locator_notes import CAUTION
from briefing.charts.locator_view import area_of
from briefing.errors import BriefError
from briefing.maps.core import core_of
from briefing.maps.framing import Frame, frame_of
from briefing.maps.projecting import POLE, EqualEarth, Lambert
from briefing.maps.world import load_world
from briefing.model import BriefRequest, Candidate, ChartData, Choice, Selection
from briefing.taxonomy import load_taxonomy
from tests.builders import a_finding, a_stored, a_summary, a_taxonomy

WORLD = load_world()
WIDTH = 452.0
GROUPS = (
    ("AM", "AZ", "GE", "KG", "KZ", "TJ", "TM", "UZ"),
    ("ML",),
    ("FJ", "KI"),
    ("SG",),
    ("AE", "BH", "KW", "OM", "QA", "SA"),
    ("RU", "US"),
    ("VA",),
    ("CL",),
)


def shown(*codes: str) -> tuple[Shown, ...]:
    return tuple(Shown(code, WORLD.names[code], n % 7) for n, code in enumerate(codes, start=1))


def members(region: str) -> list[str]:
    covered = load_taxonomy().covers(region)
    return sorted(code for code in covered if len(code) == 2 and code.isupper())


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


def width_km(frame: Frame) -> float:
    return frame.width / frame.scale * 6371


def test_every_country_and_territory_is_on_the_map() -> None:
    taxonomy = load_taxonomy()
    countries = {code for code in taxonomy.regions if len(code) == 2 and code.isupper()}
    assert countries <= WORLD.countries
    for code in sorted(countries):
        frame = frame_of(WORLD, (code,), WIDTH, HEIGHTS)
        placed = frame.place(core_of(WORLD, code))
        assert frame.holds(placed.min(axis=0), -0.01), code
        assert frame.holds(placed.max(axis=0), -0.01), code


def test_capitals_lie_in_their_countries_or_near() -> None:
    for code, capital in WORLD.capitals.items():
        rings = [WORLD.points[polygon.rings[0]] for polygon in WORLD.polygons.get(code, ())]
        if not rings or any(Path(ring).contains_point(capital.at) for ring in rings):
            continue
        x, y = (np.concatenate(rings) - capital.at).T
        away = np.hypot((x + 180) % 360 - 180, y).min()
        assert away < 0.7 or code == "PN", code  # of Pitcairn only Henderson has a shape


@pytest.mark.parametrize("group", [("FJ", "KI"), ("FJ",), ("KI",), ("TV", "WS"), ("NZ", "TO")])
def test_a_group_across_the_date_line_is_shown_close_together(group: tuple[str, ...]) -> None:
    frame = frame_of(WORLD, group, WIDTH, HEIGHTS)
    assert width_km(frame) < 7500


def test_russia_and_the_united_states_meet_at_the_bering_strait() -> None:
    frame = frame_of(WORLD, ("RU", "US"), WIDTH, HEIGHTS)
    east, west = frame.place(np.array([[169.0 + 10.0, 66.0], [-166.0, 65.5]]))
    assert np.hypot(*(east - west)) < 30


def test_a_micro_state_is_shown_with_what_lies_around_it() -> None:
    assert 500 < width_km(frame_of(WORLD, ("VA",), WIDTH, HEIGHTS)) < 1500


def test_an_island_far_out_is_shown_with_the_nearest_land_of_others() -> None:
    for code, near in (("NR", "SB"), ("MV", "LK")):
        frame = frame_of(WORLD, (code,), WIDTH, HEIGHTS)
        assert any(frame.holds(point) for point in frame.place(core_of(WORLD, near))), code


def test_far_possessions_do_not_make_the_map_smaller() -> None:
    assert width_km(frame_of(WORLD, ("FR",), WIDTH, HEIGHTS)) < 2500


def test_projections_keep_areas_and_the_middle() -> None:
    ring = np.array([[44.0, 40.0], [46.0, 40.0], [46.0, 42.0], [44.0, 42.0]])
    sphere = np.radians(2) * (np.sin(np.radians(42)) - np.sin(np.radians(40)))
    for projection in (Lambert(45.0, 41.0), Lambert(20.0, 10.0), EqualEarth(11.0)):
        x, y = projection.project(ring).T
        area = abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
        assert area == pytest.approx(sphere, rel=0.01)
    assert Lambert(45.0, 41.0).project(np.array([[45.0, 41.0]])) == pytest.approx(0)
    assert EqualEarth(0.0).project(np.array([[0.0, 90.0]]))[0][1] == pytest.approx(POLE, abs=1e-4)


@pytest.mark.parametrize(
    "group", [*GROUPS, tuple(members("eu")), tuple(members("oceania"))], ids=str
)
def test_names_lie_on_the_map_and_not_over_each_other(group: tuple[str, ...]) -> None:
    layout = lay_out(shown(*group))
    boxes = [name.placed.box for name in layout.names]
    assert all(layout.frame.holds(box[:2]) and layout.frame.holds(box[2:]) for box in boxes)
    for (l1, b1, r1, t1), (l2, b2, r2, t2) in combinations(boxes, 2):
        assert r1 <= l2 or r2 <= l1 or t1 <= b2 or t2 <= b1
    written = " ".join(line for name in layout.names for line in name.placed.text.lines)
    unnamed = {each.code for each in layout.unnamed}
    coded = {each.code for each in layout.coded}
    for each in shown(*group):
        told = f"{each.code} {each.findings}" if each.code in coded else each.name.split()[-1]
        assert each.code in unnamed or told in written
    assert len(unnamed) <= len(group) // 8, "nearly all find room"


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


def test_contested_boundaries_are_on_the_map_of_those_they_concern() -> None:
    for group in (("GE",), ("MD",), ("UA",), ("RS", "XK"), ("MA",), ("IN",), ("CY",), ("SO",)):
        assert lay_out(shown(*group)).land.contested, group


def test_crimea_is_a_part_of_ukraine_with_a_dashed_boundary() -> None:
    def holds(code: str) -> bool:
        rings = [WORLD.points[polygon.rings[0]] for polygon in WORLD.polygons[code]]
        return any(Path(ring).contains_point((34.1, 45.2)) for ring in rings)

    assert holds("UA")
    assert not holds("RU")


@pytest.mark.parametrize(
    ("countries", "area", "at"),
    [
        (("IL",), "Golan", (35.78, 33.0)),
        (("SY",), "Golan", (35.78, 33.0)),
        (("GE",), "Abkhazia", (41.0, 43.1)),
        (("RU",), "Crimea", (34.1, 45.2)),
        (("IN", "PK"), "Kashmir", (74.5, 35.5)),
        (("CY",), "Northern Cyprus", (33.6, 35.25)),
        (("MA",), "Western Sahara", (-13.5, 24.5)),
    ],
)
def test_land_in_dispute_is_hatched_on_the_map_of_those_who_dispute_it(
    countries: tuple[str, ...], area: str, at: tuple[float, float]
) -> None:
    layout = lay_out(shown(*countries))
    place = layout.frame.place(np.array([at]))[0]
    rings = layout.land.disputed[area]
    assert any(Path(ring).contains_point(place) for ring in rings)
    page = (0.0, 0.0, layout.frame.width, layout.frame.height)
    strokes = hatching(rings, page, ())
    assert len(strokes) > 3
    for middle in (stroke.mean(axis=0) for stroke in strokes):
        assert any(Path(ring).contains_point(middle) for ring in rings)
    gap = (place[0] - 20, place[1] - 6, place[0] + 20, place[1] + 6)
    for stroke in hatching(rings, page, [gap]):
        x, y = stroke.mean(axis=0)
        assert not (gap[0] < x < gap[2] and gap[1] < y < gap[3])


def test_western_sahara_is_tinted_where_it_is_asked_for_itself() -> None:
    assert "Western Sahara" not in lay_out(shown("MA", "EH")).land.disputed


def test_a_country_is_met_all_over_its_land_at_its_name_and_its_dot() -> None:
    layout = lay_out(shown("RU", "NO", "MT"))
    met = {country.code: boxes for country, boxes in layout.met}
    for code in ("RU", "NO"):
        sizes = [(right - left) * (top - low) for left, low, right, top in met[code]]
        land = sum(map(area_of, layout.land.areas[code]))
        assert 1 < len(sizes) <= 11
        assert sum(sizes) > 0.6 * land
    x, y = layout.dots["MT"]
    named = next(name.placed.box for name in layout.names if "Malta" in name.placed.text.lines[0])
    assert named in met["MT"] or any(a < x < c and b < y < d for a, b, c, d in met["MT"])


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


def test_regions_have_a_scale_and_the_world_none() -> None:
    bar = lay_out(shown("AM", "AZ", "GE")).bar
    assert bar is not None
    assert bar.words == "100 km"
    assert lay_out(shown("US", "RU", "CN")).bar is None


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
