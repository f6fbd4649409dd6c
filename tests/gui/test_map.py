"""The map beside the tree of regions: the same ticks, by mouse, finger and keyboard."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPixmap,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefing.maps.atlas import atlas_of
from briefing.maps.world import load_world
from briefing.model import BriefRequest, Draft, Region, RegionGroup, RegionKind, Taxonomy
from briefing.model.atlas import Atlas
from briefing.service.calls import CountFindings
from briefing.service.map_calls import DrawAtlas
from gui import map_canvas, map_view, map_words, pages
from gui.map_marks import Mark, fill_of
from gui.map_painting import paint_outline
from gui.map_pane import MapPane
from gui.map_view import MapView
from gui.map_walking import beyond
from gui.scope_panel import ScopePanel
from gui.theme import DARK, LIGHT, Colours
from gui.wiring import Wiring
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks
from tests.gui.scope import COUNTS, a_workspace, request_of
from tests.gui.test_focus_marks import contrast

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@lru_cache(maxsize=1)
def the_atlas() -> Atlas:
    return atlas_of(load_world())


def a_map(
    qtbot: QtBot, request: BriefRequest | None = None, size: tuple[int, int] = (640, 480)
) -> tuple[Workspace, ScopePanel, MapView]:
    """Return a scope with its map, both shown, as the window has them."""
    answers = {CountFindings: lambda _: COUNTS, DrawAtlas: lambda _: the_atlas()}
    workspace = a_workspace(request, answers=answers)
    panel = ScopePanel(workspace)
    pane = panel.map
    pane.resize(*size)
    for part in (panel, pane):
        qtbot.addWidget(part)
        part.show()
    pane._ask()
    qtbot.waitUntil(lambda: pane.view.shapes is not None)
    qtbot.waitUntil(lambda: pane.view.marks["AM"].count == 41)
    return workspace, panel, pane.view


def at(view: MapView, country: str) -> QPoint:
    """Return where a country is seen, once it is in sight."""
    view.fit((country,))
    return view.place_of(country)


def test_a_click_ticks_a_country_in_the_tree_too_and_another_unticks_it(qtbot: QtBot) -> None:
    workspace, panel, view = a_map(qtbot)
    QTest.mouseClick(view, LEFT, pos=at(view, "GE"))
    assert request_of(workspace).regions == ("GE",)
    assert view.marks["GE"].ticked
    line = next(node for node in panel.regions.nodes if node.region == "GE")
    assert panel.regions.state_of(line.region).name == "YES"
    panel.regions.toggled.emit("AM", True)
    assert view.marks["AM"].ticked
    QTest.mouseClick(view, LEFT, pos=at(view, "GE"))
    assert request_of(workspace).regions == ("AM",)
    workspace.document.undo_stack.undo()
    assert view.marks["GE"].ticked


def test_land_in_dispute_has_the_tint_of_nobody_who_claims_it(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    view.show_marks({"UA": Mark("Ukraine", 9, True), "EH": Mark("Western Sahara", 9, True)})
    view.fit(("UA",))
    colours = LIGHT.accent, LIGHT.desk
    assert view.shapes is not None
    shown = view._picture._painted(view._shown()).toImage()

    def share(longitude: float, latitude_down: float, colour: str) -> float:
        middle = view.sight.on_sheet(longitude, latitude_down).toPoint()
        around = [middle + QPoint(x, y) for x in range(-6, 7) for y in range(-6, 7)]
        return sum(shown.pixelColor(at) == QColor(colour) for at in around) / len(around)

    crimea = next(s.box.center() for s in view.shapes.level(9).disputed if s.box.contains(34, -48))
    assert share(crimea.x(), crimea.y(), colours[0]) == 0
    assert 0.5 < share(crimea.x(), crimea.y(), colours[1]) < 1  # the rest is its hatching
    spot = the_atlas().spots["UA"]
    assert share(spot.x, spot.y + 0.5, colours[0]) > 0.9  # beneath its name
    western_sahara = the_atlas().spots["EH"]
    assert not any(
        shape.path.contains(QPointF(western_sahara.x, western_sahara.y))
        for shape in view.shapes.level(9).disputed
    )


def test_the_mouse_is_a_hand_over_what_can_be_ticked(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    shapes = Qt.CursorShape
    view.fit(("KZ", "FJ"))
    sea = view.sight.on_sheet(150, 0)
    for place, country in ((view.place_of("KZ"), "KZ"), (sea, "")):
        none = Qt.MouseButton.NoButton
        held = Qt.KeyboardModifier.NoModifier
        spot = QPointF(place)
        move = QMouseEvent(QEvent.Type.MouseMove, spot, view.mapToGlobal(spot), none, none, held)
        QApplication.sendEvent(view, move)
        assert view.hovered == country
        hand = shapes.PointingHandCursor if country else shapes.ArrowCursor
        assert view.cursor().shape() is hand


def test_on_land_in_dispute_its_label_says_so(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    view.fit(("UA",))
    assert view.shapes is not None
    crimea = next(s.box.center() for s in view.shapes.level(9).disputed if s.box.contains(34, -48))
    spot = view.shapes.spots["UA"]
    said = []
    for place in (crimea, QPointF(spot.x, spot.y)):
        where = view.sight.on_sheet(place.x(), place.y())
        view.hover(view.country_at(where), where)
        assert view.hovered == "UA"
        said.append(view.label())
    assert [("Land in dispute" in lines) for lines in said] == [True, False]
    assert said[0][0] == "Ukraine"


def test_held_or_with_ctrl_the_sub_region_is_taken(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, _, view = a_map(qtbot)
    QTest.mouseClick(view, LEFT, CTRL, at(view, "GE"))
    assert request_of(workspace).regions == ("south-caucasus",)
    view._hold.setInterval(1)
    QTest.mousePress(view, LEFT, pos=at(view, "KZ"))
    qtbot.waitUntil(lambda: request_of(workspace).regions == ("south-caucasus", "central-asia"))
    QTest.mouseRelease(view, LEFT, pos=at(view, "KZ"))
    assert view.marks["UZ"].ticked
    QTest.mouseClick(view, LEFT, pos=at(view, "UZ"))  # one of its members: the others stay
    assert set(request_of(workspace).regions) == {"south-caucasus", "KG", "KZ", "TJ", "TM"}
    assert map_view._HELD > 300


def test_a_drag_pushes_the_map_and_ticks_nothing(qtbot: QtBot) -> None:
    workspace, _, view = a_map(qtbot)
    start = at(view, "KZ")
    before, far = view.sight, QPoint(80, 0)
    QTest.mousePress(view, LEFT, pos=start)
    event_at = QPointF(start + far)
    move = _moved(view, event_at)
    QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, LEFT, pos=start + far)
    assert request_of(workspace).regions == ()
    assert view.sight.x < before.x
    assert view.sight.scale == before.scale


def _moved(view: QWidget, to: QPointF) -> QMouseEvent:
    held = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, to, view.mapToGlobal(to), LEFT, LEFT, held)


def test_the_wheel_looks_closer_at_what_is_beneath_the_mouse(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    view.fit(("KZ", "IN"))
    place = QPointF(view.place_of("KZ"))
    before = view.sight.on_map(place)
    scale = view.sight.scale
    _turn_wheel(view, place, 240)
    after = view.sight.on_map(place)
    assert view.sight.scale == pytest.approx(scale * 1.25**2)
    assert (after - before).manhattanLength() < 0.5


def _turn_wheel(view: QWidget, place: QPointF, by: int) -> None:
    turned = QWheelEvent(
        place, view.mapToGlobal(place), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, turned)


def _two_fingers(
    view: QWidget, kind: Qt.NativeGestureType, place: QPointF, value: float
) -> QNativeGestureEvent:
    pad = QPointingDevice.primaryPointingDevice()
    seen = view.mapToGlobal(place)
    return QNativeGestureEvent(kind, pad, 2, place, place, seen, value, QPointF())


def test_two_fingers_on_a_pad_look_closer_at_what_is_between_them(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    view.fit(("KZ", "IN"))
    place, scale = QPointF(view.place_of("KZ")), view.sight.scale
    before = view.sight.on_map(place)
    kinds = Qt.NativeGestureType
    QApplication.sendEvent(view, _two_fingers(view, kinds.ZoomNativeGesture, place, 0.5))
    assert view.sight.scale == pytest.approx(1.5 * scale)
    QApplication.sendEvent(view, _two_fingers(view, kinds.SmartZoomNativeGesture, place, 1))
    assert view.sight.scale == pytest.approx(3 * scale)
    assert (view.sight.on_map(place) - before).manhattanLength() < 0.5


def test_two_fingers_on_a_screen_look_closer_and_tick_nothing(qtbot: QtBot) -> None:
    workspace, _, view = a_map(qtbot)
    view.fit(("KZ", "IN"))
    scale = view.sight.scale
    screen = QTest.createTouchDevice()
    middle = view.rect().center()
    for number, apart in enumerate((40, 60, 90, 120, 150)):
        touch = QTest.touchEvent(view, screen, False)
        for finger, side in enumerate((QPoint(-apart, 0), QPoint(apart, 0))):
            (touch.move if number else touch.press)(finger, middle + side, view)
        touch.commit()
    touch = QTest.touchEvent(view, screen, False)
    for finger, side in enumerate((QPoint(-150, 0), QPoint(150, 0))):
        touch.release(finger, middle + side, view)
    touch.commit()
    assert view.sight.scale > 1.5 * scale
    assert request_of(workspace).regions == ()
    assert not view._hold.isActive()


def test_from_the_whole_world_the_wheel_holds_what_is_beneath_the_mouse_and_names_it(
    qtbot: QtBot,
) -> None:
    _, _, view = a_map(qtbot, size=(420, 560))
    view.show_world()
    whole = view.sight
    place = QPointF(view.place_of("GB")) + QPointF(0, -6)
    before = view.sight.on_map(place)
    view.hover("SE", place)
    for _ in range(9):
        _turn_wheel(view, place, 120)
        assert (view.sight.on_map(place) - before).manhattanLength() < 0.01
        assert view.hovered == view.country_at(place)
    _turn_wheel(view, place, -9 * 120)
    assert view.sight.scale == whole.scale
    assert (view.sight.x, view.sight.y) == pytest.approx((whole.x, whole.y))


def test_a_hand_on_the_map_ticks_and_leaves_in_sight_what_is(qtbot: QtBot) -> None:
    workspace, _, view = a_map(qtbot)
    start = at(view, "GE")
    north = next(
        point
        for y in range(start.y(), 0, -4)
        if view.country_at(QPointF(point := QPoint(start.x(), y))) == "RU"
    )
    view.menu_wanted.disconnect()
    before = view.sight
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, north, view.mapToGlobal(north))
    QApplication.sendEvent(view, menu)
    assert view.current == "RU"
    view.go_to("GE")
    QTest.mouseClick(view, LEFT, pos=north)
    assert request_of(workspace).regions == ("RU",)
    assert view.current == "RU"
    assert view.sight == before


@pytest.mark.parametrize("moved", [True, False])
def test_the_first_tick_is_brought_into_sight_unless_the_officer_has_moved_the_map(
    qtbot: QtBot, moved: bool
) -> None:
    _, panel, view = a_map(qtbot)
    if moved:
        _turn_wheel(view, QPointF(200, 200), 120)
    before = view.sight
    panel.regions.toggled.emit("JP", True)
    assert view.marks["JP"].ticked
    assert (view.sight == before) is moved


def test_arrows_lead_from_country_to_country_and_space_ticks(qtbot: QtBot) -> None:
    workspace, _, view = a_map(qtbot)
    view.fit(("GE", "AM", "AZ"))
    view.go_to("GE")
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
        walked.append(view.current)
    assert walked == ["AZ", "AM", "GE"], walked
    view.go_to("PT")
    assert view.sight.shows(*_spot(view, "PT"))  # it has come into sight
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.current == "ES"
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert request_of(workspace).regions == ("ES",)
    view.go_to("AM")
    QTest.keyClick(view, Qt.Key.Key_Space, SHIFT)
    assert request_of(workspace).regions == ("ES", "south-caucasus")
    QTest.keyClick(view, Qt.Key.Key_Return)
    close = view.sight.scale
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.sight.scale == view.sight.least < close


def _spot(view: MapView, country: str) -> tuple[float, float]:
    assert view.shapes is not None
    spot = view.shapes.spots[country]
    return spot.x, spot.y


def test_every_country_is_reached_by_arrows_and_has_room_for_a_click(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    assert view.shapes is not None
    known = {c: spot for c, spot in view.shapes.spots.items() if c in view.marks}
    seen, waiting = set(), ["FR"]
    while waiting:
        here = waiting.pop()
        if not here or here in seen:
            continue
        seen.add(here)
        others = {c: spot for c, spot in known.items() if c != here}
        waiting += [beyond(known[here], others, *way) for way in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    unreached = set(known) - seen
    assert len(unreached) <= 3, unreached
    for country in ("MT", "VA", "TV", "NR", "SG", "BH", "LI", "MV", "KI", "FJ", "RU", "US"):
        assert view.country_at(QPointF(at(view, country))) == country


def test_a_dot_takes_no_click_from_a_large_neighbour_s_land(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot, size=(560, 640))
    view.show_world()
    placed = view._shown().dots
    large = [c for c in view.marks if c in the_atlas().spots and c not in placed]
    apart = {
        country: min(
            (place - QPointF(view.place_of(country))).manhattanLength() for place in placed.values()
        )
        for country in large
    }
    beside = [country for country in ("DE", "FR", "IT", "ES", "PL", "TR") if apart[country] > 8]
    assert min(apart[country] for country in beside) < 12, "dots are near enough to be in the way"
    for country in beside:
        assert view.country_at(QPointF(view.place_of(country))) == country


def test_a_group_across_the_date_line_is_seen_together(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    view.fit(("FJ", "WS", "TO"))
    assert all(view.sight.shows(*_spot(view, country)) for country in ("FJ", "WS", "TO"))
    assert view.sight.scale > 8 * view.sight.least


def test_a_screen_reader_hears_name_state_and_number(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    assert view.accessibleName() == "Map of regions"
    view.go_to("GE")
    assert view.accessibleDescription() == "Georgia, not ticked, 19 findings, in South Caucasus"
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.accessibleDescription() == "Georgia, ticked, 19 findings, in South Caucasus"
    view.go_to("FR")
    assert view.accessibleDescription().startswith("France, not ticked, no findings")


def test_a_sub_region_taken_by_keys_is_said_by_its_name(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, view = a_map(qtbot)
    said: list[str] = []
    monkeypatch.setattr(view, "say", said.append)
    view.go_to("GE")
    QTest.keyClick(view, Qt.Key.Key_Space, SHIFT)
    assert said[-1] == "South Caucasus: ticked"
    QTest.keyClick(view, Qt.Key.Key_Space, SHIFT)
    assert said[-1] == "South Caucasus: not ticked"


def test_beneath_a_name_stands_its_number_and_what_holding_it_would_take(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    mark = view.marks["GE"]
    told = view.told.lines(mark, by_keys=False)
    assert told == ["Georgia", "19 findings", "Hold: South Caucasus"]
    assert view.told.lines(mark, by_keys=True)[2] == "Shift+Space: South Caucasus"
    assert view.told.lines(replace(mark, wider=""), by_keys=False) == told[:2]


def test_the_keyboard_begins_where_the_findings_are_though_the_shapes_come_late(
    qtbot: QtBot,
) -> None:
    workspace, panel, _ = a_map(qtbot)
    pane = MapPane(workspace, panel.regions)
    pane._asked = True
    pane.take(workspace.taxonomy)
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    pane.view.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(pane.view.hasFocus)
    assert pane.view.current == ""
    pane._take_atlas(the_atlas())
    marks = pane.view.marks
    assert marks[pane.view.current].count == max(mark.count or 0 for mark in marks.values())
    assert pane.view.accessibleDescription()


def test_keys_tell_of_their_country_though_the_mouse_rests_on_another(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    view.fit(("GE", "AM", "AZ"))
    view.hover("RU", QPointF(10, 10))
    view.go_to("GE")
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert (view.hovered, view.current) == ("", "AZ")


def test_the_current_country_has_its_label_while_the_keyboard_is_at_work(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, view = a_map(qtbot)
    labels: list[str] = []
    monkeypatch.setattr(
        map_canvas, "paint_label", lambda _painter, lines, *_: labels.append(lines[0])
    )
    view.activateWindow()
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(view.hasFocus)
    view.go_to("GE")
    view.grab()
    assert labels == []
    QTest.keyClick(view, Qt.Key.Key_Right)
    view.grab()
    assert labels[-1] == view.marks[view.current].name
    labels.clear()
    QTest.mouseClick(view, LEFT, pos=QPoint(2, 2))
    view.grab()
    assert labels == []


def test_a_double_click_looks_closer_at_the_sea_and_ticks_twice_on_land(qtbot: QtBot) -> None:
    workspace, _, view = a_map(qtbot)
    view.show_world()
    sea, scale = QPoint(3, 100), view.sight.scale
    assert not view.country_at(QPointF(sea))
    QTest.mouseDClick(view, LEFT, pos=sea)
    assert view.sight.scale == 2 * scale
    land = at(view, "KZ")
    scale = view.sight.scale
    QTest.mouseDClick(view, LEFT, pos=land)
    assert view.sight.scale == scale
    assert request_of(workspace).regions == ()


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_names_stand_where_the_land_has_room_for_them_and_are_legible(
    qtbot: QtBot, colours: Colours
) -> None:
    _, _, view = a_map(qtbot, size=(640, 640))
    view.fit(("FR", "CH", "DE"))
    assert view.shapes is not None
    scene = view._shown()
    named = dict(map_words.named(scene, QFontMetricsF(view.font())))
    assert {"FR", "DE"} <= named.keys()
    assert not {"LU", "LI", "SI"} & named.keys(), "their land is narrower than their names"
    corner = view.sight.on_map(named["FR"].topLeft())
    assert scene.level.areas["FR"].path.contains(corner)
    for mark in (Mark("A", 0, False), Mark("B", 1, False), Mark("C", 9, False), Mark("D", 9, True)):
        fill = fill_of(mark, {"B": Mark("B", 1, False), "C": Mark("C", 9, False)}, colours)
        assert contrast(map_words.legible_on(fill, colours).name(), fill.name()) > 3.9


def test_a_name_finds_room_beside_the_middle_of_its_land_and_on_none_in_dispute(
    qtbot: QtBot,
) -> None:
    _, _, view = a_map(qtbot, size=(540, 590))
    view.fit(("GE", "AM", "AZ"))
    assert view.shapes is not None
    spots, sight = view.shapes.spots, view.sight
    assert not sight.shows(spots["RU"].x, spots["RU"].y)
    scene = view._shown()
    named = dict(map_words.named(scene, QFontMetricsF(view.font())))
    assert {"RU", "AM", "GE"} <= named.keys()
    sheet = QRectF(view.rect()).adjusted(4, 4, -4, -4)
    for country in ("RU", "AM", "GE"):
        room, land = named[country], scene.level.areas[country].path
        corners = (room.topLeft(), room.topRight(), room.bottomLeft(), room.bottomRight())
        assert all(land.contains(sight.on_map(at)) for at in corners), country
        assert sheet.contains(room)
        words = QRectF(
            *sight.on_map(room.topLeft()).toTuple(), *(room.size() / sight.scale).toTuple()
        )
        assert not any(one.path.intersects(words) for one in scene.level.disputed), country


def test_an_edge_is_as_thick_on_a_screen_with_more_dots_to_a_pixel(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    view.fit(("KZ",))

    def ink(ratio: int) -> float:
        """Return how many pixels are covered by the edge."""
        sheet = QPixmap(view.size() * ratio)
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(QColor("white"))
        painter = QPainter(sheet)
        paint_outline(painter, view._shown(), "KZ", LIGHT)
        painter.end()
        grey = sheet.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        return sum(value < 128 for value in bytes(grey.constBits())) / ratio**2

    assert ink(2) == pytest.approx(ink(1), rel=0.25)


def test_the_label_of_the_keyboard_leaves_a_small_country_to_be_seen(qtbot: QtBot) -> None:
    _, _, view = a_map(qtbot)
    view.fit(("GE", "AM", "AZ", "TR"))
    assert view.shapes is not None
    spot = view.shapes.spots["AM"]
    top = view.sight.on_sheet(spot.x, spot.box[1]).y()
    assert view.top_of("AM").y() == pytest.approx(top, abs=1)
    assert view.top_of("RU").toPoint() == view.place_of("RU"), "too large to stand above it"


def test_the_menu_names_the_regions_in_which_a_country_lies(qtbot: QtBot) -> None:
    workspace, panel, _ = a_map(qtbot)
    menu = panel.map.menu("GE")
    said = [action.text() for action in menu.actions()]
    assert said[:3] == ["Georgia", "South Caucasus", "Post-Soviet space"]
    menu.actions()[2].trigger()
    assert request_of(workspace).regions == ("post-soviet",)
    assert panel.map.menu("GE").actions()[0].isChecked()


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_more_findings_are_darker_or_brighter_and_ticked_is_not_told_by_colour_alone(
    qtbot: QtBot, colours: object
) -> None:
    marks = {id_: Mark(id_, count, False) for id_, count in (("A", 0), ("B", 1), ("C", 90))}
    light = [fill_of(mark, marks, LIGHT).lightness() for mark in marks.values()]
    assert light == sorted(light, reverse=True)
    assert len({fill_of(mark, marks, DARK).name() for mark in marks.values()}) == 3
    _, _, view = a_map(qtbot)
    place = at(view, "DZ") + QPoint(0, 20)  # beneath its name
    assert view.grab().toImage().pixelColor(place) == QColor(LIGHT.paper)
    view.toggled.emit("DZ")
    picture = view.grab().toImage()
    assert picture.pixelColor(place) == QColor(LIGHT.accent)
    inked = sum(
        picture.pixelColor(x, y).lightness() < QColor(LIGHT.accent).lightness() - 8
        for x in range(picture.width())
        for y in range(place.y() - 5, place.y() + 6)
    )
    assert inked >= 6  # its edge


def test_regions_without_a_shape_and_groups_of_one_s_own_harm_nothing(qtbot: QtBot) -> None:
    _, panel, view = a_map(qtbot)
    pane = panel.map
    place = Region("ZZ", "Nowhere", RegionKind.COUNTRY)
    pane.take(Taxonomy({"ZZ": place}, {}))
    assert view.marks.keys() == {"ZZ"}
    view.step(1, 0)
    view.fit(("ZZ",))
    view.grab()
    pane.take(Taxonomy({}, {}))
    view.step(1, 0)
    assert view.country_at(QPointF(5, 5)) == ""
    assert not pane.menu("").actions()[0].isCheckable()


def test_a_group_of_one_s_own_is_offered_for_its_members(qtbot: QtBot) -> None:
    group = RegionGroup("Two", ("GE", "FR"))
    _, panel, _ = a_map(qtbot, BriefRequest(groups=(group,)))
    assert "Two" in [action.text() for action in panel.map.menu("FR").actions()]


def test_the_shapes_are_asked_for_once_and_only_when_the_map_is_seen(
    qtbot: QtBot, whole: Wiring, tasks: FakeTasks
) -> None:
    tasks.answers[DrawAtlas] = lambda _: the_atlas()
    whole.pages.go(pages.FINDINGS)
    asked = [call for call in tasks.calls if isinstance(call, DrawAtlas)]
    assert not asked
    whole.pages.scope.map_action.trigger()
    pane: MapPane = whole.pages.scope.map
    qtbot.waitUntil(lambda: pane.view.shapes is not None)
    assert not whole.pages.preview.isVisible()  # where there is room for one of them
    assert whole.pages.scope.map_action.isChecked()
    whole.pages.want_preview(True)
    assert not pane.isVisible()
    assert not whole.pages.scope.map_action.isChecked()
    whole.pages.scope.map_action.trigger()
    whole.pages.keep_state()
    assert whole.window.state.map_wanted is True
    whole.pages.scope.map_action.trigger()
    assert whole.pages.preview.isVisible()
    assert len([call for call in tasks.calls if isinstance(call, DrawAtlas)]) == 1


@pytest.mark.parametrize("size", [(1024, 640), (911, 480)])
def test_the_map_leaves_room_for_the_list_on_a_small_screen(
    qtbot: QtBot, whole: Wiring, size: tuple[int, int]
) -> None:
    whole.window.resize(*size)
    whole.pages.go(pages.FINDINGS)
    whole.pages.want_map(True)
    qtbot.waitUntil(lambda: whole.pages.scope.map.isVisible())
    assert whole.window.width() <= size[0]
    qtbot.waitUntil(lambda: whole.pages.findings.width() > 280)
    qtbot.waitUntil(lambda: whole.pages.scope.map.width() > 280)


def test_another_brief_begins_with_its_own_regions_in_sight(qtbot: QtBot) -> None:
    workspace, _, view = a_map(qtbot, BriefRequest(regions=("south-caucasus",)))
    caucasus = view.sight
    assert view.sight.shows(*_spot(view, "GE"))
    assert view.sight.scale > 4 * view.sight.least
    workspace.document.begin(Draft(replace(request_of(workspace), regions=("JP",))))
    assert view.sight != caucasus
    assert view.sight.shows(*_spot(view, "JP"))
