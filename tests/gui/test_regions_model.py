"""What ticks mean for a request, and what the tree of regions shows of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from briefing.model import RegionGroup
from gui.models.regions import RegionsModel
from gui.models.regions_ticked import Ticked, Ticking, with_groups
from tests.gui.scope import VOCABULARY

TAXONOMY = VOCABULARY.taxonomy
TICKING = Ticking(TAXONOMY)


def a_model() -> RegionsModel:
    model = RegionsModel()
    model.set_taxonomy(TAXONOMY)
    return model


def test_ticks_keep_their_order() -> None:
    asked: tuple[str, ...] = ()
    for region in ("TR", "AM", "south-caucasus"):
        asked = TICKING.tick(asked, region)
    assert asked == ("TR", "south-caucasus")
    assert TICKING.tick(("AM", "TR", "GE"), "south-caucasus") == ("south-caucasus", "TR")


def test_ticking_what_is_covered_changes_nothing() -> None:
    assert TICKING.tick(("post-soviet",), "AM") == ("post-soviet",)


def test_unticking_a_member_leaves_the_others_in_its_place() -> None:
    left = TICKING.untick(("TR", "south-caucasus", "CN"), "AM")
    assert left == ("TR", "AZ", "GE", "CN")


def test_unticking_deep_down_keeps_larger_regions_whole() -> None:
    left = TICKING.untick(("post-soviet",), "AM")
    assert set(left) == {
        "RU", "eastern-europe", "AZ", "GE", "central-asia", "baltic-states",
    }  # fmt: skip


def test_unticking_a_country_unticks_it_wherever_it_was_covered() -> None:
    left = TICKING.untick(("eu", "visegrad"), "PL")
    assert TICKING.states(left)["PL"] is Ticked.NO
    assert TICKING.states(left)["HU"] is Ticked.YES


@pytest.mark.parametrize("region", ["post-soviet", "indo-pacific", "oic", "african-union"])
def test_whatever_is_unticked_is_not_covered_any_more(region: str) -> None:
    for member in TAXONOMY.covers(region):
        states = TICKING.states(TICKING.untick((region,), member))
        assert states[member] is not Ticked.YES, member


def test_members_ticked_one_by_one_are_not_the_region() -> None:
    assert TICKING.states(("AM", "AZ", "GE"))["south-caucasus"] is Ticked.PARTLY


def test_a_group_is_ticked_like_a_region() -> None:
    group = RegionGroup("Black Sea", ("TR", "south-caucasus"))
    ticking = Ticking(with_groups(TAXONOMY, [group]))
    assert ticking.states((group.id,))["GE"] is Ticked.YES
    assert ticking.untick((group.id,), "TR") == ("south-caucasus",)


def test_unknown_regions_of_a_request_stay() -> None:
    assert TICKING.untick(("atlantis", "AM"), "AM") == ("atlantis",)
    assert TICKING.tick(("atlantis",), "AM") == ("atlantis", "AM")


def test_the_model_is_sound() -> None:
    model = a_model()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    model.set_asked(("south-caucasus",))
    model.set_counts({"AM": 3})
    model.set_filter("arm", only_found=False)
    model.set_filter("", only_found=True)
    assert tester.model() is model


def test_a_tick_changes_lines_and_resets_nothing() -> None:
    model = a_model()
    resets, changes = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    model.set_asked(("AM",))
    assert resets.count() == 0
    assert changes.count() > 5, "Armenia stands in many places"


def test_a_country_stands_in_several_places() -> None:
    model = a_model()
    assert sum(node.region == "AM" for node in model.nodes) > 5
    top = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert top[-2:] == ["Blocs", "All countries"]
    assert "South Caucasus" not in top, "it stands within a larger one"


def test_all_countries_stand_by_name_without_regard_to_accents() -> None:
    model = a_model()
    countries = model.index(model.rowCount() - 1, 0)
    names = [model.index(row, 0, countries).data() for row in range(model.rowCount(countries))]
    assert len(names) > 240
    assert names[:3] == ["Afghanistan", "Åland Islands", "Albania"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("AM", "Armenia"), ("visegrad", "Visegrád Group"), ("cauc", "South Caucasus"), ("eu", None)],
)
def test_the_best_match_is_what_one_means(words: str, found: str | None) -> None:
    model = a_model()
    model.set_filter(words, only_found=False)
    assert model.best_match().data() == (found or "European Union")


def test_a_heading_cannot_be_ticked() -> None:
    model = a_model()
    heading = model.index(model.rowCount() - 1, 0)
    assert not model.flags(heading) & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.setData(heading, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def test_a_line_tells_its_count_to_a_screen_reader() -> None:
    model = a_model()
    model.set_counts({"AM": 41})
    model.set_filter("armenia", only_found=False)
    spoken = model.best_match().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Armenia, 41")
    assert QModelIndex() != model.best_match()
