"""Which part of the world a map shows, and where countries lie on it."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.path import Path

from briefing.charts.locator_parts import HEIGHTS
from briefing.charts.locator_view import View
from briefing.maps.core import core_of
from briefing.maps.framing import Frame, frame_of
from briefing.maps.projecting import POLE, EqualEarth, Lambert
from briefing.maps.world import load_world
from briefing.taxonomy import load_taxonomy

WORLD = load_world()
WIDTH = 452.0


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


def test_crimea_is_a_part_of_ukraine_with_a_dashed_boundary() -> None:
    def holds(code: str) -> bool:
        rings = [WORLD.points[polygon.rings[0]] for polygon in WORLD.polygons[code]]
        return any(Path(ring).contains_point((34.1, 45.2)) for ring in rings)

    assert holds("UA")
    assert not holds("RU")


def test_islands_that_fill_a_map_by_themselves_are_shown_with_land_that_one_knows() -> None:
    for code, near in (("FM", "ID"), ("KI", "FJ"), ("PF", "NZ"), ("FK", "AR"), ("MV", "LK")):
        frame = frame_of(WORLD, (code,), WIDTH, HEIGHTS)
        inside = [frame.holds(point) for point in frame.place(core_of(WORLD, near))]
        assert sum(inside) > 5, code


def test_a_map_of_countries_with_neighbours_is_no_smaller_for_land_further_off() -> None:
    frame = frame_of(WORLD, ("AM", "AZ"), WIDTH, HEIGHTS)
    placed = frame.place(np.concatenate([core_of(WORLD, code) for code in ("AM", "AZ")]))
    assert np.ptp(placed[:, 1]) > 0.8 * frame.height


def test_a_map_of_continents_is_no_narrow_strip() -> None:
    frame = frame_of(WORLD, ("FR", "PF", "RE"), WIDTH, HEIGHTS)
    assert frame.height >= WIDTH / 2


@pytest.mark.parametrize("codes", [("AM", "AZ"), ("FJ",), ("RU", "US"), ("AQ",)])
def test_what_is_projected_at_once_lies_where_each_point_does(codes: tuple[str, ...]) -> None:
    frame = frame_of(WORLD, codes, WIDTH, HEIGHTS)
    view = View.of(WORLD, frame)
    numbers = view.seen.points[::20]
    alone = frame.place(WORLD.points[numbers])
    inside = [frame.holds(point) for point in alone]
    assert np.abs(view.places[numbers] - alone)[inside].max() <= 0.125 + 1e-9


@pytest.mark.parametrize("codes", [("AM", "AZ"), ("CL",), ("MV",), ("AQ",)])
def test_nothing_that_lies_on_a_map_is_left_out(codes: tuple[str, ...]) -> None:
    frame = frame_of(WORLD, codes, WIDTH, HEIGHTS)
    view = View.of(WORLD, frame)
    numbers = WORLD.line_runs.points[::7]
    facing = np.array([frame.faces(WORLD.points[n : n + 1]) for n in numbers])
    placed = frame.place(WORLD.points[numbers])
    inside = facing & (placed > 0).all(axis=1) & (placed < (frame.width, frame.height)).all(axis=1)
    assert not np.isnan(view.places[numbers][inside]).any()


def test_antarctica_is_whole_and_about_the_pole() -> None:
    frame = frame_of(WORLD, ("AQ",), WIDTH, HEIGHTS)
    pole = frame.place(np.array([[0.0, -90.0]]))[0]
    rings = [ring for country, ring in View.of(WORLD, frame).land() if country == "AQ"]
    assert any(Path(ring).contains_point(pole) for ring in rings)


def south(frame: Frame) -> float:
    return frame.centre[1] - frame.height / frame.scale / 2


def test_a_map_of_the_world_ends_where_countries_do() -> None:
    reached = frame_of(WORLD, ("AR", "CA", "NO", "RU", "ZA", "NZ"), WIDTH, HEIGHTS)
    with_ice = frame_of(WORLD, ("AQ", "CA", "NO", "RU", "ZA", "NZ"), WIDTH, HEIGHTS)
    assert isinstance(reached.projection, EqualEarth)
    assert isinstance(with_ice.projection, EqualEarth)
    south_pole = -POLE
    assert south(reached) > south_pole + 0.2
    assert reached.holds(reached.place(np.array([[-68.0, -55.5]]))[0])
    assert south(with_ice) < -1.2
    assert reached.width / reached.scale < 5.42, "nor is it wider than the world"
