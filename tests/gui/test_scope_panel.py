"""The scope panel: ticking by mouse and keyboard is what the brief asks for, and can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from time import process_time

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from briefing.errors import BriefingError
from briefing.model import BriefRequest, RegionGroup
from briefing.model.desk import Counts, DraftView
from briefing.service.calls import CountFindings
from briefing.settings import Settings
from gui.models.regions import RegionRole
from gui.scope_panel import ScopePanel
from gui.widgets.count_delegate import CountDelegate, CountRole
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks
from tests.gui.scope import COUNTS, a_summary, a_workspace, request_of

REPORTS = tuple(a_summary(number, year=1999 + 6 * number) for number in range(5))


def a_panel(qtbot: QtBot, workspace: Workspace) -> ScopePanel:
    panel = ScopePanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(260, 700)
    panel.show()
    return panel


def find(panel: ScopePanel, *path: str) -> QModelIndex:
    """Return the line that is reached through these names, opened down to it."""
    index = QModelIndex()
    for name in path:
        rows = range(panel.regions.rowCount(index))
        below = (panel.regions.index(row, 0, index) for row in rows)
        index = next(line for line in below if line.data() == name)
        panel.tree.setExpanded(index, True)
    return index


def names(panel: ScopePanel, parent: QModelIndex | None = None) -> list[str]:
    above = parent or QModelIndex()
    rows = range(panel.regions.rowCount(above))
    return [panel.regions.index(row, 0, above).data() for row in rows]


def click_box(panel: ScopePanel, index: QModelIndex) -> None:
    """Click into the check box of a line."""
    tree = panel.tree
    tree.scrollTo(index)
    option = QStyleOptionViewItem()
    tree.initViewItemOption(option)
    option.rect = tree.visualRect(index)
    delegate = tree.itemDelegate()
    assert isinstance(delegate, CountDelegate)
    delegate.initStyleOption(option, index)
    box = tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, tree)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.center()))


def test_a_click_into_a_box_asks_for_the_region_and_ticks_its_members(qtbot: QtBot) -> None:
    workspace = a_workspace()
    panel = a_panel(qtbot, workspace)
    click_box(panel, find(panel, "Post-Soviet space", "South Caucasus"))
    assert request_of(workspace).regions == ("south-caucasus",)
    armenia = find(panel, "Post-Soviet space", "South Caucasus", "Armenia")
    assert Qt.CheckState(armenia.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
    above = find(panel, "Post-Soviet space")
    partly = Qt.CheckState.PartiallyChecked
    assert Qt.CheckState(above.data(Qt.ItemDataRole.CheckStateRole)) == partly
    assert workspace.document.undo_stack.undoText() == "Tick South Caucasus"


def test_space_ticks_and_typing_jumps(qtbot: QtBot) -> None:
    workspace = a_workspace()
    panel = a_panel(qtbot, workspace)
    find(panel, "Post-Soviet space", "Central Asia")
    panel.tree.setCurrentIndex(panel.regions.index(0, 0))
    QTest.keyClicks(panel.tree, "kyrg")
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert request_of(workspace).regions == ("KG",)


def test_unticking_a_member_leaves_the_others_and_undo_shows(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(regions=("south-caucasus", "TR")))
    panel = a_panel(qtbot, workspace)
    click_box(panel, find(panel, "Post-Soviet space", "South Caucasus", "Armenia"))
    assert request_of(workspace).regions == ("AZ", "GE", "TR")
    workspace.document.undo_stack.undo()
    assert request_of(workspace).regions == ("south-caucasus", "TR")
    line = find(panel, "Post-Soviet space", "South Caucasus", "Armenia")
    assert Qt.CheckState(line.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked


def test_search_finds_regions_and_themes_and_enter_ticks_the_best(qtbot: QtBot) -> None:
    workspace = a_workspace()
    panel = a_panel(qtbot, workspace)
    QTest.keyClicks(panel.search, "armen")
    assert panel.tree.currentIndex().data() == "Armenia"
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert request_of(workspace).regions == ("AM",)
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert request_of(workspace).regions == ("AM",), "Enter once more unticks nothing"
    panel.search.clear()
    QTest.keyClicks(panel.search, "energy")
    assert panel.theme_list.shown.rowCount() == 1
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert request_of(workspace).themes == ("energy",)


def test_down_leads_from_the_search_into_what_was_found(qtbot: QtBot) -> None:
    workspace = a_workspace()
    panel = a_panel(qtbot, workspace)
    QTest.keyClicks(panel.search, "georg")
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.window().focusWidget() is panel.tree
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert request_of(workspace).regions == ("GE",)


def test_a_search_that_is_over_leaves_the_tree_as_it_was(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, a_workspace())
    before = names(panel)
    QTest.keyClicks(panel.search, "zzzz")
    assert names(panel) == []
    assert panel.nothing.text() == "No region is called that."
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert names(panel) == before
    assert not panel.tree.isExpanded(panel.regions.index(1, 0))
    assert panel.nothing.isHidden()


def test_a_line_that_was_only_searched_for_goes_with_the_search(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, a_workspace(reports=REPORTS))
    qtbot.waitUntil(lambda: find(panel, "Post-Soviet space").data(CountRole) == 212)
    if not panel.only_found.isChecked():
        panel.only_found.click()

    def shown() -> set[str]:
        return {node.name for node in panel.regions.nodes if node.place >= 0}

    before = shown()
    assert "Fiji" not in before
    QTest.keyClicks(panel.search, "fiji")
    assert "Fiji" in shown()
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert shown() == before


def test_counts_stand_at_the_lines_and_the_old_ones_stay_until_new_come(qtbot: QtBot) -> None:
    workspace = a_workspace()
    panel = a_panel(qtbot, workspace)
    line = find(panel, "Post-Soviet space")
    qtbot.waitUntil(lambda: find(panel, "Post-Soviet space").data(CountRole) == 212)
    tasks = workspace.tasks
    assert isinstance(tasks, FakeTasks)
    tasks.answers = {}
    click_box(panel, line)
    asked = tasks.calls[-1]
    assert isinstance(asked, CountFindings)
    assert asked.request.regions == ("post-soviet",)
    assert find(panel, "Post-Soviet space").data(CountRole) == 212


def test_lines_that_come_and_go_leave_the_place_in_the_tree(qtbot: QtBot) -> None:
    workspace = a_workspace(reports=REPORTS)
    panel = a_panel(qtbot, workspace)
    qtbot.waitUntil(lambda: find(panel, "Post-Soviet space").data(CountRole) == 212)
    panel.only_found.click()
    find(panel, "All countries")
    panel.tree.verticalScrollBar().setValue(40)
    panel.regions.set_filter("", only_found=True)
    panel.regions.set_filter("", only_found=False)
    panel.tree.verticalScrollBar().setValue(40)
    panel.regions.set_counts({**COUNTS.regions, "FJ": 3})
    assert panel.tree.verticalScrollBar().value() == 40
    assert panel.tree.isExpanded(find(panel, "All countries"))


def test_a_scope_without_any_findings_is_said_in_place_of_the_tree(qtbot: QtBot) -> None:
    workspace = a_workspace(reports=REPORTS)
    panel = a_panel(qtbot, workspace)
    assert panel.nothing.isHidden()
    qtbot.waitUntil(lambda: find(panel, "Post-Soviet space").data(CountRole) == 212)
    panel.regions.set_counts({})
    panel.search.textChanged.emit("")
    assert panel.nothing.text() == "No region has findings on these themes and dates."
    qtbot.waitUntil(
        lambda: panel.tree.mapTo(panel, QPoint()).y() >= panel.nothing.geometry().bottom()
    )
    panel.only_found.click()
    assert panel.nothing.isHidden()
    qtbot.waitUntil(lambda: panel.tree.y() == 0)


def test_counts_that_fail_leave_the_old_ones(qtbot: QtBot) -> None:
    def fail(call: CountFindings) -> Counts:
        if call.request.regions:
            raise BriefingError("No.")
        return COUNTS

    workspace = a_workspace(answers={CountFindings: fail})
    panel = a_panel(qtbot, workspace)
    qtbot.waitUntil(lambda: find(panel, "Post-Soviet space").data(CountRole) == 212)
    click_box(panel, find(panel, "Post-Soviet space"))
    qtbot.wait(20)
    assert find(panel, "Post-Soviet space").data(CountRole) == 212


def test_nothing_is_counted_anew_when_only_the_title_changes(qtbot: QtBot) -> None:
    workspace = a_workspace()
    a_panel(qtbot, workspace)
    tasks, document = workspace.tasks, workspace.document
    assert isinstance(tasks, FakeTasks)
    before = len(tasks.calls)
    request = replace(request_of(workspace), title="Other")
    document.apply("Change title", replace(document.draft, request=request))
    assert len(tasks.calls) == before


def test_with_reports_only_regions_with_findings_are_shown_and_ticked_ones(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(regions=("FJ",)), reports=REPORTS)
    panel = a_panel(qtbot, workspace)
    qtbot.waitUntil(lambda: "Nordic countries" not in names(panel))
    assert panel.only_found.isChecked()
    assert "Fiji" in names(panel, find(panel, "All countries"))
    assert "Malta" not in names(panel, find(panel, "All countries"))
    QTest.mouseClick(panel.only_found, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert "Malta" in names(panel, find(panel, "All countries"))


def test_an_undone_tick_of_a_hidden_region_is_seen(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(regions=("FJ",)), reports=REPORTS)
    panel = a_panel(qtbot, workspace)
    click_box(panel, find(panel, "All countries", "Fiji"))
    qtbot.waitUntil(lambda: "Fiji" not in names(panel, find(panel, "All countries")))
    workspace.document.undo_stack.undo()
    assert "Fiji" in names(panel, find(panel, "All countries"))


def test_the_period_takes_years_months_and_days(qtbot: QtBot) -> None:
    workspace = a_workspace()
    panel = a_panel(qtbot, workspace)
    QTest.keyClicks(panel.limits.since, "2022-09")
    QTest.keyClick(panel.limits.since, Qt.Key.Key_Return)
    QTest.keyClicks(panel.limits.until, "2023")
    QTest.keyClick(panel.limits.until, Qt.Key.Key_Return)
    assert request_of(workspace).since == date(2022, 9, 1)
    assert request_of(workspace).until == date(2023, 12, 31)
    assert panel.limits.until.text() == "2023"
    workspace.document.undo_stack.undo()
    assert panel.limits.until.text() == ""


def test_what_is_no_date_is_said_in_words(qtbot: QtBot) -> None:
    workspace = a_workspace()
    panel = a_panel(qtbot, workspace)
    QTest.keyClicks(panel.limits.since, "13/9/22")
    QTest.keyClick(panel.limits.since, Qt.Key.Key_Return)
    assert "no date" in panel.limits.fault.text()
    assert request_of(workspace).since is None
    panel.limits.since.selectAll()
    QTest.keyClicks(panel.limits.since, "2030")
    assert panel.limits.fault.isHidden()
    QTest.keyClick(panel.limits.since, Qt.Key.Key_Return)
    QTest.keyClicks(panel.limits.until, "2022-02")
    QTest.keyClick(panel.limits.until, Qt.Key.Key_Return)
    assert request_of(workspace).until == date(2022, 2, 28)
    assert panel.limits.fault.text() == "The period ends before it begins."


def test_the_number_of_findings_is_part_of_the_request(qtbot: QtBot) -> None:
    workspace = a_workspace()
    panel = a_panel(qtbot, workspace)
    QTest.keyClick(panel.limits.number, Qt.Key.Key_Up)
    QTest.keyClick(panel.limits.number, Qt.Key.Key_Up)
    assert request_of(workspace).max_findings == BriefRequest().max_findings + 2
    assert workspace.document.undo_stack.count() == 1


def test_reports_can_be_chosen_and_all_are_used_by_default(qtbot: QtBot) -> None:
    workspace = a_workspace(reports=REPORTS)
    panel = a_panel(qtbot, workspace)
    assert "1999–2023" in panel.limits.sources.text()
    dialog = panel.limits.open_sources()
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.accept()
    assert request_of(workspace).sources == tuple(report.sha256 for report in REPORTS[1:])
    assert "2005–2023" in panel.limits.sources.text()
    again = panel.limits.open_sources()
    again.none.click()
    assert again.summary.text() == "Tick at least one report."
    again.all.click()
    again.accept()
    assert request_of(workspace).sources == ()


def test_a_group_is_made_ticked_and_travels_with_the_brief(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(regions=("TR", "GE")))
    panel = a_panel(qtbot, workspace)
    dialog = panel.groups.make(("TR", "GE"))
    QTest.keyClicks(dialog.name, "Black Sea")
    dialog.accept()
    group = RegionGroup("Black Sea", ("TR", "GE"))
    assert workspace.settings.groups == (group,)
    click_box(panel, find(panel, "Your groups", "Black Sea"))
    assert request_of(workspace).regions == ("group:Black Sea",)
    assert request_of(workspace).groups == (group,)
    workspace.document.undo_stack.undo()
    assert request_of(workspace).groups == ()


def test_a_group_that_is_renamed_is_renamed_in_the_brief(qtbot: QtBot) -> None:
    group = RegionGroup("Black Sea", ("TR", "GE"))
    request = BriefRequest(regions=("AM", group.id), groups=(group,))
    workspace = a_workspace(request, settings=Settings(groups=(group,)))
    panel = a_panel(qtbot, workspace)
    dialog = panel.groups.edit(group)
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "Shores")
    dialog.accept()
    assert request_of(workspace).regions == ("AM", "group:Shores")
    assert [kept.name for kept in workspace.settings.groups] == ["Shores"]
    assert "Shores" in names(panel, find(panel, "Your groups"))


def test_a_group_is_deleted_only_after_asking(qtbot: QtBot) -> None:
    group = RegionGroup("Black Sea", ("TR", "GE"))
    request = BriefRequest(regions=(group.id,), groups=(group,))
    workspace = a_workspace(request, settings=Settings(groups=(group,)))
    panel = a_panel(qtbot, workspace)
    panel.groups.remove(group)
    assert len(workspace.settings.groups) == 1
    buttons = panel.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "&Delete").click()
    assert len(workspace.settings.groups) == 0
    assert request_of(workspace) == BriefRequest()


def test_the_menu_of_a_group_offers_to_edit_it(qtbot: QtBot) -> None:
    group = RegionGroup("Black Sea", ("TR", "GE"))
    workspace = a_workspace(settings=Settings(groups=(group,)))
    panel = a_panel(qtbot, workspace)
    menu = panel.groups.menu(group.id, panel)
    assert [action.text() for action in menu.actions()][:2] == ["&Edit group…", "&Delete group…"]
    assert panel.tree.region_at(find(panel, "Your groups", "Black Sea")) == group.id


def test_another_brief_is_opened_to_what_it_asks(qtbot: QtBot) -> None:
    workspace = a_workspace()
    panel = a_panel(qtbot, workspace)
    draft = workspace.document.draft
    workspace.document.begin(replace(draft, request=BriefRequest(regions=("central-asia",))))
    asia = next(
        index
        for index in (panel.tree.indexAt(QPoint(60, y)) for y in range(5, 300, 5))
        if index.data(RegionRole) == "central-asia"
    )
    assert panel.tree.isExpanded(asia)


@pytest.mark.parametrize("region", ["AM", "osce"])
def test_a_tick_is_instantaneous_with_everything_open(qtbot: QtBot, region: str) -> None:
    panel = a_panel(qtbot, a_workspace())
    panel.tree.expandAll()
    took = []
    for ticked in (True, False, True):
        begin = process_time()
        panel.regions.toggled.emit(region, ticked)
        took.append(process_time() - begin)
    assert min(took) < 2  # far above what it takes: a guard against growth


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, a_workspace(reports=REPORTS))
    for control in (panel.search, panel.tree, panel.theme_list, panel.limits.since):
        assert control.accessibleName()
    assert panel.only_found.text()
    assert [action and action.text() for action in panel.menu_actions()]


def enter(qtbot: QtBot, view: QWidget) -> None:
    """Go to a view as Tab does."""
    view.window().activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)


BLACK_SEA = RegionGroup("Black Sea", ("TR", "GE", "RO", "BG"))


def test_the_line_one_is_at_stays_while_it_is_ticked_and_unticked(qtbot: QtBot) -> None:
    workspace = a_workspace(reports=REPORTS)
    panel = a_panel(qtbot, workspace)
    qtbot.waitUntil(lambda: panel.regions.rowCount() > 0)
    workspace.change_settings(replace(workspace.settings, groups=(BLACK_SEA,)))
    enter(qtbot, panel.tree)
    panel.tree.setCurrentIndex(find(panel, "Your groups", "Black Sea"))
    for ticked in (True, False, True):
        QTest.keyClick(panel.tree, Qt.Key.Key_Space)
        assert (BLACK_SEA.id in request_of(workspace).regions) is ticked
        panel.recount()
        qtbot.wait(1)  # the counts, which know nothing of the group
        assert panel.tree.currentIndex().data() == "Black Sea"
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    assert panel.tree.currentIndex().parent().data() == "Black Sea"


@pytest.mark.parametrize("name", ["tree", "theme_list"])
def test_entering_by_tab_shows_a_line_that_the_first_space_ticks(qtbot: QtBot, name: str) -> None:
    workspace = a_workspace(reports=REPORTS)
    panel = a_panel(qtbot, workspace)
    qtbot.waitUntil(lambda: panel.regions.rowCount() > 0)
    view = getattr(panel, name)
    enter(qtbot, view)
    assert view.currentIndex().isValid()
    QTest.keyClick(view, Qt.Key.Key_Space)
    request = request_of(workspace)
    assert len(request.regions if name == "tree" else request.themes) == 1


def test_space_opens_a_heading(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, a_workspace(reports=REPORTS))
    qtbot.waitUntil(lambda: panel.regions.rowCount() > 0)
    heading = find(panel, "All countries")
    panel.tree.setCurrentIndex(heading)
    panel.tree.setExpanded(heading, False)
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    assert panel.tree.isExpanded(heading)


def test_unticking_a_region_gives_back_what_was_ticked_before_it(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(regions=("KZ", "GE", "RU", "TR")))
    panel = a_panel(qtbot, workspace)
    panel.regions.toggled.emit("south-caucasus", True)
    assert request_of(workspace).regions == ("KZ", "south-caucasus", "RU", "TR")
    panel.regions.toggled.emit("south-caucasus", False)
    assert request_of(workspace).regions == ("KZ", "GE", "RU", "TR")


def test_a_new_group_begins_empty_and_offers_what_is_ticked(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, a_workspace(BriefRequest(regions=("GE", "TR"))))
    dialog = panel.groups.make()
    assert dialog.group().members == ()
    assert dialog.with_ticked.isVisible()
    dialog.reject()
    chosen = panel.groups.make(("AM",))
    assert chosen.group().members == ("AM",)
    assert not chosen.with_ticked.isVisible()
    chosen.reject()


def test_every_entry_of_the_menu_has_its_letter(qtbot: QtBot) -> None:
    panel = a_panel(qtbot, a_workspace(BriefRequest(regions=("GE", "TR"))))
    texts = [action.text() for action in panel.groups.menu("AM", panel).actions()]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(texts) == 3
    assert len(set(letters)) == 3


def test_findings_without_a_date_are_counted_beside_the_period(qtbot: QtBot) -> None:
    workspace = a_workspace()
    panel = a_panel(qtbot, workspace)
    view = DraftView(workspace.document.draft, (), (), 0, 0, undated=49)
    workspace.document.amend(view)
    assert panel.limits.undated.isVisible()
    assert panel.limits.undated.text().startswith("49 finding")
    workspace.document.amend(replace(view, undated=0))
    assert not panel.limits.undated.isVisible()
