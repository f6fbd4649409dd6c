"""What stands where on the map: names that do not lie over each other, land in dispute, parts."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from matplotlib.path import Path

from briefing.charts.locator_board import Board
from briefing.charts.locator_ground import Shown
from briefing.charts.locator_hatching import hatching, interrupted
from briefing.charts.locator_layout import Layout, layouts_of
from briefing.charts.locator_notes import notes
from briefing.charts.locator_placing import Placing
from briefing.charts.locator_prices import Bounds, Named
from briefing.charts.locator_type import text_of
from briefing.charts.locator_view import area_of
from briefing.maps.shapes import Array
from briefing.maps.world import load_world
from briefing.taxonomy import load_taxonomy

WORLD = load_world()
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


def laid(*codes: str) -> Layout:
    (layout,) = layouts_of(shown(*codes))
    return layout


def members(region: str) -> list[str]:
    covered = load_taxonomy().covers(region)
    return sorted(code for code in covered if len(code) == 2 and code.isupper())


def written_on(layout: Layout) -> str:
    return " ".join(line for name in layout.names for line in name.placed.text.lines)


@pytest.mark.parametrize(
    "group", [*GROUPS, tuple(members("eu")), tuple(members("oceania"))], ids=str
)
def test_names_lie_on_the_map_and_not_over_each_other(group: tuple[str, ...]) -> None:
    layout = laid(*group)
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


def test_contested_boundaries_are_on_the_map_of_those_they_concern() -> None:
    for group in (("GE",), ("MD",), ("UA",), ("RS", "XK"), ("MA",), ("IN",), ("CY",), ("SO",)):
        assert laid(*group).land.contested, group


@pytest.mark.parametrize(
    ("countries", "area", "at"),
    [
        (("IL",), "Golan", (35.78, 33.0)),
        (("SY",), "Golan", (35.78, 33.0)),
        (("GE",), "Abkhazia", (41.0, 43.1)),
        (("RU",), "Crimea", (34.1, 45.2)),
        (("IN", "PK"), "Kashmir", (74.5, 35.5)),
        (("CY",), "Northern Cyprus", (33.6, 35.25)),
        (("MA",), "Western Sahara", (-13.5, 25.5)),
        (("VE",), "Essequibo", (-60.0, 5.5)),
        (("GY",), "Essequibo", (-60.0, 5.5)),
        (("SD",), "Hala'ib Triangle", (35.8, 22.4)),
        (("AR",), "Falkland Islands", (-58.9, -51.8)),
    ],
)
def test_land_in_dispute_is_hatched_on_the_map_of_those_who_dispute_it(
    countries: tuple[str, ...], area: str, at: tuple[float, float]
) -> None:
    layout = laid(*countries)
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


def test_territory_in_dispute_is_tinted_where_it_is_asked_for_itself() -> None:
    assert "Western Sahara" not in laid("MA", "EH").land.disputed
    assert "Falkland Islands" not in laid("AR", "FK").land.disputed


def test_land_in_dispute_is_named_where_it_reaches_beyond_the_map() -> None:
    assert "Western" in written_on(laid("MA"))


@pytest.mark.parametrize("region", ["eu", "africa", "caribbean", "asean", "middle-east"])
def test_no_line_from_a_name_is_long_and_most_have_one_of_their_own(region: str) -> None:
    layouts = layouts_of(shown(*members(region)))
    for name in (name for layout in layouts for name in layout.names):
        if name.placed.leader:
            x, y, to_x, to_y = name.placed.leader
            assert np.hypot(to_x - x, to_y - y) < 50, name.placed.text.lines
    unnamed = [each for layout in layouts for each in layout.unnamed if each.findings]
    assert len(unnamed) <= len(members(region)) // 5


def test_two_letters_stand_for_a_name_that_has_no_room_and_are_told_beneath() -> None:
    countries = shown(*members("eu"))
    layouts = layouts_of(countries)
    coded = [each for layout in layouts for each in layout.coded]
    assert coded
    beneath = " ".join(notes(layouts, countries))
    for each in coded:
        assert f"{each.code} {each.findings}" in " ".join(map(written_on, layouts))
        assert f"{each.code} {each.name}" in beneath


def test_most_of_an_alliance_lies_close_together_and_is_enlarged_beside_the_world() -> None:
    countries = shown(*members("nato"))
    world, large = layouts_of(countries)
    assert large.frame.scale > 2.5 * world.frame.scale
    assert {"US", "CA"} == {each.code for each, _ in world.met}
    assert {each.code for layout in (world, large) for each, _ in layout.met} == set(
        members("nato")
    )
    assert world.frame.width < large.part.left
    assert large.part.left + large.frame.width == pytest.approx(452)
    assert "framed on the left" in " ".join(notes((world, large), countries))


@pytest.mark.parametrize("region", ["eu", "brics", "g7", "africa", "commonwealth", "gulf"])
def test_others_are_one_map(region: str) -> None:
    assert len(layouts_of(shown(*members(region)))) == 1


@pytest.mark.parametrize(("code", "capital"), [("CV", "Praia"), ("FK", "Stanley"), ("MU", "Port")])
def test_the_capital_of_an_island_alone_is_named(code: str, capital: str) -> None:
    assert capital in written_on(laid(code))


def test_a_capital_is_marked_only_with_its_name_unless_that_is_its_country_s() -> None:
    layout = laid("AR", "BO", "BR", "CL", "CO", "EC", "PE", "PY", "UY", "VE")
    named = [WORLD.capitals[each.code].name for each, _ in layout.met]
    assert len(layout.capitals) == sum(name in written_on(layout) for name in named)


def test_what_signs_mean_is_told_where_they_are_drawn() -> None:
    def beneath(*countries: Shown) -> str:
        return " ".join(notes(layouts_of(countries), countries))

    malta, italy = Shown("MT", "Malta", 2), Shown("IT", "Italy", 0)
    assert "Circles: too small to be drawn." in beneath(malta, italy)
    assert "White: no finding." in beneath(malta, italy)
    assert "darker" not in beneath(malta, italy)
    assert "The darker, the more findings; white: none." in beneath(
        malta, italy, Shown("TN", "Tunisia", 5)
    )
    assert "Circles" not in beneath(Shown("FR", "France", 5))
    assert "hite" not in beneath(Shown("FR", "France", 5))
    assert "contested" not in beneath(Shown("MV", "Maldives", 5))
    assert "Dashed: contested." in beneath(Shown("AL", "Albania", 5))
    assert "Dashed or hatched: contested." in beneath(Shown("GE", "Georgia", 5))


def test_lines_have_gaps_where_names_stand() -> None:
    line = np.array([[0.0, 0.0], [100.0, 0.0]])
    far = np.array([[0.0, 50.0], [100.0, 50.0]])
    pieces = interrupted([line, far], [(40.0, -3.0, 60.0, 3.0)])
    ends = [end for piece in pieces for end in (piece[0, 0], piece[-1, 0])]
    assert ends == pytest.approx([0, 40, 60, 100, 0, 100], abs=0.6)


def test_a_country_is_met_all_over_its_land_at_its_name_and_its_dot() -> None:
    layout = laid("RU", "NO", "MT")
    met = {country.code: boxes for country, boxes in layout.met}
    for code in ("RU", "NO"):
        sizes = [(right - left) * (top - low) for left, low, right, top in met[code]]
        land = sum(map(area_of, layout.land.areas[code]))
        assert 1 < len(sizes) <= 11
        assert sum(sizes) > 0.6 * land
    x, y = layout.dots["MT"]
    named = next(name.placed.box for name in layout.names if "Malta" in name.placed.text.lines[0])
    assert named in met["MT"] or any(a < x < c and b < y < d for a, b, c, d in met["MT"])


def test_regions_have_a_scale_and_the_world_none() -> None:
    bar = laid("AM", "AZ", "GE").bar
    assert bar is not None
    assert bar.words == "100 km"
    assert laid("US", "RU", "CN").bar is None


NEAR_RUSSIA = (
    "AM AZ BY GE RU UA TR IR IQ SY KZ KG TJ TM UZ AF PK CN IN JP KR TW ID US MX FI SE DE FR IT GR"
).split()


def test_nothing_is_written_over_what_another_map_shows_larger() -> None:
    world, _ = layouts_of(shown(*NEAR_RUSSIA))
    assert world.part.inset
    left, low, right, top = world.part.inset
    for name in world.names:
        l1, b1, r1, t1 = name.placed.box
        assert r1 <= left or right <= l1 or t1 <= low or top <= b1, name.placed.text.lines


def test_a_line_to_a_name_does_not_run_far_over_another_country_asked_for() -> None:
    def square(around: float) -> list[Array]:
        x, y = 100.0, 60.0
        return [
            np.array(
                [
                    (x - around, y - around),
                    (x + around, y - around),
                    (x + around, y + around),
                    (x - around, y + around),
                ]
            )
        ]

    board = Board(200.0, 120.0)
    board.paint_land([(2, square(40.0)), (1, square(3.0))], asked=(1, 2))
    name = text_of(("Luxembourg 2",), 7.0)
    near = Named((100.0, 60.0), 1, Bounds((48.0,), across=6.0))
    assert Placing(board).place([name], near) is None
    far = Placing(board).place([name], replace(near, bounds=Bounds((48.0,))))
    assert far
    assert far.leader
