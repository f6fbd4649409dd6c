"""Charts in the form: looked at, taken, ordered, and followed to the findings behind them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError
from briefing.model import BriefRequest, ChartData, ChartPoint, Choice, Draft, FigureArea
from briefing.model.desk import ChartChoice
from briefing.model.offers import ChartOffer
from briefing.service.chart_calls import FindingsBehind, OfferCharts, ShowChart
from gui import pages
from gui.brief_charts import BriefCharts
from gui.brief_page import BriefPage
from gui.chart_dialog import ChartDialog
from gui.chart_picture import ChartPicture
from gui.chart_remark import ChartRemark
from gui.widgets.entry_delegate import FootRole, ValueRole, entry_list
from gui.wiring import Wiring
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks
from tests.gui.findings import some_rows
from tests.gui.scope import a_workspace, request_of


def a_picture() -> bytes:
    stream = io.BytesIO()
    Image.new("RGBA", (400, 200), (0, 0, 0, 0)).save(stream, "PNG")
    return stream.getvalue()


def an_offer(chart: str, *codes: str) -> ChartOffer:
    points = (ChartPoint("Armenia", 2, "findings", codes), ChartPoint("Georgia", 1, "findings"))
    data = ChartData(chart, "Who?", "Armenia.", "Number.", "Alt.", ("A",), (("x", 1),), points)
    areas = (FigureArea("Armenia", 0, 0, 50, 50), FigureArea("Georgia", 50, 50, 50, 50))
    choice = ChartChoice(chart, chart.title(), "")
    return ChartOffer(choice, data, png=a_picture(), width_pt=200, height_pt=100, areas=areas)


def the_charts(qtbot: QtBot, workspace: Workspace) -> BriefCharts:
    charts = BriefCharts(workspace)
    qtbot.addWidget(charts)
    charts.show()
    return charts


def test_a_chart_shows_its_picture_or_why_it_is_not_offered(qtbot: QtBot) -> None:
    workspace = a_workspace()
    charts = the_charts(qtbot, workspace)
    assert not charts.entries["coverage"].picture.isVisible()
    charts.offers.arrived.emit(an_offer("coverage"))
    refused = ChartOffer(ChartChoice("timeline", "Timeline", ""), reason="Too few are dated.")
    charts.offers.arrived.emit(refused)
    entry = charts.entries["coverage"]
    assert entry.picture.isVisible()
    assert entry.picture.accessibleName() == "Look at Coverage"
    assert entry.answer.text() == "Armenia.", "what it says, to choose by"
    assert "Armenia." in entry.box.accessibleDescription()
    other = charts.entries["timeline"]
    assert other.reason.text() == "Too few are dated."
    assert "Too few are dated." in other.box.accessibleDescription()
    assert not other.picture.isVisible()
    assert not other.answer.isVisible()
    workspace.document.apply(
        "x", replace(workspace.document.draft, request=BriefRequest(title="T"))
    )
    assert entry.picture.isVisible(), "the last picture stays until there is a new one"
    workspace.document.begin(Draft(BriefRequest()))
    assert not entry.picture.isVisible(), "that of another brief does not"


def test_ticked_charts_are_ordered_by_keys_and_by_dragging(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(charts=("coverage", "timeline")))
    charts = the_charts(qtbot, workspace)
    assert list(charts.boxes) == ["coverage", "timeline"]
    box = charts.boxes["timeline"]
    QTest.keyClick(box, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert request_of(workspace).charts == ("timeline", "coverage")
    assert list(charts.boxes) == ["timeline", "coverage"]
    assert workspace.document.undo_stack.undoText() == "Move chart Timeline"
    QTest.keyClick(box, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # no further
    assert request_of(workspace).charts == ("timeline", "coverage")
    charts.entries["timeline"].dropped.emit("coverage")
    assert request_of(workspace).charts == ("coverage", "timeline")
    charts.boxes["coverage"].click()
    charts.entries["timeline"].dropped.emit("coverage")  # one that is not ticked has no place
    assert request_of(workspace).charts == ("timeline",)


def test_a_chart_that_is_moved_by_keys_stays_in_sight(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(charts=("coverage", "timeline")))
    page = BriefPage(workspace)
    qtbot.addWidget(page)
    page.resize(600, 160)
    page.show()
    qtbot.waitExposed(page)
    box = page.charts.boxes["timeline"]
    box.setFocus()
    qtbot.waitUntil(lambda: page.area.field is box)
    page.area.verticalScrollBar().setValue(0)
    assert box.visibleRegion().isEmpty()
    QTest.keyClick(box, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not box.visibleRegion().isEmpty())


def test_charts_are_drawn_while_somebody_looks_and_left_at_a_change(qtbot: QtBot) -> None:
    workspace = a_workspace()
    tasks = workspace.tasks
    assert isinstance(tasks, FakeTasks)
    charts = the_charts(qtbot, workspace)
    charts.offers._soon.setInterval(0)
    charts.offers.watch(True)

    def asked() -> list[OfferCharts]:
        return [call for call in tasks.calls if isinstance(call, OfferCharts)]

    qtbot.waitUntil(lambda: len(asked()) == 1)
    first = charts.offers._under_way
    charts.boxes["timeline"].click()
    assert first is not None
    assert getattr(first, "cancelled", False), "pages are made in the same place"
    qtbot.waitUntil(lambda: len(asked()) == 2)
    assert asked()[1].draft == workspace.document.draft
    charts.hide()
    charts.boxes["coverage"].click()
    assert not charts.offers._soon.isActive()


def test_above_the_charts_it_is_said_that_they_are_being_drawn_and_why_they_are_not(
    qtbot: QtBot,
) -> None:
    workspace = a_workspace()
    charts = the_charts(qtbot, workspace)
    remark = charts.findChild(ChartRemark)
    assert remark is not None
    remark._late.setInterval(0)
    usual = remark.text()
    charts.offers._soon.setInterval(0)
    charts.offers.watch(True)
    qtbot.waitUntil(lambda: remark.text() == "The charts are being drawn…")
    charts.boxes["timeline"].click()  # what is under way is left
    assert remark.text() == usual
    qtbot.waitUntil(lambda: charts.offers._under_way is not None)
    charts.offers._fail(LibraryError("The library is gone."))
    assert remark.text() == "The charts cannot be drawn: The library is gone."
    charts.offers._ask()
    charts.offers._end()
    assert remark.text() == usual


@pytest.fixture
def looked(whole: Wiring, qtbot: QtBot) -> Wiring:
    whole.pages.go(pages.BRIEF)
    charts = whole.pages.brief.charts
    choice = ChartChoice("coverage", "Coverage", "Which report speaks of what.")
    if "coverage" not in charts.entries:
        charts._add(choice)
    return whole


def test_a_point_of_the_large_chart_leads_to_the_findings_behind_it(
    looked: Wiring, qtbot: QtBot
) -> None:
    row = some_rows()[1]
    charts = looked.pages.brief.charts
    charts.offers.arrived.emit(an_offer("coverage", row.code))
    charts.entries["coverage"].picture.click()
    dialog = looked.window.findChild(ChartDialog)
    assert dialog is not None
    picture = dialog.picture
    QTest.mouseClick(
        picture, Qt.MouseButton.LeftButton, pos=picture.place_of("Georgia").center().toPoint()
    )
    line = dialog.points.currentItem()
    assert (line.text(), line.data(ValueRole)) == ("Georgia", "1 finding")
    assert line.data(Qt.ItemDataRole.AccessibleTextRole) == "Georgia: 1 finding"
    assert dialog.behind.findings.count() == 0
    QTest.mouseClick(
        picture, Qt.MouseButton.LeftButton, pos=picture.place_of("Armenia").center().toPoint()
    )
    entry = dialog.behind.findings.item(0)
    assert entry.text() == row.text
    assert entry.data(FootRole) == f"{row.place} · in the brief"
    QTest.keyClick(dialog.behind.findings, Qt.Key.Key_Return)
    assert looked.pages.name == pages.FINDINGS
    assert looked.document.current == row.decision.passage


def test_a_point_clicked_on_the_pages_opens_its_chart_with_the_findings_behind_it(
    whole: Wiring, qtbot: QtBot
) -> None:
    rows = some_rows()
    offer = an_offer("coverage", rows[0].code, rows[1].code)
    tasks = whole.workspace.tasks
    assert isinstance(tasks, FakeTasks)
    tasks.answers[ShowChart] = lambda call: replace(offer, reason=call.chart)
    whole.pages.go(pages.FINDINGS)
    whole.pages.preview.view.point_picked.emit("coverage", "Armenia")
    qtbot.waitUntil(lambda: whole.window.findChild(ChartDialog) is not None)
    dialog = whole.window.findChild(ChartDialog)
    assert dialog is not None
    assert dialog.points.currentItem().text() == "Armenia"
    assert dialog.behind.findings.count() == 2
    assert dialog.focusWidget() is dialog.behind.findings
    dialog.behind.findings.setCurrentRow(1)
    QTest.keyClick(dialog.behind.findings, Qt.Key.Key_Return)
    assert whole.document.current == rows[1].decision.passage
    assert not dialog.isVisible()


def a_dialog(
    qtbot: QtBot, answer: Callable[[Any], Any], *codes: str
) -> tuple[Workspace, ChartDialog]:
    """Return the large view of a chart behind whose first number stand these findings."""
    workspace = a_workspace(answers={FindingsBehind: answer})
    dialog = ChartDialog(workspace, an_offer("coverage", *codes))
    qtbot.addWidget(dialog)
    dialog.show()
    return workspace, dialog


def test_a_finding_that_is_not_in_the_list_is_brought_and_told_with_its_place(
    qtbot: QtBot,
) -> None:
    other = some_rows()[1]
    left_out = replace(other, decision=replace(other.decision, choice=Choice.LEFT_OUT))
    code = f"{other.code}wxyz"  # whole, as charts name it
    workspace, dialog = a_dialog(qtbot, lambda _: (left_out,), code)
    findings = dialog.behind.findings
    qtbot.waitUntil(lambda: findings.count() == 1)
    assert findings.item(0).data(FootRole) == f"{other.place} · not in the brief"
    calls = workspace.tasks.calls if isinstance(workspace.tasks, FakeTasks) else []
    asked = [call for call in calls if isinstance(call, FindingsBehind)]
    assert [call.codes for call in asked] == [(code,)]
    dialog.points.setCurrentRow(1)
    dialog.points.setCurrentRow(0)
    assert findings.count() == 1, "it is known now"
    assert len([call for call in calls if isinstance(call, FindingsBehind)]) == 1


def test_behind_a_number_it_is_said_that_its_findings_cannot_be_read(qtbot: QtBot) -> None:
    def gone(_: object) -> object:
        raise LibraryError("The library cannot be read.")

    _, dialog = a_dialog(qtbot, gone, "f-abcd")
    qtbot.waitUntil(lambda: dialog.behind.nothing.isVisible())
    assert dialog.behind.nothing.text() == "The library cannot be read."
    dialog.points.setCurrentRow(1)
    assert not dialog.behind.nothing.isVisible()


def test_enter_leads_from_a_number_to_what_stands_behind_it_and_closes_nothing(
    qtbot: QtBot,
) -> None:
    _, dialog = a_dialog(qtbot, lambda _: some_rows()[:1], some_rows()[0].code)
    qtbot.waitUntil(lambda: dialog.behind.findings.count() == 1)
    dialog.points.setFocus()
    QTest.keyClick(dialog.points, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.behind.findings
    assert dialog.isVisible()


def test_words_that_a_point_tells_stand_beneath_its_name_and_nothing_stands_twice(
    qtbot: QtBot,
) -> None:
    offer = an_offer("events")
    assert offer.data is not None
    words = "… Armenia and Azerbaijan agreed on a truce in March 2019 …"
    points = (
        ChartPoint("March 2019 [1 ¶ 2]", words, "event", ("f-abcd",)),
        ChartPoint("about 2,000 soldiers, [1 ¶ 3]", "about 2,000 soldiers", "Soldiers"),
    )
    told = replace(offer, data=replace(offer.data, points=points))
    dialog = ChartDialog(a_workspace(), told)
    qtbot.addWidget(dialog)
    line, other = dialog.points.item(0), dialog.points.item(1)
    assert (line.data(FootRole), line.data(ValueRole)) == (words, None)
    assert other.data(ValueRole) == "Soldiers", "its name tells the number"


def test_a_finding_beyond_the_list_is_searched_for_by_its_code(
    looked: Wiring, qtbot: QtBot
) -> None:
    looked.pages.preview.view.picked.emit("f-zzzz")  # a point of a chart on the pages
    assert looked.pages.name == pages.FINDINGS
    assert looked.pages.findings.head.search.words == "f-zzzz"


def test_entries_wrap_to_the_width_of_their_list_and_leave_their_value_room(qtbot: QtBot) -> None:
    entries = entry_list("Numbers")
    qtbot.addWidget(entries)
    item = QListWidgetItem("South Caucasus and beyond, word after word, " * 3)
    item.setData(ValueRole, "12 findings")
    entries.addItem(item)
    heights = []
    for width in (600, 240):
        entries.resize(width, 300)
        entries.show()
        entries.doItemsLayout()
        heights.append(entries.visualItemRect(item).height())
        assert entries.visualItemRect(item).width() <= entries.viewport().width()
    assert heights[1] > 1.5 * heights[0]


def test_entries_stand_one_beneath_the_other_however_wide_their_list_becomes(qtbot: QtBot) -> None:
    entries = entry_list("Findings")
    qtbot.addWidget(entries)
    for words in range(20, 40):
        entries.addItem("word " * words)
    entries.resize(600, 300)
    entries.show()

    def stand_in_order() -> bool:
        places = [entries.visualItemRect(entries.item(row)) for row in range(entries.count())]
        return all(two.top() == one.bottom() + 1 for one, two in pairwise(places))

    qtbot.waitUntil(stand_in_order)
    entries.resize(400, 300)
    qtbot.waitUntil(stand_in_order)


def test_what_is_no_box_is_chosen_all_over_and_marked_by_its_edge(qtbot: QtBot) -> None:
    corner = ((0.0, 0.0, 180.0, 0.0, 0.0, 90.0),)
    areas = (
        FigureArea("Armenia", 0, 0, 40, 40, outline=corner),
        FigureArea("Armenia", 60, 0, 50, 30),
        FigureArea("Georgia", 150, 50, 50, 50),
    )
    picture = ChartPicture(replace(an_offer("locator"), areas=areas))
    qtbot.addWidget(picture)
    picture.resize(416, 216)  # twice the size of print, and its margin
    picture.show()
    found = {
        (x, y): picture._label_at(QPointF(8 + 2 * x, 8 + 2 * y))
        for x, y in ((20, 20), (100, 20), (120, 5), (10, 70), (120, 60), (160, 60))
    }
    assert list(found.values()) == ["Armenia"] * 4 + ["", "Georgia"]
    QTest.mouseMove(picture, QPoint(8 + 2 * 20, 8 + 2 * 20))
    qtbot.waitUntil(lambda: "Armenia: 2 findings" in picture.toolTip())
    edge = picture.shape_of("Armenia")
    assert edge.boundingRect() == QRectF(8, 8, 360, 180)
    assert picture.shape_of("Georgia").contains(QPointF(8 + 2 * 175, 8 + 2 * 75))


def test_a_chart_looked_at_has_the_focus_to_which_the_page_leads_back(
    looked: Wiring, qtbot: QtBot
) -> None:
    charts = looked.pages.brief.charts
    charts.offers.arrived.emit(an_offer("coverage"))
    entry = charts.entries["coverage"]
    QTest.mouseClick(entry.picture, Qt.MouseButton.LeftButton)
    dialog = looked.window.findChild(ChartDialog)
    assert dialog is not None
    dialog.close()
    assert looked.window.focusWidget() is entry.picture


def test_behind_the_officer_s_own_figures_stands_their_file_and_no_list_of_findings(
    qtbot: QtBot,
) -> None:
    offer = an_offer("lines")
    assert offer.data is not None
    points = (ChartPoint("Armenia", "3.4", "%", source="World Bank, line 12"),)
    own = replace(offer, data=replace(offer.data, points=points))
    dialog = ChartDialog(a_workspace(), own)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.source.text() == "World Bank, line 12"
    assert dialog.source.isVisible()
    assert not dialog.behind.isVisible()
    dialog.choose("Armenia")
    assert dialog.focusWidget() is dialog.points
