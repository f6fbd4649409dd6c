"""Figures of the officer's own on the page of the brief."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.errors import ImportFailure
from briefing.model import BriefRequest, DataFile, Draft, Series
from briefing.model.desk import ChartChoice
from briefing.own_data import OwnChart
from briefing.service.calls import ReadTable
from gui.brief_charts import BriefCharts
from gui.brief_data import BriefData
from gui.workspace import Workspace
from tests.builders import a_data_file
from tests.gui.fakes import FakeTasks
from tests.gui.scope import a_workspace, request_of

TRADE = DataFile(
    "trade.csv",
    "fe" * 32,
    "2026-01-06",
    (Series("Trade", "GE", "US$", "", ((2024, 3.0, 2),)),),
    tuple(f"Line {line}: “{line}x” is no year." for line in range(3, 12)),
)


def a_form(qtbot: QtBot, workspace: Workspace) -> BriefData:
    def read(call: ReadTable) -> DataFile:
        known = {file.name: file for file in (a_data_file(), TRADE)}
        if call.path.name not in known:
            raise ImportFailure(f"{call.path.name}: the file is empty.")
        return known[call.path.name]

    assert isinstance(workspace.tasks, FakeTasks)
    workspace.tasks.answers[ReadTable] = read
    form = BriefData(workspace)
    qtbot.addWidget(form)
    form.show()
    return form


def test_tables_are_added_told_and_removed_each_as_a_step(qtbot: QtBot) -> None:
    workspace = a_workspace()
    form = a_form(qtbot, workspace)
    assert "CSV or XLSX" in form.remark.text()
    form.add([Path("economy.csv"), Path("empty.csv")])
    assert form.remark.text() == "Reading economy.csv…"
    qtbot.waitUntil(lambda: "empty" in form.remark.text())
    assert request_of(workspace).data == (a_data_file(),)
    assert workspace.document.undo_stack.undoText() == "Add data economy.csv"
    (entry,) = form.entries
    assert entry.summary.text() == (
        "15 values · GDP growth · Armenia, Georgia, Kazakhstan and Russia · 2021–2024 · Office A"
    )
    assert entry.faults.isHidden()
    QTest.keyClick(entry.remove_button, Qt.Key.Key_Space)
    assert request_of(workspace) == BriefRequest()
    workspace.document.undo_stack.undo()
    assert len(form.entries) == 1


def test_table_that_is_read_when_another_brief_is_opened_does_not_land_in_it(qtbot: QtBot) -> None:
    workspace = a_workspace()
    form = a_form(qtbot, workspace)
    form.add([Path("economy.csv"), Path("empty.csv")])
    workspace.document.begin(Draft(BriefRequest(title="Another")))
    assert "Reading" not in form.remark.text()
    form.add([Path("trade.csv")])
    qtbot.waitUntil(lambda: bool(request_of(workspace).data))
    assert request_of(workspace).data == (TRADE,)
    assert not form.remark.text()


def test_table_added_again_keeps_its_place_and_two_of_one_name_are_not_mixed_up(
    qtbot: QtBot,
) -> None:
    old = replace(a_data_file(), series=TRADE.series)
    workspace = a_workspace(BriefRequest(data=(old, TRADE)))
    form = a_form(qtbot, workspace)
    form.add([Path("a/economy.csv"), Path("b/economy.csv")])
    qtbot.waitUntil(lambda: request_of(workspace).data != (old, TRADE))
    assert request_of(workspace).data == (a_data_file(), TRADE)
    assert "different folders are named economy.csv" in form.remark.text()


def test_bad_rows_are_shown_the_first_of_many_until_all_are_wanted(qtbot: QtBot) -> None:
    form = a_form(qtbot, a_workspace(BriefRequest(data=(TRADE,))))
    (entry,) = form.entries
    assert entry.faults.text().splitlines()[0] == "Line 3: “3x” is no year."
    assert len(entry.faults.text().splitlines()) == 4
    QTest.keyClick(entry.more, Qt.Key.Key_Space)
    assert len(entry.faults.text().splitlines()) == 9
    assert entry.more.isHidden()


def test_ticks_say_which_indicators_are_shown_and_one_stays(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(data=(a_data_file(), TRADE)))
    form = a_form(qtbot, workspace)
    assert [box.isChecked() for box in form.ticks.boxes.values()] == [True, True]
    form.ticks.boxes["GDP growth"].click()
    assert request_of(workspace).indicators == ("Trade",)
    form.ticks.boxes["Trade"].click()
    assert form.ticks.boxes["Trade"].isChecked()
    form.ticks.boxes["GDP growth"].click()
    assert request_of(workspace).indicators == ()


def test_charts_that_suit_the_data_are_ticked_with_those_of_the_template(qtbot: QtBot) -> None:
    form = BriefCharts(a_workspace(BriefRequest(data=(a_data_file(),))))
    qtbot.addWidget(form)
    assert form.boxes["coverage"].isChecked()
    form.by_template.click()
    assert form.request.charts == ("coverage", "lines: GDP growth")


OWN_FORMS = (
    ChartChoice("lines", "Own data: over the years", "A line a country."),
    ChartChoice("bars", "Own data: countries compared", "A bar a country."),
    ChartChoice("dots", "Own data: two years compared", "A row a country."),
)


def own_charts(qtbot: QtBot, request: BriefRequest) -> tuple[Workspace, BriefCharts]:
    workspace = a_workspace(request)
    assert workspace.vocabulary is not None
    charts = (*workspace.vocabulary.charts, *OWN_FORMS)
    workspace.vocabulary = replace(workspace.vocabulary, charts=charts)
    form = BriefCharts(workspace)
    qtbot.addWidget(form)
    form.show()
    return workspace, form


def test_each_indicator_has_a_chart_to_tick_and_without_data_each_form_its_reason(
    qtbot: QtBot,
) -> None:
    workspace, charts = own_charts(qtbot, BriefRequest(regions=("AM",)))
    assert [id_ for id_ in charts.entries if OwnChart.read(id_)] == ["lines", "bars", "dots"]
    assert not charts.own.isVisible()
    data = (a_data_file(), replace(TRADE, series=a_data_file("x.csv").series))
    other = tuple(replace(one, indicator="Trade") for one in data[1].series)
    charts.change("x", data=(data[0], replace(data[1], series=other)))
    own = [id_ for id_ in charts.entries if OwnChart.read(id_)]
    assert own == ["lines: GDP growth", "lines: Trade"]
    entry = charts.entries["lines: Trade"]
    assert entry.box.text() == "Trade over the years"
    assert entry.box.isChecked()
    entry.box.click()
    assert request_of(workspace).charts == ("coverage", "lines: GDP growth")
    charts.change("x", data=())
    assert "lines: GDP growth" in charts.entries, "what the brief asks for stays to be unticked"


def test_chart_of_own_data_is_made_changed_and_left_out_each_as_a_step(qtbot: QtBot) -> None:
    request = BriefRequest(regions=("AM",), charts=("coverage",), data=(a_data_file(),))
    workspace, charts = own_charts(qtbot, request)
    dialog = charts.own.add()
    assert [dialog.indicator.itemText(n) for n in range(dialog.indicator.count())] == ["GDP growth"]
    assert dialog.form.currentData() == "lines"
    assert dialog.countries.item(0).text() == "Armenia"
    dialog.countries.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.first.setCurrentText("2022")
    QTest.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    made = "lines: GDP growth | GE | 2022-"
    assert request_of(workspace).charts == ("coverage", made)
    assert charts.entries[made].box.text() == "GDP growth over the years (GE, 2022-)"
    dialog = charts.own.change(made)
    assert dialog.first.currentData() == 2022
    assert dialog.countries.item(1).checkState() is Qt.CheckState.Checked
    dialog.form.setCurrentIndex(dialog.form.findData("bars"))
    assert not dialog.first.isVisible()
    dialog.last.setCurrentText("2024")
    dialog.accept()
    changed = "bars: GDP growth | GE | 2024"
    assert request_of(workspace).charts == ("coverage", changed)
    assert made not in charts.entries
    charts.entries[changed].box.click()
    assert request_of(workspace).charts == ("coverage",)
    assert changed not in charts.entries
    workspace.document.undo_stack.undo()
    assert charts.entries[changed].box.isChecked()


def test_of_very_many_indicators_those_looked_for_can_be_ticked(qtbot: QtBot) -> None:
    names = [f"Indicator {n}" for n in range(60)] + ["Debt & deficit " + "x" * 90]
    series = tuple(replace(TRADE.series[0], indicator=name) for name in names)
    workspace = a_workspace(BriefRequest(data=(replace(TRADE, series=series),)))
    ticks = a_form(qtbot, workspace).ticks
    assert len(ticks.boxes) == 20
    assert ticks.more.text() == "41 more indicators: type a part of the name."
    ticks.one_button.click()
    assert request_of(workspace).indicators == ("Indicator 0",)
    ticks.search.setText("DEBT")
    (box,) = ticks.boxes.values()
    assert not box.isChecked()
    assert box.accessibleName() == names[-1]
    assert len(box.text()) < 100
    box.click()
    assert request_of(workspace).indicators == ("Indicator 0", names[-1])
    ticks.all_button.click()
    assert request_of(workspace).indicators == ()
    assert box.isChecked()


def test_charts_of_a_table_that_is_removed_go_with_it(qtbot: QtBot) -> None:
    charts = ("coverage", "lines: GDP growth", "lines: Trade")
    workspace = a_workspace(BriefRequest(charts=charts, data=(a_data_file(), TRADE)))
    form = a_form(qtbot, workspace)
    form.entries[0].remove_button.click()
    assert request_of(workspace).charts == ("coverage", "lines: Trade")
    workspace.document.undo_stack.undo()
    assert request_of(workspace).charts == charts


def test_years_that_end_before_they_begin_are_told_and_not_taken(qtbot: QtBot) -> None:
    request = BriefRequest(regions=("AM",), charts=(), data=(a_data_file(),))
    workspace, charts = own_charts(qtbot, request)
    dialog = charts.own.add()
    dialog.first.setCurrentText("2024")
    dialog.last.setCurrentText("2021")
    assert dialog.fault.text() == "The last year comes before the first."
    assert not dialog.take_button.isEnabled()
    dialog.accept()
    assert request_of(workspace).charts == ()
