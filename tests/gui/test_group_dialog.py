"""The dialog for a group of regions, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from briefing.model import RegionGroup
from gui.group_dialog import GroupDialog
from tests.gui.scope import VOCABULARY


def a_dialog(qtbot: QtBot, group: RegionGroup, taken: tuple[str, ...] = ()) -> GroupDialog:
    dialog = GroupDialog(VOCABULARY.taxonomy, group, taken)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_a_group_is_made_by_keyboard_alone(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot, RegionGroup("", ()))
    QTest.keyClicks(dialog.name, "Black Sea")
    for words in ("turk", "georgia"):
        dialog.search.selectAll()
        QTest.keyClicks(dialog.search, words)
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter in the search ticks and does not close"
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    assert chosen.args == [RegionGroup("Black Sea", ("TR", "GE"))]


def test_what_is_missing_is_said(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot, RegionGroup("", ()), taken=("Shores",))
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert dialog.fault.text() == "Give the group a name."
    for name in ("shores", "Central Asia"):
        dialog.name.setText(name)
        assert "already" in dialog.fault.text()
    dialog.name.setText("Mine")
    assert dialog.fault.text() == "Tick at least one region."
    assert not save.isEnabled()
    dialog.accept()
    assert dialog.isVisible()


def test_members_are_named_and_can_be_unticked(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot, RegionGroup("Mine", ("south-caucasus",)))
    assert dialog.summary.text() == "South Caucasus"
    dialog.search.setText("armenia")
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert dialog.group().members == ("AZ", "GE")
    assert dialog.summary.text() == "Azerbaijan and Georgia"


def test_return_among_the_members_ticks_and_does_not_close(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot, RegionGroup("Mine", ("AM",)))
    dialog.activateWindow()
    dialog.tree.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(dialog.tree.hasFocus)
    line = dialog.tree.currentIndex()
    assert line.data(Qt.ItemDataRole.CheckStateRole) is not None, "a line that can be ticked"
    was = dialog.group().members
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.group().members != was


def test_what_is_ticked_in_the_scope_is_taken_only_on_demand(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot, RegionGroup("Mine", ()))
    assert not dialog.with_ticked.isVisible()
    dialog.offer_ticked(("GE", "AM"))
    assert dialog.group().members == ()
    QTest.keyClick(dialog.with_ticked, Qt.Key.Key_Space)
    assert dialog.group().members == ("GE", "AM")
    QTest.keyClick(dialog.with_ticked, Qt.Key.Key_Space)
    assert dialog.group().members == ()
